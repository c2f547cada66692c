import { cue } from '../glyphs.ts';

const CHINESE_ACTIONS =
  '给|发|寄|送|去|出(?!差|来|去|了|席)|做|提交|提供|交(?!流会|情|易)|约|联系|回访|跟进|跟踪|见|谈|聊|拜访|打(?:电话|给|个|过)|电话|报(?:价|销|个|一|方案|名)|改|回(?:复|电|话|他|她|◇|个)|答复|演示|培训|装|验收|开(?:会|发票|票|个|具)|准备|整理|写|补|盯|开始|启动|联调|进场|带|安排|对接|签|调研|上门|处理|确认|问|催|收款|回款|发货|测|试|搞|弄|看|查|组织|接待|订|买|办|汇报|对(?:一下|账|接)|落实|重开|升级|更新|过去|派|找|搭|部署|上线|交付|汇总|拿|取|走(?:流程|一趟|完)|讲|过一遍|碰|复盘|沟通|敲定|推进|盖章|重新|吃饭|见面|喝|提供|验证|调(?:试|完|好|通)|开(?:通|好|账号|权限)|复测|陪同|跟一?下|盯一?下|聊一?下|碰一?下|弄|办|再(?:打|去|约|试|聊|谈|跟|问|联系|说|过去|发|送|来|碰|拜访)|报销|到(?:现场|他|◆|客户)|参加|陪|请|介绍|评审|盘点|续(?:约|签|费)|付|退|换|修|报';
const ENGLISH_ACTIONS =
  'send|call(?! (?:report|notes|recap|summary|log|minutes))|ring|phone(?! (?:conv|chat|call|meeting|w\\/|with|talk|catch))|ping|e-?mail|mail|text|follow[ -]?up(?! (?:call|meeting|mtg|visit|chat|zoom|session|demo|conversation) (?:w|with|at|went|was))|f\\/?u(?:p)?|f\\/up|check|book|schedule|prepare|prep|draft|set up|arrange|get|give|share|remind|renew|finish|finali[sz]e|review|update|write|submit|bring|order(?! (?:by |in |on |for )?◷| for sure| soon| expected| coming)|ship|invoice|chase|try|retry|circle back|touch base|reach out|visit(?! (?:report|notes|recap|summary|log|minutes))|meet|deliver|loop in|introduce|confirm|revisit|nudge|message|dm|slack|circulate|connect|resend|print|buy|revert|follow(?![ -]?up)|catch up|sync|pick up|drop off|drop by|drop (?:it|them|this|that|some|the|a)|turn it|demo|present|sign(?! (?:(?:by|before|in|on|around|end of) )?◷| hopefully| soon)|pay|file|complete|collect|organi[sz]e|plan|look into|find|talk to|speak to|speak with|go back|come back|swing by|stop by|put together|work on|redo|fix|quote|price|mock up|run|do|start|install|train|onboard|expenses|make|hand|post|upload|forward|answer|reply|respond|research|build|create|test|turn (?:it )?around|revise|redline|rework|amend|escalate|investigate|provide|resolve|sort(?: out)?|dig (?:out|up)|pull together|firm up|nail down|pin down|square away|cost up|work up|knock (?:up|out)|whip up|rustle up|line up|lock in|tee up|get back|loop back|check in|knock together|walk|show|host|invite|ask|tell|let(?! (?:me |you )?forget)|grab';

