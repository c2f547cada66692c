import { parseDay, weekdayOf } from '../../calendar/days.ts';
import { isWorkday, type WorkRegion } from '../../calendar/work-calendar.ts';
import { addDays, type Day } from '../../rules/local-time.ts';

/** Days that are not as an ordinary week has them: off from Monday to Friday, or worked at a weekend. */
export interface DaysAhead {
  as: 'off' | 'work';
  from: Day;
  to: Day;
}

const AHEAD_DAYS = 183;

/** The last day that is looked at. */
export const lastAhead = (today: Day): Day => addDays(today, AHEAD_DAYS);

/** What is coming within half a year; days off with nothing worked between them are one. */
export function daysAhead(today: Day, region: WorkRegion): DaysAhead[] {
  const found: DaysAhead[] = [];
  let worked = true;
  for (let day = today; day <= lastAhead(today); day = addDays(day, 1)) {
    const weekday = weekdayOf(parseDay(day)) <= 5;
    const works = isWorkday(day, region);
    const last = found.at(-1);
    if (works && !weekday) found.push({ as: 'work', from: day, to: day });
    else if (!works && weekday && last?.as === 'off' && !worked) last.to = day;
    else if (!works && weekday) found.push({ as: 'off', from: day, to: day });
    if (works) worked = true;
    else if (weekday) worked = false;
  }
  return found;
}
