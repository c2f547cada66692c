import { daysInMonth, dayText, parseDay, yearMonthDay } from '../calendar/days.ts';
import { solarToLunar } from '../calendar/lunar.ts';
import type { WorkRegion } from '../calendar/work-calendar.ts';
import { addDays, type Day, workdayFrom } from './local-time.ts';

interface MonthDays {
  solar: { month: number; day: number }[];
  lunar: { month: number; day: number }[];
}

/**
 * Months and days of which a birthday may have to be told on that working day: up to the longest lead after the last day
 * off that follows. A 29 February is kept on the 28th of common years, a lunar 30th on the 29th of short months; what is
 * found too many (leap months) the rule itself sorts out.
 */
export function birthdayWindow(day: Day, leads: readonly number[], region: WorkRegion): MonthDays {
  const nextWorkday = workdayFrom(addDays(day, 1), region);
  const last = parseDay(addDays(nextWorkday, -1)) + Math.max(0, ...leads);
  const window: MonthDays = { solar: [], lunar: [] };
  for (let number = parseDay(day); number <= last; number++) {
    const { year, month, day: dayOfMonth } = yearMonthDay(number);
    window.solar.push({ month, day: dayOfMonth });
    if (month === 2 && dayOfMonth === 28 && daysInMonth(year, 2) === 28) window.solar.push({ month, day: 29 });
    const lunar = solarToLunar(dayText(number));
    window.lunar.push({ month: lunar.month, day: lunar.day });
    if (lunar.day === 29 && solarToLunar(dayText(number + 1)).day === 1)
      window.lunar.push({ month: lunar.month, day: 30 });
  }
  return window;
}
