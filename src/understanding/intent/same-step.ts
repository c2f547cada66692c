import { quick } from '../text/quick-pattern.ts';
import { SAME_STEP } from './words/step-words.ts';

interface Told {
  title: string;
  sign: string;
  date: string | null;
}

/** 要求改接口协议, 三天后给版本: by when the thing asked for is given. */
const DUE_GIVEN =
  /^(?:最晚|最迟|要|得|争取|说行|说好|说|行|好的|\s)*◷(?:之?前|内|就|要|得)*(?:给|交|出|发|提交|弄好|搞定|完成|交付|答复|回复|反馈|回话)(?:新|正式|初)?[\p{Script=Han}]{0,2}$/u;

/** Whether a clause (`text`) that reads as a step speaks of the step before it. */
export function isSameStep(before: Told, step: Told, text: string): boolean {
  // Quote due tomorrow, remind me at 8: when to think of it.
  if (step.title === '' && step.sign !== 'listed') return true;
  if (SAME_STEP.test(text) && (step.date === null || before.date === null || step.date === before.date)) return true;
  const asked = before.sign === 'asked' || before.sign === 'wanted' || before.sign === 'pledged';
  if (asked && before.date === null && step.date !== null && (DUE_GIVEN.test(text) || GIVING.test(text))) return true;
  return before.sign === 'fixed' && step.date === null && (step.sign === 'asked' || step.sign === 'pledged');
}

/** I'm sending it, will do that: the thing asked for in the clause before, with its day. */
const GIVING =
  /^(?:(?:and|so|then|but|i|we|i'll|i will|i'm|i am|we'll|we will|we're|we are|gonna|going to|will|shall|told (?:him|her|them)|said|promised|can|could|would|i'd|we'd|to|be|it|this|that|◈(?:'ll|'s| will| to| is)?) ?)*(?:send(?:ing|s)?|sent|do(?:ing|ne|es)?|get(?:ting|s)?|quot(?:es?|ing)|e-?mail(?:ing|s)?|draft(?:ing|s)?|prep(?:ar(?:es?|ing)|ping|s)?|deliver(?:ing|s)?|provid(?:es?|ing)|shar(?:es?|ing)|bring(?:ing|s)?|drop(?:ping|s)?|ship(?:ping|s)?|courier(?:ing|s)?|post(?:ing|s)?|fir(?:es?|ing)|turn(?:ing|s)?|put(?:ting|s)?|work(?:ing|s)?|sort(?:ing|s)?|handl(?:es?|ing)|mak(?:es?|ing)|writ(?:es?|ing)|shoot(?:ing|s)?|supply(?:ing)?)(?: (?:it|that|this|them|those|one|him|her|these|the same|◇|over|out|across|round|around|off|through|back|together|up|on|to|for|by|at|in|asap))*[\s◷.!]*$/u;

/** Names who sees to the step before, and nothing else: Marcy's on it. */
export function takesItOn(text: string): boolean {
  return ON_IT.test(text);
}

const ON_IT = quick(
  /^(?:and )?◈(?:'s| is| has|'ll| will)?(?: be)? (?:on|got|has|doing|handling|taking|handle|take|do|owns?|covering|cover) (?:it|that|this|them|those|care of (?:it|that|this))[\s.!]*$|^(?:and )?◈(?:'s| is|'ll| will)? (?:going|go|be there|there|on the case)[\s.!]*$/u,
);
