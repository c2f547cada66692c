import type { Day, Weekday } from '../../calendar/days.ts';
import {
  type DayNumber,
  dayNumber,
  daysInMonth,
  dayText,
  mondayOf,
  shiftMonth,
  yearMonthDay,
} from '../../calendar/days.ts';
import type { MonthDay } from '../../calendar/lunar.ts';
import type { Grain, Tense } from './date-mention.ts';
import { kept } from './kept.ts';
import { type Edge, edgeDay, monthWindow, oneDay, type Unit, unitAround, type Window, yearPart } from './windows.ts';

/** The unit that an open expression comes round in: Wednesday by the week, the 5th by the month, 5 December by the year. */
export type Cycle = 'week' | 'month' | 'year';

/** What an expression says of the day, still without the day on which it was said. */
export interface DayPhrase {
  readonly grain: Grain;
  /** The days meant, reckoned from the message's day; null where there is no such day. */
  window(today: DayNumber, tense: Tense): Window | null;
  /** For what comes round: the days meant in the week, month or year around a day. */
  readonly inside?: (day: DayNumber) => Window | null;
  readonly cycle?: Cycle;
  /** The one day of the window that the contract gives, where it is not the first. */
  readonly due?: (window: Window, today: DayNumber) => DayNumber;
  readonly weekday?: Weekday;
  readonly bareWeekday?: boolean;
  /** EOD, 下班前: the end of whatever day is named beside it, of today where none is. */
  readonly endOfDay?: boolean;
  readonly monthDay?: MonthDay;
  /** What stands before and after a holiday: 国庆前, 国庆后. */
  readonly before?: DayPhrase;
  readonly after?: DayPhrase;
  /** The days around one that does not exist, as `window` gave null. */
  readonly nearest?: (today: DayNumber) => readonly [Day, Day] | null;
  readonly beyondTable?: (today: DayNumber) => boolean;
}

/** How many rounds are looked through: 29 February may be eight years off. */
const ROUNDS: Readonly<Record<Cycle, number>> = { week: 2, month: 3, year: 9 };

/** An expression that is fixed by the message's day alone. */
export function anchored(grain: Grain, window: (today: DayNumber) => Window | null): DayPhrase {
  return { grain, window };
}

/**
 * An expression that comes round. What is to come: the next one that has not gone by (`later`: that begins after today);
 * what has happened: the latest that began on or before today. A period is the one of this round, unless that lies
 * half a round or more ahead.
 */
export function cyclic(
  cycle: Cycle,
  grain: Grain,
  inside: (day: DayNumber) => Window | null,
  later = false,
): DayPhrase {
  function window(today: DayNumber, tense: Tense): Window | null {
    if (tense === 'period' && cycle === 'year') {
      const current = inside(today);
      if (current !== null) return current.first - today < 183 ? current : inside(unitAround(cycle, today, -1).first);
    }
    const direction = tense === 'future' ? 1 : -1;
    for (let round = 0; round <= ROUNDS[cycle]; round++) {
      const found = inside(unitAround(cycle, today, direction * round).first);
      if (found === null) continue;
      if (direction === 1 ? (later ? found.first > today : found.last >= today) : found.first <= today) return found;
    }
    return null;
  }
  return { grain, cycle, inside, window };
}

/** Today, 下周, 上个月, this quarter: a unit some steps from the one around today. */
export function unitPhrase(unit: Unit, steps: number): DayPhrase {
  return Math.abs(steps) <= 3 ? unitsAway(unit)(steps) : newUnitPhrase(unit, steps);
}

const unitsAway = kept((unit: Unit) => kept((steps: number) => newUnitPhrase(unit, steps)));

function newUnitPhrase(unit: Unit, steps: number): DayPhrase {
  const grain: Grain = unit === 'workday' ? 'day' : unit === 'weekend' || unit === 'half' ? 'range' : unit;
  return {
    ...anchored(grain, (today) => unitAround(unit, today, steps)),
    // A current period that is spoken of as a time to come ends at its end: 本周 is due on its Friday.
    due: (window) =>
      unit === 'quarter' || (steps === 0 && unit !== 'weekend') ? edgeDay(window, 'end') : window.first,
  };
}

export const weekdayPhrase = kept((weekday: Weekday): DayPhrase => {
  const inside = (day: DayNumber) => oneDay(mondayOf(day) + weekday - 1);
  return { ...cyclic('week', 'day', inside, true), weekday, bareWeekday: true };
});

const WEEKEND = cyclic('week', 'range', (day) => unitAround('weekend', day), true);

export function weekendPhrase(): DayPhrase {
  return WEEKEND;
}

/** 5号, the 5th: a number from 1 to 31. */
export const dayOfMonthPhrase = kept(
  (day: number): DayPhrase =>
    cyclic('month', 'day', (around) => {
      const { year, month } = yearMonthDay(around);
      return existing(year, month, day);
    }),
);

/** 12月5号, Dec 5, with or without a year. The year is not stretched to the next leap year for a 29 February: it is said to be none. */
export function monthDayPhrase(month: number, day: number, year: number | null = null): DayPhrase {
  if (year === null) return openMonthDay(100 * month + day);
  const monthDay: MonthDay = { calendar: 'solar', year, month, day, leap: false };
  const nearest = () => nearestDays(year, month, day);
  return { ...anchored('day', () => existing(year, month, day)), monthDay, nearest };
}

