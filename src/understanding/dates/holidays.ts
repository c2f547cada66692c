import { parseDay, yearMonthDay } from '../../calendar/days.ts';
import { HOLIDAYS, type Holiday, type HolidayName } from '../../calendar/holiday-days.ts';
import type { MonthDay } from '../../calendar/lunar.ts';
import { lunarToSolar } from '../../calendar/lunar.ts';
import { anchored, cyclic, type DayPhrase } from './day-phrase.ts';
import { kept } from './kept.ts';
import { oneDay } from './windows.ts';

/** A holiday, with what is meant by before and after it: 国庆前 is 30 September, 国庆后 the day on which work begins again. */
export function holidayPhrase(name: HolidayName, wholeHoliday = false): DayPhrase {
  return wholeHoliday ? wholeHolidays(name) : holidayDays(name);
}

const wholeHolidays = kept((name: HolidayName) => phraseOf(HOLIDAYS[name], true));
const holidayDays = kept((name: HolidayName) => phraseOf(HOLIDAYS[name], false));

function phraseOf(holiday: Holiday, wholeHoliday: boolean): DayPhrase {
  const onDay = (shift: number, length: number) =>
    cyclic('year', length > 1 ? 'range' : 'day', (around) => {
      const first = holiday.day(yearMonthDay(around).year) + shift;
      return { first, last: first + length - 1 };
    });
  return {
    ...onDay(0, wholeHoliday ? (holiday.length ?? 1) : 1),
    before: onDay(holiday.before ?? -1, 1),
    after: onDay(holiday.after ?? 1, 1),
  };
}

/** 农历八月十五: for what is to come the next such solar day, for what has happened the latest. */
export function lunarPhrase(month: number, day: number, leap: boolean, year: number | null = null): DayPhrase {
  const monthDay: MonthDay = { calendar: 'lunar', year, month, day, leap };
  const kept = (lunarYear: number) => parseDay(lunarToSolar({ month, day, leap }, lunarYear));
  if (year !== null) return { ...anchored('day', () => oneDay(kept(year))), monthDay };
  return {
    grain: 'day',
    monthDay,
    cycle: 'year',
    inside: (around) => oneDay(kept(yearMonthDay(around).year)),
    window(today, tense) {
      const { year: thisYear } = yearMonthDay(today);
      const days = [-2, -1, 0, 1].map((round) => kept(thisYear + round));
      const found = tense === 'future' ? days.find((one) => one >= today) : days.findLast((one) => one <= today);
      return found === undefined ? null : oneDay(found);
    },
  };
}