/** The customer, or a boss, asks our side to do something; what follows is the step. */
export const REQUEST = cue({
  zh: `要(?:他|她)(?=.{0,3}◷) | (?:要求|希望|盼|催)(?=(?:尽快|赶紧|在|◷|之?前|以前|之内|\\s){0,4}(?:提供|提交|给|出|发|交|补|做|安排|派|完成|整改|寄|送|来|报|准备|回复|反馈|答复|确认|改)) | (?:想|说|还|就|又|要)?(?:让|要求|要|叫|请|催|希望|麻烦|拜托|嘱咐|喊|吩咐|交代|安排|通知|委托|派|需要|约|邀请|叮嘱|吩咐)(?:了)?(?:我们|咱们|我方|我司|我这边|这边|我|咱|◈|你们)(?:的人|公司|这边)?(?!报的|的|让)
      (?<!不)让(?=[◷再把带给先尽重写发提补改准报寄送加找安试联]|出(?!去|来|利|差)|做(?!主)|来(?!了)) | 让他(?=.{0,3}◷) | (?:要|得|需)(?=◷.{0,6}(?:给|发|出|交|提)) | (?:交给|由|安排|辛苦|麻烦|@)◈ | ^◈[,，:：]?(?=.{0,24}(?:你|盯|催|帮|记得|跟一下|处理|弄|准备|负责)) | 你(?:来)?(?=盯|跟一|催|弄|处理|负责|准备|安排|去|把|帮|联系) | ^(?:请|麻烦|帮我|帮忙|把)(?!.{0,30}[了啦咯])`,
  en: `(?:can|could|would|will) (?:you|u|ya|we)(?: guys)?(?: pls| please)?(?= (?:come|pop|swing|send|call|quote|visit|bring|share|email|drop|ship|resend|revise|join|present|check|confirm|prepare|arrange|book|fix|look))
      ◈,? (?:pls|please|kindly)(?: to)? | (?:has |have |had |'s )?(?:asked|asks|asking|told|tells|wants?|wanted|needs?|needed|expects?|would like|requested|invited|begged|reminded|said) (?:me|us|◈) (?:to|for)
      (?:asked|asks|asking|wants?|wanted|needs?|needed|invited|begged) (?:me|us|◈) (?:back|over|there|in|out)(?! lunch| coffee| dinner| drinks| the phone)
      (?:asked|asking|asks) (?:for|if we can|if we could|that we)
      (?:have|get|ask|let|tell|make sure) ◈(?: to)?
      (?:told|asked|said|requested|advised)(?: me| us)? to(?= (?:come|call|visit|send|share|submit|meet|check|follow|revert|resend|wait|bring|give|quote))
      said(?: to)?(?= (?:try|call|come|check|follow|ping|send|get|circle|reach|touch))
      (?:she|he|they)(?:'d| would) like (?:us to|me to|to see|to get|to have|a)
      (?:can|could|would|may) (?:we|they|i|she|he) (?:have|get)(?= (?:someone|somebody|a|an|the|our|one|you|it|that|some|◈))`,
});

