import { LunarMonth, LunarYear, SolarDay } from 'tyme4ts';
import { type Day, type DayNumber, dayNumber, daysInMonth, dayText, parseDay, yearMonthDay } from './days.ts';

/** A month and day as said, for birthdays: lunar ones stay lunar. */
export interface MonthDay {
  readonly calendar: 'solar' | 'lunar';
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** A leap month (闰六月). */
  readonly leap: boolean;
}

/** A day of the Chinese calendar; month 1–12, day 1–30. */
export interface LunarDate {
  readonly month: number;
  readonly day: number;
  readonly leap: boolean;
}

/**
 * The solar day on which a lunar day is kept in a lunar year (named by the solar year in which it begins). In a year
 * without that leap month the ordinary month is taken; a 30th in a month of 29 days falls on its 29th.
 */
export function lunarToSolar(date: LunarDate, year: number): Day {
  const { first, days } = lunarMonth(year, date.month, date.leap);
  return dayText(first + Math.min(date.day, days) - 1);
}

interface Month {
  readonly first: DayNumber;
  readonly days: number;
}

/** Months once reckoned: a few thousand at most, for the years that people speak of. */
const months = new Map<string, Month>();
const MOST_MONTHS = 5000;

function lunarMonth(year: number, month: number, leap: boolean): Month {
  const key = `${year} ${month} ${leap}`;
  const known = months.get(key);
  if (known !== undefined) return known;
  const inLeap = leap && LunarYear.fromYear(year).getLeapMonth() === month;
  const found = LunarMonth.fromYm(year, inLeap ? -month : month);
  const solar = found.getFirstJulianDay().getSolarDay();
  const result = { first: dayNumber(solar.getYear(), solar.getMonth(), solar.getDay()), days: found.getDayCount() };
  if (months.size >= MOST_MONTHS) months.clear();
  months.set(key, result);
  return result;
}

/** The lunar year, month and day of a solar day. */
export function solarToLunar(day: Day): LunarDate & { readonly year: number } {
  const { year, month, day: dayOfMonth } = yearMonthDay(parseDay(day));
  const lunar = SolarDay.fromYmd(year, month, dayOfMonth).getLunarDay();
  return {
    year: lunar.getYear(),
    month: Math.abs(lunar.getMonth()),
    day: lunar.getDay(),
    leap: lunar.getMonth() < 0,
  };
}

/** The next day, on or after `from`, on which a birthday is kept; 29 February is kept on the 28th in common years. */
export function nextBirthday(birthday: Pick<MonthDay, 'calendar' | 'month' | 'day' | 'leap'>, from: Day): Day {
  const start = yearMonthDay(parseDay(from)).year - 1;
  for (let year = start; ; year++) {
    const kept = birthday.calendar === 'lunar' ? lunarToSolar(birthday, year) : solarDayIn(birthday, year);
    if (kept >= from) return kept;
  }
}

function solarDayIn({ month, day }: { month: number; day: number }, year: number): Day {
  return dayText(dayNumber(year, month, Math.min(day, daysInMonth(year, month))));
}
