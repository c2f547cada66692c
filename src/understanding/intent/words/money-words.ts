import { cue } from '../glyphs.ts';

/** The offer is ours, or both agreed on it. ¤ is the sum spoken of. */
export const OUR_OFFER = cue({
  zh: `(?<!push|让|叫|逼|要|催|求|喊|压|望|请)(?:我们?|咱们?|我方|我这边|我家)(?:这边)?(?:报|出|给|说|坚持|最低给|最新|一口价|要|还是|守|的报价)[^¤他]{0,8}¤
    (?:同意|答应|接受|认可|敲定|谈定|谈妥|定在|定了|成交|最终|按)(?:了)?[^¤,，]{0,6}¤
    ¤[^,，¤]{0,8}(?:同意|接受|没问题|敲定|说定|不降|不松口)
    (?:合同额|总价|成交价|签约额)[^¤,，]{0,4}¤
    (?:改成|改为|改到|调到|调整到|变成|降到|涨到|提到|最后|现在是|还是)¤`,
  en: `we (?:said|told (?:him|her|them))(?: that)? we (?:could|can|would) do ¤ | (?:our (?:offer|price|quote|number|proposal)(?: is| was| stands at| of| at)?|we(?:'re| are)? (?:at|standing at|holding at|quoted|offered|proposed|said|stand at|staying at)|we (?:came|went|moved|are) (?:down |up )?to|standing at|held (?:firm )?at|holding at|i (?:held|quoted|offered|said)|not moving from|agreed (?:on|at|to)?|settled (?:on|at)|accepted|now|ok with|okay with|fine with) ?(?:a |the |about |around )?¤
    ¤ (?:verbally )?(?:agreed|accepted|it is)`,
});

/** The customer's figure against ours. */
export const COUNTER_OFFER = cue({
  zh: `(?:问|打听)[^¤,，]{0,6}¤[^¤,，]{0,4}(?:能不能|行不行|可不可以|能否|可以吗|行吗|做不做) | (?:不能|不可|别|不得)(?:再)?低于[^¤,，]{0,3}¤
    (?:push|逼|催|求|喊)(?:我们|咱们?|我)?(?:给|做|降|让|减|压|报)?(?:到|成)?¤
    (?<![给跟向对和与])(?:他|她|他们|对方|客户|◇|◆)(?:们|那边)?(?:只|想|要|就|才|最多|还|说|希望|坚持|的?预期|心理价位)?(?:肯|能|愿意|想|要)?(?:还|砍|压|杀|出|给|接受)(?:价|到|了|个)?(?:到)?[^¤,，]{0,4}¤
    ¤[^¤,，]{0,4}(?:我们|咱们?|我)(?:没|不)(?:同意|答应|接受|肯|松口)
    还(?:价|到)[^¤,，]{0,4}¤
    (?:砍|压|杀)(?:价)?到[^¤,，]{0,4}¤
    (?:只|最多|顶多|只能|只肯|只愿)(?:出|给|到|接受)?[^¤,，]{0,4}¤
    心理价位[^¤,，]{0,4}¤
    (?:想|要求|希望|让我们|要我们|叫我们|催我们|要|叫)(?:我们|咱)?(?:降|减|压|少|做|砍|优惠)(?:到|成)?[^¤,，]{0,4}¤`,
  en: `(?:can|could|would|will) (?:you|u|we)(?: \\w+){1,3} ¤ | (?:they|he|she|◇) (?:won't|will not|isn't|aren't) (?:going to )?(?:budge|move|shift)(?:ing)? (?:on|from|off) ¤ | (?:asked|asks|asking|wonder(?:s|ed|ing)|wants to know) (?:us |me )?(?:if|whether) (?:we|i)(?:'d| can| could| would| might)* (?:do|go|get|come|drop|match|accept|take|make)(?: \\w+){0,3} ¤ | budget(?:'s| is| of)? (?:only |just |about |around )?¤ (?:max|tops|at (?:the )?most|cap|limit|ceiling) | ¤ (?:is|was|would be|'s) (?:way |far |much )?too (?:low|little) | (?:trim|cut|reduce|drop|sharpen|bring|lower|match)(?: it| that| the price| our price)?(?: down)? to ¤ | (?:counter(?:ed|ing|-?offer(?:ed)?|s)?(?: at| with| of)?|push(?:ing|ed|es) for|their (?:max|limit|offer|budget cap|ceiling|number)(?: is| was)?|(?:he|she|they|◇)(?:'s|'re|'d)?(?: only)? (?:wants? us (?:at|to do)|want(?:s|ed)?|offer(?:s|ed|ing)?|pay|asking for|after|can do|would pay|hoping for)|max(?:imum)? (?:is|of)|haggling for|wants? it (?:at|for)|(?<!◆ )(?<!◆ is )(?<!◆ now )down to|can only (?:do|pay|go to)) (?:about |around |only |more like )?¤`,
});