/** The customer wants something that we make: a quote, a demo, a contract. */
export const WANT = cue({
  zh: `(?:要|等|wants?|needs?)(?:一?[份个台])?\\s?(?:(?:updated|revised|new|final|formal|latest|signed)\\s)?(?:quote|quotation|proposal|pricing|contract|samples?|invoice|deck|brochure|datasheet|nda|poc|trial) | (?:wants?|needs?|asked for)\\s?[^,，a-z]{0,4}(?:报价|方案|演示|样品|样机|合同|资料|试用|发票|参数表|说明书|案例) | 要(?:求)?(?:我们)?(?:按|分|把|单独|重新|再|另外)[^,，了]{0,8}(?:报价|报个价|方案|合同|清单|预算) | (?:他|她|对方|客户|◇|那边|◷|还|也|^)[^,，]{0,6}(?:想要|想看|想听|要(?![看审过签走批改先])|需要|等着?要|催)(?:我们?的?)?(?:一?[份个版套张下次场])?(?:新的?|正式的?|详细的?|简单的?|最新的?|完整的?|书面的?|盖章的?)?[^,，了过]{0,4}(?:报价|方案|演示|demo|样品|样机|小样|合同|资料|材料|案例|脚本|发票|对比表|模板|清单|手册|图册|目录|册子|白皮书|纪要|样书|样卡|色卡|报告|资质|授权书|链接|参数表|规格书|收据|介绍|ppt|彩页|说明书|证书|标书|图纸|效果图|试用|排期|明细|说明|文档|协议|证明|答复|名单|账号)`,
  en: `wants? (?:it|that|this|them) (?:split|in writing|done|broken|itemi[sz]ed|translated|resent|redone|re\\w+ed|(?:\\w+ )?(?:sent|changed|updated|extended|moved|added|removed|simplified|shortened)) | (?:needs?|wants?|requires?|expects?|asked for|asking for) (?:our|the|a|an|some|his|her|their|this|that|another|one) (?!discount|price cut|better)[^,.;◷]{2,40} ?◷ | (?:wants?|wanted|needs?|needed|requested|requests|asked for|asking for|(?:he|she|they)'d like|would like|looking for|expects?|expecting|waiting (?:for|on)|(?<!went |came |in |over |drove |back |round )to see|to get)(?!s? (?:in|into) the (?:contract|agreement))[^,.]{0,40}?(?:quote|quotes|quotation|pricing|prices|price list|proposal|draft|contract|agreement|demo|demonstration|samples?|deck|brochure|case stud(?:y|ies)|references?|specs?|spec sheet|datasheet|docs?|documentation|info|information|questionnaire|trial|pilot plan|invoice|sow|msa|nda|order form|revis(?:ed|ion)[^,.]{0,12}|version|estimate|breakdown|plan|timeline|report|slides|template|(?:user |install(?:ation)? )?guide|manual|handbook|price ?list|minutes|layout|drawings?|licen[cs]es?|receipt|statement|schedule|link|login|white ?paper|one-?pager|summary|comparison|datasheets?|swatch(?:es)?|pro-?forma|coa|msds|catalog(?:ue)?|certificates?|replacements?|walkthrough|tour|follow-?up|call back|roadmap|business case)
      (?:wants?|wanted|would like|'d like|needs?|needed) (?:it|this|that|them|the [\\p{L} ]{2,24}?) (?:explained|presented|demonstrated|shown|quoted|re-?\\w+ed|re-?done|delivered|installed|measured|confirmed|printed|laid out|written up|spelled out|walked through|priced|costed|fixed|checked|tested|sent)(?! (?:off|by (?:his|her|their)))
      (?:wants?|would like|'d like) to see (?:it|that|this|the \\w+|us|me) again`,
});

/** A demand for money off is the customer's wish, no step of ours. */
export const PRICE_DEMAND = cue({
  zh: `(?:再)?降(?:降|一降) | 再(?:降|少|便宜|低|优惠) | (?:让|叫|要)(?:我们|咱们?|我)?(?:再|多)?(?:想想|想办法|压压|降降|让让|考虑|等等|压一压|想一想) | 让(?:我们|咱们?)?(?:再|多)?(?:让|降|优惠)?[一二两三四五六七八九十几半\\d]+个?点|抹(?:个|掉|去)?零|减到|降到|让到|压到|让利|便宜|优惠|降(?:价|点|到|低|个|一)|打折|折扣|再低|少点|抹零|让(?:点|步|一步|个|几)|压价|账期|返点`,
  en: `(?:do|get to|go to|match|accept) (?:it (?:for|at) )?¤|go below|go lower|go under|undercut|beat (?:it|that|them|their)|trim|sharpen|reduce|cut (?:it|the|our)|bring (?:it|that) down|match | \\d+ ?% (?:off|discount)|discount|cheaper|lower(?: price)?|better price|come down|price cut|money off|more time|terms at|(?:another|an? (?:extra|additional|further)|extra|additional) ¤(?! (?:quote|order|proposal|version))|¤ (?:extra|more|on top)`,
});

