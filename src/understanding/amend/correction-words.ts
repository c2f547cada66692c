import { cue } from '../intent/glyphs.ts';

/** The message corrects something said before. */
export const CORRECTS = cue({
  zh: `不是.{0,20}是|^不是[^,，。]{1,10}[,，]|应该是|应是|改(?:成|为|到|一下|下)|换成|[记写搞弄说打填听选][错混]|错了|[记写说打报]?[多少]了(?:一?个)?0|[记写说打报][多少]了[,，]|不对|更正|纠正|调整(?:为|成|到)|^是(?!不是|否)|^[\\s]*[哦啊呃]?不,|[◷¤◆◇\\d][^,，。]{0,4}[,\\s]*(?:而|可)?不是[◷¤◆◇\\d][^,，。]{0,4}$|^(?:那|这|刚才)?次?是[^,，。]{1,8}不是[^,，。]{1,8}$|^应该[◷¤◆◇][吧。!\\s]*$|(?:其实|实际上?)是?[◷¤\\d]|[◷¤◆◇]才对|◷(?:更|比较)(?:方便|合适|好)|(?:没空|不行|不方便)[,，]◷[吧。!\\s]*$|^(?:他|她|他们|对方|客户|◇)?(?:说)?(?:想|要|希望|得)?(?:改|换)(?:到|成|在)?◷[吧。!\\s]*$|^(?:时间|日子|日期|金额|价格|报价)?[◷¤]?改[◷¤][吧了。!\\s]*$|^(?:记|归|挂|算)(?:到|在|给)◆(?:那边|上|名下|下面)?[吧了。!\\s]*$|^(?:等等|等下|哦|啊)?,?(?:这|那|刚才那?|上面那?|上一)(?:条|个|笔|单)?(?:的?客户)?(?:应该)?(?:是|记在|记到|算|归)◆的?[吧了。!\\s]*$|[◷¤◆◇\\d万亿w][^,，。]{0,3}(?:→|[-—=]+[>》〉])\\s?[◷¤◆◇\\d]|(?:金额|价格|价钱|报价|合同额|总价|总额|预算)[^,，。¤\\d]{0,4}(?:[改调换写定变是为应])[^,，。¤\\d]{0,3}\\d|(?:金额|价格|价钱|报价|合同额|总价|总额|预算)\\d[\\d.]*才对|(?:写|记|填|打|输|算)成[◷¤◆◇\\d]|^(?:算了|那)?,?还是(?:按|用|要)?(?:原来|之前|刚才|一开始)?的?¤[吧。!\\s]*$|[\\p{Script=Han}a-z]→|应(?:为|改)|(?:退|改|调|倒)回|改[一两三几]处|^(?:其实|应该|原来)是◆(?:家|那边)?的(?:单子?|事儿?|项目)?[吧了。!\\s]*$|^(?:不[是对]?|算了|那|哦|啊|[,\\s])*还是[◇◆][吧。!\\s]*$|^[^,，。]{1,8}改◷[吧了。!\\s]*$|^(?:是)?◷(?:去|过去|上门)?(?:电话|通话|拜访|上门|见面|会议|开会|微信|短信|企微|钉钉|邮件|演示|吃饭|打|去|聊|谈|见|碰|发|吃|开)(?:的|的啊|的哈)[。!\\s]*$|(?:打|发|通)?(?:电话|通话|拜访|上门|见面|会议|开会|微信|短信|企微|钉钉|邮件|演示|吃饭)[^,，。]{0,2},?(?:而|可)?不是|[◷¤\\d]改[◷¤\\d]|(?:其[他余它]|别的|剩下的)(?:都|全|就|先)?(?:不变|不动|照旧|不用改|不改|保持|留着|对的|没错)|^(?:记|归|挂|算|放)(?:到|在|给)[^,，。]{2,12}(?:名下|那边|下面)[吧了。!\\s]*$`,
  en: `^(?:(?:hm+|u[hm]+|er+|ah|oh|well|wait),? )?no\\b(?! (?:need|budget|decision|rush|hurry|news|word|response|reply|answer|objections?|interest|money|funds|order|pressure|issues?|problems?|questions|one|way|competition|commitment|deadline|pushback|show)(?![a-z]))|^(?:s?he|they|◇)(?:'d| would)? (?:prefers?|rather)(?: have| do)? ◷|◷ (?:works|suits|is|would be) (?:better|him|her|them)|^nope|^(?:sorry|oops|whoops)|[◷¤◆◇],? (?:and )?not (?:at |on |with |the |for )?[◷¤◆◇]|^(?:(?:and|also|oh|but|sorry),? )*(?:that|this|it)(?:'s| was| is) .{1,30}[, ]not|(?:wasn't|isn't) .{1,30}?(?:[,;.] ?(?:it )?(?:was|is|it's)| it (?:was|is)| it's)|not .{1,30}?[,;.]|actually|i meant?|make (?:it|that)|should(?:'ve| have)? (?:be|been|say|read)|change (?:it |that )?to|correction|wrong|typo|rather|instead|^(?:(?:wait|oops|ah|oh|hang on|hold on|no|sorry)[,.!]? ?)*(?:that|this|it)(?:'s| was| is)? (?:actually |really |meant )?(?:(?:for|about|with|at) )?[◆◇][\\s.!]*$|(?:change|chnage|chagne|switch|swap|replace|update|correct|fix|set|amend|edit)d?(?: [\\w'-]+| [◷¤◆◇]){1,7} (?:to|with|into) (?:an? |the |about |around )?(?:[◷¤◆◇]|\\d+|(?:phone call|call|phone|visit|site visit|meeting|e-?mail|demo|text|message|video(?: call)?|zoom|dinner|lunch|coffee)|stage|[\\w-]+[\\s.!]*$)|^[^,.;]{1,20}? ?(?:→|[-–—=]+>) ?[^,.;→>]{1,20}$|stage (?:is|was|should be) |(?:wasn't|isn't|not) (?:an? )?(?:call|phone call|visit|meeting|demo|e-?mail|text|message)[,.;]|^\\*|(?:visited|called|met|e-?mailed|texted|messaged|phoned),? not (?:visited|called|met|e-?mailed|texted|messaged|phoned)|(?:move|set|put) (?:it|that|this|the deal) (?:back )?(?:to|in|into|at) (?:the )?(?:proposal|negotiation|needs|contacted|quote|discovery)(?: stage)?|^(?:go|going|went|back|revert|put it)(?: back)? to (?:the )?[¤◷]|make (?:the )?(?:amount|price|budget|value|quote|total|deal) (?:¤|\\d+)|(?:s\\/b|sh(?:ou?l?d|uold)(?:'ve| have)?(?: be| been| read| say)?) (?:[¤◷◆◇]|\\d+)|(?:not|wasn't|isn't) .{1,30}? but(?! (?:\\w+ )?(?:will|would|want|wants|need|needs) )|(?:phone call|call|phone|visit|site visit|meeting|e-?mail|demo|text|message|video(?: call)?|zoom|dinner|lunch|coffee),? not (?:an? |by )?(?:phone call|call|phone|visit|site visit|meeting|e-?mail|demo|text|message|video(?: call)?|zoom|dinner|lunch|coffee)|^(?:it|that|this) was (?:actually |really |just )?(?:an? |by |over |on )?(?:phone call|call|phone|visit|site visit|meeting|e-?mail|demo|text|message|video(?: call)?|zoom|dinner|lunch|coffee)(?: with ◇)?(?:[\\s.!]*$|,)|^(?:log|mark|record|count|file|put|make) (?:it|that|this)(?: down)?(?: as)? an? (?:phone call|call|phone|visit|site visit|meeting|e-?mail|demo|text|message|video(?: call)?|zoom|dinner|lunch|coffee)[\\s.!]*$|^(?:it|that|this|the (?:call|visit|meeting|demo|e-?mail|chat|talk)) (?:was|happened|took place)(?: actually| really)?(?: on| at)? ◷[\\s.!]*$|(?:keep|leave) the (?:rest|others?)|(?:the )?rest (?:is|stays?|as is|unchanged|ok|fine)|everything else|^(?:put|file|move|log|record|book) (?:it|that|this) (?:under|to|for|against|with) [^,.;]{2,40}$|mixed (?:it |that |them |those )?up|mix-?up|^(?:i )?me?ant|^(?:it|that)'?s (?:¤|\\d+)[\\s.!]*$|acutally|actualy|acctually|[◷¤◆◇\\d] (?:was|is) (?:right|correct)|(?:[◷¤◆◇]|\\d+),? (?:and )?not \\d+|^(?:change|chnage|update|correct|fix|set|amend|edit|switch)d? (?:it |that |the \\w+ )?(?:from )?¤|back to (?:the )?(?:proposal|negotiation|needs|contacted|quote|discovery)(?: stage)?`,
});

