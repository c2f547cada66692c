import {
  anchored,
  type DayPhrase,
  dayOfMonthPhrase,
  edgeOf,
  monthDayPhrase,
  monthPhrase,
  refine,
  unitPhrase,
  weekdayPhrase,
  weekendPhrase,
  yearPartPhrase,
  yearPhrase,
} from '../day-phrase.ts';

import { type Atom, follows, meaningAt, numberAt, type Reading, type Rule, touches, wordAt } from './atom.ts';
import { singleWord } from './single-word.ts';

const ORDINAL_ENDING = /^(?:st|nd|rd|th)$/;
const BEFORE_MONTH = new Set([
  'in',
  'by',
  'for',
  'since',
  'until',
  'till',
  'of',
  'last',
  'next',
  'this',
  'early',
  'mid',
  'late',
  'before',
  'after',
  'from',
  'to',
  'during',
  'through',
  'and',
  'or',
  '-',
  '/',
  'every',
  'each',
]);
const BEFORE_DAY = new Set([
  'on',
  'by',
  'before',
  'after',
  'until',
  'till',
  'since',
  'from',
  'to',
  'and',
  'due',
  'than',
  'of',
  'through',
  '-',
  '&',
  'or',
]);
const BEFORE_YEAR = new Set([
  'in',
  'by',
  'since',
  'of',
  'during',
  'for',
  'until',
  'till',
  'through',
  'before',
  'after',
  'from',
  'to',
  'end',
  'fy',
  'year',
  'and',
  '-',
]);
const COUNTED_THING =
  /[ -](?:floor|street|st\b|avenue|ave\b|party|time|call|meeting|round|gen|generation|edition|version|draft|option|place|phase|stage|site|team|grade|person|customer|client|year|quarter|month|week|day|anniversary|birthday|visit|demo|attempt|line|paragraph|point|item|class|wave|batch|half|most|largest|biggest|century|amendment|order|one|of the|step|part|level|tier|choice|invoice|quote|proposal|follow|reminder|contact|thing|person)/y;
const AFTER_BARE_ORDINAL =
  /\s*(?:$|[.,;!?)\n]|at\b|and\b|or\b|with\b|w\/|so\b|but\b|then\b|if\b|please|pls|for\b|to\b|works|latest|is\b|was\b|we\b|i\b|he\b|she\b|they\b|-|–|@|\d)/y;
const UNIT_AFTER = /\s*(?:%|k\b|m\b|[a-z]+\b(?!\s*,?\s*\d{4}))/y;
const YEAR_BEFORE_NOUN =
  /[ -](?:units?|pieces?|pcs|seats?|users?|sites?|people|usd|eur|dollars?|euros?|licen[cs]es?|miles|km|tons?|boxes)/y;

/** English calendar expressions: Dec 5, 5th of December 2026, the 20th, next Wed, early May, Q1, in 2027. */
export const englishDate: Rule = (reading, at) =>
  edgeExpression(reading, at) ??
  monthThenDay(reading, at) ??
  dayThenMonth(reading, at) ??
  shifted(reading, at) ??
  quarter(reading, at) ??
  ordinalDay(reading, at) ??
  bareYear(reading, at);

/** end of next month, early May, mid-December, end of 2026, 下季度末. */
function edgeExpression(reading: Reading, at: number): Atom | null {
  const edge = meaningAt(reading, at, 'edgeOf');
  if (edge === null || /^[底末初中]$/.test(wordAt(reading, at))) return null;
  let next = at + 1;
  if (wordAt(reading, next) === '-' || wordAt(reading, next) === 'in' || wordAt(reading, next) === 'to') next++;
  if (meaningAt(reading, next, 'edgeOf') !== null) return null;
  if (wordAt(reading, next) === 'the') next++;
  const inner = outerPeriod(reading, next);
  return inner?.day === undefined ? null : { from: at, to: inner.to, day: edgeOf(inner.day, edge.edge) };
}