/** Our own side says what it will do. */
export const PLEDGE = cue({
  zh: `(?:我们|咱们|我方|我司|我这边|我|咱|(?<![跟和与同带陪叫])◈)(?:也|就|会|只要|只需|得|要|需要|来|还要|先|马上|尽快|准备|打算|计划|答应|承诺|负责|回头|晚点|稍后|今晚|这两天|这就|再|到时候?|争取|抽空|◷|去|这边|跟|给|把|和|出|\\s){1,4}
      (?:我|我们|咱们?)(?:说|答应)?(?:回去|回来|回公司)(?:再|就|先)?(?=[算核查问看做准整写改跟和找给发商]) | (?:我|我们|咱们?)(?:说|答应|承诺)(?:了)?(?=◷) | (?:答应|承诺)(?:了)?(?:他|她|他们|对方|◇|客户)? | (?:回头|晚点|稍后|接下来|下一步|下周|改天|过两天)[:：]?(?!他|她|对方|客户|◇)
      ^先(?:去)?(?=给|把|跟|约|寄|发|做|出|报)(?!.{0,20}[了过])
      ^(?:有空|抽空|得空|找个?时间|改天)(?:再|就|去)*(?=给|去|把|跟|和|找|约|发|送|寄|打|问|见|聊|拜访|看)
      (?:记得|别忘了?|千万|务必|待办|todo|备忘|还要|还得|要|需要|得)(?=再?(?:给|去|把|跟(?!着)|和|问|对|发|约|找|联系|准备|寄|送|提交|安排|整理|催|跟进|做|写|打|补))`,
  en: `^us: | ^(?:the |our )?(?:formal |revised |final |new |updated )?(?:quote|proposal|offer|contract|drawings?|samples?|invoice|report|draft|deck|plan|paperwork|docs?|spec) (?:goes|go|going|to go|to follow|follows|to (?:him|her|them|◇)|out to (?:him|her|them|◇))(?! through)(?=.{0,20}◷) | ^(?:and |then |so |but )?will (?:also |just |then )?(?:${ENGLISH_ACTIONS}) | (?:i|we)(?:'ve| have) (?:to|got to)(?! (?:say|admit)) | (?:i'm|i am|we're|we are) (?:also )?to | (?:i|we) (?:${ENGLISH_ACTIONS})(?=[^,.]*◷) | (?:i|we)(?: would|'d)(?! (?:like|love|be happy|say|think)) | (?:i'm|i am|we're|we are) [a-z]+ing(?! (?:at|with|for|on the)) | (?:will|'ll) have | (?:i|we)(?:'ll| will| shall|'m going to|'re going to| am going to| are going to|'m gonna| gonna| need to| have to| must| should(?: also)?| owe| promised(?: to)?| gotta|'ve got to| agreed to| can| plan to)
      (?:i|we) (?:am|are) to | promised (?:him|her|them|◇)(?: to)? | promised to | (?:i'm|i am|we're|we are|am) [a-z]+ing(?! (?:at|with|for|on the)) | (?:will|'ll) have
      (?:i )?owe (?:him|her|them|◇)
      ◈ (?:also )?(?:${ENGLISH_ACTIONS}|follows up|touches base|reaches out|catches up|gets back)s?(?=[^,.]*◷)
      ◈(?:(?: is|'s)? (?:gonna|going to|about to)|'ll|'d| will| would| to| can| is going to| should| is to|'s going to| needs to| has to)
      (?:^|[\\s,.])(?:(?:need|have|got|going) to|gotta|gonna)
      will(?: also)?(?= (?:send|call|retry|follow|try|get|prepare|draft|email|ping|circle|check|share|put|set|book|chase|revert|do|bring|visit|reach|talk|meet|update))
      (?:remember|don't forget|remind me) to | to-?do:? | to do: | next steps?:? | action(?: item)?s?: | let's
      should also
      ^(?:and |so |then |but )?(?:i |we )?(?:should|ought to|better|best|had better|'d better|might as well) (?:${ENGLISH_ACTIONS})`,
});

/** The customer's own words that ask something of us: 能不能后天给我, can you send it over. */
export const THEY_ASK = cue({
  zh: `(?:能不能|能否|可不可以|可以|麻烦|请|帮(?:我|忙|们)|方便|最好|务必|记得|尽快|能)[^。]{0,16}(?:给|发|寄|带|送|传|提供|出|报|安排|确认|补|过来|来一趟|寄出|弄|改|换|做|回|打|派)
    (?:给|发|寄|传|带|报|回)(?:给|个)?(?:我|我们|咱们?)(?!的) | (?:发|寄|带|送)(?:过来|一份|我) | 报个价 | 来(?:一)?趟 | 重(?:新)?(?:做|出|报|发|寄|开)(?:一)?[下份版批]`,
  en: `(?:can|could|would|will) (?:you|u|ya) | please | pls | plz | kindly | need (?:you|u) to | (?:send|email|give|get|show|call|bring|ship|quote) (?:me|us) | send (?:it |that |this |the [^.]{1,20})?(?:over|through|across) | let (?:me|us) (?:know|have) | waiting (?:for|on) (?:your|the)`,
});

