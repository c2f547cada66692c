import { mapWindow } from '../day-phrase.ts';
import { unitAround } from '../windows.ts';
import { type Atom, meaningAt, type Reading, type Rule, wordAt } from './atom.ts';
import { chineseDate } from './chinese-date.ts';
import { clockTime } from './clock.ts';
import { dayPartLetter } from './day-part.ts';
import { englishMonthDay } from './english-month-day.ts';
import { englishPeriod } from './english-period.ts';
import { era } from './era.ts';
import { fiscalYear } from './fiscal-year.ts';
import { lengthExpression } from './length.ts';
import { lunarWords, withLunarBehind } from './lunar-words.ts';
import { neighbours } from './neighbours.ts';
import { nthDay } from './nth-day.ts';
import { numericDate } from './numeric-date.ts';
import { recurrence } from './recurrence.ts';
import { sameDay } from './same-day.ts';
import { singleWord } from './single-word.ts';
import { vagueMoment } from './vague.ts';
import { weekendOrHalf } from './weekends-and-halves.ts';

/** Rules by what an expression opens with: each looks only where it could read something. */
const AT_CHINESE: readonly Rule[] = [
  neighbours,
  sameDay,
  lunarWords,
  chineseDate,
  nthDay,
  clockTime,
  lengthExpression,
  recurrence,
  singleWord,
  dayPartLetter,
  era,
  vagueMoment,
];
const AT_LATIN: readonly Rule[] = [
  lunarWords,
  weekendOrHalf,
  fiscalYear,
  englishMonthDay,
  englishPeriod,
  nthDay,
  clockTime,
  lengthExpression,
  recurrence,
  singleWord,
  dayPartLetter,
  era,
  vagueMoment,
];
const AT_DIGITS: readonly Rule[] = [
  fiscalYear,
  weekendOrHalf,
  lunarWords,
  chineseDate,
  numericDate,
  englishMonthDay,
  englishPeriod,
  nthDay,
  clockTime,
  lengthExpression,
  era,
];

/** The longest piece at each place, from left to right, without overlap. */
export function readAtoms(reading: Reading): Atom[] {
  const atoms: Atom[] = [];
  for (let at = 0; at < reading.tokens.length; ) {
    const atom = mayOpen(reading, at) ? longest(reading, at) : null;
    if (atom === null) at++;
    else {
      const whole = withWeekBehind(reading, withLunarBehind(reading, atom));
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
  'fy',
  '两三',
  'h',
  '半',
  '过',
  '再',
  '还',
  '隔',
  '闰',
  '年',
  '早',
  '晚',
  '前',
  '俩',
  '仨',
  'last',
  'rest',
  'remainder',
  '几',
  '数',
  '差',
  '后',
  'few',
  'several',
  'twenty',
  'first',
]);

/** Most words open nothing; they are passed over cheaply. */
function mayOpen({ tokens }: Reading, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && (token.meaning !== null || token.number !== null || OPENING_WORDS.has(token.text));
}

function longest(reading: Reading, at: number): Atom | null {
  let best: Atom | null = null;
  for (const rule of rulesAt(reading, at)) {
    const atom = rule(reading, at);
    if (atom !== null && (best === null || atom.to > best.to)) best = atom;
  }
  return best;
}

/** 12月7日那周, 国庆那一周: the whole week around the day. */
function withWeekBehind(reading: Reading, atom: Atom): Atom {
  const { day } = atom;
  if (day?.grain !== 'day' || !/^[那当]$/.test(wordAt(reading, atom.to)) || atom.until !== undefined) return atom;
  const unit =
    wordAt(reading, atom.to + 1) === '一' || wordAt(reading, atom.to + 1) === '个' ? atom.to + 2 : atom.to + 1;
  if (meaningAt(reading, unit, 'unit')?.unit !== 'week' || meaningAt(reading, unit + 1, 'weekday') !== null)
    return atom;
  return { ...atom, to: unit + 1, day: mapWindow(day, 'week', ({ first }) => unitAround('week', first)) };
}

function rulesAt({ tokens }: Reading, at: number): readonly Rule[] {
  const token = tokens[at];
  if (token === undefined || token.digits > 0) return AT_DIGITS;
  return token.text.charCodeAt(0) < 0x250 ? AT_LATIN : AT_CHINESE;
}