function outerPeriod(reading: Reading, at: number): Atom | null {
  const month = meaningAt(reading, at, 'month');
  if (month !== null) {
    const year = yearAt(reading, at + 1);
    const phrase = monthPhrase(month.month);
    if (year === null) return { from: at, to: at + 1, day: phrase };
    return { from: at, to: year.to, day: refine(yearPhrase(year.value), phrase) ?? phrase };
  }
  const unit = meaningAt(reading, at, 'unit');
  if (
    unit !== null &&
    (unit.unit === 'week' || unit.unit === 'month' || unit.unit === 'quarter' || unit.unit === 'year')
  )
    return { from: at, to: at + 1, day: unitPhrase(unit.unit, 0) };
  const value = numberAt(reading, at);
  if (value >= 1900 && value <= 2100) return { from: at, to: at + 1, day: yearPhrase(value) };
  const found = shifted(reading, at) ?? quarter(reading, at) ?? singleWord(reading, at);
  return found?.day !== undefined && found.day.grain !== 'day' ? found : null;
}

/** Dec 5(th), December 5 2026, Dec 1-5, December 2026, in May. */
function monthThenDay(reading: Reading, at: number): Atom | null {
  const month = meaningAt(reading, at, 'month');
  if (
    month === null ||
    /\p{L}/u.test(reading.text.charAt((reading.tokens[at]?.start ?? 0) - 1)) ||
    wordAt(reading, at + 1) === "'"
  )
    return null;
  let next = at + 1;
  if (wordAt(reading, next) === '.' && wordAt(reading, at).length <= 4) next++;
  if (wordAt(reading, next) === 'the') next++;
  const day = dayNumberAt(reading, next);
  if (day === null || (reading.tokens[next]?.text.length ?? 0) > 12)
    return monthAlone(reading, at, month.month, month.loose === true);
  const loneNumber =
    !day.ordinal && month.loose === true && !/[A-Z]/.test(reading.text.charAt(reading.tokens[at]?.start ?? 0));
  if (loneNumber && follows(reading, day.to, UNIT_AFTER) && !BEFORE_MONTH.has(wordAt(reading, at - 1))) return null;
  const year = yearAt(reading, day.to);
  const to = year?.to ?? day.to;
  const atom: Atom = { from: at, to, day: monthDayPhrase(month.month, day.value, year?.value ?? null) };
  return withEndDay(reading, atom, day.value);
}

/** Dec 1-5, Dec 1 to 5: the second number is a day of the same month. */
function withEndDay(reading: Reading, atom: Atom, first: number): Atom {
  if (!/^(?:-|~|to|through|thru|until)$/.test(wordAt(reading, atom.to))) return atom;
  const last = dayNumberAt(reading, atom.to + 1);
  if (
    last === null ||
    last.value <= first ||
    follows(reading, last.to, /[:/.]\d|\s*(?:am|pm|k\b|%)|\d/y) ||
    meaningAt(reading, last.to, 'month') !== null
  )
    return atom;
  return { ...atom, to: last.to, until: { from: atom.to + 1, to: last.to, day: dayOfMonthPhrase(last.value) } };
}

function monthAlone(reading: Reading, at: number, month: number, loose: boolean): Atom | null {
  const year = yearAt(reading, at + 1);
  if (year !== null)
    return { from: at, to: year.to, day: refine(yearPhrase(year.value), monthPhrase(month)) ?? monthPhrase(month) };
  const capital = /[A-Z]/.test(reading.text.charAt(reading.tokens[at]?.start ?? 0));
  if (
    loose &&
    !(
      BEFORE_MONTH.has(wordAt(reading, at - 1)) &&
      (capital || wordAt(reading, at) !== 'may' || !/^(?:and|or|to|-|\/)$/.test(wordAt(reading, at - 1)))
    )
  )
    return null;
  if (loose && !capital && wordAt(reading, at - 1) === 'to') return null;
  return { from: at, to: at + 1, day: monthPhrase(month) };
}