/** Key: month × 100 + day. */
const openMonthDay = kept((key: number): DayPhrase => {
  const [month, day] = [Math.floor(key / 100), key % 100];
  const monthDay: MonthDay = { calendar: 'solar', year: null, month, day, leap: false };
  const clipped = cyclic('year', 'day', (around) => {
    const { year: inYear } = yearMonthDay(around);
    return oneDay(dayNumber(inYear, month, Math.min(day, daysInMonth(inYear, month))));
  });
  const inside = (around: DayNumber) => existing(yearMonthDay(around).year, month, day);
  return {
    ...clipped,
    inside,
    window(today, tense) {
      const near = clipped.window(today, tense);
      return near === null ? null : inside(near.first);
    },
    monthDay,
    nearest(today) {
      const near = clipped.window(today, 'future');
      return near === null ? null : nearestDays(yearMonthDay(near.first).year, month, day);
    },
  };
});

/** A month from 1 to 12. */
export const monthPhrase = kept(
  (month: number): DayPhrase => cyclic('year', 'month', (day) => monthWindow(yearMonthDay(day).year, month)),
);

/** Q1, 第一季度 (length 3), 上半年 (length 6): as a deadline its last day. */
export function yearPartPhrase(part: number, length: 3 | 6): DayPhrase {
  return yearParts(10 * part + length);
}

/** Key: part × 10 + length. */
const yearParts = kept((key: number): DayPhrase => {
  const [part, length] = [Math.floor(key / 10), key % 10 === 3 ? 3 : 6] as const;
  const phrase = cyclic('year', length === 3 ? 'quarter' : 'range', (day) =>
    yearPart(yearMonthDay(day).year, part, length),
  );
  return { ...phrase, due: (window) => window.last };
});

/** A year from 1900 to 2100. */
export const yearPhrase = kept(
  (year: number): DayPhrase => anchored('year', () => unitAround('year', dayNumber(year, 1, 1))),
);

/** 月底, 年初, end of quarter: an edge of the unit that is running, or of the next where it has gone by. */
export function unitEdgePhrase(unit: 'week' | 'month' | 'quarter' | 'year', edge: Edge): DayPhrase {
  if (unit === 'week') return anchored('day', (today) => oneDay(edgeDay(unitAround('week', today), edge)));
  if (unit === 'quarter') return anchored('day', (today) => oneDay(edgeDay(unitAround('quarter', today), edge)));
  return cyclic(unit, 'day', (day) => oneDay(edgeDay(unitAround(unit, day), edge)));
}

/** An edge of a longer expression: 12月底, early May, end of next quarter. */
export function edgeOf(outer: DayPhrase, edge: Edge): DayPhrase {
  return mapWindow(outer, 'day', (window) => oneDay(edgeDay(window, edge)));
}

/** A finer expression inside a longer one: 明年 3月5号, 下个月 15号, Wednesday of next week. */
export function refine(outer: DayPhrase, inner: DayPhrase): DayPhrase | null {
  const { inside } = inner;
  if (inside === undefined) return null;
  const refined = mapWindow(outer, inner.grain, (window) => inside(window.first));
  const { year } = inner.monthDay ?? { year: null };
  return {
    ...refined,
    ...(inner.due === undefined ? {} : { due: inner.due }),
    ...(inner.weekday === undefined ? {} : { weekday: inner.weekday }),
    ...(inner.monthDay === undefined ? {} : { monthDay: { ...inner.monthDay, year: year ?? fixedYear(outer) } }),
    ...(inner.before === undefined ? {} : { before: refine(outer, inner.before) ?? inner.before }),
    ...(inner.after === undefined ? {} : { after: refine(outer, inner.after) ?? inner.after }),
    nearest: (today) => {
      const around = outer.window(today, 'future');
      return around === null ? null : (inner.nearest?.(around.first) ?? null);
    },
  };
}

function fixedYear(outer: DayPhrase): number | null {
  if (outer.grain !== 'year') return null;
  const window = outer.window(0, 'future');
  const later = outer.window(1e5, 'future');
  return window !== null && later !== null && window.first === later.first ? yearMonthDay(window.first).year : null;
}

/** The same expression, with each of its windows made into another. */
export function mapWindow(outer: DayPhrase, grain: Grain, map: (window: Window) => Window | null): DayPhrase {
  const { inside, cycle } = outer;
  if (inside !== undefined && cycle !== undefined) {
    return cyclic(cycle, grain, (day) => {
      const window = inside(day);
      return window === null ? null : map(window);
    });
  }
  return anchored(grain, (today) => {
    const window = outer.window(today, 'future');
    return window === null ? null : map(window);
  });
}

function existing(year: number, month: number, day: number): Window | null {
  return day < 1 || day > daysInMonth(year, month) ? null : oneDay(dayNumber(year, month, day));
}

function nearestDays(year: number, month: number, day: number): readonly [Day, Day] | null {
  if (day <= daysInMonth(year, month)) return null;
  const next = shiftMonth(year, month, 1);
  return [dayText(dayNumber(year, month, daysInMonth(year, month))), dayText(dayNumber(next.year, next.month, 1))];
}
