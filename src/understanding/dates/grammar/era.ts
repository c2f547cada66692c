import { yearMonthDay } from '../../../calendar/days.ts';
import { anchored, cyclic, type DayPhrase, refine, unitPhrase } from '../day-phrase.ts';
import { kept } from '../kept.ts';
import { monthWindow, unitAround, type Window } from '../windows.ts';
import { type Atom, follows, meaningAt, numberAt, type Reading, type Rule, touches, wordAt } from './atom.ts';
import { dayNumberAt } from './english-month-day.ts';

const BEFORE_SEASON = new Set(
  'in the during since until till by before after this last next every early late mid of from'.split(' '),
);
/** The summer of 2024, this spring; not the spring framework, summer dresses. */
const AFTER_SEASON =
  /\s*(?:$|[.,;!?)\n]|of (?:\d{4}|this|last|next)|\d{4}|(?:we|i|he|she|they|it|is|was|will|when|with|for|and|or|to|at|in|on|before|after|has|had|have|but)\b)/iy;
const APOSTROPHE = /^['’]$/;
const PERSONAL = /^(?:his|her|their|my|your|our|your|in|low|high|upper|lower)$/;

/** 夏天, last summer, 今春; 80年代, the nineties, 上世纪九十年代; 21世纪, the 19th century, 本世纪. */
export const era: Rule = (reading, at) => season(reading, at) ?? decadeOrCentury(reading, at);

export function decadeOrCentury(reading: Reading, at: number): Atom | null {
  return decade(reading, at) ?? century(reading, at);
}

/** Spring begins in March; winter in December, and reaches into the next year. */
export const seasonPhrase = kept(
  (season: 0 | 1 | 2 | 3): DayPhrase =>
    cyclic('year', 'range', (around): Window => {
      const { year } = yearMonthDay(around);
      const month = 3 + 3 * season;
      const last = month === 12 ? monthWindow(year + 1, 2) : monthWindow(year, month + 2);
      return { first: monthWindow(year, month).first, last: last.last };
    }),
);

function season(reading: Reading, at: number): Atom | null {
  const found = meaningAt(reading, at, 'season');
  if (found === null || (found.loose && !isSeasonHere(reading, at))) return null;
  const phrase = seasonPhrase(found.season);
  const day = found.years === undefined ? phrase : (refine(unitPhrase('year', found.years), phrase) ?? phrase);
  return { from: at, to: at + 1, day };
}

function isSeasonHere(reading: Reading, at: number): boolean {
  return BEFORE_SEASON.has(wordAt(reading, at - 1)) || follows(reading, at + 1, /\s+(?:of )?\d{4}\b/y)
    ? follows(reading, at + 1, AFTER_SEASON)
    : false;
}

/** 80年代, 九十年代初, 上世纪80年代, 1980s, the '90s, the nineties. */
function decade(reading: Reading, at: number): Atom | null {
  const named = meaningAt(reading, at, 'decade')?.of;
  if (named !== undefined)
    return /(?:^| )the$/.test(wordAt(reading, at - 1))
      ? { from: at, to: at + 1, day: years(decadeStart(named), 10) }
      : null;
  const value = numberAt(reading, at);
  if (value >= 10 && value % 10 === 0 && meaningAt(reading, at + 1, 'decade') !== null)
    return value < 100 || value >= 1000
      ? { from: at, to: at + 2, day: years(value < 100 ? decadeStart(value) : value, 10) }
      : null;
  if (value < 10 || value % 10 !== 0) return null;
  const token = reading.tokens[at];
  const mark = APOSTROPHE.test(wordAt(reading, at + 1)) ? at + 2 : at + 1;
  if (token === undefined || value < 10 || value % 10 !== 0 || wordAt(reading, mark) !== 's' || !touches(reading, mark))
    return null;
  if (token.digits === 4 && value >= 1000 && value <= 2100) return { from: at, to: mark + 1, day: years(value, 10) };
  const before = wordAt(reading, at - 1);
  const told =
    /(?:^| )the$/.test(before) ||
    /^(?:early|late|mid|-)$/.test(before) ||
    (APOSTROPHE.test(before) && !PERSONAL.test(wordAt(reading, at - 2)));
  return token.digits === 2 && told ? { from: at, to: mark + 1, day: years(decadeStart(value), 10) } : null;
}

/** 80年代 is the 1980s, 20年代 the 2020s. */
function decadeStart(value: number): number {
  return value >= 30 ? 1900 + value : 2000 + value;
}

/** 21世纪, 20世纪90年代, 上个世纪八十年代, 本世纪, the 21st century, the last century. */
function century(reading: Reading, at: number): Atom | null {
  const fixed = centuryNumber(reading, at);
  if (fixed === null) return null;
  const next = wordAt(reading, fixed.to) === '的' ? fixed.to + 1 : fixed.to;
  const value = numberAt(reading, next);
  if (value >= 10 && value < 100 && value % 10 === 0 && meaningAt(reading, next + 1, 'decade') !== null)
    return { from: at, to: next + 2, day: centuryPhrase(fixed, value, 10) };
  return { from: at, to: fixed.to, day: centuryPhrase(fixed, 0, 100) };
}

interface CenturyNumber {
  readonly to: number;
  readonly value?: number;
  readonly steps?: number;
}

function centuryNumber(reading: Reading, at: number): CenturyNumber | null {
  const steps = meaningAt(reading, at, 'century')?.steps;
  if (steps !== undefined) return { to: at + 1, steps };
  const shift = meaningAt(reading, at, 'shift');
  if (shift !== null && meaningAt(reading, at + 1, 'century') !== null) return { to: at + 2, steps: shift.steps };
  const ordinal = dayNumberAt(reading, at);
  const value = ordinal?.ordinal ? ordinal.value : numberAt(reading, at);
  const to = ordinal?.ordinal ? ordinal.to : at + 1;
  const isCentury = meaningAt(reading, to, 'century') !== null && (ordinal?.ordinal || wordAt(reading, to) === '世纪');
  // 21st Century Fox is a firm.
  if (wordAt(reading, to) === 'century' && follows(reading, to + 1, /\s[A-Z][a-z]/y)) return null;
  return isCentury && value >= 11 && value <= 22 ? { to: to + 1, value } : null;
}

function centuryPhrase({ value, steps = 0 }: CenturyNumber, from: number, length: number): DayPhrase {
  if (value !== undefined) return years(100 * (value - 1) + from, length);
  return anchored('range', (today) =>
    yearsWindow(100 * (Math.floor(yearMonthDay(today).year / 100) + steps) + from, length),
  );
}

function years(first: number, length: number): DayPhrase {
  return anchored('range', () => yearsWindow(first, length));
}

function yearsWindow(first: number, length: number): Window {
  return {
    first: monthWindow(first, 1).first,
    last: unitAround('year', monthWindow(first + length - 1, 1).first).last,
  };
}
