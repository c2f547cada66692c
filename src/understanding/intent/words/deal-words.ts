import { cue } from '../glyphs.ts';

/** The stages as a message tells them; looked for from the last stage back. */
export const STAGE_CUES = {
  won: cue({
    zh: `(?:订金|定金|首付款?|预付款?|全款)(?:也|刚|已经?|都)*(?:打|付|汇|转|交)(?:过来|来|给(?:我们|咱))了? | (?:双签|签署|签约|签订|盖章)(?:完成|完毕) | 就定(?:你们|我们|咱们?)了 | (?:合同|协议)(?:已经?|都)?盖(?:好|了|完)?章(?:寄|发|传)
      (?:寄|发|传)出?(?:了)?订单 | 订单(?:就|已经?|也|都)?(?:寄|发|传)(?:出|过来|来)(?:了)? | (?:当场|现场|当天|直接)(?:就)?[^,，。没未]{0,3}(?:付款|下单|付了|签了|签字|打款)
      (?:定|选|签|用)(?:了|定了?|中了?)(?:我们|咱们?)(?:家)?(?!的(?:方案|价)) | ◆(?:的?单子?|这单|那单)?(?:搞定|到手)(?:了)?(?=$|[\\s,，。!！]) | (?:合同|协议|订单)(?:已经?|正式|今天)*生效 | (?:po|采购订单)(?:单)?(?:已经?|都)?到手 | (?:订货单|订单|采购单|po单?)(?:已经?|都|也)?(?:给|交|发|传|回)(?:了|给)?(?:我|咱|过来|到) | ◆\\s?(?:这单|那单|的?单子?)?(?:close|赢|win)d?(?:了|下来) | ◆(?:这单|那单|这个|项目|的?单子)?成交(?=$|[\\s,，!！。¤]) | 落袋 | 签单(?!率|时|日|奖|前|后|预|量|目|额|金|了没|要|流程|客户|王) | 回签 | (?:双方|都)(?:盖|签)(?:好|完)?(?:了|章) | 盖(?:好|了|完)(?:的)?章的?(?:合同|协议|订单) | (?:单子?|订单|合同)(?:落地|到手|落定|生效) | 中了(?!暑|毒|招|病|邪|[他她我]|风|午) | (?:付|打|交|转|汇)了[^,，。没未]{0,6}(?:定金|订金|首付|全款|预付|首款|进度款) | (?:收到|拿到)(?:了)?[^,，。]{0,6}(?:订单|中标通知|签好的|盖章的?)(?!.{0,2}(?:确认函|模板)) | (?:合同|协议)[^,，。]{0,8}(?:已经?)(?:盖章|签字|签署|双签) | (?:搞定|拿到)(?:了)?(?:合同|订单|单子) | 签(?:署)?完毕
      (?:单子?|合同|项目|订单)[^,，不没未]{0,3}(?:定|成|妥)(?:了|下来了)(?!金|价|在|于) | (?<!没|未|不|能|会|要|想|待|再|预计|希望|争取|可以|准备|何时|还没|就|来|去|才|前|后|◷|内|底|计划)签(?:了|约了|下了|下来了?|好了|完了|回来了|成了|单了|掉了)
      (?<!没|未|还没)(?:合同|协议|订单)(?:已经?|都)?(?:签|盖)(?:了|好了?|完|下来|章了|回来) | 章(?:已经?|都)?盖(?:好|完|了) | (?:合同|协议)[^,，。]{0,8}(?:盖章|签字|签)[^,，。]{0,4}(?:回来|寄回|返回|收到)了? | 签约成功
      (?<!没|未|不|能|会|要|想|待|再)(?:直接|已经?|今天|刚|刚刚|正式|终于|当面|现场|当场|总算)签(?!到|收|合同)|签(?:啦|完字|字了|了字|妥)|¤(?:成交|拿下|签的|中标)|最[后终]¤?成交 | (?<!没|未|能|会|要|想|得|把[他她它]|把[他她它]们)拿下(?!来没) | 赢单
      (?<!没|未|能|会)中标(?!率|公告) | 成交了 | (?<![完达变做造形组合促落生养构没未不能会要])成了(?!本|员|功率)
      (?:po|订单|采购单|定金|首付款?|预付款?)(?:已经?|都)?(?:到了|来了|下了|下来了|收到了|到账了?|给了)
      (?<!没|未|会|要|能|才)下(?:了|完)?(?:单|订单|po)了 | 下了(?:订单|单|po) | 搞定了.{0,4}(?:单|合同)`,
    en: `(?<!not |n't |never |hasn't |haven't |isn't |be |been |be |get |to |when |before |until |◇ |(?:^|[^a-z])s?he )(?:won(?!')|signed)(?! (?:us|me|him|her|them|himself|herself|everyone|you|the kids) up| for| in| up| off on| nda| the nda| an nda| in| by)
      closed[ -]won | ◆(?: has| have|'ve)? (?:just |finally |now )?(?:countersigned|over the line) | countersigned | finally over the line | (?:closed|bagged|nailed|clinched|secured|landed|smashed|booked in|signed up) ◆ | (?<!(?:for|to|with|at|from) )◆(?:'s| is| are) (?:in|ours|on board|a (?:go|win|yes|done deal)|done and dusted|signed up)(?=[\\s!.,;-]*(?:$|¤|[!.,;-])) | (?:deal|order|contract|business)(?:'s| is) ours | (?<!be )(?:po|purchase order|order|signature|contract|loi)(?:'s| is| has| has been| was| just| now| finally)*(?<!will|be|to) (?:on its way|through|thru|came (?:through|thru|over)|confirmed(?! (?:by|before|on) ◷)|raised|issued|released|cut|approved) | done and dusted | deal signed | signed,? sealed
      (?:po|purchase order|order|signed contract|contract signed|deposit)(?: just)? (?:came in|is in|arrived|landed|received|in hand|came through|placed)
      (?:◇|◆|he|she|they)(?: has| have| just| already|'ve|'s)* ordered(?! (?:samples?|a sample|(?:some |a |the )?(?:coffee|lunch|food|drinks?|beers?|taxi|cab|wine|dessert|pizza)|◈|us |me |by ))(?= [\\p{L}\\d])
      ^(?:and |then )?ordered (?:\\d+|the|all|another|on the spot|straight away)(?! samples?)
      (?:po|purchase order|order)(?:'s| is| was| has been| has now been| just got| got| already| now)+ (?:in|placed|sent|out(?: already)?|signed)(?! by ◷)
      (?:po|purchase order) out already
      signed (?:order|contract|agreement|po|paperwork|quote|proposal|copy|copies|form|order form)(?! (?:by|before|is due|not|still))
      (?:sent|faxed|e-?mailed|posted|handed|mailed|brought|scanned|returned)(?: \\w+){0,3} (?:the |a |his |her |their )?signed \\w+
      (?:◇|he|she)(?: has| just| finally| already)* signed(?! for| in| up| off| nda| the nda| an nda| by) | placed (?:the|an|their) order | mark(?:ed)? (?:it |this |as )*(?:as )?won
      deal(?:'s| is)? (?:done|closed|in the bag) | closed (?:the|this) deal | it's a (?:win|deal)
      we got (?:it|the deal|the order|the business|◆) | (?:got|received|have) (?:the |a |their )?(?:po|purchase order|signed contract|signed agreement|signature|signed copy)(?! yet) | in the bag | landed (?:◆|it|the|this|that) | (?:contract|agreement|msa|paperwork|docs?)(?: came| is| has come)? (?:back )?(?:signed|executed|countersigned) | inked | sealed the deal | it's official | deal closed
      (?:returned|sent back|sent (?:over|through|in)|completed|filled (?:in|out)) (?:the|our|his|her|their)(?: \\w+)? order form
      (?:gave|given|giving) (?:us|me) (?:the |their |his |her )?(?:final |official )?(?:green light|go-?ahead|all-?clear|nod|thumbs up)(?! (?:to|for) (?:a |the )?(?:trial|pilot|poc|demo|test|visit|quot\\w+|meet\\w*|next|present\\w*))
      (?<!awaiting |await |waiting for |waiting on |pending |the )(?:deposit|down ?payment|prepayment|first (?:payment|instal?lment))(?: has| have|'s| is| was| just| been| already)* (?:hit|landed|paid|cleared|received|arrived|gone through|in (?:the|our) (?:account|bank))(?! (?:(?:by|before) )?◷)
      (?:the|their|his|her) (?:deposit|down ?payment)(?: has| have|'s| is| was| just| been| already)* (?:hit|landed|cleared|arrived|gone through|paid)(?! (?:(?:by|before) )?◷)
      (?<!to |will |'ll |should |must |be |i |we )(?:paid|transferred|wired)(?: us| over| me)? (?:the |a |his |her |their )?(?:\\d+ ?% )?(?:deposit|down ?payment|prepayment|first (?:payment|instal?lment))(?! (?:by|before|on) ◷)
      (?<!(?:i|we|i've|we've|to|will|must|not|n't|never) )(?:issued|raised|released|placed|e-?mailed|handed|sent)(?: (?:us|me|over|through|in))? (?:the |a |an |his |her |their |its |another )(?:first |full |formal |official )?(?:purchase order|po|order)(?! (?:form|confirmation|acknowledg\\w+|number|status|update))
      put(?:ting)? pen to paper | (?:on|signed) the dotted line | (?:put|scribbled|scrawled|wrote|stuck) (?:his|her|their) (?:name|signature|moniker|john hancock) (?:on|to|under)
      (?:is|are) (?:now )?(?:officially )?(?:a|our (?:newest|new|latest)) (?:new )?(?:customer|client)(?: (?:now|as of|from)|[\\s!.]*$)
      (?:po|purchase order)(?: ?(?:#|no\\.?|num(?:ber)?))? ?#? ?[\\w-]{0,4}\\d{2,}(?: (?:is|was|has been))?(?: \\w+){0,2}? (?:attached|received|in(?! the)|enclosed|for ¤|issued|arrived|landed|from ◇) | (?:po|purchase order) (?:attached|enclosed|in hand|to hand|just dropped|dropped|popped up|turned up|showed up)
      (?:finally|already|just|now) signs?(?! (?:off|up|in|for))(?=(?: already| today| yesterday| ◷| the| it)?[\\s!.,]*(?:$|[!.,◷])) | signs? already
      won (?:it|this one|that one|the (?:bid|tender|pitch|rfp|business|account|job))
      (?:picked|chose|chosen|selected|went with|gone with|going with|awarded|decided (?:on|for)|opted for|plumped for) us(?! (?:up|out|for (?:the )?(?:shortlist|short list|final|next)|to (?:present|pitch|quote|tender)))
      (?:◇|◆|he|she|they)(?: has| have| just| finally|'ve|'s)* renewed(?! interest) | renewed (?:for|their|his|her|the (?:contract|licen\\w+|subscription)) | (?:with|has|have) (?:his|her|their) signature on
      confirmed (?:the|their|his|her|an|this|our) (?:order|purchase|booking)(?! (?:form|number|date|by ◷|◷)) | (?:gave|given|placed|got|received|have|with)[^,.]{0,16} firm order | paid [^,.]{0,14}(?:up ?front|in advance|in full)`,
  }),
  lost: cue({
    zh: `(?<!想|要|考虑|打算)买(?:了)?(?:二手|别家|别人家?|其他家)的?了? | (?:最终|最后|结果)给了(?!我们|咱|¤|个|[他她]|一) | 决定(?:用|选|找|跟|买)(?!我们|咱|¤)[^,，。]{1,12}(?:供应商|厂家|厂商|公司|家|品牌|服务商|团队) | (?:被|让)[^,，。]{0,6}(?:叫停|砍掉|毙|否)(?:了|掉)
      (?:最后|最终|还是|结果|到头来)(?:他们|对方|还是)?(?:选|定|用|签|挑)了(?!我们|咱|¤) | (?<!先|暂|暂时)不(?:搞|上|弄|干|折腾)了(?!车|班|课|会) | 换了(?:别的|新的?|其他)?供应商 | (?<!要|想|打算)换(?:别的|新的?|其他)?供应商了 | 不(?:跟|和|与)(?:我们|咱们?)(?:续|合作|做) | (?:资金链?|钱)断了 | (?:这单|单子|项目)(?:就|也|先)?算了 | (?:没|未)(?:能)?(?:入围|进(?:入)?(?:第?[二三]轮|短名单|决选|终选))
      ◷不(?:上|做|买|采购|搞|换|投|装)了 | (?:没|未)(?:能)?中(?![午间断途国意]) | 跑单 | 飞单(?!子) | 废标 | (?:我们|咱们?)?(?:出局|落选|陪跑|被淘汰) | 项目(?:被)?(?:砍|停|撤|毙)(?:了|掉) | 砍了项目 | 婉拒 | 回绝 | (?:谈|闹)崩 | 散伙 | (?:选|定|用|找|给|签)(?:了)?(?:别家|其他家|其它家|另一家|别的|友商|竞品|对手|人家) | (?:这次|今年|最终|最后)?不(?:采购|合作|续约|续费|用我们|选我们|跟我们)了 | (?:跟|和|与)(?:别人|别家|对手|友商|竞品|其他家)(?:签|合作)了 | ^◆(?:那边|这单|那单)?(?:没了|没希望了|丢了) | 选了(?:别|其他|另) | 被.{0,8}(?:抢|截|挖|撬)(?:走|了|胡) | 不(?:跟|和|与|同)(?:我们|咱们?)(?:合作|做|签|玩|谈)了 | (?<!(?:价格?|价钱|单价|条款|合同|账期|付款)[^,，。]{0,6})(?:没|未)(?:能)?(?:谈|拿|签)下来? | (?:选|定|用|换|签)了[^,，。]{0,8}(?:供应商|厂家|厂商|品牌|方案商|公司) | (?:项目|采购|招标)取消 | 不(?:买|要|采购|合作|续)了 | 拒了?我们 | 放弃(?:了|采购) | 丢(?:了|单|掉) | 黄了 | 输(?:单|给|了|掉) | 没戏 | (?:单子?|项目)(?:没了|凉了|飞了|死了|泡汤) | 凉了 | 不做了 | 不考虑(?:我们|了)
      (?:选|定|用|签|给|买)了(?:别|更|其他|另外|竞品|友商|对手|别人|人家)
      (?:合同|单子?|订单|项目)(?:都)?(?:给|签给|被)(?:了)?(?:竞品|友商|对手|别家|别人|.{0,8}(?:拿走|抢走|截胡))
      (?:被|让).{0,10}(?:抢走|抢了|拿走|截胡|截了) | (?:没|未)中标 | 落标 | 流标 | (?:战|失)败`,
    en: `(?:tender|rfp|rfq|bid|project|order|purchase|deal)(?:'s| is| was| got| has been| been)? (?:cancell?ed|axed|canned|scrapped|binned|killed|pulled|withdrawn) | (?:picked|chose|chosen|selected|preferred) (?:the )?(?:other|others|cheaper|local|incumbent)(?! (?:plan|option|package|model|colou?r|date|slot)) | (?:dropped|ditched|dumped|rejected|binned|sacked) us | (?:bought|buying|got|getting) (?:it |one )?(?:second[- ]?hand|used|elsewhere|locally|online) | (?:that's|there goes|say goodbye to|bye bye|rip) ◆(?: gone| out| lost| dead)? | (?:we're|we are|i'm|were) out (?:at|of|with|on) | out of the running | ◆(?: has| have|'ve| just)? (?:went|gone|going|go) (?:elsewhere|with (?!us|our|it|the (?:proposal|offer|bigger|larger|annual|premium|full))) | (?:killed|canned|axed|scrapped|shelved|cancelled|canceled|pulled|binned) (?:the|this|their|our|it) ?(?:project|deal|order|purchase|budget|rfp|tender)? | (?:go|going|gone|went) with (?:another|some|someone|somebody|a different|the (?:cheap|other|incumbent|competition|rival|local)) | (?:stay|staying|stayed|stay put|staying put|stick|sticking|stuck)(?: put)? with (?:the |their )?(?:current|existing|incumbent|old|present) | no (?:joy|luck|dice|go) (?:at|with|on|from) | ◆(?:'s| is| was) (?:a no|out|gone|dead|a goner|a no[- ]go) | (?:chose|picked|went with|selected|chosen) [^,.]{1,24} instead | (?:didn't|did not|couldn't|not) (?:get|win|land|close) (?:◆|it|the deal|this one) | ◆ (?:passed|walked|bailed|dropped out|backed out|pulled out|said no)(?! (?:me|us|by|through|the|over)) | no deal with ◆ | lost(?! (?:(?:¤|money|a bet|the bet|his bet|a game|the game|the match|weight|interest in|sleep|patience|count|my|the will|it (?:at|with|when))|data|connection|power|all|the (?:key|file|invoice)|touch|his|her|my|their|track|connection)) | lost(?= to|$|[!.,])
      went with (?:someone else|another|a competitor|a rival|a cheaper|the competition|them|their|[a-z]+ instead)
      (?:picked|chose|chosen|signed with|going with|gone with|opted for|selected) (?:a |an |another |some)?(?:cheaper|competitor|rival|other|someone|vendor|different)
      stay(?:ing|ed)? with their | stick(?:ing)? with their | decided (?:against|not to) | turned us down | passed on (?:us|it|our) | (?:rejected|declined) (?:us|our (?:offer|proposal|bid)|the (?:offer|proposal|bid|deal)) | fell through | deal(?:'s| is)? dead | closed[ -]lost | no longer interested | not going ahead
      (?:go|going|gone|went|decided to go|choos\\w+|chose) (?:(?:in |down )?(?:another|a different|the other) (?:way|direction|route|path)|a different (?:vendor|supplier|partner)|elsewhere|in-?house)
      (?:do|doing|keep|keeping|build|building|bring|bringing|handle|handling) it (?:in-?house|internally|themselves) | not (?:to )?(?:be )?(?:proceed\\w*|mov\\w+ forward|tak\\w+ it (?:any )?further|going (?:with|for) (?:us|it))
      (?:it's|that's|its|a) (?:a )?no[- ]go | (?:said|it's|that's|is) (?:a )?(?:hard |firm |flat |definite )?no(?= (?:to|from)|[\\s.,;!]*$) | down the (?:drain|pan|tubes|toilet|swanny)
      pulled the plug | mark(?:ed)? .{0,20}lost
      (?:pick(?:ed|s|ing)|cho(?:se|osing|sen|oses)|select(?:ed|ing|s)|prefer(?:red|s)|favou?r(?:ed|s)|went (?:with|for)|rank(?:ed|s)) [^,.]{1,40} (?:over|ahead of|instead of|rather than|not) (?:us|ours)(?! (?:for|in) (?:now|the meantime))
      (?:awarded(?: it)?|(?:awarded|given|gave|giving|handed) (?:it|(?:the|this|that) (?:deal|order|contract|job|work|business|tender|project|account|bid))) to (?!us|me|our|◈|◇|his|her|their|legal|the (?:lawyers?|team|board|boss))[^,.]{2,}
      (?:sign(?:ed|ing|s)?|gone|going|go|went|contracted) (?:up )?with (?:a |an |the |another |some |their )?(?:\\w+ )?(?:rival|competitor|competition|other (?:lot|guys?|firm|company|vendor|supplier)|incumbent|someone else|somebody else|opposition)
      (?:have|has|they've|he's|she's|'ve) gone (?:with|for) (?!us|our|it|the (?:proposal|offer|bigger|larger|annual|premium|full|big|small|basic|standard|gold)|a (?:bigger|larger|smaller|coffee|walk|run))[\\p{L}◇◆]+
      went for (?:the |a |an )?(?:cheaper|other|rival|local|competing|competitor|incumbent)
      (?:stay(?:ing|ed|s)?|stick(?:ing|s)?|stuck) (?:put|with what (?:they|he|she)(?:'ve| have| has|'s)?(?: got)?|where (?:they|he|she)(?: are| is|'re|'s)?|as (?:they|he|she) (?:are|is))
      (?:pull(?:ed|s|ing)?|withdr(?:ew|awn|aw)|cut|lost|axed) (?:the |their |all )?(?:funding|budget|money) for good | thanks but no(?: thanks)? | (?:off|out of) the table for good | (?:is|are|'s) off the table(?=[\\s.,;!]*$|,)
      (?:won't|will not|not going to|not gonna|not) (?:be )?(?:tak(?:e|ing)|carry(?:ing)?|mov(?:e|ing)|go(?:ing)?|proceed(?:ing)?|pursu(?:e|ing)|renew(?:ing)?|continu(?:e|ing)) (?:(?:it|this|things) )?(?:any )?(?:further|forward|ahead|with us|it (?:any )?further)(?! (?:until|till|before|without|unless|◷))
      (?:lost|lose|losing) (?:out|it|this one|that one|the (?:deal|bid|tender|order|job|account|pitch|business)) (?:to|on price|by) | we came (?:second|last|third) | (?:didn't|did not) make the (?:cut|shortlist|short list) | (?:in |down )?(?:another|a different) (?:direction|route|way)(?=[\\s.,;!]*$|,)
      (?:don't|doesn't|do not|no longer) (?:want|need) (?:it|us|this|the (?:system|software|product|service|machines?|kit)) any ?more | let us down (?:gently|easy|softly)
      (?:isn't|not|won't|aren't|is not) (?:be )?(?:going|go|gone) ahead(?! (?:until|till|before|without|unless|yet|◷)) | (?:didn't|did not|haven't|not|never|couldn't) (?:get|got|win|won|land|landed|secure) (?:the|this|that|their) (?:job|deal|order|contract|business|work|tender|bid|account|project|gig)
      gone off (?:the idea|it|us) | (?:closing|shutting|closed|shut)(?: down)? (?:up )?(?:the |his |her |their )?(?:shop|business|doors|company)(?= |[.,;!]|$) | (?:went|gone|going) (?:bust|under|bankrupt|into administration|out of business) | filed for bankruptcy
      (?:◇|◆|s?he|they|who)(?: has| have|'ve|'s| just| already| have just)* signed (?:up )?with (?!us|me|our|his|her|their|the |a |an |no |only |pleasure|some |two |comments|changes|reservations)[\\p{L}][\\p{L}\\d-]+
      (?:turned|knocked) (?:us (?:down|back)|(?:down|back) (?:our|the (?:offer|proposal|quote|deal|bid))) | (?:bought|got|ordered|hired|rented|leased|took|chose) (?!us|me|it from us)[^,.]{1,30} (?:instead(?! of)|elsewhere|somewhere else) | (?:beaten|pipped|outbid|outgunned|edged out)(?: to it| at the post)? by
      second-?hand (?:one|machine|unit|kit)s?(?= instead|[\\s.,;]*$)`,
  }),
  negotiation: cue({
    zh: `(?:跟|和)(?:我们?|咱们?)砍 | 守(?:在|住)?¤ | (?:打包|最低|优惠|折后)价 | 还能(?:再)?(?:少|便宜|降|让|低|优惠) | 分(?:[两二三四五六几]|\\d)(?:期|次|批)付? | 就差(?:签字|签约|盖章|走流程|走章) | 能不能(?:再)?(?:送|免|多送|延|少|降|让) | (?:合同|协议)[^,，。]{0,4}(?:退|打)回 | 点头了
      (?:不|没)(?:肯|愿意?|敢|想)签 | (?:嘴上|口头上?)(?:也|都|已经)?(?:认|答应|同意|说行|说好) | 再降(?:降|一降|点|些|价)
      (?:首付|尾款|预付款?|账期|质保|违约金?|条款|运费|含税|折扣|返点|回款|(?:先|后)付款|付款)[^,，。◷]{0,12}(?:不能?接受|接受不了|不认|不肯|不愿|不同意|没谈|没定|还剩|要求|想改|要改|要加|要求|能不能|可不可以|异议|有意见|谈不拢|再谈|再议|僵)
      (?:不能?接受|接受不了|不认|不肯|不愿意?|不同意|拉扯|拉锯|扯皮|掰扯|要求|坚持|想改|想压|想谈|能不能|可不可以|还剩)[^,，。◷]{0,10}(?:首付|尾款|预付|付款|账期|质保|违约|条款|运费|含税|折扣|返点|价格|价钱|单价)
      (?:价格?|报价|价钱|总价|单价|合同|协议)[^,，。◷]{0,10}(?:不能接受|接受不了|不接受|不认|不肯|没谈完|拉扯|拉锯|扯皮|(?:已经?|都)(?:确认|认可|谈妥|谈好)|不变)
      (?:认可|同意|接受|认)(?:了|我们的?|咱们?的?)?(?:总价|单价|价格|报价|价钱)(?!单) | 比[^,，。]{0,6}(?:贵|高)(?:了)?(?:[¤\\d]|[一二两三四五六七八九十几半]|不少|点|很多|太多) | (?:match|跟|对标|按照?|照着?)(?:一下)?(?:友商|竞品|对手|别家|同行)的?价
      (?:只|就|才|最多|顶多)(?:批|给|肯出|愿意出|能出|出)(?:了|到|得起)?¤ | 再谈[^,，。]{0,3}[轮次]
      嫌[^,，。]{0,10}(?:贵|高|多|紧|长|短|严|苛|价|款|费|合同|条款)
      ¤[^,，。]{0,3}(?:太|有点|偏|也|还是)+(?:多|高|贵|狠) | 超(?:出|过)?(?:了)?(?:他们?的?|我们的?)?预算 | 预算(?:只|才|就|最多|顶多)(?:有|到|能|给)?[^,，。]{0,3}[¤\\d]
      (?:价格?|报价|价钱|总价|单价|合同|条款|账期|付款)[^,，。◷]{0,8}(?:没|未|还没)(?:有)?(?:谈|聊|商量|说|敲)(?:下来|拢|妥|成|好|定|到一块)
      (?:别家|竞品|友商|对手|同行|另一家)[^,，。]{0,8}(?:比(?:我们|咱们?)(?:便宜|低|少)|(?:便宜|低|少)(?:了)?(?:[^,，。]{0,3}个?点|\\d|¤|一截|不少|很多|一些))
      (?:敲|磨|压|讲|砍|谈)(?:定)?到(?:了)?¤ | (?:同意|认|接受|认可|答应)(?:了)?(?:这个?|我们的?|咱们?的?)(?:数|价|价格|报价|总价|金额) | (?:这个?|我们的?)(?:数|价|价格|报价)(?:他|她|他们|对方)?(?:可以|行|没问题|能接受|认)
      红线版 | (?:批注|修订|修改|标红)(?:版|稿)[^,，。]{0,4}合同 | 合同[^,，。]{0,4}(?:批注|修订|修改|红线)(?:版|稿)? | (?:嫌|说|觉得)[^,，。]{0,6}(?:付款|首付|尾款|账期|质保|违约|交期|工期)[^,，。]{0,6}(?:太|紧|长|短|高|低|严|不合理|不行)
      (?:要|让|想)(?:我们|咱们?)?(?:送|加送|多送|免|延|延长|包)[^,，。]{0,8}(?:质保|保修|服务费?|运费|安装|培训|维护|年|个月)[^,，。]{0,3}(?:才|不然|否则)
      才(?:肯|愿意?)(?:签|定|下单|做|买) | (?:再)?压(?:压|一压)(?!力) | 谈到[^,，。]{0,6}¤ | 认(?:了|下)?(?:这个?|这|我们的)价 | (?:大家|双方|两边|两家)(?:都|也)?(?:ok|同意|没意见|认可|认了) | (?:质保金?|付款|首付|尾款|账期|违约金|折扣)[^,，。]{0,8}由[^,，。]{1,10}(?:提|改|降|加|调|缩|延)(?:到|成|为|至) | 不然不签 | (?:交期|工期|质保|免费期|保修|试用期)[^,，]{0,8}(?:缩|压|延长|加到|改到|改成) | (?:可以|开始|准备|能)(?:走|签|过|谈|拟)合同 | (?:快|马上|即将|就要|随时|眼看|差不多)(?:要|就|能|可以)*(?:签|成交|下单|定)(?:了|下来了|约了|合同了|单了) | (?:push|逼|催|求|喊)(?:我们|咱们?|我)?(?:给|做|降|让|减|压|报)?(?:到|成)¤ | hold(?:住|不住) | (?<!没|等|待|未|要|能|会|来|才|再)拍(?:了)?板(?:了|定) | (?:再|多|还|得|想|要)?让(?:我们|咱们?)?(?:再|多)?(?:让|降|优惠)?[一二两三四五六七八九十几半\\d]+个?点 | 偏高 | 偏贵 | 降\\d | (?:纠结|卡|犹豫|介意|在意|计较)[^,，。]{0,6}(?:价|钱|费用|金额|账期|付款) | (?:对|就|在|因为|为)[^,，。]{0,8}(?:价格?|付款|账期|条款|合同|折扣|质保|违约|报价)[^,，。]{0,8}(?:异议|意见|疑问|顾虑|分歧|纠结|不同意|不认|想改|不满|犹豫|拉扯|掰扯|争) | 月结 | 账期[^,，。]{0,6}\\d | (?:付款|首付|尾款|预付款?|质保金|返点|折扣|交货期|违约)[^,，。]{0,6}(?:争|卡|异议|比例|分歧|不肯|不同意|要求|节点|谈|拉扯) | 抠(?:了)?[^,，。]{0,6}(?:合同|条款|价) | (?:合同|条款)[^,，。]{0,8}(?:抠|较真|死磕|扯皮|拉扯|掰扯|标红|改红|批注) | 抹(?:个|掉|去)?零 | (?:砍|磨|压|谈)(?:了)?(?:半天|很久|一(?:上|下)午|[一两二三几半].{0,3}(?:小时|轮|回合))?(?:的)?价 | 待签 | (?:口头|基本)(?:说|谈|敲|答应|同意|定)(?:定|妥|好|拢|了) | (?:付款(?:方式|条件)?|账期|条款|违约金|质保期?)[^,，]{0,4}(?:改|调|要求|加|减|延) | 过(?:了)?(?:一)?(?:下|遍|过)?合同 | 打.{1,4}折 | [五六七八九].?五?折 | 口头价 | 分歧 | 修改意见 | (?<![没不未])还(?:到|价|要压) | (?:砍|压|杀|磨|谈|议|侃)(?:了)?(?:一?[下次轮会]|半天)?价 | (?<!预算[又再被也已]?)(?<!钱|预算|项目|经费)(?:砍|压|杀|磨)(?:到|我们|得|了) | 让利
      (?:再|要|想|给|求|多|点|些|更)(?:.{0,4})优惠 | 优惠(?:点|些|一点|力度) | 便宜(?:点|些|一点|\\d) | (?:太|有点|嫌|偏|略|觉得|说).{0,4}贵
      (?:价格?|报价|价钱|费用).{0,6}(?:高|贵|降|低|商量|谈|磨|还价|让利|让步|松|犹豫|压|砍|有点|太|不满|接受不了|超) | (?:高|贵)了(?:点|些|一点)?
      (?:谈|聊|磨|商量|讨论)(?:了|了一?[下轮]|了.{0,3})?(?:价格?|合同|条款|折扣|付款)
      (?:价格?|金额|账期|付款方式|条款|折扣).{0,8}(?:谈|磨|商量|商议|商榷|讨论|僵|卡|争|没谈拢|谈不拢|没谈成|没松口|敲定|谈好|谈妥|定了|定下|说好|拉长)
      没(?:谈拢|谈成(?!啥|什么)|松口)
      (?:合同|条款|协议)(?:里的?|的|第.{1,2}条)?.{0,8}(?:要改|改(?:两|几|一)|审|磨|过法务|走法务|法务|有异议|意见|谈|争|push|redline|修改)
      法务.{0,6}(?:审|磨|看|过|改|回|意见)
      (?:口头|原则上?)?(?:同意|答应|接受|认可|敲定|谈定|谈妥|可以接受|没意见|松口)(?:了)?(?:按|在|以)?[^,，。]{0,6}(?:¤|这个?价|价格|报价|金额)
      (?:¤|报价|价格?|价钱|quotation|quote|price|offer|这个?价)[^,，。]{0,8}(?:可以|没问题|行(?!业)|ok|能接受|认了?|好的)(?!吗|不) | (?:口头|当面|电话里?)[^,，。]{0,4}(?:定|谈|说|答应|同意)[^,，。]{0,4}¤ | (?:法务|律师|legal|老板|董事[局会])[^,，。]{0,6}(?:还|再|要|在)[^,，。]{0,4}(?:看|审|过|批)[^,，。]{0,4}(?:合同|条款|协议) | 分期 | 首付[一二三四五六七八九十\\d] | (?:减|降|压|让)到 | 我们(?:坚持|还是|不让|不降|守) | ¤[^,，。]{0,6}(?:同意|可以接受|能接受|没意见|没问题|敲定|谈妥|说定) | (?:谈判|商务谈判|议价|商务)(?:阶段|中|环节|了) | 讨价还价 | 不降(?:价)?`,
    en: `(?:as low as|lowest|best|rock bottom|floor) (?:we|i|price(?! (?:(?:by|before|for|on) )?◷)|is|can)[^,.]{0,16} | (?:issue|issues|problem|problems|trouble) with (?:our |the |your )?(?:price|pricing|payment|terms|contract|commercials?|cost|t&cs?) | (?:match|beat) (?:the |their |his |her )?(?:\\w+ )?(?:price|quote|offer) | (?:went|gone|came|moved|dropped) (?:down )?from [^,.]{1,10} to ¤ | \\d+ days? (?:lc|credit|terms)|net[ -]?\\d{2,3} | (?:about|ready|set|close|nearly ready) to sign(?:ing)? | (?:nearly|almost) (?:signed|there|done|closed) | (?:on the )?verge of signing | (?:on the )?high(?:er)? side | (?:bit|little|too) (?:much|rich|stiff|hefty|punchy|salty) | (?:over|above|beyond|outside|exceeds?|blows?) (?:their |the |his |her |my |our )?budget | steep | (?:another|few|couple of|\\d+|two|three|five|ten) (?:more )?(?:points|percent) | sharpen (?:the|our|your) pencil | mark(?:ing|ed)?[- ]?up (?:the )?(?:contract|agreement|msa|terms|draft) | (?:marking|marked) up | (?:stuck|hung up|stalled|split|arguing|argued|quibbl\\w+|fighting|wrangl\\w+|hagglin\\w*) (?:on|over|about) (?:the )?(?:price|pricing|terms|payment|liability|clause|contract|fees?|rates?) | (?:payment|credit|liability|indemnity|termination|exclusivity) (?:terms|cap|clause) | on price | (?:sig|signature|signing) (?:expected|due|pending)(?! (?:(?:by|on|before|in|around) )?◷) | (?:awaiting|pending|waiting (?:for|on)) (?:the |their )?(?:sig|signature|countersignature) | (?:trim|cut|reduce|drop|sharpen|bring|lower|match)(?: it| that| the price| our price)?(?: down)? to ¤ | came down to ¤ | (?<!◆ )(?<!◆ is )(?<!◆ now )down to ¤ | counter(?:ed|ing|-?offer(?:ed|s)?|s? (?:at|with|of|offer\\w*)) | (?:will|to|they|he|she|a) counter(?=[\\s.,;]*$) | pushing (?:back|for|hard) | pushed (?:back|for|hard) | haggl\\w+
      negotiat\\w+ | redlin\\w+
      (?:hates?|didn't like|doesn't like|balked at|choked on|unhappy with|concerned about|baulked at|worried about|complained about) (?:the |our |that )?(?:price|pricing|quote|cost|number)
      too (?:expensive|pricey|high|steep|dear)
      (?:price|quote|number|it)(?:'s| is|'s a bit| is a bit)? (?:a bit |a little |too )?(?:high|steep|expensive|over budget|(?<!it )over(?=[\\s.,;]*$))
      (?:wants?|wanted|asked for|asking for|needs|after|demanding|pressing for|like) (?:a |another |some |an? extra )?(?:\\d+ ?%|discount|better price|lower price|money off|price cut|price break|payment terms|better terms|longer terms)
      \\d+ ?% (?:off|discount) | discount
      (?:contract|msa|agreement|terms|paperwork|legal)(?:'s| is)?(?: still| now)? (?:with|in|under|being|at) (?:their |the |his |her )?(?:legal|lawyers?|counsel|review|redline|negotiated|reviewed)
      (?:payment |contract |commercial )?terms (?:being|are being|under|still)
      (?:(?:a|the|got|have|gave|given|only) verbal(?! (?:price|quote))|verbal(?:ly)? (?:yes|ok|okay|agree\\w*|commit\\w*|go-ahead|approval|accept\\w*)|(?:agreed|said yes|accepted|committed|ok'd|confirmed|approved)[^,.]{0,40} verbally|in principle|handshake)
      (?:with|w/) (?:his|her|their|the) (?:lawyers?|legal|counsel|solicitors?|attorneys?) | \\d+ ?% less | (?:ok|okay|fine|happy|good|cool|alright|comfortable) (?:with|w/?|at|on|for|about) (?:the |our |that )?(?:\\w+ ){0,3}(?:price|¤|pricing|number|figure|quote|rate) | (?:price|pricing|quote|¤|number|rate)(?:'s| is| are)? (?:ok|okay|fine|good|can|acceptable|alright|no problem) | (?:paper|contract|draft|msa|agreement|docs?)[^,.]{0,12} (?:with|w/?) (?:his|her|their|the) (?:lawyers?|legal|counsel|attorney|solicitors?) | (?:lawyers?|legal|counsel)[^,.]{0,6} (?:checking|reviewing|looking|reading|going through) | back and forth | (?:push(?:es|ed|ing)?) (?:\\w+ )?(?:on|for) (?:the |our |a )?(?:price|pricing|discount|terms) | wants? us (?:at|to (?:go |come |do |match|beat|drop)) | told (?:him|her|them|◇) no(?: way)? | floor price | (?:contract|commercial|payment) terms? | free delivery | (?:still|is) our (?:number|price) | agreed (?:to |on |at )?(?:the |a |our )?(?:price|¤|number|figure|pricing) | ¤ (?:verbally )?agreed
      (?:ok|okay|fine|happy|good|on board) (?:with|at) (?:the |our )?(?:price|¤|pricing|number|figure)
      (?:hold|held|holding|stick|sticking|stuck|standing|stood|staying|stay|not moving|won't move|can't go|not going) (?:firm |at |from |below |off )?(?:at |from |below |under |on )?¤
      (?:price|terms) (?:talks|discussion) | (?:paper|contract|nothing)(?:'s| is)? not (?:yet )?signed
      (?:wants?|want|asked|asks|asking|needs?|insists?|insisted|insisting|requests?|demands?|would like)(?: \\w+){0,2} (?:in|into|to|from|out of) (?:the |our )?(?:contract|agreement|msa)(?! (?:by|before|sent|today))
      (?:chang(?:e|es|ed|ing)|edit(?:s|ing)?|amend(?:s|ed|ing|ments?)?|strik(?:e|es|ing)|remov(?:e|es|ed|ing)|rewrit(?:e|ten|ing)|reword(?:ed|ing)?|delet(?:e|ed|ing)|adjust(?:s|ed|ing)?|soften(?:ed|ing)?)(?: (?:to|of|on|in|the|our|an?))* (?:\\w+ )?(?:article|clause|paragraph|section|terms?|liability|indemnity|sla|wording|contract|agreement)s?
      (?:clause|article|indemnity|liability|wording|terms?)s? (?:rewritten|changed|removed|reworded|softened|struck|amended|taken out|deleted|capped)
      (?:lawyers?|legal|counsel|solicitors?|attorneys?)(?: \\w+)? (?:want|wants|wanted|ask|asked|insist|insists|object|objects|pick(?:s|ing)?|push(?:es|ing)?|quer(?:y|ies|ying)|argu(?:e|es|ing)|nit-?pick\\w*|chang\\w+|edit\\w*|amend\\w*|have (?:comments|questions|issues)|(?:are |is )?(?:not happy|unhappy|stuck|still going))
      (?:not|n't) (?:yet )?ready (?:for (?:the )?(?:signing|signature)|to sign)
      (?:accept(?:s|ed)?|approv(?:es|ed)|agree[sd]? (?:to|on|with)?|ok'?d|green-?lit) ?(?:our|the|that) (?:\\w+ )?(?:price|figure|number|rate|pricing|amount|terms|commercials)
      (?:going|go|went) (?:back and forth|to and fro|round in circles) | horse-?trading | (?:haggle|dicker|wrangl|bargain)\\w*
      lowball(?:ed)? | (?:their|his|her) (?:max|maximum|ceiling|limit|budget cap) (?:is|was) ¤
      we(?:'re| are) (?:still )?(?:at|standing at|holding at) ¤
      (?:'ll|will|would|'d) (?:take|go (?:with|for|ahead)|buy|accept|have|do)(?: \\w+){0,5} (?:at|for) ¤ | nothing(?:'s| is| has been| was)?(?: yet| actually)? signed | shook (?:hands )?on (?:it|¤|that|the (?:price|deal|number))
      (?:agree[sd]?|settled|shaken hands|shook hands|landed|compromised|met) (?:for|on|at|in the middle at) (?:about |around |a )?¤ | (?:agreed|said yes|nodded|ok'd) (?:to |on )?(?:the|our|this|that) (?:\\w+ )?(?:rate|fee|price|sum|cost|amount)
      (?:not|\\w+n't|refus\\w+ to|wants not(?: to)?|unwilling to|reluctant to) sign (?:before|until|till|unless|without|as long as) | (?:before|until|till) (?:s?he|they|◇|◆)(?:'ll| will|'d| would| can)? signs?(?! (?:off|up))
      no agreement(?: yet| on|$) | (?:couldn't|could not|didn't|did not|can't|cannot|haven't|have not) (?:yet )?agree(?:d)?(?: on| about|[\\s.,;]*$) | (?:miles|worlds|far|way|long way|still|quite) (?:a bit )?apart
      (?:wants?|wanted|asks?|asked|asking|insists?|insisted|demands?|hopes?|hoping|push\\w*)(?: (?:for|on))?(?: (?:a|an|the|our))?(?: \\w+)? ?(?:payment (?:in|of|at|\\d|after|before|by)|\\d{1,3} ?(?:/|-) ?\\d{1,3} (?:payment|split|terms)|(?:longer|better|softer|easier|\\d+ days?'?) (?:credit|payment|terms|rate|rates|price|pricing|deal)|better (?:\\w+ )?(?:rate|rates|deal|terms|number|figure|offer))
      (?:throw(?:n|s)? in|chuck in|add|include) (?:a |the |some |two |three |\\d+ )?(?:free|extra|complimentary|gratis) | (?:knock|take|shave|get|have|want) (?:about |another |at least )?(?:\\w+ )?(?:percent|¤|\\d+ ?%|some|a bit|something|a few (?:grand|hundred|thousand|points)) off(?! (?:work|the phone))
      (?:penalty|liability|warranty|termination|exclusivity|indemnity|cancellation|payment|auto-?renew\\w*)(?: (?:clause|cap|wording|section|paragraph|terms?|period))+ (?:out|in|gone|changed|capped|removed|softened|struck|longer|shorter|deleted|down|up)
      ¤ (?:is|was|seems|sounds|feels)(?: still)? (?:a lot|a bit (?:much|high|steep)|too (?:much|high)|high|steep|more than (?:he|she|they)|over|above|beyond) | hop(?:es?|ing) (?:for|to get (?:it|us) (?:to|for|at)) (?:about |around |something like )?(?:¤|\\d)
      (?:contract|agreement|msa|draft|terms|paper|paperwork)(?: \\w+)? (?:back )?with (?:comments|changes|edits|amendments|mark-?ups?|tracked changes|redlines?|questions|notes) | (?:mark(?:ed|s|ing)?|edit(?:ed|ing|s)?)(?: \\w+)? (?:our|the) (?:msa|contract|terms|agreement|paper)
      (?:waiting|wait|waits|holding out) (?:for|on) (?:the |his |her |their |a )?(?:po|purchase order|signature|countersign\\w*|signed \\w+)(?! number) | (?:po|purchase order|paperwork|contract)(?: process)?(?: (?:will|to|should|is))+ (?:come|follow|take|be (?:issued|raised|released|sent))(?! (?:(?:by|on) )?◷)
      (?:we|i) (?:say|said|offered|insist(?:ed)?(?: on)?|want(?:ed)?) \\d{1,3} ?/ ?\\d{1,3}
      legal (?:team|dept|department|people|guys|side|counsel)(?: \\w+){0,2} (?:going|looking|reading|reviewing|working|sitting|commenting) (?:over|through|at|on)? | (?:going|went|gone|looking|checking|reading) (?:over|through|at) (?:the |our )(?:\\w+ )?(?:terms|contract|agreement|msa|t&cs?|small print|fine print|wording)
      ¤ is (?:final|our (?:best|last|final|lowest|bottom)|as (?:low|far) as) | best and final | last and final | \\d+ days? to pay | (?:can|could|would|will) (?:live|work) with (?:the |our |that )?(?:¤|price|number|figure|rate)
      (?:pay|pays|paying|payment|paid)(?: \\w+)? (?:in|by|over|across) (?:\\w+ )?(?:instal?lments?|tranches|stages|parts|\\d+ (?:months|parts)|(?:two|three|four|six|twelve) (?:months|parts))
      (?:open|only|last|remaining|sticking|outstanding) (?:point|item|issue|question|thing)s? (?:is|are|now)(?: now)? (?:the )?(?:price|payment|terms|delivery|warranty|liability|contract|penalt\\w+)`,
  }),
  proposal: cue({
    zh: `(?:报价单?|方案|标书|提案)\\s?(?:already |已)?(?:e-?mailed|sent|shared|submitted|whatsapped|forwarded)
      (?:报价|方案|标书|提案|价格)(?:单|书|表)?(?:已经?|也|都)?(?:传|发|寄|送|递|交|给|甩)给?了?[◇◆他她] | (?:送|交|递|寄)了[^,，。]{0,4}(?:标书|方案|报价|提案)
      (?:价格|价格表|报价|价)(?:已经?|也|都)?(?:邮件|微信|短信|企微|邮箱)?(?:发|报|给|寄)(?:给)?(?:了)?[◇◆他她](?:们)?(?:了|$) | 讲标(?!书) | 述标 | 报给[◇◆他她](?:们)?¤ | (?:报价|方案|标书|提案)(?:书|单)?(?:已经?|也|都)?(?:提交|递交|递|交|发|送|寄)到
      (?:报价单?|方案|标书|提案)(?:[(（][^)）]{1,12}[)）])?(?:和[^,，。]{1,6})?(?:都|也|一起|已经?)?(?:附|贴|带|打包发)(?:上|了|在|过去) | 报价[:：]?¤[^,，。]{0,3}(?:已|都)[^,，。)）]{0,6}给 | 按[^,，。]{0,8}¤(?:给[◆◇他她])?(?:报的|报了|报过去) | 报价(?:单)?给[◆◇]了 | (?:讲|过|介绍|汇报|宣讲|讲解)(?:了|完|完了)(?:一?[遍下版])?(?:我们的?|整体|整个|新|初步|技术)?的?(?:方案|标书|报价|提案) | (?:价格?|报价)(?:已经?)?报给 | (?:报价|方案|标书|提案)(?:单|书)?(?:已经?|刚|也|都)?(?:邮件|微信|邮箱|传真|快递|顺丰)(?:发|寄|递|交)(?:给|到|了|过去) | (?<!合同)(?:要|给|出|改|修|发|做|补|来)(?:了|一|我们|我|他|她|个|再|到|\\s)*(?:第?[二三四五两]|新|[2-9])[版稿] | (?:方案|报价|标书|提案|proposal|quote|ppt)[^,，。]{0,4}v[2-9](?!\\d) | v[2-9]版?的?(?:方案|报价|标书|proposal|quote) | ¤(?:已经?|也|都)(?:报|提交)(?:了|过|给|出)? | (?:方案|报价|标书|提案)(?:汇报|宣讲|讲解|演示)(?:结束|完|了) | 拿到(?:了)?报价(?:了|$) | (?:改|重做|重出|更新)(?:好|一下|一)?[份版](?:报价|方案) | (?:收到|看了|看过|拿到)(?:了)?(?:我们|咱们?)的?(?:proposal|quote|报价|方案|标书) | (?:报价|方案|标书|提案|ppt)单?[^,，。合]{0,6}(?:再|重新|还要|还得|得|要)(?:改|修|出|优化|调整|细化|完善)[^,，。]{0,2}(?:一|下|版|稿) | (?:发|递|传真|寄|交|送|甩|邮|投|呈)(?:了|过去|出去|给◆|给◇)+(?:一?[份个版套张])?(?:正式|最终|初版|新)?的?(?:的)?(?:报价|方案|标书|提案|投标) | 提案(?:ok|通过|过了|没问题) | (?:报价|方案|标书|提案)(?:单|书)?(?:今天|◷|刚|都|也|已经?|当面|给◆|给◇)*(?:发|递|交|给|送|讲|过|汇报|提交|宣讲|展示|呈)(?:了(?!让)|过(?!来)|完|出去|过去|好|上去) | 报(?:了|过)(?!名|到|销|警|错|修|备|案)(?:个|一个|一次|他们|他|她|他们|给|价)?
      报(?:价|价单|过价)(?:已经?|都|也|刚|正式)?(?:发|给|报|提交|递|交|寄)(?:给|了|过|出|去)
      报价[^,，。]{0,8}(?:收到|看了|看过|给了|发了|过去了|没意见|过了一遍|发过去|也给了|已发)
      (?:收到|看了|看过|发了|给了|递了|提交了|交了|发过去)[^,，。]{0,8}(?:报价|方案|标书|投标)
      (?:方案|标书|proposal)[^,，。]{0,6}(?:讲完|讲了|发了|给了|提交了|过了|汇报了|发过去|递交|交了|已发|看完|收到|介绍完)
      (?:新版|最终版|修订版|更新版|第[二三四]版|改过?的)[^,，。]{0,4}(?:报价|方案|标书|proposal|quote) | 方案(?:要)?(?:再(?:要|来|出|改)|重新(?:出|做)|改)(?:一)?版 | (?:再|重新|另外)(?:要|出|做|改)(?:一|个)?(?:版|份)(?:方案|报价)?
      (?:我们|咱们?|我)(?:这边|家)?报(?:的|价)?(?:是)?¤ | ¤的?(?:报价|价格)(?:单)?(?!要) | 报价¤
      给(?:他|她|他们|对方|◇|◆)?(?:们)?报(?:的|价)?(?:是)?¤ | 投标了 | 当面.{0,6}报`,
    en: `(?:quote|quotation|proposal|offer|bid|estimate|pricing|tender response)(?:'s| is| was| has been| have been| got| already| just| been| now)* (?:given|shared|made|provided|sent|e-?mailed|mailed|submitted|delivered|presented|posted|couriered|forwarded|handed over|whatsapped|tabled)(?! (?:by|before|on) ◷)(?! to us)
      (?:quote|quotation|proposal|offer|bid|estimate|pricing|tender response) (?!to be|for|by|needs)[^,.]{0,24}(?:re-?done|re-?worked|revised|amended|re-?issued|updated|re-?drafted|tweaked)
      (?:quote|quotation|proposal|offer|bid|estimate|pricing) (?:needs?|has to be|must be|wants?) (?:a )?(?:redo(?:ing|ne)?|re-?\\w+(?:ing|ed)|chang(?:ing|ed)|updat(?:ing|ed)|adjust(?:ing|ed)|amend(?:ing|ed)|tweak(?:ing|ed)?)
      re-?quot(?:e|ed|ing)
      (?:want|wants|wanted|asked for|asking for|needs?|after|requested|would like|'d like|expects?) (?:an? |the |our |some )?(?:fresh|amended|adjusted|corrected|modified|re-?done|re-?worked|revised|updated|new|second|another|different|itemi[sz]ed|lower) (?:quote|quotation|proposal|offer|bid|estimate|pricing|tender response)
      | (?:quote|quotation|proposal|offer|bid|estimate|pricing)(?: \\w+)? (?:e-?mailed|submitted|delivered|posted|couriered|forwarded|handed over|presented) | (?:gave|told|quoted|read) (?:◇|him|her|them) (?:the|our|a) (?:price|quote|number|figure|pricing|ballpark) | v(?:ersion )?[2-9](?:\\.\\d)? of (?:the|our) (?!contract|agreement|msa)\\w+ | (?:on|about|re|regarding|liked?|likes|loved|to|got|seen|read|has) (?:our|the) (?:¤|revised|updated|new|latest|final|initial)?[^,.]{0,12}(?:quote|quotation|proposal|offer|bid|estimate|number|pricing)(?! (?:by|before)) | (?:went|going|gone|ran|talked|stepped|took [^,.]{1,20}) (?:through|thru|over) (?:the|our) (?:quote|proposal|offer|pricing|bid|numbers) | walked [^,.]{1,20} through (?:the|our) (?:quote|proposal|offer|pricing|bid|numbers) | (?:sent|gave|emailed|submitted|presented|delivered|shared|showed|mailed|handed|forwarded|walked|took|ran|pitched)[^,.]{0,40}?(?:quote|quotation|proposal|offer|pricing|bid|sow)
      quoted(?<!(?:not |n't |never |yet |(?:rivals?|competitors?|vendors?|firms?|suppliers?|company|competition|guys?|they|someone|others?|who|he|she|◇|have|has) |(?:wants?|needs?|want|'d like|would like) [^,.]{1,30} )quoted) | told (?:him|her|them|◇) ¤ | had our (?:quote|proposal|offer)
      presented [^,.]{0,40}(?:version|proposal|quote|offer)
      (?:has|have|got|received|reviewed|reviewing|read|saw|seen|likes?|looking at|going through|sitting on|'s got)[^,.]{0,24}?(?:quote|quotation|proposal|offer|bid)
      (?:quote|proposal|offer|bid)(?:'s| is| was| has been)?(?: now)? (?:sent|out|with (?:them|him|her|◆|◇)|submitted|in their hands|delivered|presented)
      (?:revised|updated|new|another|second|reworked|amended|fresh|adjusted) (?:version|proposal|quote|quotation|draft of the proposal|offer|estimate|bid)
      our ¤ (?:quote|proposal|offer|bid) | (?:our|the) (?:quote|proposal|offer|bid) (?:is|was|of|at) ¤
      re-?(?:submit|send|sent|issue|present|work|draft|price|do|did|vise)(?:s|ted|ting|ed|ing)?(?: (?:him|her|them|us|◇))?(?: (?:the|our|a|an|my|that|their))?(?: \\w+)? (?:quote|quotation|proposal|offer|bid|pricing|estimate|tender)
      (?:quote|quotation|proposal|offer|bid|estimate|pricing|tender)(?:'s| is| was| has been| got| just| already| been)* re-?(?:sent|submitted|issued|presented|mailed|emailed|sent over)
      (?:quote|quotation|proposal|offer|pricing|bid) (?:walk-?through|walk-?thru|presentation|review|read-?out|run-?through|debrief|pitch)
      (?:talked|walked|took|stepped|guided|ran|led|taking|walking|talking) (?:◇|him|her|them|◆)(?: and (?:◇|\\w+))? (?:through|thru|over) (?:the|our|my)(?: \\w+)? (?:quote|quotation|proposal|offer|pricing|bid|numbers|estimate)
      (?:submitted|lodged|filed|put in|handed in|uploaded|dropped off) (?:the|our|a|my)(?: \\w+)? (?:tender|bid|response|rfp|rfq|quote|proposal|offer)(?: response)? | (?:dropped|took|brought|posted|ran|carried|couriered) (?:the|our|a|my)(?: \\w+)? (?:quote|proposal|offer|estimate|bid)
      (?:wants?|wanted|needs?|asked for|asking for|'d like|would like) (?:a |an |the )?(?:second|new|third|other|shorter|longer|simpler|leaner|cheaper|different|revised|slimmed[- ]down|cut[- ]down) (?:version|variant|option|cut|edition) (?:of|for|to) (?:the|our)
      (?:proposal|offer|quote|quotation|estimate|pricing)(?: \\w+)? (?:is |has been |'s )?(?:on (?:his|her|their) desk|in (?:his|her|their) (?:inbox|hands|court)) | (?:has|have|had) our (?:offer|quote|proposal|pricing|number)
      priced (?!in|out|to)[^,.]{1,30} (?:at|for) ¤ | (?:presented|pitched) (?:it |this |our \\w+ )?to (?:◇|◆|him|her|them|(?:the|their|his|her) (?:board|team|committee|boss))
      (?:asked for|asks for|asking for|wants?|wanted|needs?|needed|'d like|would like|requested) (?:the|our|his|her|their|that|a) (?:quote|quotation|proposal|offer|bid|pricing|estimate|tender) (?:to be )?(?:re-?\\w+|split|changed|updated|amended|adjusted|broken (?:down|out|up)|itemi[sz]ed|done again|trimmed|shortened|translated|corrected)
      (?:tender|bid|response|proposal|offer|quote)(?: (?:for|to|at) ◆)?(?:'s| is| are) in(?=[\\s.,;!]*$|,)`,
  }),
  needs: cue({
    zh: `(?:scope|需求|范围|要求)[^,，。]{0,4}(?:没|未|不)(?:lock|freeze|锁|定|clear|清楚|明确) | (?:了解|摸清|搞清楚?|弄清楚?|梳理|捋|理|对|记)(?:了)?[捋理对记]?(?:一?下|清楚)?(?:了)?[◆◇他她客户们的现有]{0,6}(?:需求|要求(?!我)|现状|痛点|现有系统|业务流程) | 发来(?:了)?[^,，。]{0,3}需求 | 想知道(?:我们|咱们?)(?:能|可以)
      (?:主要|想|希望)(?:是)?(?:想|要|先)?解决[^,，。]{2,} | (?:统计|盘点|摸底|汇总|收集|梳理)(?:一下|下|了)?[^,，。]{0,10}(?:几|多少|哪些|需要|需求|数量|用量) | (?:还在|在|还没)想(?:好|清楚)?(?:要|上|用|做)?(?:哪些|什么|啥|几|多少) | 调研(?:了|一下|下)*[^,，。]{0,8}(?:现状|流程|业务|使用|痛点|需要)
      (?:具体|到底)(?:要|需要|想要)(?:什么|啥|哪些|几|多少)[^,，。]{0,6}(?:得|要|待|等|回去)[^,，。]{0,10}(?:捋|理|商量|问|定|想|整理|确认|碰) | (?:没|不)(?:有)?(?:想|确定|定|决定)(?:好|清楚|下来)?(?:要|用|选|买|上)?(?:哪|什么|多少|几)(?!天) | (?:有|几处|部分|一些|不少)[^,，]{0,8}没(?:写|说|讲|定|列|想)(?:清楚|明白|全|好) | 需求(?:清单|表|文档|说明书?|书)[^,，。]{0,8}(?:发|列|整理|给|没|还) | (?:要|想要|需要|看中|想上)的是[^,，。]{1,14}(?:不是|而不是) | (?:具体|到底)(?:要|需要|用|上|买|做)?(?:多少|几|什么|哪|型号|数量|规格|参数|配置)[^,，。]{0,12}(?:没|还在|待|再|不)(?:想|定|确定|明确|清楚|算|理|报) | 痛点 | 摸(?:了)?(?:一下|摸)?底 | (?:还|先)?(?:没|不)(?:想|搞|弄)(?:清楚|明白|好)[^,，。]{0,4}(?:要|需求|做|用) | 需求[^,，。]{0,6}(?:还|在|再|要)?[^,，。]{0,3}(?:捋|理|抠|定不|没定|想|摸|收|对齐|不明确|没想|改来改去) | (?:捋|理|对|摸)[^,，。]{0,4}需求
      需求.{0,8}(?:梳理|细化|沟通|确认|调研|明确|清晰|整理|收集|讨论|澄清|对|摸|聊|不清)
      (?:梳理|细化|沟通|确认|调研|明确|收集|摸|了解|澄清|整理|聊了?(?:一下)?|对)(?:了|一下|他们的?|客户的?|具体的?|清楚)*需求`,
    en: `(?:can't|cannot|not|haven't|hasn't|yet to|still) (?:decide[d]?|deciding|settle[d]?)(?: yet)?(?: on)? (?:which|what|how many|between) | (?:a few|some|several|still|many|lots of) (?:unknowns|open (?:questions|points|items)|gaps|tbcs?|tbds?) | (?:over|through) the (?:\\w+ )?(?:spec|specs|requirements|scope|brief)(?! is signed) | (?:work(?:ing)? out|figur(?:e|ing) out|not sure|unsure|decid(?:e|ing)|unclear|don't know|still deciding)(?: yet)?(?: on)? (?:exactly )?(?:what|how many|which) (?:\\w+ )?(?:they|he|she|it)?(?:'d)? ?(?:need|want|require) | scop(?:e|ed|ing)(?: out)? (?:requirements|reqs|the (?:project|job|work|needs)) | pain points? | needs analysis | (?:requirements?|reqs|needs|specs?|scope)[^,.]{0,20}(?:being|still|to be|not yet|in flux|open|growing|worked out|clarified|defined|firm(?:ed|ing) up) | (?:(?:finali[sz]|settl|refin|narrow|nail|pinn|firm|writ|tying|sort|spec|prioriti[sz]|work|hammer|iron)\\w*(?: down| out| up| off| through)?|draw(?:ing|n)? up|put(?:ting)? together|clarif(?:y|ying|ied)|gather(?:ing|ed)?|collect(?:ing|ed)?|work(?:ing)? (?:out|through|on)|scop(?:e|ing)|defin(?:e|ing)|discuss(?:ing|ed)?|captur(?:e|ing)|figur(?:e|ing) out|understand(?:ing)?|map(?:ping|ped)?(?: out)?|firm(?:ing)? up)[^,.]{0,24}?(?:requirements?|(?:test|use) cases|(?:acceptance )?criteria|parameters|quantities|wish-?list|needs?|what they (?:need|want)|specs?|scope|reqs)
      requirements? (?:gathering|workshop|discovery|are being|being|still|phase)
      discovery (?:call|session|meeting|phase|workshop)
      what (?:◆|◇|his|her|their|the)(?:'s)?(?: \\w+){0,2} (?:actually |really )?(?:needs?|wants?|requires?|must have) | must-?haves | wish-?list | where (?:it|the shoe) (?:hurts|pinches) | (?:spec|specs|specification|brief|scope|requirements)(?: list| doc)? together | current (?:process|set-?up|workflow)|their (?:process|workflow|set-?up)(?= and)
      (?:collect|gather|list|note|write down|take down|go through)(?:s|ed|ing)? (?:now )?(?:the |all |her |his |their )?(?:requirements?|needs|specs?|use cases)
      asked (?:◇|him|her|them) [^,.]{0,24}questions (?:about|on) | (?:went|going|go|gone|talked|ran) (?:over|through) (?:his |her |their |all |some )?(?:\\w+ )?(?:requirements?|specs?|needs|scope) | (?:not|\\w+n't) (?:quite |really )?sure(?: yet)?(?: about| of)? (?:what|how many|which)(?: \\w+)? (?:s?he|they|◇)`,
  }),
  contacted: cue({
    zh: `(?:头回|头一回|第一回|头次)打交道 | 接上头 | (?:第一次|初次|首次|头一回|头一次)(?:去|到|上门|来)◆ | (?:第一次|初次|首次|头一回|头一次)[^,，]{0,3}(?:搭(?:上)?话|说上话|对上|加上|联系上|碰头) | (?:第一次|初次|首次|头一回|头一次|初步)(?:接触|见面?|联系|拜访|通话|沟通|通了?话|通电话|打交道|碰面|聊) | 第一次.{0,6}(?:话|面|聊|见) | 刚(?:接触|认识|搭上)
      (?:认识|接触)(?:了|上)(?:一下|了)?`,
    en: `first time (?:we(?:'ve| have)?|i(?:'ve| have)?|meeting|speaking|talking|we met) ?\\w* | (?:first|initial|intro(?:ductory)?) (?:contact|call|meeting|chat|conversation|touch|talk|outreach|conversation)
      introduced (?:myself|ourselves) | intro call | cold call(?:ed)? | made contact | met for the first time
      first (?:ever )?(?:contact|touch|hello|conversation|time (?:we|i)) | 1st (?:contact|call|meeting|chat|touch|mtg|conversation) | (?:got|was|were|been) introduced to | told (?:him|her|them) (?:who we are|what we do|about (?:us|our company)) | (?:said|say) hello | introduced (?:the |our )?(?:company|firm|us|product|products|team)
      for the (?:very )?first time | first time(?=[\\s.,;!]*$)`,
  }),
} as const;

