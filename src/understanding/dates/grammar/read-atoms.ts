import type { Atom, Reading, Rule } from './atom.ts';
import { chineseDate } from './chinese-date.ts';
import { clockTime } from './clock.ts';
import { dayPartLetter } from './day-part.ts';
import { englishMonthDay } from './english-month-day.ts';
import { englishPeriod } from './english-period.ts';
import { lengthExpression } from './length.ts';
import { lunarWords, withLunarBehind } from './lunar-words.ts';
import { nthDay } from './nth-day.ts';
import { numericDate } from './numeric-date.ts';
import { recurrence } from './recurrence.ts';
import { singleWord } from './single-word.ts';

const RULES: readonly Rule[] = [
  lunarWords,
  chineseDate,
  numericDate,
  englishMonthDay,
  englishPeriod,
  nthDay,
  clockTime,
  lengthExpression,
  recurrence,
  singleWord,
  dayPartLetter,
];

/** The longest piece at each place, from left to right, without overlap. */
export function readAtoms(reading: Reading): Atom[] {
  const atoms: Atom[] = [];
  for (let at = 0; at < reading.tokens.length; ) {
    const atom = mayOpen(reading, at) ? longest(reading, at) : null;
    if (atom === null) at++;
    else {
      const whole = withLunarBehind(reading, atom);
      atoms.push(whole);
      at = whole.to;
    }
  }
  return atoms;
}

const OPENING_WORDS = new Set([
  'a',
  'an',
  'the',
  'in',
  'half',
  'couple',
  'one',
  'another',
  'q',
  'h',
  '半',
  '过',
  '再',
  '隔',
  '闰',
  '年',
  '早',
  '晚',
  '前',
  '俩',
  '仨',
  'last',
]);

/** Most words open nothing; they are passed over cheaply. */
function mayOpen({ tokens }: Reading, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && (token.meaning !== null || token.number !== null || OPENING_WORDS.has(token.text));
}

function longest(reading: Reading, at: number): Atom | null {
  let best: Atom | null = null;
  for (const rule of RULES) {
    const atom = rule(reading, at);
    if (atom !== null && (best === null || atom.to > best.to)) best = atom;
  }
  return best;
}
