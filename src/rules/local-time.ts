import { dayText, parseDay } from '../calendar/days.ts';
import { isWorkday, type WorkRegion, workRegionOf } from '../calendar/work-calendar.ts';
import { wallTime, zonedText } from '../calendar/zone.ts';

/** `YYYY-MM-DD` in somebody's zone. */
export type Day = string;

/** Minutes since midnight between which a push may arrive on a working day. */
export const MORNING = 9 * 60;
export const EVENING = 18 * 60 + 30;

export const localDay = (instant: Date, zone: string): Day => dayText(wallTime(instant.getTime(), zone).day);

export const localMinute = (instant: Date, zone: string): number => wallTime(instant.getTime(), zone).minute;

/** The instant at which the zone's wall clock shows that minute of that day. */
const instantAt = (day: Day, minute: number, zone: string): Date =>
  new Date(zonedText({ day: parseDay(day), minute }, zone));

/** 09:00 of that day. */
const morningOf = (day: Day, zone: string): Date => instantAt(day, MORNING, zone);

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

/** The next 09:00 of a working day strictly after an instant. */
export function nextMorning(after: Date, zone: string, region: WorkRegion): Date {
  const today = workdayFrom(localDay(after, zone), region);
  const morning = morningOf(today, zone);
  return morning > after ? morning : morningOf(workdayFrom(addDays(today, 1), region), zone);
}

/** Today's 09:00 where it has come and the working day is not over; else null. */
export function morningUnderWay(now: Date, zone: string, region: WorkRegion): { day: Day; at: Date } | null {
  const day = localDay(now, zone);
  const minute = localMinute(now, zone);
  if (minute < MORNING || minute >= EVENING || !isWorkday(day, region)) return null;
  return { day, at: morningOf(day, zone) };
}
