const ZH =
  /^(?:请问)?([^\s,,。;;!!??][^,,。;;!!??]{0,39}?)(?:那边|这边)?(?:最近|现在|目前)?(?:怎么?样了?|咋样了?|什么情况|如何了)[??。.!!\s]*$/u;
const EN = /^how(?:['’]?s| is| are)\s+([^,;?!]{1,60}?)(?:\s+(?:doing|going|getting on))?[?.!\s]*$/iu;
/** What is asked after in passing, and is no name. */
const NO_NAME =
  /^(?:[跟和与这那你您我他她它]|今天|昨天|明天|上午|下午|晚上|最近|现在|大家|天气|感觉|效果|结果|情况|后来)|得$|^(?:it|that|this|these|those|he|she|they|you|we|things?|everything|everyone|life|business|today|my|your|our|the)\b/iu;

const RECORDS: readonly RegExp[] = [
  /^(?:看看?|查看?|查一下)?([^\s,,。;;!!??]{1,30}?)的?(?:历史|全部|所有)?的?(?:跟进|沟通|联系|拜访|往来|历史)(?:历史|记录|情况)[??。.!!\s]*$/u,
  /^(?:show\s+(?:me\s+)?)?(?:the\s+)?(?:history|notes|records?|log)\s+(?:of|for|on|with)\s+([^,;?!]{1,60}?)[?.!\s]*$/iu,
  /^(?:show\s+(?:me\s+)?)?([^,;?!]{1,60}?)['’]s?\s+(?:history|notes|records?)[?.!\s]*$/iu,
];

/** The customer whose records are asked for by their name alone (腾云的跟进记录, Alderbank's history); null for other words. */
export const recordsAsked = (text: string): string | null =>
  RECORDS.map((form) => form.exec(text.normalize('NFKC').trim())?.[1]?.trim()).find(Boolean) ?? null;

/** The name that a whole question asks after, as typed (腾云怎么样了, how's Alderbank); null where it asks after none. */
export function nameAsked(text: string): string | null {
  const name = (ZH.exec(text.trim()) ?? EN.exec(text.trim()))?.[1]?.trim();
  return name === undefined || NO_NAME.test(name) ? null : name;
}
