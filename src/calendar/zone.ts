import type { DayNumber } from './days.ts';
import { dayNumber, dayText } from './days.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
const QUARTER_HOUR_MS = 15 * MINUTE_MS;
const MOST_OFFSETS = 20_000;
/** There are some 600 names of zones; more would be invented ones. */
const MOST_ZONES = 1000;
const zones = new Map<string, Map<number, number>>();
const formats = new Map<string, Intl.DateTimeFormat | null>();

/** A moment on the wall clock of a zone. */
export interface WallTime {
  readonly day: DayNumber;
  /** Minutes since midnight. */
  readonly minute: number;
}

/** What the wall clock of the zone shows at an instant; an unknown zone reads as UTC. */
export function wallTime(instant: number, timeZone: string): WallTime {
  const local = Math.floor(instant / MINUTE_MS) + offsetMinutes(instant, timeZone);
  const day = Math.floor(local / DAY_MINUTES);
  return { day, minute: local - day * DAY_MINUTES };
}

/**
 * ISO 8601 with the zone's offset of a wall time; the minute may run past the day. A time that the clock skips in spring
 * is moved on by the jump, of a time that comes twice in autumn the first is meant.
 */
export function zonedText({ day, minute }: WallTime, timeZone: string): string {
  const wall = (day * DAY_MINUTES + minute) * MINUTE_MS;
  const before = offsetMinutes(wall - DAY_MINUTES * MINUTE_MS, timeZone);
  const first = wall - before * MINUTE_MS;
  const offset = offsetMinutes(first, timeZone);
  const instant = offset === before ? first : settled(wall, before, offset, timeZone);
  return isoText(instant, offsetMinutes(instant, timeZone));
}

function settled(wall: number, before: number, after: number, timeZone: string): number {
  const later = wall - after * MINUTE_MS;
  return offsetMinutes(later, timeZone) === after ? later : wall - before * MINUTE_MS;
}

function isoText(instant: number, offset: number): string {
  const local = Math.floor(instant / MINUTE_MS) + offset;
  const day = Math.floor(local / DAY_MINUTES);
  const minute = local - day * DAY_MINUTES;
  const sign = offset < 0 ? '-' : '+';
  return `${dayText(day)}T${clockText(minute)}:00${sign}${clockText(Math.abs(offset))}`;
}

/** Minutes since midnight as `HH:mm`. */
export function clockText(minute: number): string {
  const inDay = ((minute % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}

/** Offsets change on quarters of an hour at the finest; formatting is dear, and messages speak of the same few days. */
function offsetMinutes(instant: number, timeZone: string): number {
  const quarter = Math.floor(instant / QUARTER_HOUR_MS);
  const known = zones.get(timeZone)?.get(quarter);
  if (known !== undefined) return known;
  const offset = formattedOffset(instant, timeZone);
  const offsets = zones.get(timeZone) ?? new Map<number, number>();
  if (offsets.size >= MOST_OFFSETS) offsets.clear();
  if (zones.size >= MOST_ZONES) zones.clear();
  zones.set(timeZone, offsets.set(quarter, offset));
  return offset;
}

function formattedOffset(instant: number, timeZone: string): number {
  const format = formatFor(timeZone);
  if (format === null || !Number.isFinite(instant)) return 0;
  const field: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) field[type] = Number(value);
  const day = dayNumber(field.year ?? 1970, field.month ?? 1, field.day ?? 1);
  const local = day * DAY_MINUTES + (field.hour ?? 0) * 60 + (field.minute ?? 0);
  return local - Math.floor(instant / MINUTE_MS);
}

function formatFor(timeZone: string): Intl.DateTimeFormat | null {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = newFormat(timeZone);
  formats.set(timeZone, format);
  return format;
}

function newFormat(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  } catch {
    return null;
  }
}
