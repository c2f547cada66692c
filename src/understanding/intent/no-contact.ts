import type { InteractionKind } from '../understanding.ts';

/** 喜欢打高尔夫, plays golf, prefers texts: what somebody likes to do; and their CFO is called Martha. */
const LIKED =
  /(?:喜欢|爱好|爱|习惯|偏好|热衷)[^,，。了过]{0,4}$|(?:likes?|loves?|enjoys?|hates?|prefers?) (?:[\w-]+ ){0,2}$/u;
const HABIT =
  /(?:平时|平常|经常|常|每[周天年个]|擅长|不)[^,，。了过]{0,4}$|(?:into|keen on|plays|mad about|fond of) (?:[\w-]+ ){0,2}$/u;
const BEARS_NAME = /(?:(?<!\p{L})(?:is|are|was|were)|'s) $/u;
/** Whether a word for a contact only tells what somebody likes to do or is called; `before` and `from`: the clause up to that word, and on. */
export function isNoContact(kind: InteractionKind, before: string, from: string): boolean {
  if (kind === 'call' && BEARS_NAME.test(before))
    return /^called (?!by|back|in|off|out|on|up|round|over|away)/u.test(from);
  if (kind === 'demo' || kind === 'visit' || kind === 'other') return false;
  return LIKED.test(before) || ((kind === 'event' || kind === 'meeting') && HABIT.test(before));
}