/** A date has been fixed with the customer. */
export const APPOINTMENT = cue({
  zh: `约(?:好|定|了|在|到|的(?:是)?|他|她|◇)*(?=.{0,6}◷) | (?:定|敲)(?:在|于|好|了|到|下)*(?=\\s?◷)
      (?:见面|会议|会|评审会?|演示|拜访|培训|安装|验收|交流)?(?:推|改|延|挪|提前|顺延)(?:迟|期|后)?(?:到|至|在)(?=◷)
      下次(?:见面|会议|沟通|拜访|电话)?(?=.{0,6}◷)`,
  en: `(?:next|another|follow-?up|kick-?off|second|third|final) (?:call|meeting|mtg|demo|visit|session|chat|step|catch[ -]?up|zoom|review|sync|workshop)?(?=.{0,20}◷)
      (?:meeting|call|demo|visit|review|session|speaking|talking|catching up|seeing (?:him|her|them|◇)|going back|back there)(?: again)?(?: is)?(?: set| booked| scheduled| fixed| arranged)?(?: for| on| at)? ?(?=◷)
      new (?:date|time|slot|day)(?: is| set)?:?(?: for| on)? ?(?=◷)
      (?:set|(?:re-?)?booked|re-?arranged|re-?scheduled|scheduled|agreed|fixed|arranged|pencilled|penciled)(?: up| in| it)?(?: a| another| the| to)?.{0,30}?(?:for|on|at)? ?(?=◷)
      (?:meeting|mtg|call|demo|visit|review|session|site visit|appointment|slot|it)(?: is| was| has been| got|'s| been)? (?:moved|preponed|postponed|pushed|rescheduled|shifted|brought forward|bumped|put back)(?: up| back| out)? (?:to|for|till|until) ?(?=◷)
      (?:moved|pushed|shifted|rescheduled|postponed|brought forward|bumped|put off)(?: back)?(?: our| the| my| this| that| his| her| their)?(?: \\w+)? (?:meeting|mtg|call|demo|visit|review|session|appointment|lunch|catch-?up|workshop|training|it|us)(?: back| forward| out| up)? (?:to|for|till|until) ?(?=◷)
      kick-?off(?=.{0,6}◷)
      ^(?:and |then |so )?(?:shipping|posting|couriering|invoicing|quoting|returning|submitting|trying|retrying|ringing|chasing|meeting|revisiting|emailing|dropping|delivering|installing|popping|heading|calling|seeing|visiting|going|sending|following up|speaking|demoing|presenting)(?=.{1,40}◷)
      (?:we|i)(?:'ve| have|'re| are)? (?:said|settled on|landed on|agreed on|plumped for|fixed on|down for|on for|booked in for) (?=◷)`,
});

/** Verbs of what a seller does next. */
export const ACTION = cue({ zh: CHINESE_ACTIONS, en: ENGLISH_ACTIONS });

/** An English clause that begins with the bare verb tells what to do; "call with Dana" does not. */
export const IMPERATIVE = new RegExp(
  `^[\\s,:]*(?:(?:and|then|also|so|but|pls|please|next|to)[\\s,:]+)*(?:(?:touch base|circle back|check back|reach out|speak|talk) (?:w\\/|with|to) .*◷|(?:${ENGLISH_ACTIONS})(?![\\p{L}\\p{N}'])(?!\\s+(?:me|us)(?![\\p{L}]))(?!\\s*(?:[:✉☎¤]|(?:[.,;)]*$|with|w/|from|in from|back from|over from|went|was|is|too|ok|okay|fine|agreed|good|so high|so much|isn't|wasn't|today|yesterday|this morning|call|msg|message|meeting|update|for ◆|for ◇|on ◷|at|of|by ◆|by ◇|@ ?◆|@ ?◇|to ◆|to ◇|expected|due|pending|needed|received|came|needs?|must|has)(?![\\p{L}]))))`,
  'iu',
);

