import { parseDay } from '../calendar/days.ts';
import { addWorkdays, type WorkRegion } from '../calendar/work-calendar.ts';
import type { Away } from '../crm/peace/peace.ts';
import { addDays, type Day, workdayFrom } from '../rules/local-time.ts';
import type { Remarks } from '../understanding/open/heard.ts';

/** An absence longer than this is a slip of the tongue. */
const LONGEST_DAYS = 366;

/** `missing`: a day that does not exist; `whence`: a length without a beginning; `past`, `none`: no days to be away on. */
export type AbsenceDays =
  | { kind: 'days'; away: Away }
  | { kind: 'missing'; when: NonNullable<Remarks['when']> }
  | { kind: 'whence'; days: number }
  | { kind: 'past' }
  | { kind: 'none' };

/** The days of an absence: what its words say (`until`, `days`) with the days that the message names. */
export function absenceDays(
  { until, days }: { until: 'with' | 'before' | null; days: number | null },
  { when, period }: Pick<Remarks, 'when' | 'period'>,
  today: Day,
  region: WorkRegion,
): AbsenceDays {
  if (when?.missing != null) return { kind: 'missing', when };
  const named = when?.days[0];
  if (named === undefined) return days === null ? { kind: 'none' } : { kind: 'whence', days };
  if (until !== null) return within({ from: today, until: until === 'with' ? named : addDays(named, -1) }, today);
  if (days !== null) return within(lasting(named, days, region), today);
  const first = period === null ? null : dayBefore(named, period, today);
  if (first !== null)
    return named === addDays(first, 1) ? within({ from: first, until: named }, today) : { kind: 'none' };
  // A period that is over is that of a question; an absence is to come, and lasts as long.
  const length = period === null ? 0 : parseDay(period.to) - parseDay(period.from);
  const ahead = period !== null && period.from >= today ? period : { from: named, to: addDays(named, length) };
  return within({ from: ahead.from, until: ahead.to }, today);
}

/**
 * The day that is named before the last one, 周四 of 周四和周五; null where only one is. `period`: what the first one
 * is in a question, so that a day said without its week, month or year is one that is over.
 */
function dayBefore(last: Day, { from, to }: { from: Day; to: Day }, today: Day): Day | null {
  if (from !== to || from === last) return null;
  if (from >= today) return from;
  const apart = parseDay(last) - parseDay(from);
  const isSame = from.slice(-2) === last.slice(-2) || apart % 7 === 0;
  return isSame ? null : addDays(last, -(apart % 7));
}

/** So many working days from a day on. */
export function lasting(from: Day, days: number, region: WorkRegion): Away {
  const first = workdayFrom(from, region);
  return { from, until: addWorkdays(first, days - 1, region) };
}

/** Days to be away on, where they are not over, not back to front and no slip. */
export function within(away: Away, today: Day): AbsenceDays {
  const length = parseDay(away.until) - parseDay(away.from);
  if (away.until < today || length < 0) return { kind: 'past' };
  return length > LONGEST_DAYS ? { kind: 'none' } : { kind: 'days', away };
}

/** The first working day after it. */
export const backOn = ({ until }: Away, region: WorkRegion): Day => workdayFrom(addDays(until, 1), region);
