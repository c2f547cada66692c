import type { Day } from './date-mention.ts';
import { dayText, parseDay, weekdayOf } from './days.ts';

/** Whose public holidays count: mainland China (with make-up days, 调休), or `none` for Monday to Friday. */
export type WorkRegion = 'CN' | 'none';

/** Whether people work on that day (`YYYY-MM-DD`); outside the table of holidays it is Monday to Friday. */
export function isWorkday(day: Day, _region: WorkRegion): boolean {
  return weekdayOf(parseDay(day)) <= 5;
}

/** Whether the table of holidays covers the day: where it does not, weekends alone were reckoned, and an answer says so. */
export function inHolidayTable(_day: Day, region: WorkRegion): boolean {
  return region === 'none';
}

/** The `count`-th workday after `day` (before it, where negative); 0 gives the day itself. */
export function addWorkdays(day: Day, count: number, region: WorkRegion): Day {
  let number = parseDay(day);
  for (let left = Math.abs(count); left > 0; ) {
    number += Math.sign(count);
    if (isWorkday(dayText(number), region)) left--;
  }
  return dayText(number);
}

/** The workdays after `from` up to and with `to`: how many workdays have gone by; negative where `to` lies before `from`. */
export function workdaysBetween(from: Day, to: Day, region: WorkRegion): number {
  const sign = from <= to ? 1 : -1;
  const [first, last] = sign === 1 ? [parseDay(from), parseDay(to)] : [parseDay(to), parseDay(from)];
  let count = 0;
  for (let number = first + 1; number <= last; number++) if (isWorkday(dayText(number), region)) count++;
  return sign * count;
}