/** A customer with a change of its own behind it, or told to the bot by its name: 芯澜金额改成40万, make Kestrel 200k. */
export const OWN_CHANGE = cue({
  zh: `◆[^◆,，。;；]{0,12}(?:(?:改|换|调整?|更正|更新|推迟?|延|挪|提前|升|降)(?:成|为|到|至|一下)(?!◆)|(?:应该?|不)?是[^◆,，。;；]{0,6}[¤◷])`,
  en: `(?:change|set|move|push|bump|update|make|put) ◆(?:'s)? [^,.;]{0,30}[¤◷]|◆(?:'s)? (?:[\\w-]+ ){0,3}(?:is|was|to|at|should be|should have been|should read) (?:[\\w-]+ ){0,2}[¤◷]`,
});

/** 周敏说付款方式改成三七开: somebody of another customer speaks of something of their own. */
export const OWN_SPEECH =
  /^(?:◷|[\s,，])*(?:◆的?)?◇(?:那边|他们|刚才?|又|也|都|◷)*(?:说|问|要|让|想|觉得|表示|提|回|催|反馈|告诉|希望|同意|答应|通知|确认)|^(?:◷ )?[◆◇](?: just| now| also| has| have|'s|'d| would)* (?:says?|said|wants?|wanted|asked|asks|told|thinks?|agreed|mentioned|confirmed|replied|needs?|called|wrote)(?![a-z])/u;

