import { MongoError } from '../../mongo-error.ts';
import type { Maybe } from '../../values/value.ts';
import { addMonths, localDate } from './calendar.ts';
import { instantOf, localOf, type Zone } from './zone.ts';

const MILLISECONDS = {
  millisecond: 1,
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
} as const;

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

export type Unit = keyof typeof MILLISECONDS | keyof typeof MONTHS;

export function unitOf(value: Maybe, name: string): Unit {
  if (typeof value === 'string' && (value in MILLISECONDS || value in MONTHS)) return value as Unit;
  throw new MongoError('FailedToParse', `${name} parameter 'unit' value cannot be recognized as a time unit`);
}

function isMonths(unit: Unit): unit is keyof typeof MONTHS {
  return unit in MONTHS;
}

/** Days and longer keep the local time of day; hours and shorter are exact spans. */
export function addUnits(date: Date, unit: Unit, amount: number, zone: Zone): Date {
  if (isMonths(unit)) return checked(instantOf(addMonths(localOf(date, zone), amount * MONTHS[unit]), zone));
  const span = amount * MILLISECONDS[unit];
  if (unit === 'day' || unit === 'week') return checked(instantOf(localOf(date, zone).getTime() + span, zone));
  return checked(date.getTime() + span);
}

export function checked(time: number): Date {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) throw new MongoError('Overflow', 'date overflow');
  return date;
}

/** How many boundaries of the unit lie between two instants; `weekStart` is 0 for Sunday. */
export function unitsBetween(from: Date, to: Date, unit: Unit, zone: Zone, weekStart: number): number {
  const a = localOf(from, zone);
  const b = localOf(to, zone);
  if (isMonths(unit)) {
    const index = (date: Date) => Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / MONTHS[unit]);
    return index(b) - index(a);
  }
  if (unit === 'week') return weekNumber(b, weekStart) - weekNumber(a, weekStart);
  const size = MILLISECONDS[unit];
  if (unit === 'day') return Math.floor(b.getTime() / size) - Math.floor(a.getTime() / size);
  // Spans of the clock do not depend on the zone, but its minutes may (offsets of half hours).
  const shift = unit === 'hour' ? zone.offsetAt(from.getTime()) : 0;
  return Math.floor((to.getTime() + shift) / size) - Math.floor((from.getTime() + shift) / size);
}

/** 1970-01-01 was a Thursday. */
function weekNumber(local: Date, weekStart: number): number {
  return Math.floor((local.getTime() / MILLISECONDS.day + 4 - weekStart) / 7);
}

const REFERENCE = localDate(2000, 1, 1);

/** The beginning of the bin that the instant lies in; bins are counted from 2000-01-01 in the zone. */
export function truncateToUnit(date: Date, unit: Unit, size: number, zone: Zone, weekStart: number): Date {
  const local = localOf(date, zone);
  if (isMonths(unit)) {
    const months = (local.getUTCFullYear() - 2000) * 12 + local.getUTCMonth();
    const bin = size * MONTHS[unit];
    return checked(instantOf(localDate(2000, 1 + Math.floor(months / bin) * bin, 1), zone));
  }
  const bin = size * MILLISECONDS[unit];
  if (unit === 'day' || unit === 'week') {
    const start = unit === 'week' ? firstWeekStart(weekStart) : REFERENCE;
    return checked(instantOf(start + Math.floor((local.getTime() - start) / bin) * bin, zone));
  }
  const start = instantOf(REFERENCE, zone) + zone.offsetAt(instantOf(REFERENCE, zone)) - zone.offsetAt(date.getTime());
  return checked(start + Math.floor((date.getTime() - start) / bin) * bin);
}

/** The first such weekday on or after the reference, which was a Saturday. */
function firstWeekStart(weekStart: number): number {
  return REFERENCE + ((weekStart + 1) % 7) * MILLISECONDS.day;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

export function weekStartOf(value: Maybe): number {
  if (value === undefined || value === null) return 0;
  const text = typeof value === 'string' ? value.toLowerCase() : '';
  const day = WEEKDAYS.findIndex((name) => name === text || (text.length === 3 && name.startsWith(text)));
  if (day < 0)
    throw new MongoError('FailedToParse', "parameter 'startOfWeek' value cannot be recognized as a day of a week");
  return day;
}
