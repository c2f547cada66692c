/** What is made and handed over in sales, in both languages. */
const THINGS: readonly RegExp[] = [
  /报价|quot(?:e|ation)s?\b|pricing/iu,
  /方案|建议书|proposals?\b|\bdeck\b/iu,
  /合同|协议|contracts?\b|agreements?\b|\bmsa\b|\bsow\b/iu,
  /样品|样机|样本|样件|samples?\b/iu,
  /发票|invoices?\b/iu,
  /资料|手册|画册|彩页|介绍|brochures?\b|materials?\b|catalogu?es?\b/iu,
  /名片|案例|case stud(?:y|ies)/iu,
];
const HANDS_OVER =
  /[发寄给交送带]|提供|\b(?:(?:send|shar|bring|e-?mail|mail|post|shipp?|deliver|submitt?|forward|giv|hand|courier)(?:e?s|e|ing)?|drop off|go(?:es|ing)? (?:out|over|off))\b/iu;
/** It is made, asked for or due, which ends when it is handed over. */
const MAKES =
  /出|做|准备|要|想|催|弄|整|写|改|拟|搞|备|完善|更新|完成|\b(?:wants?|needs?|get|do|make|(?:prepar|writ|draft|finish|finali[sz]|revis|updat)(?:e?s|e|ing)?|put together|due|ready|out|over)\b/iu;
/** What is done with it once they have it: 合同签好, get the contract signed, feedback on the proposal. */
const DONE_WITH_IT =
  /[审签批盖评]|讨论|反馈|意见|确认|回复|跟进|\b(?:sign(?:ed|ing|ature)?|approv\w+|review\w*|feedback|discuss\w*|agreed|back|counter\w*|answer|follow)\b/iu;
/** It has left our hands: the thing and the handing over in one clause. */
const HANDED = [
  /(?<!没|未|还没|要|会|能|去|来|再|想|让我|等)(?:发|寄|交|送|带|提交)(?:了|过去|出去|给[^,，。;；]{1,10}了|完了?|好了)/u,
  /(?:已经?|刚刚?|都|昨天|今天|上午|下午|早上|中午)[^,，。;；]{0,8}(?:发|寄|交|送|提交)/u,
  /发票[^,，。;；]{0,4}开(?:了|好|完)/u,
  /\b(?:sent|brought|shared|e-?mailed|mailed|posted|shipped|delivered|submitted)\b/iu,
];
/** The other side's doing, or not done. */
const NOT_OURS =
  /(?:他|她|他们|对方|客户|那边|甲方)[^,，。;；]{0,6}(?:发|寄|交|送|带)|[发寄送带]回|回来|过来|没发|没寄|还没|未发|\b(?:they|he|she|customer|client)\b[^,.;]{0,12}\b(?:sent|shared|e-?mailed|mailed|returned)\b|\bsent (?:it )?back\b|\b(?:wants?|needs?|asked|like|expects?|to be|get)\b[^,.;]{0,20}\bsent\b|n't|\bnot\b|\bnever\b/iu;

/** A title with `sign` in the place of each thing, by its number. */
export const withoutThings = (title: string, sign: (at: number) => string): string =>
  THINGS.reduce((rest, thing, at) => rest.replace(thing, sign(at)), title);

/** 报价, Pricing for 40 seats: what was asked for, and nothing to be done with it but to give it. */
const isThingAlone = (title: string): boolean =>
  /^(?:\s|的|新版?|正式|最新|详细|完整|模板|单|书|份|(?<!\p{L})(?:an?|the|our|new|revised|updated|formal)(?!\p{L}))*(?:(?<!\p{L})for .*)?$/iu.test(
    withoutThings(title, () => ''),
  );

const handsItOver = (title: string): boolean =>
  HANDS_OVER.test(title) || (MAKES.test(title) && !DONE_WITH_IT.test(title));

/** Whether a step is to hand something over: 给腾云发方案, pricing for 40 seats. */
export function isToHandOver(title: string): boolean {
  return THINGS.some((thing) => thing.test(title)) && (handsItOver(title) || isThingAlone(title));
}

/** Whether a note tells that the very thing was handed over that a step was to hand over: 发报价, 报价发了. */
export function handsOver(title: string, note: string): boolean {
  if (!isToHandOver(title)) return false;
  const things = THINGS.filter((thing) => thing.test(title));
  const clauses = note.split(/[,，。;；!！\n]|[.](?=\s|$)/u);
  return clauses.some(
    (clause) =>
      things.some((thing) => thing.test(clause)) && HANDED.some((form) => form.test(clause)) && !NOT_OURS.test(clause),
  );
}

/** 样品带了, samples sent: nothing but a thing that was handed over, of which no deal moves. */
const HANDED_ALONE =
  /^(?:那些?个?|刚刚?|已经?)?(?:样品|样机|样本|样件|资料|手册|画册|彩页|名片|案例|发票)(?:已经?|刚刚?|都|也|全)*(?:发|寄|交|送|给|带|拿|(?<=发票(?:已经?|也|都)?)开)(?:过去|出去|去|到)?(?:给[他她]们?)?了$|^(?:the |my |our |those )?(?:samples?|brochures?|materials?|catalogu?es?|case stud(?:y|ies)|invoices?)(?: (?:were|was|have been|has been|are|is|just|already|all|got))* (?:sent|brought|shipped|posted|mailed|delivered)(?: (?:off|out|over))?$|^(?:just )?(?:sent|brought|shipped|posted|mailed|delivered) (?:the |my |our |those )?(?:samples?|brochures?|materials?|catalogu?es?|case stud(?:y|ies)|invoices?)$/iu;

/** 发过去了, sent it: what it is was said before. */
const IT_HANDED =
  /^(?:我|刚刚?|刚才|已经?|都|也|全)*(?:发|寄|交|送|报|传|提交|给)(?:过去|出去|过|给[他她]们?|好|完)?了$|^(?:i|we|i've|we've|just|already|have|\s)*(?:sent|shipped|posted|mailed|e-?mailed|delivered|submitted)(?: (?:it|that|them|those))?(?: (?:off|out|over))?(?: to (?:him|her|them))?(?: now| already)?$/iu;

const bare = (words: string): string => words.trim().replace(/[\s。.!！]+$/u, '');
/** Whether words say that and name nobody. */
export const isHandedAlone = (words: string): boolean => HANDED_ALONE.test(bare(words));
export const isItHanded = (words: string): boolean => IT_HANDED.test(bare(words));
