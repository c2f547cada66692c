import { MongoError } from '../../mongo-error.ts';
import { fromIsoWeek, localDate } from './calendar.ts';
import { monthNamed } from './format-date.ts';
import { instantOf, UTC, type Zone, zoneNamed } from './zone.ts';

function failed(reason: string): MongoError {
  return new MongoError('ConversionFailure', `Error parsing date string: ${reason}`);
}

const ISO =
  /^\s*(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?\s*$/i;

/**
 * Reads a date without a format: ISO 8601 calendar dates, with or without time and offset. MongoDB guesses at many
 * more; what is not this is refused (241).
 */
export function parseDate(text: string, zone: Zone | undefined): Date {
  const match = ISO.exec(text);
  if (!match) throw failed('only ISO 8601 dates are read without a format');
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', offset] = match;
  if (offset !== undefined && zone !== undefined) {
    throw failed('you cannot pass in a date/time string with time zone information together with a timezone argument');
  }
  const parts: Parts = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    millisecond: Number(fraction.slice(0, 3).padEnd(3, '0')),
  };
  return build(parts, offset === undefined ? (zone ?? UTC) : zoneNamed(offset.toUpperCase()));
}

interface Parts {
  year?: number;
  month?: number;
  day?: number;
  hour?: number;
  minute?: number;
  second?: number;
  millisecond?: number;
  isoYear?: number;
  isoWeek?: number;
  isoDay?: number;
  dayOfYear?: number;
  offset?: Zone;
}

function build(parts: Parts, zone: Zone): Date {
  const { hour = 0, minute = 0, second = 0, millisecond = 0 } = parts;
  if (hour > 24 || minute > 59 || second > 59) throw failed('a time of day out of range');
  const time = ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
  return new Date(instantOf(dayOf(parts) + time, parts.offset ?? zone));
}

function dayOf({ year, month, day, isoYear, isoWeek, isoDay, dayOfYear }: Parts): number {
  if (isoYear !== undefined || isoWeek !== undefined) {
    if (isoYear === undefined) throw failed('an ISO week needs its year');
    return fromIsoWeek(isoYear, isoWeek ?? 1, isoDay ?? 1);
  }
  if (year === undefined) throw failed('an incomplete date/time string has been found, with elements missing');
  if (dayOfYear !== undefined) return localDate(year, 1, dayOfYear);
  if (month === undefined || day === undefined)
    throw failed('an incomplete date/time string has been found, with elements missing');
  const local = localDate(year, month, day);
  if (new Date(local).getUTCMonth() + 1 !== month) throw failed('a day that its month does not have');
  return local;
}

type Reader = readonly [pattern: string, apply: (parts: Parts, text: string) => void];

const number = (name: Exclude<keyof Parts, 'offset'>, pattern: string): Reader => [
  pattern,
  (parts, text) => {
    parts[name] = Number(text);
  },
];

const READERS: Readonly<Record<string, Reader>> = {
  Y: number('year', '\\d{4}'),
  m: number('month', '\\d{1,2}'),
  d: number('day', '\\d{1,2}'),
  H: number('hour', '\\d{1,2}'),
  M: number('minute', '\\d{1,2}'),
  S: number('second', '\\d{1,2}'),
  L: number('millisecond', '\\d{1,3}'),
  G: number('isoYear', '\\d{4}'),
  V: number('isoWeek', '\\d{1,2}'),
  u: number('isoDay', '[1-7]'),
  j: number('dayOfYear', '\\d{1,3}'),
  b: ['[A-Za-z]{3}', named],
  B: ['[A-Za-z]+', named],
  z: [
    'Z|[+-]\\d{2}:?\\d{0,2}',
    (parts, text) => {
      parts.offset = zoneNamed(text);
    },
  ],
  Z: [
    '[+-]\\d+',
    (parts, text) => {
      const offset = Number(text) * 60_000;
      parts.offset = { offsetAt: () => offset, utc: false };
    },
  ],
};

function named(parts: Parts, text: string): void {
  const month = monthNamed(text);
  if (month === 0) throw failed('an unknown name of a month');
  parts.month = month;
}

/** Reads a date by `$dateFromString`'s format; the whole text must fit. */
export function parseDateAs(text: string, format: string, zone: Zone | undefined): Date {
  const readers: Reader[] = [];
  const pattern = format.replace(/%([\s\S])|([\s\S])/g, (_, letter: string | undefined, plain: string | undefined) => {
    if (letter === undefined) return (plain ?? '').replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    if (letter === '%') return '%';
    const reader = READERS[letter];
    if (reader === undefined) throw new MongoError(18536, `Invalid format character '%${letter}' in format string`);
    readers.push(reader);
    return `(${reader[0]})`;
  });
  const match = new RegExp(`^${pattern}$`).exec(text);
  if (!match) throw failed('the text does not have the given format');
  const parts: Parts = {};
  readers.forEach(([, apply], index) => {
    apply(parts, match[index + 1] ?? '');
  });
  if (parts.offset !== undefined && zone !== undefined) {
    throw failed('you cannot pass in a date/time string with time zone information together with a timezone argument');
  }
  return build(parts, zone ?? UTC);
}