/** What is to be handed over; with a due day it is a step by itself. */
export const DELIVERABLE = cue({
  zh: `报价|方案|样品|样机|合同|资料|材料|案例|脚本|发票|清单|标书|图纸|文档|协议|答复|计划|预算|周报|月报|报告|纪要`,
  en: `quote|pricing|proposal|draft|contract|demo|samples?|deck|brochure|references?|invoice|sow|msa|nda|order form|estimate|report|slides|paperwork|agreement|expenses|artwork|offer|layout|drawings?|price ?list|spec sheet|datasheet|template|mock-?up|catalog(?:ue)?|write-?up|costings?|(?:new|revised|updated|final|next) (?:plan|version|figures|numbers|prices|spec|schedule)`,
});

/** Points back at the step before it: "i'll do it", 负责那天接待. */
export const SAME_STEP = cue({
  zh: `^(?:◷|之?前|以前|务必|必须|要|得|给|他|她)*(?:开|装|印|改|测|订|写|弄|做|备|画)(?:好|完|出来)$ | ^[^,，]{0,2}(?:我|我们|咱)?(?:这边)?(?:说|答应|承诺|回|同意|应|允|他|她|他们|对方|◇|就|会|可以|争取|得|要|◷|之?前|内|了|也|再|尽量|最晚|最迟)*(?:给|发|交|弄|出|做|寄|回|提供|搞定|送|报|补|拿)(?:他|她|它|他们|过去|出来|给他|给她|到)?(?:吧|哈|哦)?$|^(?:◷|\\s)*能(?:不能)?(?:寄|发|给|做|弄|出|交|送|到)(?:出|好|完|过来|货)?[吗不么]?[?？]?$|你(?:来)?(?:回|弄|跟|盯|处理|办|搞|负责|对接)(?:一?下|吧)?$|^.{0,4}◈.{0,3}(?:来做|来弄|负责|去办|跟进|处理)$|由◈|◈负责|让◈负责`,
  en: `^(?:and )?(?:it |this |that )?(?:to be|must be|needs to be|should be) (?:shared|sent|given|submitted|done|made|issued|provided|delivered)(?: \\w+)?(?=[\\s.◷]*$) | (?:drop|post|turn|bring|pop|e-?mail|forward|mail|courier|ship|fire|ping|whip|knock|bash|bang|pull) (?:it|that|this|them|those|one)(?: off| round| around| over| across| back| out| up| through| together)? | (?:do|send|handle|take|own|run|prep|prepare|draft|put|get|deliver|set|write|lead) (?:it|that|this|them|those)(?: one)?|to set it up|^(?:so |and |pls |please )*remind me(?: (?:to|about|of))?(?: (?:it|that|do (?:it|that|so)))?(?: then| pls| please)?(?=[\\s.!]*$)|on it|take care of (?:it|that)|will handle|to handle|can do that
      ◈(?: is|'s| will|'ll)? (?:going|go|on it|cover(?:s|ing)?(?: it)?|do(?:es|ing)? (?:it|that)|tak(?:e|es|ing) (?:it|that)|handl(?:e|es|ing) (?:it|that))(?=[\\s.!]*$)`,
});

/** A message that opens so is about things to do. */
export const REMINDER = cue({
  zh: `^[^,，。]{0,10}(?:提(?:醒)?我(?=.{0,12}(?:打|给|去|联系|回|发|约|跟|开|见|问|追|催|找))|提醒(?:一下)?(?:我|大家|◈)?|记得|别忘了?|待办|备忘|设个提醒|加个(?:任务|待办|提醒)|建个(?:任务|待办)|新(?:建|增)(?:任务|待办)|任务[:：]|todo)|别忘了?[。!！\\s]*$|提醒(?:一下)?我(?!了)|remind ?我|(?:帮我)?记(?:一)?(?:下|个)?(?:事|待办|任务)|别(?:让我|给我)?忘了?|^[^,，。]{0,6}(?:叫|喊|闹)(?:一下|一声)?我(?=.{0,12}(?:打|给|去|联系|回|发|约|跟|开|见|问|提))`,
  en: `^(?:pls |please |can you |hey )?(?:remind (?:me|us|◈)|set a reminder|reminder|to-?dos?:?|tasks?:|new task|add (?:a )?(?:task|to-?do|reminder)|(?:create|set|make|log|put in|open|enter|file)(?: me| up)? (?:a |an |another )?(?:new )?(?:task|to-?do|reminder|action item)|note to self|don'?t (?:let me |you )?forget|(?:ping|nudge|poke|bug|prod|wake|jog) me (?:at|on|in|about|to|◷)|remember to|i need to|i have to|schedule)|(?:pls|please|kindly) remind(?: me)?[.!]*$|remind me`,
});

