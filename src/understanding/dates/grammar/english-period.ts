import type { Weekday } from '../../../calendar/days.ts';
import {
  anchored,
  type DayPhrase,
  edgeOf,
  mapWindow,
  monthPhrase,
  refine,
  unitPhrase,
  weekdayPhrase,
  weekendPhrase,
  yearPartPhrase,
  yearPhrase,
} from '../day-phrase.ts';
import { holidayPhrase } from '../holidays.ts';
import { oneDay, unitAround } from '../windows.ts';
import { workdayPhrase } from '../workday-phrase.ts';
import { type Atom, follows, meaningAt, numberAt, type Reading, type Rule, touches, wordAt } from './atom.ts';
import { dayNumberAt, englishMonthDay, yearAt } from './english-month-day.ts';
import { decadeOrCentury, seasonPhrase } from './era.ts';
import { numericDate } from './numeric-date.ts';
import { singleWord } from './single-word.ts';
import { BEFORE_YEAR, bareYear } from './years.ts';

const WEEK_OF = /^(?:of|commencing|beginning|starting|ending)$/;

/** The week of December 7th, the week beginning Monday: the whole week around that day. */
function weekOf(reading: Reading, at: number): Atom | null {
  const week = wordAt(reading, at) === 'the' ? at + 1 : at;
  if (wordAt(reading, week) !== 'week' || !WEEK_OF.test(wordAt(reading, week + 1))) return null;
  const inner = englishMonthDay(reading, week + 2) ?? numericDate(reading, week + 2);
  if (inner?.day === undefined || inner.day.grain !== 'day') return null;
  return { from: at, to: inner.to, day: mapWindow(inner.day, 'week', ({ first }) => unitAround('week', first)) };
}

/** The rest of the week: from today to its end. */
function restOf(reading: Reading, at: number): Atom | null {
  const rest = wordAt(reading, at) === 'the' ? at + 1 : at;
  if (!/^(?:rest|remainder)$/.test(wordAt(reading, rest)) || wordAt(reading, rest + 1) !== 'of') return null;
  const next = /^(?:the|this)$/.test(wordAt(reading, rest + 2)) ? rest + 3 : rest + 2;
  const unit = meaningAt(reading, next, 'unit')?.unit;
  if (unit !== 'week' && unit !== 'month' && unit !== 'quarter' && unit !== 'year') return null;
  const day = anchored('range', (today) => ({ first: today, last: unitAround(unit, today).last }));
  return { from: at, to: next + 1, day: { ...day, due: (window) => window.last } };
}

/** Monday week, tomorrow week, Friday fortnight: so long after the coming one. Friday after next: in the week after next. */
function weekdayOnward(reading: Reading, at: number): Atom | null {
  const weekday = meaningAt(reading, at, 'weekday');
  const offset = meaningAt(reading, at, 'day')?.offset;
  if ((offset === 0 || offset === 1) && wordAt(reading, at + 1) === 'week' && /^t/.test(wordAt(reading, at)))
    return { from: at, to: at + 2, day: anchored('day', (today) => oneDay(today + offset + 7)) };
  if (weekday === null) return null;
  const phrase = weekdayPhrase(weekday.weekday);
  const word = wordAt(reading, at + 1);
  if (word === 'after' && wordAt(reading, at + 2) === 'next') {
    const day = refine(unitPhrase('week', 2), phrase);
    return day === null ? null : { from: at, to: at + 3, day: { ...day, weekday: weekday.weekday } };
  }
  if ((word !== 'week' && word !== 'fortnight') || follows(reading, at + 2, /\s+(?:of|\d|[a-z]+ing\b)/iy)) return null;
  return { from: at, to: at + 2, day: weekdayLater(weekday.weekday, word === 'week' ? 7 : 14) };
}

/** A week on Thursday, a fortnight on Monday: so long after the coming one; three times a week on Thursday is none. */
function weeksOnWeekday(reading: Reading, at: number): Atom | null {
  const unit = wordAt(reading, at + 1);
  if (!/^(?:an?|one)$/.test(wordAt(reading, at)) || !/^(?:week|fortnight)$/.test(unit)) return null;
  if (!/^(?:on|from)$/.test(wordAt(reading, at + 2)) || /^(?:once|twice|times|days?)$/.test(wordAt(reading, at - 1)))
    return null;
  const weekday = meaningAt(reading, at + 3, 'weekday');
  return weekday === null
    ? null
    : { from: at, to: at + 4, day: weekdayLater(weekday.weekday, unit === 'week' ? 7 : 14) };
}

