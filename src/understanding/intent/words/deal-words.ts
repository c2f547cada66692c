import { cue } from '../glyphs.ts';

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
      (?:nothing|none|nobody|no one|not)(?:'s| is| has been| was| has)(?: \\w+)? (?:signed|agreed|closed|done|final|placed|ordered)
      (?:wants?|wanted|wanting|needs?|needed|needing|likes?|love|prefers?|expects?|expecting|hop(?:e|es|ed|ing)|waiting|asks?|asked|asking|keen|trying|(?:has|have|had|got) to)(?: for| on| to)*(?: (?:it|this|that|them|us|the \\w+|legal|(?:their|his|her|our) \\w+))?(?: to)?(?: get| be| have| see)*(?: (?:it|this|that|the \\w+))? (?:counter)?signed`,
});

/** An offer that is not, or no longer, made, or taken back: 方案不发了, we're not sending the quote after all. */
export const NO_OFFER = cue({
  zh: `(?:报价|方案|标书|提案|proposal|quote)[单书]?[^,，。了没]{0,8}?(?<!又|并|可)(?:不|没有?|未|别|甭)(?:是|用|必|打算|准备|想|会|能|让|再|需要|需|要|急着|着急|曾|[给跟向]|[◆◇他她它对方客户那边们先]){0,5}(?:发|报|出|给|交|递|寄|送|提交|提供|做|投|讲|汇报)(?=[了出过给到完成上去◆◇他她对客\\s,，。!！呢啦啊吧]|$)
    (?<!不是|又不|并非)(?:不|没有?|未|别|甭)(?:用|必|打算|准备|想|会|能|让|再|需要|需|要|急着|着急|曾|[给跟向]|[◆◇他她它对方客户那边们先]){0,6}(?:发|出|交|递|寄|送|提交|提供|做|投|讲|汇报)(?:给[◆◇他她]们?|[◆◇他她]们?|了|过|出|任何|什么|一?[份个版]|新|正式|的)*(?:报价|方案|标书|提案|proposal|quote)
    (?:不|没有?|未|别|甭)(?:用|必|打算|准备|想|会|能|再|需要|需|要|急着|着急|[给跟向]|[◆◇他她它对方客户那边们先]){0,6}(?:报价|报过?价) | (?:报价|方案|标书|提案|proposal|quote)[单书]?(?:先|就|也|被|已经?|都|又|暂时|给|全|我们?|让◈|\\s)*(?:取消|撤[回掉销]?|作废|收回|叫停|算)(?:了|掉)
    (?:取消|撤回|撤掉|收回|作废)(?:了|掉)?(?:给|[◆◇他她对方的那之前这份]){0,8}(?:报价|方案|标书|提案)`,
  en: `(?:not|never|no longer|cannot|without|against|instead of|\\w+n't)(?: (?:be|been|being|going to|gonna|to|yet|even|actually|ever|now|also|have|had|having|need|want|wanna|planning|plan|bother(?:ed|ing)?|really|about|got(?:ten)? round)){0,4} (?:sen[dt](?:ing)?|e-?mail(?:ed|ing)?|submit(?:ted|ting)?|present(?:ed|ing)?|issu(?:e|ed|ing)|giv(?:e|en|ing)|shar(?:e|ed|ing)|mak(?:e|ing)|made|do(?:ing|ne)?|writ(?:e|ing|ten)|prepar(?:e|ed|ing)|put(?:ting)? (?:in|together))(?: (?!and |but |so )[\\w◆◇◷'-]+){0,5}? (?:quotes?|quotations?|proposals?|offers?|bids?|estimates?|pricing|tenders?)
    (?:not|never|no longer|\\w+n't)(?: (?:be|been|going to|gonna|yet|even|actually|ever|now|really)){0,3} (?:quot(?:e|ed|ing)|propos(?:e|ed|ing)|bid(?:ding)?|tender(?:ed|ing)?)
    (?:quote|quotation|proposal|offer|bid|estimate|pricing|tender)(?: (?:to|for) [◆◇])?(?: (?:is|was|has|will|did|we|i|that|which|just|now|still))* ?(?:not|never|no longer|isn't|wasn't|won't|didn't|hasn't|ain't)(?: (?:be|been|being|get|got|getting|going|yet|ever|actually|even|have)){0,3} (?:sent|sending|send|out|going|go|gone|made|issued|submitted|needed|required|happening|delivered|given|presented|with (?:them|him|her|◆|◇))
    (?:quote|quotation|proposal|offer|bid|estimate|pricing)(?: (?:to|for) [◆◇])?(?:'s| is| was| has been| got| been| now| just)* (?:cancell?ed|scrapped|withdrawn|pulled|binned|called off|off|retracted|rescinded|abandoned)(?! (?:to|at|for) )
    (?:cancell?(?:ed|ing)|scrapp?(?:ed|ing)|withdr(?:ew|awn|awing)|pull(?:ed|ing)|binn?(?:ed|ing)|shelv(?:ed|ing)|retract(?:ed|ing)|rescind(?:ed|ing)|recall(?:ed|ing)|took back|taking back|hold(?:ing)? off(?: on)?|no need (?:for|to send)|no point (?:in )?sending)(?: (?:on|sending|the|our|that|this|a|an|my|any|[◆◇](?:'s)?|\\w+(?= (?:quote|proposal|offer))))* (?:quotes?|quotation|proposal|offer|bid|estimate|pricing)(?! together| up)`,
});

/** Nothing but the taking back of what was told before: 后来撤回了. */
export const TAKEN_BACK = cue({
  zh: `^(?:后来|然后|但是?|不过|又|现在|今天|◷|我们?|咱们?|已经?|给|\\s)*(?:撤回|撤掉|收回|作废|取消)(?:来|了)+[。!！\\s]*$`,
  en: `^(?:and |but |then |now |we |i |since |have |had |has been |was |◷ |later )*(?:withdrew|withdrawn|retracted|rescinded|took|pulled|cancell?ed)(?: (?:it|that))?(?: back)?(?: again)?[.!\\s]*$`,
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

/** 丢了手机, lost a customer of their own: a thing that is no deal of ours. */
const NO_DEAL = {
  lost: /^(?:我们?|咱们?|他们?|她们?|自己|的|了|个|一份|那份|这份|一?些|点|老|旧)*(?:手机|电话|报价|资料|文件|钥匙|名片|样品|发票|包|东西|行李|数据|账号|密码|工作|[Uu]盘|系统|设备|机器)|^ (?:an?|another|some|one|two|three|their|his|her) (?:big |key |major |large )?(?:customer|client)s?(?! (?:to|because))|^ (?:an?|the|their|his|her|my|our|some|all) (?:[\p{L}◆◇]+ ){0,2}(?:papers?|phone|laptop|keys?|files?|documents?|copy|e-?mails?|staff|people|thread|wallet|bag|voice|number|shipment|parcel|samples?|invoice)(?!\p{L})/iu,
  won: /^ (?:an?|the|their|another|some) (?:\p{L}+ ){0,3}?(?:awards?|prizes?|grants?|funding|lottery|medals?|lawsuit|court case|match|game|race|bet|raffle|appeal)(?!\p{L})/iu,
} as const;

/** 把老系统丢了 */
const THING_BEFORE =
  /(?:把|将)[^,，。]{0,8}(?:手机|电脑|资料|文件|钥匙|名片|样品|发票|数据|密码|系统|软件|设备|机器|平台|表格|供应商)(?:都|也|给|先|全)*$/u;

/** Whether what a word for winning or losing speaks of is no deal; `before`, `after`: what stands on its two sides. */
export const isNoDeal = (stage: 'won' | 'lost', before: string, after: string): boolean =>
  NO_DEAL[stage].test(after) || (stage === 'lost' && THING_BEFORE.test(before));