/** A competitor's figure. */
export const RIVAL = cue({
  zh: `(?:对手|竞品|竞对|友商|别家|其他家|另一家|同行|隔壁|外面|市面上?|市场上|网上|淘宝|京东|拼多多|1688|有一?家|上家)[^¤,，。]{0,6}¤ | (?<![给跟向对和与])(?:他们|对手|竞品|友商|对方|那边|那家|别家|竞争对手|另一家|同行|人家)(?:家|那边|公司)?(?:的)?(?:才|只|只要|也)?(?:报|给|出)(?:的|价|了|到)*(?:是|大概|只有)?[^¤,，]{0,4}¤`,
  en: `(?:current|existing|present|incumbent|other|local|old|cheaper) (?:guys?|vendors?|suppliers?|providers?|one|lot|people|outfit|firm|company|contractor|contract|deal|rate|price)[^¤,.]{0,24}¤
      (?:competitor|rival|they|another vendor|the other (?:guys|vendor|side)|cheaper vendor|competition)[^¤,.]{0,16}?(?:were|was|is|are|at|offered|quoted|bid|came in|for) (?:at |in at )?¤`,
});

/** 用友报了70万, Oracle quoted 70k: somebody without a word for a rival, who is one where our own price stands beside. */
export const SOMEBODY_QUOTED = cue({
  zh: `(?:^|[,，。:：说讲])(?!我|咱|这|那|价|单|总|今|昨|刚|已|先|上|最|一共|给|老板|领导)[\\p{Script=Han}a-z]{2,6}(?<!我们|咱们|正式|口头|书面|重新|已经|初步|这边|总共)(?:那边|家)?(?:才|只|也|就)?(?:报|出|投)(?:了|的|价|到)*¤`,
  en: `(?:^|: |that |says |said )(?!(?:we|i|he|she|they|it|our|just|already|also|then|re|formally|verbally|finally|initially|boss|who|and|now)(?!\\p{L}))[\\p{L}&-]{3,20} (?:has |have |had )?(?:quoted|offered|bid|came in at|pitched|is at|are at) (?:them |him |her )?(?:about |around )?¤`,
});
export const OURS_BESIDE = cue({
  zh: `^(?:而)?(?:我们|咱们?|我方|我司)`,
  en: `^(?:and |but |vs |while )?(?:we|ours|our (?:price|offer|quote))`,
});

/** No figure of this deal: a unit price, a deposit, a saving, a fine, a budget of something else. */
export const NO_DEAL_SUM = cue({
  zh: `(?:每|单价|一(?:台|套|个|件|人|月)|/|定金|押金|首付|预付|尾款|罚|赔|省|节省|节约|降了?|让了?|便宜|优惠|返点|运费|样品费|红包|欠|回款|已付|营收|注册资本|融资|年产值|利润)(?:价|款|了|约|大概)?[^¤,，]{0,3}¤
    (?:第[一二三四五六\\d]期|首期|末期)[^¤,，]{0,6}¤
    (?:这|差|那|省下)¤
    ¤(?:/|一(?:台|套|个|件|人|月)|每|的?(?:定金|押金|首付|预付款|尾款|运费|红包|样品费|罚款|回款))`,
  en: `(?:deposit|down ?payment|saves?|saving|refund|fine|owed|revenue|raised|unit price|each|knock(?:ed)? off|per \\w+) (?:of |is |them |about )?¤
    ¤ ?(?:each|apiece|per|/|an? (?:seat|unit|month|user|head|person|piece|pc|pop|van|truck|lorry|car|bike|vehicle|machine|desk|chair|bed|room|cab|door|gate|camera|sensor|licen[cs]e|device|site|store|shop|branch|location|day|hour|night|kg|kilo|ton|tonne|litre|liter|box|pallet|case|bottle|met(?:re|er)|sqm|foot|ft|km|mile|trip|class|member|student|employee|tyre|item|copy|set|pair|call|ticket|pack|roll|sheet|block|panel|lane|screen|kit|visit)|(?:\\w+ )?discount|rebate|(?:price )?(?:cut|break|reduction)|off|deposit|in revenue)
      ¤ (?:dearer|more expensive|pricier|cheaper|higher|apart|over (?:budget|their|the)|above (?:budget|theirs|their|the)|more than (?:them|theirs|the (?:other|rival)))`,
});