function weekdayLater(weekday: Weekday, days: number): DayPhrase {
  const phrase = weekdayPhrase(weekday);
  const day = anchored('day', (today) => oneDay((phrase.window(today, 'future')?.first ?? today) + days));
  return { ...day, weekday };
}

/** early May, end of next month, next Wed, this quarter, Q1 2027, in 2027. */
export const englishPeriod: Rule = (reading, at) =>
  edgeExpression(reading, at) ??
  monthEnd(reading, at) ??
  weekOf(reading, at) ??
  restOf(reading, at) ??
  weekdayOnward(reading, at) ??
  weeksOnWeekday(reading, at) ??
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
  const long = decadeOrCentury(reading, next);
  if (long !== null) return { ...long, from: at };
  const inner = outerPeriod(reading, next);
  return inner?.day === undefined ? null : { from: at, to: inner.to, day: edgeOf(inner.day, edge.edge) };
}

/** September end, June-end. */
function monthEnd(reading: Reading, at: number): Atom | null {
  const month = meaningAt(reading, at, 'month');
  const end = wordAt(reading, at + 1) === '-' ? at + 2 : at + 1;
  if (month === null || wordAt(reading, end) !== 'end') return null;
  return { from: at, to: end + 1, day: edgeOf(monthPhrase(month.month), 'end') };
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
  // Whose birthday is coming this week: it comes, and the week is this one.
  if (shift.coming === true && meaningAt(reading, next, 'shift')?.steps === 0) return null;
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
  if (month !== null) return { from: at, to: next + 1, day: relative(monthPhrase(month.month), shift.steps) };
  const season = meaningAt(reading, next, 'season');
  if (season !== null) return { from: at, to: next + 1, day: relative(seasonPhrase(season.season), shift.steps) };
  const holiday = meaningAt(reading, next, 'holiday');
  if (holiday !== null) return { from: at, to: next + 1, day: relative(holidayPhrase(holiday.name), shift.steps) };
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
    wordAt(reading, next) === 'decade' ||
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

/** This, last or next March, summer or Christmas: of this year, the latest gone by, or the next that has not begun. */
function relative(phrase: DayPhrase, steps: number): DayPhrase {
  if (steps === 0) return anchored(phrase.grain, (today) => phrase.inside?.(today) ?? null);
  return anchored(phrase.grain, (today) => {
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
  const glued = reading.tokens[at]?.digits === 4 ? (reading.tokens[at]?.number ?? 0) : 0;
  const dash = wordAt(reading, at + 1) === '-' && touches(reading, at + 1) && touches(reading, at + 2) ? 1 : 0;
  const start = glued >= 1900 && glued <= 2100 ? at + 1 + dash : at;
  const letter = wordAt(reading, start);
  if ((letter !== 'q' && letter !== 'h') || !touches(reading, start + 1)) return null;
  if (follows(reading, start + 2, /[a-z0-9]|-(?!q[1-4])/iy)) return null;
  const opens = reading.tokens[at]?.start ?? 0;
  const before = reading.text.slice(Math.max(0, opens - 3), opens);
  if (/(?<!q[1-4])-$|[a-z]$/i.test(before)) return null;
  const value = numberAt(reading, start + 1);
  if (value < 1 || value > (letter === 'q' ? 4 : 2)) return null;
  const year = start > at ? { value: glued, to: start + 2 } : yearAt(reading, start + 2);
  const capital = reading.text.charAt(reading.tokens[start]?.start ?? 0) === 'H';
  const heading = follows(reading, start + 2, /\s*(?:tags?|headers?|headings?|titles?|标签|标题|database)/iy);
  if (letter === 'h' && year === null && (!capital || heading) && !BEFORE_YEAR.has(wordAt(reading, at - 1)))
    return null;
  const phrase = yearPartPhrase(value, letter === 'q' ? 3 : 6);
  const whole = year === null ? phrase : (refine(yearPhrase(year.value), phrase) ?? phrase);
  const to = year?.to ?? start + 2;
  const edge = touches(reading, to) && /^[底末初]$/.test(wordAt(reading, to)) ? meaningAt(reading, to, 'edgeOf') : null;
  return edge === null ? { from: at, to, day: whole } : { from: at, to: to + 1, day: edgeOf(whole, edge.edge) };
}
