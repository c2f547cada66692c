import { MongoError } from '../../mongo-error.ts';

/** A time zone by Olson name or fixed offset. */
export interface Zone {
  /** Milliseconds to add to UTC at this instant. */
  offsetAt(instant: number): number;
  readonly utc: boolean;
}

export const UTC: Zone = { offsetAt: () => 0, utc: true };

const zones = new Map<string, Zone>();
const QUARTER = 900_000;

export function zoneNamed(name: string): Zone {
  if (name === 'UTC' || name === 'GMT' || name === 'Z') return UTC;
  const fixed = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(name);
  if (fixed) {
    const [, sign, hours, minutes = '0'] = fixed;
    const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
    return { offsetAt: () => offset, utc: false };
  }
  const known = zones.get(name);
  if (known) return known;
  const zone = olson(name);
  zones.set(name, zone);
  return zone;
}

/** Offsets change on quarter hours only, so one look-up by quarter is enough and is kept. */
function olson(name: string): Zone {
  const format = formatter(name);
  const kept = new Map<number, number>();
  return {
    utc: false,
    offsetAt(instant) {
      const quarter = Math.floor(instant / QUARTER);
      let offset = kept.get(quarter);
      if (offset === undefined) {
        offset = localTime(format, quarter * QUARTER) - quarter * QUARTER;
        if (kept.size > 20_000) kept.clear();
        kept.set(quarter, offset);
      }
      return offset;
    },
  };
}

function formatter(name: string): Intl.DateTimeFormat {
  try {
    if (!/^[A-Za-z]/.test(name)) throw new RangeError();
    return new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'gregory',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      hourCycle: 'h23',
    });
  } catch {
    throw new MongoError(40485, `unrecognized time zone identifier: "${name.slice(0, 60)}"`);
  }
}

function localTime(format: Intl.DateTimeFormat, instant: number): number {
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const year = parts.era === 'BC' ? 1 - Number(parts.year) : Number(parts.year);
  const date = new Date(0);
  date.setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day));
  date.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second));
  return date.getTime();
}

/**
 * The instant of a local time, given as if it were UTC. In an hour that occurs twice it is the first; one that is
 * skipped moves on by the gap.
 */
export function instantOf(local: number, zone: Zone): number {
  const before = zone.offsetAt(local - 86_400_000);
  const guess = local - before;
  if (zone.offsetAt(guess) === before) return guess;
  const after = local - zone.offsetAt(guess);
  return zone.offsetAt(after) === zone.offsetAt(guess) ? after : guess;
}

export function localOf(date: Date, zone: Zone): Date {
  return new Date(date.getTime() + zone.offsetAt(date.getTime()));
}
