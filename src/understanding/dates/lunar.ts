import { LunarMonth, LunarYear, SolarDay } from 'tyme4ts';
import type { Day, MonthDay } from './date-mention.ts';
import { dayNumber, daysInMonth, dayText, parseDay, yearMonthDay } from './days.ts';

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
  const leap = date.leap && LunarYear.fromYear(year).getLeapMonth() === date.month;
  const month = LunarMonth.fromYm(year, leap ? -date.month : date.month);
  const first = month.getFirstJulianDay().getSolarDay();
  const day = Math.min(date.day, month.getDayCount());
  return dayText(dayNumber(first.getYear(), first.getMonth(), first.getDay()) + day - 1);
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
