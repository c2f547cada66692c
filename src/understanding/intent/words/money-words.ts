import { cue } from '../glyphs.ts';

/** The offer is ours, or both agreed on it. ¤ is the sum spoken of. */
export const OUR_OFFER = cue({
  zh: `(?<!push|让|叫|逼|要|催|求|喊|压|望|请)(?:我们?|咱们?|我方|我这边|我家)(?:这边)?(?:报|出|给|说|坚持|最低|最新|一口价|底价|要|还是|守|的报价)[^¤他]{0,8}¤
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
  en: `¤ (?:is|was|would be|'s) (?:way |far |much )?too (?:low|little) | (?:trim|cut|reduce|drop|sharpen|bring|lower|match)(?: it| that| the price| our price)?(?: down)? to ¤ | (?:counter(?:ed|ing|-?offer(?:ed)?|s)?(?: at| with| of)?|push(?:ing|ed|es) for|their (?:max|limit|offer|budget cap|ceiling|number)(?: is| was)?|(?:he|she|they|◇)(?:'s|'re|'d)?(?: only)? (?:wants? us (?:at|to do)|want(?:s|ed)?|offer(?:s|ed|ing)?|pay|asking for|after|can do|would pay|hoping for)|max(?:imum)? (?:is|of)|haggling for|wants? it (?:at|for)|(?<!◆ )(?<!◆ is )(?<!◆ now )down to|can only (?:do|pay|go to)) (?:about |around |only |more like )?¤`,
});

/** A competitor's figure. */
export const RIVAL = cue({
  zh: `(?<![给跟向对和与])(?:他们|对手|竞品|友商|对方|那边|那家|别家|竞争对手|另一家|同行|人家)(?:家|那边|公司)?(?:的)?(?:才|只|只要|也)?(?:报|给|出)(?:的|价|了|到)*(?:是|大概|只有)?[^¤,，]{0,4}¤`,
  en: `(?:current|existing|present|incumbent|other|local|old|cheaper) (?:guys?|vendors?|suppliers?|providers?|one|lot|people|outfit|firm|company|contractor|contract|deal|rate|price)[^¤,.]{0,24}¤
      (?:competitor|rival|they|another vendor|the other (?:guys|vendor|side)|cheaper vendor|competition)[^¤,.]{0,16}?(?:were|was|is|are|at|offered|quoted|bid|came in|for) (?:at |in at )?¤`,
});

/** No figure of this deal: a unit price, a deposit, a saving, a fine, a budget of something else. */
export const NO_DEAL_SUM = cue({
  zh: `(?:每|单价|一(?:台|套|个|件|人|月)|/|定金|押金|首付|预付|尾款|罚|赔|省|节省|节约|降了?|让了?|便宜|优惠|返点|运费|样品费|红包|欠|回款|已付|营收|注册资本|融资|年产值|利润)(?:价|款|了|约|大概)?[^¤,，]{0,3}¤
    (?:第[一二三四五六\\d]期|首期|末期)[^¤,，]{0,6}¤ | (?:以前|之前|上次)[^¤,，]{0,3}(?:买|采购|签|下单?|订)[^¤,，]{0,3}¤
    (?:这|差|那|省下)¤
    ¤(?:/|一(?:台|套|个|件|人|月)|每|的?(?:定金|押金|首付|预付款|尾款|运费|红包|样品费|罚款|回款))`,
  en: `used to (?:pay|spend|buy)[^¤,.]{0,12}¤
    (?:deposit|down ?payment|saves?|saving|refund|fine|owed|revenue|raised|unit price|each|knock(?:ed)? off|per \\w+) (?:of |is |them |about )?¤
    ¤ ?(?:each|apiece|per|/|an? (?:seat|unit|month|user|head|person|piece|pc|pop|van|truck|lorry|car|bike|vehicle|machine|desk|chair|bed|room|cab|door|gate|camera|sensor|licen[cs]e|device|site|store|shop|branch|location|day|hour|night|kg|kilo|ton|tonne|litre|liter|box|pallet|case|bottle|met(?:re|er)|sqm|foot|ft|km|mile|trip|class|member|student|employee|tyre|item|copy|set|pair|call|ticket|pack|roll|sheet|block|panel|lane|screen|kit|visit)|off|deposit|in revenue)
      ¤ (?:dearer|more expensive|pricier|cheaper|higher|apart|over (?:budget|their|the)|above (?:budget|theirs|their|the)|more than (?:them|theirs|the (?:other|rival)))`,
});

/** A figure that hangs in the air. */
export const HYPOTHETICAL_SUM = cue({
  zh: `怎么(?:也|着)(?:都)?得[^¤,，]{0,4}¤ | (?:要是|如果|假如|也许能到|说不定|最多能做到|未来|将来|有机会做到)[^¤,，]{0,10}¤`,
  en: `(?:could be|might be|would be|may reach|potentially|up to maybe|could reach|could go to|might reach)(?: like| around| about)? ?¤`,
});