/** Which field the words themselves name. */
export const FIELD_WORDS = {
  amount: cue({ zh: `金额|价格|报价|合同额|总价|¤`, en: `amount|price|value|quote|¤` }),
  closeDate: cue({ zh: `签|成交|下单`, en: `clos(?:e|ing)|sign(?:ing)?` }),
  task: cue({
    zh: `下一步|跟进|任务|提醒|拜访时间|再去|回访|约`,
    en: `task|follow|next|reminder|due|deadline|meeting|call back`,
  }),
  interaction: cue({
    zh: `见面|拜访(?!时间)|打的?电话|聊的|记的?日期`,
    en: `visited|called|met|was on|happened|(?:it|that|call|visit|meeting|demo|chat|talk) was`,
  }),
} as const;

/** Ways of being in touch by their bare names: 是微信, not a call, a visit. */
export const KIND_NAMES = {
  call: cue({ zh: `电话|通话`, en: `call(?:ed)?|phone(?: call)?|phoned|rang` }),
  visit: cue({ zh: `拜访|上门|登门`, en: `visit(?:ed)?|site visit|onsite` }),
  meeting: cue({ zh: `见面|会议|开会|视频会?`, en: `meeting|met|video|zoom|coffee` }),
  message: cue({ zh: `微信|短信|企微|钉钉`, en: `text(?:ed)?|messaged?|slack|whatsapp|wechat` }),
  email: cue({ zh: `邮件`, en: `e-?mail(?:ed)?` }),
  demo: cue({ zh: `演示`, en: `demo` }),
  event: cue({ zh: `吃饭|饭局|展会|酒会`, en: `dinner|lunch|drinks|event|trade show` }),
} as const;
