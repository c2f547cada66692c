const ZH =
  /^(?:请问)?([^\s,,。;;!!??][^,,。;;!!??]{0,39}?)(?:那边|这边)?(?:最近|现在|目前)?(?:怎么?样了?|咋样了?|什么情况|如何了)[??。.!!\s]*$/u;
const EN = /^how(?:['’]?s| is| are)\s+([^,;?!]{1,60}?)(?:\s+(?:doing|going|getting on))?[?.!\s]*$/iu;
/** What is asked after in passing, and is no name. */
const NO_NAME =
  /^(?:[跟和与这那你您我他她它]|今天|昨天|明天|上午|下午|晚上|最近|现在|大家|天气|感觉|效果|结果|情况|后来)|得$|^(?:it|that|this|these|those|he|she|they|you|we|things?|everything|everyone|life|business|today|my|your|our|the)\b/iu;

/** The name that a whole question asks after, as typed (腾云怎么样了, how's Alderbank); null where it asks after none. */
export function nameAsked(text: string): string | null {
  const name = (ZH.exec(text.trim()) ?? EN.exec(text.trim()))?.[1]?.trim();
  return name === undefined || NO_NAME.test(name) ? null : name;
}
