import { type DayNumber, dayText, parseDay } from '../../calendar/days.ts';
import { addWorkdays, inHolidayTable, type WorkRegion } from '../../calendar/work-calendar.ts';
import { anchored, type DayPhrase } from './day-phrase.ts';

/** So many workdays on or back: the day itself, or all the time until it. */
export function workdayPhrase(region: WorkRegion, amount: number, within: boolean): DayPhrase {
  const target = (today: DayNumber) => parseDay(addWorkdays(dayText(today), amount, region));
  return {
    ...anchored(within ? 'range' : 'day', (today) => {
      const last = target(today);
      return { first: within ? Math.min(today, last) : last, last };
    }),
    beyondTable: (today) => !inHolidayTable(dayText(target(today)), region),
  };
}