/** 5 Dec, 5th of December 2026, 1-5 Dec. */
function dayThenMonth(reading: Reading, at: number): Atom | null {
  const from = wordAt(reading, at) === 'the' ? at + 1 : at;
  const day = dayNumberAt(reading, from);
  if (day === null || /[\d.,/:-]/.test(reading.text.charAt((reading.tokens[from]?.start ?? 0) - 1))) return null;
  let next = day.to;
  const range = /^(?:-|to|and|&)$/.test(wordAt(reading, next)) ? dayNumberAt(reading, next + 1) : null;
  if (range !== null && range.value > day.value) next = range.to;
  if (wordAt(reading, next) === 'of' || wordAt(reading, next) === '-') next++;
  const month = meaningAt(reading, next, 'month');
  if (month === null) return null;
  if (
    month.loose === true &&
    wordAt(reading, next) === 'may' &&
    !day.ordinal &&
    wordAt(reading, next - 1) !== 'of' &&
    !/[A-Z]/.test(reading.text.charAt(reading.tokens[next]?.start ?? 0)) &&
    !BEFORE_DAY.has(wordAt(reading, at - 1))
  )
    return null;
  if (wordAt(reading, next + 1) === '.' && wordAt(reading, next).length <= 4 && numberAt(reading, next + 2) > 1900)
    next++;
  const year = yearAt(reading, next + 1);
  const to = year?.to ?? next + 1;
  const atom: Atom = { from: at, to, day: monthDayPhrase(month.month, day.value, year?.value ?? null) };
  if (range === null || range.value <= day.value) return atom;
  return { ...atom, until: { from: at, to, day: dayOfMonthPhrase(range.value) } };
}

/** The 20th, by 5th: a bare ordinal is a day only after a word that goes with days, or where nothing follows that it could count. */
function ordinalDay(reading: Reading, at: number): Atom | null {
  const from = wordAt(reading, at) === 'the' ? at + 1 : at;
  const day = dayNumberAt(reading, from);
  if (day === null || !day.ordinal || (reading.tokens[from]?.digits ?? 0) === 0) return null;
  if (from > at ? false : !BEFORE_DAY.has(wordAt(reading, at - 1))) return null;
  if (follows(reading, day.to, COUNTED_THING)) return null;
  if (!BEFORE_DAY.has(wordAt(reading, at - 1)) && !follows(reading, day.to, AFTER_BARE_ORDINAL)) return null;
  return { from: at, to: day.to, day: dayOfMonthPhrase(day.value) };
}

/** next Wed, last month, this quarter, coming Friday, next March. */
function shifted(reading: Reading, at: number): Atom | null {
  const shift = meaningAt(reading, at, 'shift');
  if (shift === null) return null;
  let next = at + 1;
  const coming = shift.coming === true || meaningAt(reading, next, 'shift')?.coming === true;
  if (meaningAt(reading, next, 'shift') !== null) next++;
  const weekday = meaningAt(reading, next, 'weekday');
  if (weekday !== null) {
    const phrase = weekdayPhrase(weekday.weekday);
    if (coming) return { from: at, to: next + 1, day: anchored('day', (today) => phrase.window(today, 'future')) };
    const inWeek = refine(unitPhrase('week', shift.steps), phrase);
    return inWeek === null ? null : { from: at, to: next + 1, day: { ...inWeek, weekday: weekday.weekday } };
  }
  const month = meaningAt(reading, next, 'month');
  if (month !== null) return { from: at, to: next + 1, day: relativeMonth(month.month, shift.steps) };
  if (meaningAt(reading, next, 'weekend') !== null)
    return { from: at, to: next + 1, day: coming ? weekendPhrase() : unitPhrase('weekend', shift.steps) };
  const unit = meaningAt(reading, next, 'unit');
  const fits =
    unit?.unit === 'week' ||
    unit?.unit === 'month' ||
    unit?.unit === 'quarter' ||
    unit?.unit === 'year' ||
    unit?.unit === 'day' ||
    unit?.unit === 'workday';
  if (
    unit === null ||
    !fits ||
    /s$/.test(wordAt(reading, next)) ||
    (/^(?:previous|prior|following|past|current)$/.test(wordAt(reading, at)) && unit.unit === 'day')
  )
    return null;
  if (wordAt(reading, at) === 'past') return null;
  const day = unit.unit === 'workday' || unit.unit === 'day' ? null : unitPhrase(unit.unit, shift.steps);
  return day === null ? null : { from: at, to: next + 1, day };
}

