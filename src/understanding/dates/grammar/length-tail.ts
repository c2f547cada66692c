import { mondayOf } from '../../../calendar/days.ts';
import { mapWindow } from '../day-phrase.ts';
import { oneDay } from '../windows.ts';
import { type Atom, type Length, meaningAt, type Reading, wordAt } from './atom.ts';

const TODAY = /^(?:今天|今日|today)$/;

/** What is reckoned from a length: 一周后的今天, a week ago today; 两周前的周一, in the week that lies so far off. */
export function withLengthTail(reading: Reading, atom: Atom, { unit }: Length): Atom {
  const of = wordAt(reading, atom.to) === '的';
  const next = of ? atom.to + 1 : atom.to;
  if (atom.day === undefined || unit === 'day') return atom;
  if (TODAY.test(wordAt(reading, next))) return { ...atom, to: next + 1 };
  const weekday =
    of && unit === 'week' && meaningAt(reading, next, 'unit')?.unit === 'week'
      ? meaningAt(reading, next + 1, 'weekday')
      : null;
  if (weekday === null) return atom;
  const day = mapWindow(atom.day, 'day', ({ first }) => oneDay(mondayOf(first) + weekday.weekday - 1));
  return { ...atom, to: next + 2, day: { ...day, weekday: weekday.weekday } };
}
