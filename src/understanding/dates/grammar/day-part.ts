import { type Atom, follows, meaningAt, type Reading, wordAt } from './atom.ts';

const AFTER_LETTER = /\s?(?:\d{1,2}\s?(?:点|:)|[一二两三四五六七八九十]{1,2}点)/y;
const OTHER_WORD = /[上于了饭会宴餐高些期安就已点年到间班报]/y;

/** 早9点, 晚8点, 周五晚, and English parts that need a word beside them: in the morning, at night. */
export function dayPartLetter(reading: Reading, at: number): Atom | null {
  const word = wordAt(reading, at);
  if (word === '早' || word === '晚') {
    const day = reading.tokens[at - 1]?.meaning?.is;
    const beside = day === 'day' || day === 'weekday' || /^[号日天]$/.test(wordAt(reading, at - 1));
    if (!follows(reading, at + 1, AFTER_LETTER) && !(beside && !follows(reading, at + 1, OTHER_WORD))) return null;
    return { from: at, to: at + 1, part: word === '早' ? 'morning' : 'evening' };
  }
  if (word === 'in' && wordAt(reading, at + 1) === 'the') {
    const part = meaningAt(reading, at + 2, 'part');
    return part === null ? null : { from: at, to: at + 3, part: part.part };
  }
  const half = meaningAt(reading, at, 'meridian');
  if (half !== null) {
    const after = reading.tokens[at - 1]?.meaning?.is;
    if (after !== 'weekday' && after !== 'day') return null;
    return { from: at, to: at + 1, part: half.half === 'am' ? 'morning' : 'afternoon' };
  }
  const shift = meaningAt(reading, at, 'shift');
  const part = meaningAt(reading, at + 1, 'part');
  if (shift?.steps !== 0 || part === null) return null;
  return {
    from: at,
    to: at + 2,
    part: part.part,
    day: { grain: 'day', window: (today) => ({ first: today, last: today }) },
  };
}
