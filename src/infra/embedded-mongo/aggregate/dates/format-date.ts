import { MongoError } from '../../mongo-error.ts';
import { dayOfYear, isoDay, isoWeek, sundayWeek } from './calendar.ts';
import { localOf, type Zone } from './zone.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const pad = (value: number, size: number) => String(value).padStart(size, '0');

const SPECIFIERS: Readonly<Record<string, (local: Date, offset: number) => string>> = {
  Y: (local) => year(local.getUTCFullYear()),
  G: (local) => year(isoWeek(local).year),
  m: (local) => pad(local.getUTCMonth() + 1, 2),
  d: (local) => pad(local.getUTCDate(), 2),
  H: (local) => pad(local.getUTCHours(), 2),
  M: (local) => pad(local.getUTCMinutes(), 2),
  S: (local) => pad(local.getUTCSeconds(), 2),
  L: (local) => pad(local.getUTCMilliseconds(), 3),
  j: (local) => pad(dayOfYear(local), 3),
  w: (local) => String(local.getUTCDay() + 1),
  u: (local) => String(isoDay(local)),
  U: (local) => pad(sundayWeek(local), 2),
  V: (local) => pad(isoWeek(local).week, 2),
  b: (local) => (MONTHS[local.getUTCMonth()] ?? '').slice(0, 3),
  B: (local) => MONTHS[local.getUTCMonth()] ?? '',
  z: (_, offset) =>
    `${offset < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(offset) / 60), 2)}${pad(Math.abs(offset) % 60, 2)}`,
  Z: (_, offset) => (offset < 0 ? `-${pad(-offset, 3)}` : `+${pad(offset, 3)}`),
  '%': () => '%',
};

function year(value: number): string {
  if (value < 0 || value > 9999)
    throw new MongoError(
      18537,
      `Could not convert date to string: date component was outside the supported range of 0-9999: ${value}`,
    );
  return pad(value, 4);
}

/** `$dateToString`'s format specifiers. */
export function formatDate(date: Date, format: string, zone: Zone): string {
  const local = localOf(date, zone);
  const offset = zone.offsetAt(date.getTime()) / 60_000;
  return format.replace(/%([\s\S])?/g, (_, letter: string | undefined) => {
    const specifier = letter === undefined ? undefined : SPECIFIERS[letter];
    if (specifier === undefined)
      throw new MongoError(18536, `Invalid format character '%${letter ?? ''}' in format string`);
    return specifier(local, offset);
  });
}

export function monthNamed(text: string): number {
  return (
    MONTHS.findIndex(
      (name) => name.toLowerCase() === text.toLowerCase() || name.slice(0, 3).toLowerCase() === text.toLowerCase(),
    ) + 1
  );
}
