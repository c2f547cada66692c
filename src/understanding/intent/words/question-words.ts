import { cue } from '../glyphs.ts';

/** Words that ask. Behind 没 and 有 they are indefinite: 没什么进展, 有几个. */
export const INTERROGATIVE = cue({
  zh: `吗 | (?<!着|了|才|还|那|你|我)呢[?？\\s]*$ | [?？]\\s*$ | (?<!没|没有|不|有点|无论|不管|随便)(?:什么|啥)(?!都|的[\\s,，。]|事也) | 怎么样 | 咋样 | 怎样 | 咋了 | 如何 | 怎么个
      (?<!没)怎么了 | (?:是|归|由|有|让)?谁(?!都) | 多少(?!有点) | 哪(?:些|个|家|位|一步|天|里|边|步|几) | 何时 | 在哪儿?[?？\\s]*$ | (?:了|过)没(?:有)?[?？\\s]*$ | 有没有 | 有无 | 是不是 | 到哪 | (?:第|有|打|见|跑|签|谈|拜访|剩|还差)了?几
      几(?:号|点|月|天了) | 咋回事 | 怎么回事 | 怎么说[?？\\s]*$ | 咋说`,
  en: `who(?:'s|se|m)? | what(?:'s|s|'re)? | whats | when(?:'s)?(?= (?:did|do|is|was|are|will|have|has|we|s)) | where(?:'s)? | how(?:'s|s|'re)? | which | why`,
});

/** An English question begins with its verb or its question word, or ends with its mark. */
export const ASKS_BY_ORDER =
  /\?\s*(?:pls|please|thanks|thx)?\s*$|^[\s,]*(?:so |hey |hi |ok |and |also |btw |um |quick q:? )*(?:(?:who|what|where|when|how|which|why|whats|hows|whos|any|anything|anyone)(?![\p{L}])|(?:did|does|do|has|have|is|are|am|was|were|can|could|will|would|should)(?:n't)? (?!(?:the|that|this) (?:demo|call|visit|meeting|mtg|site|install|tour|survey|walk|training|presentation|quote)(?![\p{L}])[^?]*$)(?:(?:i|we|you|he|she|they|it|anyone|anybody|any|the|there|that|this|my|our|someone|everyone)(?![\p{L}])|[◆◇◈]))/iu;

/** An order to the bot to look something up. */
export const LOOK_UP = cue({
  zh: `^[\\s,，]*(?:你|帮(?:我|忙)?|请|麻烦|给我|我?想|我要|再|来|先|能不能|可以|一下)*(?:查(?:看|询|一查|一下|下)?|看(?:看|一?下|一看)?|调(?:一?下|出|取|阅)|打开|找(?:一?下|出)|列(?:一?下|出|个)?|显示|展示|说说|讲讲|介绍|汇总|汇报|总结|统计|了解(?:一?下)?|导出|查查|瞅瞅|翻(?:一?下|出)|回顾|给我(?:看|来|发|拉|出)|拉(?:一?下|个|出)|发我|盘点)(?!过|房|厂|样|货|现场|法务)`,
  en: `^[\\s,]*(?:pls |please |can you |could you |hey |just |i (?:want|need|would like) to )*(?:show|pull(?: up)?|bring up|open(?! a| an| up)|find|look up|tell me|give me|catch me up|brief me|fill me in|get me|remind me (?:where|what|who|when)|update me on|summari[sz]e|recap|display|list|what|rundown|summary|overview|details|info|history)`,
});

/** What one may know of a customer: asked for by its bare name. */
export const KNOWN_OF = cue({
  zh: `电话 | 手机号? | 号码 | 邮箱 | 地址 | 微信 | 联系人 | 联系方式 | 负责人 | 对接人 | 生日 | 情况 | 进展 | 近况 | 现状 | 状态 | 状况 | 档案 | 资料 | 详情 | 信息 | 动态 | 历史 | 记录 | 背景 | 下一步(?:计划|安排|动作)? | 商机 | 单子 | 项目 | 客户 | 阶段 | 金额 | 跟进 | [赢丢输失]单(?:的?原因|率|概率)`,
  en: `status | phone(?: number)? | number | cell | email | address | contacts? | owner | birthday | history | details | info | summary | file | record | notes | deals? | account | latest | activity | timeline | card | stage | amount | next steps? | (?:lost|loss|win) (?:reason|rate|probability)`,
});

/** Told of, not asked: the customer is the one who asks, doubts, wonders. */
export const OTHERS_ASK = cue({
  zh: `(?:没|未|不)(?:有)?(?:想|定|确定|说|算|明确|清楚|知道|决定)(?:好|清楚|下来|明白|过)?(?=[\\s,，。]|$|[要用选买]?(?:哪|什么|多少|几|怎么)) | [◆◇他她](?:们|那边|这边)?.{0,6}(?:问|想知道|咨询|打听|纠结|担心|不知道|不确定|不清楚|考虑|催|说|反馈|在看|关心|讲|提)(?!.{0,4}(?:没|吗|什么|啥)[?？]?$)`,
  en: `(?:[◆◇]|s?he|they|client|customer)(?: \\w+){0,3} (?:asked|asks|asking|wonders?|wondering|wondered|wants? to know|wanted to know|said|says|not sure|didn't know|told|mentioned)`,
});