/** The other side says yes, and nothing else. */
export const ACCEPTED = cue({
  zh: `^(?:然后|最后|不过)?(?:他|她|对方|客户|◇|◆|那边)?(?:们|那边)?(?:也|就|都|已经?)?(?:说|表示|回复?|点头说|讲|口头)?(?:行|可以|好|ok|没问题|同意|接受|认|没意见|点头|答应|能接受|没说啥)(?:的|吧|了|啦)*[。!！]?$`,
  en: `^(?:and )?(?:◇|he|she|they)?(?:'s| is| was|'re| are)? ?(?:said |says )?(?:yes|ok|okay|fine|deal|agreed|accepted|happy|happy with (?:that|it)|took it|fine with (?:that|it)|good with (?:that|it)|works for (?:him|her|them)|that works)(?=[.!]*$)`,
});

/** The stages by name, for "改到谈判阶段". */
export const STAGE_NAMES = {
  won: cue({ zh: '赢单|成交|签约阶段|已签', en: 'won' }),
  lost: cue({ zh: '输单|丢单|流失', en: 'lost' }),
  negotiation: cue({ zh: '谈判|商务|议价|合同阶段', en: 'negotiation|negotiating|negotiate|contract stage' }),
  proposal: cue({ zh: '报价阶段|方案阶段|提案|方案|报价', en: 'proposal|quote|quoted|proposed' }),
  needs: cue({ zh: '需求', en: 'needs|needs analysis|requirements|discovery|qualification|qualified' }),
  contacted: cue({ zh: '初步接触|接触|初期', en: 'contacted|contact|first contact|prospecting' }),
} as const;

