import {
  anchored,
  type DayPhrase,
  edgeOf,
  monthPhrase,
  refine,
  unitPhrase,
  weekdayPhrase,
  weekendPhrase,
  yearPartPhrase,
  yearPhrase,
} from '../day-phrase.ts';
import { workdayPhrase } from '../workday-phrase.ts';
import { type Atom, follows, meaningAt, numberAt, type Reading, type Rule, touches, wordAt } from './atom.ts';
import { dayNumberAt, yearAt } from './english-month-day.ts';
import { singleWord } from './single-word.ts';

const BEFORE_YEAR = new Set(
  'in by since of during for until till through before after from to end fy year and -'.split(' '),
);
const YEAR_BEFORE_NOUN =
  /[ -](?:units?|pieces?|pcs|seats?|users?|sites?|people|usd|eur|dollars?|euros?|licen[cs]es?|miles|km|tons?|boxes)/y;

/** early May, end of next month, next Wed, this quarter, Q1 2027, in 2027. */
export const englishPeriod: Rule = (reading, at) =>
  edgeExpression(reading, at) ??
  shifted(reading, at) ??
  quarter(reading, at) ??
  ordinalQuarter(reading, at) ??
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

/** A month, quarter or year that an edge or a counted weekday is taken of. */
export function outerPeriod(reading: Reading, at: number): Atom | null {
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
    const past = next > at + 1 && meaningAt(reading, at + 1, 'shift')?.steps === -1;
    if (past) return { from: at, to: next + 1, day: anchored('day', (today) => phrase.window(today - 1, 'past')) };
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
  if (unit.unit === 'workday' && shift.steps !== 0)
    return { from: at, to: next + 1, day: workdayPhrase(reading.workRegion, shift.steps, false) };
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

/** 4th quarter, 1st quarter 2027. */
function ordinalQuarter(reading: Reading, at: number): Atom | null {
  const part = dayNumberAt(reading, at);
  if (part === null || !part.ordinal || part.value > 4 || meaningAt(reading, part.to, 'unit')?.unit !== 'quarter')
    return null;
  const year = yearAt(reading, part.to + 1);
  const phrase = yearPartPhrase(part.value, 3);
  if (year === null) return { from: at, to: part.to + 1, day: phrase };
  return { from: at, to: year.to, day: refine(yearPhrase(year.value), phrase) ?? phrase };
}

/** Q1, Q3 2026, 2026Q1, H2 2026, Q3末. */
function quarter(reading: Reading, at: number): Atom | null {
  const glued = reading.tokens[at]?.digits === 4 && touches(reading, at + 1) ? (reading.tokens[at]?.number ?? 0) : 0;
  const start = glued >= 1900 && glued <= 2100 ? at + 1 : at;
  const letter = wordAt(reading, start);
  if ((letter !== 'q' && letter !== 'h') || !touches(reading, start + 1)) return null;
  if (follows(reading, start + 2, /[a-z0-9-]/iy)) return null;
  if (/[a-z-]/i.test(reading.text.charAt((reading.tokens[at]?.start ?? 0) - 1))) return null;
  const value = numberAt(reading, start + 1);
  if (value < 1 || value > (letter === 'q' ? 4 : 2)) return null;
  const year = start > at ? { value: glued, to: start + 2 } : yearAt(reading, start + 2);
  if (letter === 'h' && year === null && !BEFORE_YEAR.has(wordAt(reading, at - 1))) return null;
  const phrase = yearPartPhrase(value, letter === 'q' ? 3 : 6);
  const whole = year === null ? phrase : (refine(yearPhrase(year.value), phrase) ?? phrase);
  const to = year?.to ?? start + 2;
  const edge = touches(reading, to) && /^[底末初]$/.test(wordAt(reading, to)) ? meaningAt(reading, to, 'edgeOf') : null;
  return edge === null ? { from: at, to, day: whole } : { from: at, to: to + 1, day: edgeOf(whole, edge.edge) };
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
    !(BEFORE_YEAR.has(wordAt(reading, at - 1)) || wordAt(reading, at - 1).endsWith(' of')) ||
    follows(reading, at + 1, YEAR_BEFORE_NOUN) ||
    !reading.tokens[at]?.spaced
  )
    return null;
  return { from: at, to: at + 1, day: yearPhrase(value) };
}