/** What comes on top of a price, or by how much it rises: 另外多要 2 万, plus 3k for training; not what it rises to. */
export const ADDED = cue({
  zh: `(?:另外?|再|额外|附加|外加|(?<![不很好许大最顶更至这那么])多)(?:要|收|付|加|补|交|花|掏|算|出)[^¤,，。到至成为]{0,5}¤ | (?:额外|外加|追加|增加|加收|加付|加价|涨价?|上调|上浮|贵|(?<![不很好许大最顶更至这那么])多)[了个]?\\s?¤ | (?:追加|增加|加收|另收|补|(?<![增参叠])加)[上了个]?(?!订单|单子|合同|项目|急|工|盟|班|强|密|快|拿|油|入|固|[^¤]{0,3}微信)[^¤,，。到至成为]{0,5}¤ | [+＋]\\s?¤ | ¤(?:块|元)?的?[是要]?(?:另外?|额外)(?:加|算|收|付|给|计|的)`,
  en: `(?:extra|additional|further) ¤(?! (?:deal|order|opp|opportunity|contract|project|po)(?![a-z]))
      (?:plus|another|add|adds|added|adding|tack(?:ed|ing)? on|on top of (?:that|this|it)) (?:a |about |around |another )*¤(?! (?:deal|order|opp|opportunity|contract|project|po)(?![a-z])) | [+] ?¤
      ¤ (?:extra|more|additional)(?! $| than| or less| (?:deal|order)) | ¤ (?:on top|in addition|over and above|surcharge|as an add-?on)
      (?:up|increased?|raised?|risen|rose|bumped|hiked?|dearer|went up|goes up)(?: it| that| the \\w+| our \\w+)? by (?:about |around )?¤ | (?:price|quote|total|deal|value)(?:'s| is| went| has gone| goes)? up ¤`,
});

/** What we could go down to, and what it costs ourselves: kept among us until it is said to them. */
export const OUR_LIMIT = cue({
  zh: `(?<!不)(?:底线|底价|保底|成本|进价|进货价|拿货价|出厂价|毛利|利润|净利)(?:价|差不多|大概|大约|就|也|都|要|得|在|是|有|至少|[:：]|\\s)*¤ | (?:最低|最少)(?:也|就|还|只)?(?:能|可以|得|要)(?:做|给|降|卖|接受|让)?(?:到|成)?¤ | (?:不能?|别|不可以|没法)(?:再)?(?:低于|少于)¤ | ¤(?:是|就是|已经是|才是)?(?:我们的?|咱们的?)?(?:底线|底价|成本|保本)`,
  en: `(?:(?:our|my) (?:(?:own |total |unit |landed )?costs?|limit|minimum|break-?even|margin|profit)|(?:our|my|the) (?:floor|bottom line|walk-?away|lowest))(?: price| point)?(?: here| on (?:this|it|that|◆)| for (?:this|it|that|◆)| with ◆)?(?:'s| is| are|:| at| of| about| around)* ¤
      (?:lowest|least|furthest|minimum)(?: (?:we|i)(?: can|'d| could| would)? (?:go|do|take|accept|drop|get to))?(?:'s| is|:)* (?:to )?¤ | costs? (?:us|me) (?:about |around |roughly )?¤ | (?:can't|cannot|won't|not|never|don't|couldn't) (?:go |do (?:it |that )?|sell |drop |get )?(?:it )?(?:below|under|lower than|less than) ¤ | ¤(?: is|'s) (?:our|my) (?:floor|bottom line|cost|limit|walk-?away|minimum|lowest)`,
});

/** Said to them, a limit is an offer. */
export const SAID_TO_THEM = cue({
  zh: `(?<!他|她|◇|◆|对方|客户|他们|那边|老板|领导)(?:说|告诉|回|回复|跟(?:他|她|他们|◇|◆)讲|给到|报)`,
  en: `(?:told|said to|let) (?:him|her|them|◇|◆) | (?:i|we) (?:said|quoted|offered)`,
});

/** Bought before, of us or of others: 去年买了50万的. */
export const BOUGHT = cue({
  zh: `(?:买|采购|购|签|下单?|订|花|做|成交|投|付|用|合作|交易)[^¤,，。]{0,6}¤ | ¤的?(?:单子?|合同|订单|设备|货|量|采购|业务|项目|系统|软件)`,
  en: `(?:bought|buy|spent|spend|paid|pay|ordered|purchased|signed|did|done|took|placed|invested|worth|turnover|for)[^¤,.]{0,24} ?¤ | ¤ (?:of|worth|from us|with us|order|deal|contract)`,
});

/** A time that has long gone by, in words without a day. */
export const IN_THE_PAST = cue({
  zh: `以前 | (?:之前|上次|上回|早先|当年|往年|曾经?|历史上)(?=[^,，。]{0,6}(?:买|采购|签|下|订|花|做|成交|合作)) | (?:买|采购|签|下|订|花|做|成交|合作)过`,
  en: `used to | previously | in the past | (?:years|year) ago | back in | historically | last time(?= (?:they|he|she|we))`,
});

/** A figure that hangs in the air. */
export const HYPOTHETICAL_SUM = cue({
  zh: `怎么(?:也|着)(?:都)?得[^¤,，]{0,4}¤ | (?:要是|如果|假如|也许能到|说不定|最多能做到|未来|将来|有机会做到)[^¤,，]{0,10}¤`,
  en: `(?:could be|might be|would be|may reach|potentially|up to maybe|could reach|could go to|might reach)(?: like| around| about)? ?¤`,
});
