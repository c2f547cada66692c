import {
  addMonths,
  type DayNumber,
  dayNumber,
  daysInMonth,
  mondayOf,
  shiftMonth,
  yearMonthDay,
} from '../../calendar/days.ts';

/** A stretch of inclusive days. */
export interface Window {
  readonly first: DayNumber;
  readonly last: DayNumber;
}

export type Unit = 'day' | 'workday' | 'week' | 'weekend' | 'month' | 'quarter' | 'half' | 'year';
export type Edge = 'start' | 'middle' | 'end';

export function oneDay(day: DayNumber): Window {
  return { first: day, last: day };
}

export function monthWindow(year: number, month: number): Window {
  return { first: dayNumber(year, month, 1), last: dayNumber(year, month, daysInMonth(year, month)) };
}

function months(year: number, month: number, count: number): Window {
  const end = shiftMonth(year, month, count - 1);
  return { first: dayNumber(year, month, 1), last: monthWindow(end.year, end.month).last };
}

/** The whole calendar unit, `steps` units away, around a day; weeks begin on Monday. */
export function unitAround(unit: Unit, day: DayNumber, steps = 0): Window {
  const { year, month } = yearMonthDay(day);
  switch (unit) {
    case 'day':
    case 'workday':
      return oneDay(day + steps);
    case 'week': {
      const monday = mondayOf(day) + 7 * steps;
      return { first: monday, last: monday + 6 };
    }
    case 'weekend': {
      const monday = mondayOf(day) + 7 * steps;
      return { first: monday + 5, last: monday + 6 };
    }
    case 'month': {
      const shifted = shiftMonth(year, month, steps);
      return monthWindow(shifted.year, shifted.month);
    }
    case 'quarter': {
      const shifted = shiftMonth(year, month - ((month - 1) % 3), 3 * steps);
      return months(shifted.year, shifted.month, 3);
    }
    case 'half': {
      const shifted = shiftMonth(year, month - ((month - 1) % 6), 6 * steps);
      return months(shifted.year, shifted.month, 6);
    }
    case 'year':
      return months(year + steps, 1, 12);
  }
}

/** The `part`-th quarter (length 3) or half (length 6) of a year. */
export function yearPart(year: number, part: number, length: 3 | 6): Window {
  return months(year, (part - 1) * length + 1, length);
}

/** The day `amount` units away; months are clipped to their length, halves of a month are 15 days. */
export function shiftDay(day: DayNumber, unit: Unit, amount: number): DayNumber {
  const whole = Math.trunc(amount);
  const rest = amount - whole;
  switch (unit) {
    case 'day':
    case 'workday':
    case 'weekend':
      return day + Math.round(amount);
    case 'week':
      return day + Math.round(7 * amount);
    case 'month':
      return addMonths(day, whole) + Math.round(30 * rest);
    case 'quarter':
      return addMonths(day, Math.round(3 * amount));
    case 'half':
      return addMonths(day, Math.round(6 * amount));
    case 'year':
      return addMonths(day, Math.round(12 * amount));
  }
}

/** 月初, 月中, 月底 of a month are its 1st, 15th and last day; a week ends on its Friday, for work. */
export function edgeDay(window: Window, edge: Edge): DayNumber {
  const length = window.last - window.first + 1;
  if (edge === 'start') return window.first;
  if (edge === 'end') return length === 7 ? window.first + 4 : window.last;
  if (length === 7) return window.first + 2;
  if (length <= 31) return window.first + 14;
  const middle = addMonths(window.first, Math.floor(Math.round(length / 30.4) / 2));
  return length < 100 ? middle + 14 : middle;
}
