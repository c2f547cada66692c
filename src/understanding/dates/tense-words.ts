/** Words by which a clause tells of what has happened or of what is to come. */

/** Pasts of the irregular English verbs that are no other word's everyday form. */
const IRREGULAR =
  'was were did had met saw went came called visited sent emailed spoke talked got said told asked signed gave ran left closed won lost presented quoted discussed dropped bumped chatted texted ' +
  'ate became began blew broke brought built bought caught chose clung crept dealt drew drank drove fell felt fled flew fought forgot forgave found froze grew held heard hid hung kept knew knelt laid led lent lit made meant overtook paid rang rode rose sang sank sat shone shook shot shrank slept slid sold sought spent spoke sprang stole stood struck stuck stung swam swept swore swung taught took tore thought threw undertook understood underwent upheld withdrew woke wore wove wrote';
/** After he, she or it these are the past: the present would have an s. */
const UNCHANGED =
  'quit|put|set|cut|hit|let|read|shut|cost|hurt|spread|beat|bet|burst|cast|split|rid|shed|broadcast|forecast';
const THIRD_PERSON = 'he|she|it|john|everyone|everybody|somebody|someone|nobody|who';

export const PAST = new RegExp(
  [
    '没(?![空问有事时法关办人什啥准])|(?<!别忘|为)了(?!解)|过(?![来去程于节年])|刚|已经|曾|上次|完成了|回来|去的|见的|开的|来的|[交签买换订发收付写做提聊谈寄送办修装卖租搬聘招]的|一直在|咗|过咗',
    `\\b(?:${IRREGULAR.split(' ').join('|')}|\\w+ed)\\b`,
    `\\b(?:${THIRD_PERSON}) (?:\\w+ly )?(?:${UNCHANGED})\\b`,
  ].join('|'),
);

/** Is closed, are invited, to be held, needs, supposed: forms that tell of no past; booked for, scheduled for tell of a plan. */
export const NO_PAST =
  /\b(?:is|are|am|be|being|'s|'re|get|gets|getting)\s+(?:\w+\s+)?(?:\w+ed|held|made|kept|paid|sold|built|sent|left|lost|met|told|brought|bought|taught|led|shot|laid|spent|taken|given)\b|\b(?:need|feed|speed|bed|red|hundred|indeed|exceed|proceed|embed|wed|fred|ted|supposed|interested)\b|\b(?:booked|scheduled|reserved|planned|slated|pencilled|penciled|due|set|fixed|confirmed)\s+(?:in\s+)?(?:for|from|between|until|to)\b/g;

/** A plan is told by its day: 改到周五, 定在3号, moved to Friday, booked for June. */
export const PLAN_BEFORE =
  /(?:(?:改|推迟|推|延期|延|挪|调整|调|提前|顺延)(?:到|至|成|为|在)|[定订约排](?:在|于|到)|安排在|定了)\s*$|\b(?:moved|rescheduled|postponed|pushed|shifted|brought|delayed|deferred|changed|switched|put|bumped)\s+(?:it\s+|them\s+|the\s+\w+\s+)?(?:back\s+|forward\s+|out\s+|off\s+)?(?:from|to|until|till)\b[^.]*$/;
/** 从6月1日改到6月8日: the day that the plan was for. */
export const PLAN_BEHIND = /^\s*(?:的[^，。]{0,6})?(?:改|推迟|推|延期|延|挪|调整|调|提前|顺延)(?:到|至|成|为|在)/;
export const PLAN_OPENS = /(?:从|由|原定)\s*$/;

/** 会 that speaks of what is to come: no meeting (家长会, 开会, 会上) and no part of another word. */
const WILL =
  '(?<![开年展大晚聚机社协员董事长唱览例早夕谈研讨峰坛商工拜茶酒宴舞招标推介班庭友告讲司座周月听议运动散])会(?!议|上(?!线|传|门|市)|[，。！？、\\s]|$|员|计|谈|面|场|所|馆|展|长|后|前|务|费|客|诊|师|期|址|签)';

/** A hotel or a table is booked for a day to come, whenever that was done. */
const BOOKABLE = '(?:酒店|餐厅|饭店|机票|车票|高铁票|门票|房间|房|位子|位|座|场地|包间|包厢|会议室)';
const BOOKED = `${BOOKABLE}[^，。]{0,3}[订定买](?:好|满|了|完)|[预]?[订定买](?:好|了|好了)?${BOOKABLE}`;

/** 9月就签了, 9月下旬就开了: done or about to be, whichever round lies near. */
export const NEAR_ROUND = /就[^，。]{1,8}了/;

/** First names that are verbs too, in mid-sentence. */
export const NAMES = /(?<=[a-z] )(?:Rose|Will|Mark|Dawn)\b/g;

export const FUTURE = new RegExp(
  `要(?!求了|了)|${WILL}|将|准备|打算|预计|计划|再(?!次)|约(?!了)|提醒|安排|之前|前(?:给|交|出|发|完)|截止|下次|争取|希望|记得|务必|别忘|不要|目标|${BOOKED}|让(?:我|我们)|给(?:他|她)|` +
    "\\b(?:will|won't|shall|going to|gonna|plan|planning|remind|schedule|by|due|need|needs|wants?|let's|lets|follow up|next|deadline|send|call back|expected?|expecting|to-?do|tomorrow|should|must|'ll|book|set up|meeting is)\\b",
);

/** Where a clause ends. In Chinese chat a space between characters ends one as a comma does; in English also and, but and while before a verb of their own. */
const CONJUNCTION =
  "\\b(?:but|while|whereas|although)\\b|\\band\\b(?=\\s+(?:(?:he|she|it|they|we|i|you|the \\w+)\\s+)?(?:will|won't|'ll|is|are|was|were|did|has|have|had|plans?|needs?|wants?|hopes?|expects?|should|must|can|could|would|\\w+ed|" +
  `${IRREGULAR.split(' ').join('|')})\\b)`;
export const CLAUSE_END = new RegExp(
  `[。！？!?;；\\n]|，|,(?!\\s*\\d{4})|\\.(?=\\s|$)|(?<=[\\u4e00-\\u9fff])\\s(?=\\S)|${CONJUNCTION}`,
  'i',
);
