/** 林悦的日报, 林悦今天做了什么, Kim's daily report, what did Kim do today. */
const OF: readonly RegExp[] = [
  /^(?:看看?)?(.{1,20}?)(?:今天)?的?(?:日报)$/u,
  /^(?:今天)?(.{1,12}?)(?:今天)?(?:都)?(?:做|干|跟|忙)了?(?:些)?(?:什么|啥|哪些(?:事|客户)?)$/u,
  /^(?:show\s+)?(?:the\s+)?(.{1,30}?)['’]?s?\s+daily\s+(?:report|summary)$/iu,
  /^what\s+(?:did|has|have)\s+(?:the\s+)?(.{1,30}?)\s+(?:do|done|log|logged)\s+today$/iu,
];
const EVERYBODY = /^(?:团队|全组|全队|我们组|我们团队|大家|大伙|team|everyone|everybody|my team|our team)$/iu;

/** Whose day words ask for, by the name that was typed; `everybody`: of all whom the asker sees. Null for other words. */
export function whoseDayAsked(text: string): { everybody: true } | { name: string } | null {
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/[\s??。.!!]+$/u, '');
  const name = OF.map((form) => form.exec(said)?.[1]?.trim()).find((found) => found !== undefined && found !== '');
  if (name === undefined || /^(?:我|你|i|my|you|写|生成|出|发|看)$/iu.test(name)) return null;
  return EVERYBODY.test(name) ? { everybody: true } : { name };
}