function relativeMonth(month: number, steps: number): DayPhrase {
  const phrase = monthPhrase(month);
  if (steps === 0) return anchored('month', (today) => phrase.inside?.(today) ?? null);
  return anchored('month', (today) => {
    const found = phrase.window(today, steps > 0 ? 'future' : 'past');
    if (found === null || today < found.first || today > found.last) return found;
    return phrase.window(steps > 0 ? found.last + 1 : found.first - 1, steps > 0 ? 'future' : 'past');
  });
}

/** Q1, Q3 2026, 2026 Q1, H2 2026. */
function quarter(reading: Reading, at: number): Atom | null {
  const letter = wordAt(reading, at);
  if ((letter !== 'q' && letter !== 'h') || !touches(reading, at + 1) || follows(reading, at + 2, /[a-z0-9-]/iy))
    return null;
  const before = reading.text.charAt((reading.tokens[at]?.start ?? 0) - 1);
  if (/[a-z-]/i.test(before)) return null;
  const value = numberAt(reading, at + 1);
  if (value < 1 || value > (letter === 'q' ? 4 : 2)) return null;
  const year = yearAt(reading, at + 2);
  if (letter === 'h' && year === null && !BEFORE_YEAR.has(wordAt(reading, at - 1))) return null;
  const phrase = yearPartPhrase(value, letter === 'q' ? 3 : 6);
  if (year === null) return { from: at, to: at + 2, day: phrase };
  return { from: at, to: year.to, day: refine(yearPhrase(year.value), phrase) ?? phrase };
}

function bareYear(reading: Reading, at: number): Atom | null {
  const value = numberAt(reading, at);
  if (
    value < 1950 ||
    value > 2100 ||
    reading.tokens[at]?.digits !== 4 ||
    follows(reading, at + 1, /[-/.,:]?\d|[a-z%¥$€£万亿元年]/iy)
  )
    return null;
  if (
    !BEFORE_YEAR.has(wordAt(reading, at - 1)) ||
    follows(reading, at + 1, YEAR_BEFORE_NOUN) ||
    !reading.tokens[at]?.spaced
  )
    return null;
  return { from: at, to: at + 1, day: yearPhrase(value) };
}

/** A day's number: 5, 5th, fifth; `to` is the token after it. */
export function dayNumberAt(reading: Reading, at: number): { value: number; to: number; ordinal: boolean } | null {
  const word = meaningAt(reading, at, 'ordinal');
  if (word !== null) return { value: word.value, to: at + 1, ordinal: true };
  const token = reading.tokens[at];
  if (token === undefined || token.number === null || token.digits === 0 || token.digits > 2) return null;
  if (token.number < 1 || token.number > 31) return null;
  if (touches(reading, at + 1) && ORDINAL_ENDING.test(wordAt(reading, at + 1)))
    return { value: token.number, to: at + 2, ordinal: true };
  const joined = touches(reading, at + 1) && /^[a-z%:]/.test(wordAt(reading, at + 1));
  return joined || follows(reading, at + 1, /[.,]\d/y) ? null : { value: token.number, to: at + 1, ordinal: false };
}

/** A year after a month, a day or a quarter: 2026, , 2026, '26. */
function yearAt(reading: Reading, at: number): { value: number; to: number } | null {
  let next = at;
  if (/^[,/-]$/.test(wordAt(reading, next)) || wordAt(reading, next) === 'of') next++;
  const apostrophe = wordAt(reading, next) === "'";
  if (apostrophe) next++;
  const token = reading.tokens[next];
  if (token === undefined || token.number === null) return null;
  if (apostrophe && token.digits === 2) return { value: 2000 + token.number, to: next + 1 };
  if (
    token.digits !== 4 ||
    token.number < 1900 ||
    token.number > 2100 ||
    follows(reading, next + 1, /[,.:]?\d|[a-z%]/iy)
  )
    return null;
  return { value: token.number, to: next + 1 };
}
