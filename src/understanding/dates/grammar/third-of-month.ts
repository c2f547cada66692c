import { yearMonthDay } from '../../../calendar/days.ts';
import { cyclic, type DayPhrase, refine, unitPhrase } from '../day-phrase.ts';
import { monthWindow } from '../windows.ts';
import type { PartOfMonth } from '../words/meaning.ts';
import { type Atom, meaningAt, type Reading } from './atom.ts';

/** 下旬, 月中旬 without a month: of the running one. */
export function thirdAlone(reading: Reading, at: number): Atom | null {
  const third = meaningAt(reading, at, 'third');
  return third === null ? null : { from: at, to: at + 1, day: thirdOf(unitPhrase('month', 0), third.index) };
}

/** Days of a month at which a part begins and ends; a month's last part goes on to its end. */
const PARTS: Readonly<Record<PartOfMonth, readonly [number, number]>> = {
  0: [1, 10],
  1: [11, 20],
  2: [21, 31],
  firstHalf: [1, 15],
  secondHalf: [16, 31],
};

/** 上旬 1 to 10, 中旬 11 to 20, 下旬 from 21; 上半月 1 to 15, 下半月 from 16. */
export function thirdOf(outer: DayPhrase, index: PartOfMonth): DayPhrase {
  const [begins, ends] = PARTS[index];
  const part = cyclic('month', 'range', (around) => {
    const { year: inYear, month: inMonth } = yearMonthDay(around);
    const { first, last } = monthWindow(inYear, inMonth);
    return { first: first + begins - 1, last: Math.min(last, first + ends - 1) };
  });
  const refined = refine(outer, part) ?? part;
  // 中旬 as a day is what 月中 is.
  return index === 1 ? { ...refined, due: (window) => window.first + 4 } : refined;
}
