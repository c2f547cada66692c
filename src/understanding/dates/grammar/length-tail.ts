import { type DayNumber, mondayOf } from '../../../calendar/days.ts';
import { dayOfMonthPhrase, mapWindow, monthDayPhrase } from '../day-phrase.ts';
import { oneDay, type Window } from '../windows.ts';
import { type Atom, type Length, meaningAt, numberAt, type Reading, wordAt } from './atom.ts';

const TODAY = /^(?:今天|今日|today)$/;

/** What is reckoned from a length: 一周后的今天, a week ago today; 两周前的周一, 3个月后10号, 2年后3月5号: in the week, month or year that lies so far off. */
export function withLengthTail(reading: Reading, atom: Atom, { unit }: Length): Atom {
  const of = wordAt(reading, atom.to) === '的';
  const next = of ? atom.to + 1 : atom.to;
  if (atom.day === undefined || unit === 'day') return atom;
  if (TODAY.test(wordAt(reading, next))) return { ...atom, to: next + 1 };
  const inside = unit === 'month' || unit === 'year' ? dayInside(reading, next, unit) : null;
  if (inside !== null)
    return { ...atom, to: inside.to, day: mapWindow(atom.day, 'day', ({ first }) => inside.day(first)) };
  const weekday =
    (of || wordAt(reading, next - 1).endsWith('后')) &&
    unit === 'week' &&
    meaningAt(reading, next, 'unit')?.unit === 'week'
      ? meaningAt(reading, next + 1, 'weekday')
      : null;
  if (weekday === null) return atom;
  const day = mapWindow(atom.day, 'day', ({ first }) => oneDay(mondayOf(first) + weekday.weekday - 1));
  return { ...atom, to: next + 2, day: { ...day, weekday: weekday.weekday } };
}

/** 10号 of a month, 3月5号 of a year, reckoned from a day in it. */
function dayInside(
  reading: Reading,
  at: number,
  unit: 'month' | 'year',
): { to: number; day: (around: DayNumber) => Window | null } | null {
  const month = unit === 'year' && wordAt(reading, at + 1) === '月' ? numberAt(reading, at) : 0;
  const from = month > 0 ? at + 2 : at;
  const day = numberAt(reading, from);
  if ((unit === 'year') !== (month >= 1 && month <= 12) || day < 1 || day > 31) return null;
  if (!/^[号日]$/.test(wordAt(reading, from + 1))) return null;
  const phrase = month > 0 ? monthDayPhrase(month, day) : dayOfMonthPhrase(day);
  return { to: from + 2, day: (around) => phrase.inside?.(around) ?? null };
}