/** The same beside what else a message tells. */
export const REMIND_ME = cue({
  zh: `提醒(?:一下)?我(?!了)|remind ?我`,
  en: `remind me|^(?:and |so |then |pls |please )*(?:ping|nudge|poke|bug|prod|jog) me (?:on |in |at )?◷`,
});

/** The other side as the subject: its step, not ours, unless it asks us. */
export const THEIR_SUBJECT = cue({
  zh: `^[\\s,，]*说(?!好|定|服|明|过|是让|让|叫|要我|请|妥)(?!.{0,8}(?:让|叫|请|催|麻烦|希望|要)(?:我|咱))|^[\\s,，]*(?:后来|然后|不过|但是|而且|◷|说|预计|\\s)*(?:(?:(?:尾款|款|钱|合同|预付款?|定金|feedback|反馈)(?=他|她|对方|客户))|legal|采购|总部|财务部|[◇◆](?!的?.{0,6}(?:方案|报价|合同|标书|资料|样品))|[^,，。◷]{0,5}(?:他们|她们|对方|客户)[^,，。]{0,4}(?:自己|出|付|打|给|走)|feedback|反馈|(?:他|她)们?(?!那|(?:提|要|说|问|列|发|给|需要|想要|关心|在意|催|缺)的)|对方(?!(?:提|要|问)的)|客户(?!(?:提|要|问)的)|那边|老板|财务|法务|领导|甲方)`,
  en: `^[\\s,]*(?:and |but |so |then )?(?:(?:told|said|says|saying|mentioned|confirmed|informed)(?: us| me)?(?: that)? (?:s?he|they)(?:'ll|'d)?|[◇◆](?!'s (?:quote|proposal|contract|samples?))|(?:s?he|they|it)(?:'ll|'s|'d|'re)?|their|his|her)(?![\\p{L}])`,
});

/** A plan of the customer's own house: 招标推到四季度. */
export const THEIR_PLAN = cue({
  zh: `工期|董事会|股东会|内部会|启动(?!会)|重启|上马|论证|扩产|换届|招标|预算|项目(?!沟通|会)|立项|采购|开标|评标|上会|上线|开工|开业|搬家|签(?!到)|出结果|公布|批复|审批|打款|付款|到货`,
  en: `tender|budget|go-?live|launch|board meeting|moving|opening|signing`,
});

/** Nothing but "give it then": a due day for the step before. */
export const BARE_DUE = cue({
  zh: `^[\\s,，]*(?:最晚|最迟|◷|之?前|我来|我去|我|就|要|得|给|交|发|出|提交|完成|搞定|弄好|他们?|她们?|◇|过去|过来|吧|务必|一定|必须|定了|定在|约了|约在|寄|送|寄出|寄到|送到|做完|弄完|弄|搞|办|处理|回|到账|到位)+[\\s。!！]*$`,
  en: `^[\\s,]*(?:(?:so|and|then) |(?:◇|he|she|they) (?:needs?|wants?) (?:it|that|this|them) |due |by |needs? it |needed |wanted |(?:i |we |i've |we've )(?:promised?|said|aim for|committed to|offered) |promised |(?:(?:he |she |they |has |have )*ask(?:ed|s|ing) (?:us |me )?for (?:it|that|this|one|them) )|told (?:him|her|them|◇) |aiming for |target(?:ing)? |eta |deadline |no later than |at the latest |for |before |◷|\\s|latest|please|pls)+$`,
});

/** "That day": the day told before. */
export const SAME_DAY = cue({ zh: `那天|当天|那时`, en: `that day` });
