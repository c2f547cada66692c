import type { Reading } from './atom.ts';

/** Words before two numbers that stand in a proportion or are a result: 比例是10:30, odds of 5 to 1, 得分12/15. */
const BEFORE =
  /(?:(?:比[例分率值重]?|配比|赔率|几率|[胜分中成格]率|分数|得分|成绩|考了|得了)[是为:：了到约]{0,2}|\b(?:odds|ratio|score[ds]?|aspect|grade|marks|proportion)(?:\s+(?:are|is|was|were|of|about|a|an|in))*)\s*$/i;
/** Won 10:30, beat them 5 to 1: results, where no am or pm is said; a deal won 10/14 was won that day. */
const RESULT = /\b(?:won|lost|led|beat|voted?|votes)(?:\s+(?:by|it|them))?\s*$/i;
const BEHIND = /\s*的?(?:分数|比例|比分|比值|配比|赔率)|\s+(?:odds|ratio|scale|majority|vote|win|lead|defeat)\b/iy;
const REACH = 24;

/** Whether the numbers at a token are in a proportion, by the words right before them. */
export function isProportion(reading: Reading, at: number): boolean {
  return BEFORE.test(textBefore(reading, at));
}

/** Whether the numbers at a token are the result of a game or a vote. */
export function isResult(reading: Reading, at: number): boolean {
  return RESULT.test(textBefore(reading, at));
}

function textBefore({ text, tokens }: Reading, at: number): string {
  const start = tokens[at]?.start ?? 0;
  return text.slice(Math.max(0, start - REACH), start);
}

/** The same with the words behind the last of its tokens: 12/15的分数, 5 to 1 odds. */
export function isProportionBehind({ text, tokens }: Reading, to: number): boolean {
  BEHIND.lastIndex = tokens[to - 1]?.end ?? 0;
  return BEHIND.test(text);
}
