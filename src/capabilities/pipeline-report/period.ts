import { addMonths, dayNumber, dayText, mondayOf, parseDay, yearMonthDay } from '../../calendar/days.ts';
import { zonedText } from '../../calendar/zone.ts';

/** Inclusive days. */
export interface Days {
  from: string;
  to: string;
}

/** The quarter that a day lies in: what a funnel is about when no time is named. */
export function quarterOf(day: string): Days {
  const { year, month } = yearMonthDay(parseDay(day));
  const first = dayNumber(year, month - ((month - 1) % 3), 1);
  return { from: dayText(first), to: dayText(addMonths(first, 3) - 1) };
}

/** The instants at which the days begin and end in a zone. */
export function instantsOf({ from, to }: Days, zone: string): { from: Date; to: Date } {
  const start = (day: number) => new Date(zonedText({ day, minute: 0 }, zone));
  return { from: start(parseDay(from)), to: new Date(start(parseDay(to) + 1).getTime() - 1) };
}

/** What the period is called, seen from today; null where only its days can say it. */
export function nameOfPeriod(
  { from, to }: Days,
  today: string,
): 'today' | 'week' | 'month' | 'quarter' | 'year' | null {
  const number = parseDay(today);
  const { year, month } = yearMonthDay(number);
  const monday = mondayOf(number);
  const first = dayNumber(year, month, 1);
  const quarter = quarterOf(today);
  if (from === today && to === today) return 'today';
  if (from === dayText(monday) && to === dayText(monday + 6)) return 'week';
  if (from === dayText(first) && to === dayText(addMonths(first, 1) - 1)) return 'month';
  if (from === quarter.from && to === quarter.to) return 'quarter';
  return from === `${year}-01-01` && to === `${year}-12-31` ? 'year' : null;
}
