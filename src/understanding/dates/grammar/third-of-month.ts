import { yearMonthDay } from '../../../calendar/days.ts';
import { cyclic, type DayPhrase, refine, unitPhrase } from '../day-phrase.ts';
import { monthWindow } from '../windows.ts';
import { type Atom, meaningAt, type Reading } from './atom.ts';

/** 下旬, 月中旬 without a month: of the running one. */
export function thirdAlone(reading: Reading, at: number): Atom | null {
  const third = meaningAt(reading, at, 'third');
  return third === null ? null : { from: at, to: at + 1, day: thirdOf(unitPhrase('month', 0), third.index) };
}

/** 上旬 1 to 10, 中旬 11 to 20, 下旬 from 21. */
export function thirdOf(outer: DayPhrase, index: 0 | 1 | 2): DayPhrase {
  const third = cyclic('month', 'range', (around) => {
    const { year: inYear, month: inMonth } = yearMonthDay(around);
    const whole = monthWindow(inYear, inMonth);
    const first = whole.first + 10 * index;
    return { first, last: index === 2 ? whole.last : first + 9 };
  });
  const refined = refine(outer, third) ?? third;
  // 中旬 as a day is what 月中 is.
  return index === 1 ? { ...refined, due: (window) => window.first + 4 } : refined;
}
