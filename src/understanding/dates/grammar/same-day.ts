import { anchored } from '../day-phrase.ts';
import { oneDay, shiftDay } from '../windows.ts';
import { type Atom, meaningAt, type Reading, wordAt } from './atom.ts';

/** 下个月今天, 去年今日, 上周的今天: this day of another week, month or year. */
export function sameDay(reading: Reading, at: number): Atom | null {
  const period = meaningAt(reading, at, 'period');
  if (period === null || !/^(?:week|month|quarter|year)$/.test(period.unit)) return null;
  const next = wordAt(reading, at + 1) === '的' ? at + 2 : at + 1;
  if (!/^(?:今天|今日|这天|这一天)$/.test(wordAt(reading, next))) return null;
  const { unit, steps } = period;
  return { from: at, to: next + 1, day: anchored('day', (today) => oneDay(shiftDay(today, unit, steps))) };
}
