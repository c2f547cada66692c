/** 我今天记了什么, 今天都干嘛了, what did I do yesterday: what is done already, not what is to be done. */
const OWN: readonly RegExp[] = [
  /^(?:看看?)?我?(?:今天|今日|今儿|昨天|昨日|刚才|刚刚)?我?(?:都|一共|总共|到底)*记(?:录|下)?了?(?:些|点)?(?:什么|啥|哪些)(?:东西)?$/u,
  /^(?:看看?)?我?(?:今天|今日|今儿|昨天|昨日)我?(?:都|一共|总共|到底)*(?:(?:干|做|忙|搞|弄|完成|跟进?|联系|拜访|见|跑|聊|谈)(?:了|过)(?:些|点)?(?:什么|啥|谁|哪些|哪几|几|多少)(?:个|家|位|件)?(?:事|活|工作|人|客户|单子)?|(?:干|做|忙|搞|弄)(?:些|点)?(?:嘛|什么|啥)(?:了|来着))$/u,
  /^(?:so\s+)?what(?:\s+(?:did|have)\s+i|['’]ve\s+i)\s+(?:(?:logged|log|noted?|record(?:ed)?)(?:\s+so\s+far)?(?:\s+(?:today|yesterday))?|(?:actually\s+)?(?:do|done|got(?:ten)?\s+done|get\s+done|been\s+(?:doing|up\s+to)|achieved?|accomplish(?:ed)?)(?:\s+so\s+far)?\s+(?:today|yesterday)(?:\s+so\s+far)?)$/iu,
  /^(?:(?:who|which\s+(?:customers|clients|accounts))\s+(?:did|have)\s+i|who['’]ve\s+i)\s+(?:call(?:ed)?|visit(?:ed)?|meet|met|see|seen|speak\s+to|spoken\s+to|talk(?:ed)?\s+to|contact(?:ed)?)\s+(?:so\s+far\s+)?(?:today|yesterday)$/iu,
];

/** 林悦的日报, 林悦今天做了什么, Kim's daily report, what did Kim do today. */
const OF: readonly RegExp[] = [
  /^(?:看看?)?(.{1,20}?)(?:今天)?的?(?:日报)$/u,
  /^(?:今天)?(.{1,12}?)(?:今天)?(?:都)?(?:做|干|跟|忙)了?(?:些)?(?:什么|啥|哪些(?:事|客户)?)$/u,
  /^(?:show\s+)?(?:the\s+)?(.{1,30}?)['’]?s?\s+daily\s+(?:report|summary)$/iu,
  /^what\s+(?:did|has|have)\s+(?:the\s+)?(.{1,30}?)\s+(?:do|done|log|logged)\s+today$/iu,
];
const EVERYBODY = /^(?:团队|全组|全队|我们组|我们团队|大家|大伙|team|everyone|everybody|my team|our team)$/iu;

/** 谁这周没记, who hasn't logged this week: what people have logged tells who has not. */
const SILENT: readonly RegExp[] = [
  /^(?:看看?|查看?)?[^,,。谁哪]{0,8}(?:还)?(?:有)?(?:谁|哪些人|哪几个人?|哪个人?)[^,,。谁哪]{0,6}(?:都|还|一直|又)?(?:没有?|未|不)(?:写|记|录|填|交|登)(?:入|录)?(?:过|任何|一[条次]|东西|跟进|记录|日报|笔记|客户)*[了的吗呢]*$/u,
  /^(?:who|which\s+(?:of\s+(?:my|the|our)\s+)?(?:reps?|people|person)|any(?:one|body)(?:\s+who)?)(?:\s+(?:has|have|had|did|is|was|are))?(?:n['’]t|\s+not|\s+never)(?:\s+yet)?\s+(?:log(?:ged|ging)?|not(?:ed|ing)|record(?:ed|ing)?|writ(?:e|ten|ing)|enter(?:ed|ing)?)(?![a-z])[^,.]{0,36}$/iu,
];

/** Whether words ask who has logged nothing. */
export const asksWhoIsSilent = (text: string): boolean => SILENT.some((form) => form.test(unmarked(text)));

/** The day of which words ask what one has done oneself; null for other words. */
export function ownDayAsked(text: string): 'today' | 'yesterday' | null {
  if (!OWN.some((form) => form.test(unmarked(text)))) return null;
  return /昨|yesterday/iu.test(text) ? 'yesterday' : 'today';
}

/** Whose day words ask for, by the name that was typed; `everybody`: of all whom the asker sees. Null for other words. */
export function whoseDayAsked(text: string): { everybody: true } | { name: string } | null {
  const said = unmarked(text);
  const name = OF.map((form) => form.exec(said)?.[1]?.trim()).find((found) => found !== undefined && found !== '');
  if (name === undefined || /^(?:我|你|i|my|you|写|生成|出|发|看)$/iu.test(name)) return null;
  return EVERYBODY.test(name) ? { everybody: true } : { name };
}

const unmarked = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/[\s??。.!!]+$/u, '');
