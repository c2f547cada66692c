/** A calendar day, `YYYY-MM-DD`, in somebody's zone. */
export type Day = string;

/** 1 Monday … 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Days since 1970-01-01 in the proleptic Gregorian calendar: the form in which days are reckoned with. */
export type DayNumber = number;

export interface YearMonthDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * The number of a day; month 1–12, and a day outside the month runs over.
 * Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
 */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The inverse of `dayNumber` (civil_from_days). */
export function yearMonthDay(number: DayNumber): YearMonthDay {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthOfYear = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthOfYear + 2) / 5) + 1;
  const month = monthOfYear < 10 ? monthOfYear + 3 : monthOfYear - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The first day of the month `months` away, as year and month. */
export function shiftMonth(year: number, month: number, months: number): { year: number; month: number } {
  const index = year * 12 + (month - 1) + months;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}

/** The same day of the month `months` away, clipped to that month's length. */
export function addMonths(number: DayNumber, months: number): DayNumber {
  const { year, month, day } = yearMonthDay(number);
  const target = shiftMonth(year, month, months);
  return dayNumber(target.year, target.month, Math.min(day, daysInMonth(target.year, target.month)));
}

export function weekdayOf(number: DayNumber): Weekday {
  return (((((number + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The Monday of the week in which the day lies. */
export function mondayOf(number: DayNumber): DayNumber {
  return number - (weekdayOf(number) - 1);
}

/** `YYYY-MM-DD`. */
export function dayText(number: DayNumber): Day {
  const { year, month, day } = yearMonthDay(number);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Reads `YYYY-MM-DD`; throws a RangeError for anything else or for a day that does not exist. */
export function parseDay(day: Day): DayNumber {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  const number = match === null ? Number.NaN : dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
  if (Number.isNaN(number) || dayText(number) !== day) throw new RangeError('not a day of the form YYYY-MM-DD');
  return number;
}

/** That weekday in the (Monday to Sunday) week of `day`: where a correction 是周四 puts the day it corrects. */
export function weekdayInWeekOf(weekday: Weekday, day: Day): Day {
  return dayText(mondayOf(parseDay(day)) + weekday - 1);
}