/** Denies what the same clause says of a stage. */
export const NOT_SO = cue({
  zh: `没(?:有)?(?:签|成|拿下|报价|中标|给报价|发报价|还价|收到|下单)|还没|尚未|未(?:签|定|报|下)|别听|不是|谁说|没签|没谈(?:钱|价|具体)|先不(?:谈|报|签)|不谈|报价先`,
  en: `(?:not|n't|never) (?:yet |even )?(?:made|given|prepared|done|issued|submitted|shared|presented|got|had|seen|opened|received)(?: \\w+){0,2} (?:quotes?|quotations?|proposals?|offers?|pricing|bids?|price|order|po|contract)
      (?:not|n't|never|no|nobody|nothing) (?:yet |been |been a |a |got |have |has |we |they )?(?:quote|quoted|sign|signed|send|sent|propos\\w+|agreed|order|deal|close|closed|won|lost|win|negotiat\\w+)|no deal|unsigned|isn't signed|wasn't
      (?:nothing|none|nobody|no one|not)(?:'s| is| has been| was| has)(?: \\w+)? (?:signed|agreed|closed|done|final|placed|ordered)`,
});

/** Signing or the customer's order is what the clause awaits. */
export const CLOSING = cue({
  zh: `走章|签(?!收|到|证|名|字笔)|(?:能|可以|会|要|有望|争取|应该|预计)(?:敲|拍)?定(?!位|制|金|期)|(?:能|会|可以|应该|预计)(?:批|签|定|走|下)?(?:下来)|(?:这单|那单|单子?|项目|商机|合同)[^,，]{0,6}(?:拖|推|延|挪|推迟|顺延)(?:到|至)(?=◷)|定标|下(?:单|订|定)|落单|成交|拍板|定下来|关单|(?:下|来)订单|走完(?:审批|流程)|审批(?:完|下来|通过)|结单|赢单|拿下`,
  en: `slip(?:s|ped|ping)? (?:to|into|out)|sig(?:nature)?s?|paperwork (?:done|back|signed)|sign(?:s|ing|ed|ature)?|clos(?:e|es|ing)(?: date)?|order(?:s|ing)?(?! form)|po(?! box)|purchase order|decid(?:e|es|ing)|decision|commit|award|deal done|ink|book(?:ing)? it|pull the trigger|go ahead|get it done|over the line`,
});

/** Our own paperwork around a signing: a step, no awaited signing. */
export const OUR_PAPERWORK = cue({
  zh: `(?:寄|发|送|改|起草|拟|做|准备|盖|打印|带|出|补|整理|审|扫描|过).{0,6}(?:合同|协议|发票|草稿)|(?:合同|协议|草稿).{0,10}(?:寄|发|送(?!来)|改|拟|盖|打印|带|出|补|传|给(?:他|她|◇|过去))`,
  en: `(?:send|draft|prepare|review|redline|mail|bring|email|get|revise|print|forward|share)[^,.]{0,30}?(?:contract|agreement|paperwork|msa|sow|form|docs)`,
});
