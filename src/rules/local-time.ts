import { dayText, parseDay } from '../calendar/days.ts';
import { isWorkday, type WorkRegion, workRegionOf } from '../calendar/work-calendar.ts';
import { wallTime, zonedText } from '../calendar/zone.ts';
import { NINE, type Quiet } from '../crm/peace/peace.ts';

/** `YYYY-MM-DD` in somebody's zone. */
export type Day = string;

/** The minute after midnight from which no push arrives any more. */
export const EVENING = 18 * 60 + 30;

/** When somebody may be told something unasked: by their own clock, on working days that they are there, from a minute on. */
export interface Hours extends Pick<Quiet, 'from' | 'away'> {
  zone: string;
  region: WorkRegion;
}

/** Of a room, and where nobody is known: from nine. */
export const usualHours = (zone: string, region: WorkRegion): Hours => ({ zone, region, from: NINE, away: null });

export const hoursOf = ({ zone, quiet }: { zone: string; quiet: Quiet }, holidays: 'CN' | 'none'): Hours => ({
  zone,
  region: regionOf(zone, holidays),
  from: quiet.from,
  away: quiet.away,
});

export const localDay = (instant: Date, zone: string): Day => dayText(wallTime(instant.getTime(), zone).day);

export const localMinute = (instant: Date, zone: string): number => wallTime(instant.getTime(), zone).minute;

/** The instant at which the zone's wall clock shows that minute of that day. */
const instantAt = (day: Day, minute: number, zone: string): Date =>
  new Date(zonedText({ day: parseDay(day), minute }, zone));

export const addDays = (day: Day, days: number): Day => dayText(parseDay(day) + days);

/** Whose public holidays a person has: the mainland's only for those who live by its clock. */
export const regionOf = (zone: string, holidays: 'CN' | 'none'): WorkRegion =>
  holidays === 'CN' ? workRegionOf(zone) : 'none';

/** The first working day on or after `day`. */
export function workdayFrom(day: Day, region: WorkRegion): Day {
  let candidate = day;
  for (let tries = 0; tries < 30 && !isWorkday(candidate, region); tries++) candidate = addDays(candidate, 1);
  return candidate;
}

/** The last working day on or before `day`. */
export function workdayUpTo(day: Day, region: WorkRegion): Day {
  let candidate = day;
  for (let tries = 0; tries < 30 && !isWorkday(candidate, region); tries++) candidate = addDays(candidate, -1);
  return candidate;
}

/** Whether they work on that day and are there. */
export const isDayOn = (day: Day, { region, away }: Hours): boolean =>
  isWorkday(day, region) && !(away !== null && away.from <= day && day <= away.until);

/** Whether a push that has no time of its own may arrive now. */
export function isOpen(now: Date, hours: Hours): boolean {
  const minute = localMinute(now, hours.zone);
  return minute >= hours.from && minute < EVENING && isDayOn(localDay(now, hours.zone), hours);
}

/** The next beginning of a working day strictly after an instant. */
export function nextMorning(after: Date, hours: Hours): Date {
  const { zone, from } = hours;
  const today = localDay(after, zone);
  const morning = instantAt(dayOnFrom(today, hours), from, zone);
  return morning > after ? morning : instantAt(dayOnFrom(addDays(today, 1), hours), from, zone);
}

function dayOnFrom(day: Day, { region, away }: Hours): Day {
  const working = workdayFrom(day, region);
  if (away === null || working < away.from || working > away.until) return working;
  return workdayFrom(addDays(away.until, 1), region);
}

/** Today's morning where it has come and the working day is not over; else null. */
export function morningUnderWay(now: Date, hours: Hours): { day: Day; at: Date } | null {
  const day = localDay(now, hours.zone);
  return isOpen(now, hours) ? { day, at: instantAt(day, hours.from, hours.zone) } : null;
}
