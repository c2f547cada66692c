import { mondayOf, weekdayOf } from '../../../calendar/days.ts';
import { anchored, type DayPhrase, mapWindow, weekdayPhrase } from '../day-phrase.ts';
import { oneDay, type Window } from '../windows.ts';
import { type Atom, meaningAt, numberAt, type Reading, wordAt } from './atom.ts';
import { englishMonthDay } from './english-month-day.ts';
import { outerPeriod } from './english-period.ts';
import { numericDate } from './numeric-date.ts';

/** The weekend of April 10, the second half of next month, two Fridays ago. */
export function weekendOrHalf(reading: Reading, at: number): Atom | null {
  return weekendOf(reading, at) ?? halfOf(reading, at) ?? weekdaysAgo(reading, at);
}

function weekendOf(reading: Reading, at: number): Atom | null {
  const weekend = wordAt(reading, at) === 'the' ? at + 1 : at;
  if (wordAt(reading, weekend) !== 'weekend' || wordAt(reading, weekend + 1) !== 'of') return null;
  const inner = englishMonthDay(reading, weekend + 2) ?? numericDate(reading, weekend + 2);
  if (inner?.day?.grain !== 'day') return null;
  return { from: at, to: inner.to, day: weekendAround(inner.day) };
}

/** The Saturday and Sunday nearest to a day, with a Monday or Friday beside them that is the day itself. */
function weekendAround(day: DayPhrase): DayPhrase {
  return mapWindow(day, 'range', ({ first }): Window => {
    const saturday = mondayOf(first) + (weekdayOf(first) <= 2 ? -2 : 5);
    const beside = first === saturday + 2 || first === saturday - 1;
    return beside
      ? { first: Math.min(first, saturday), last: Math.max(first, saturday + 1) }
      : { first: saturday, last: saturday + 1 };
  });
}

function halfOf(reading: Reading, at: number): Atom | null {
  const half = wordAt(reading, at) === 'the' ? at + 1 : at;
  const part = meaningAt(reading, half, 'yearPart');
  if (part?.length !== 6 || !wordAt(reading, half).endsWith(' of')) return null;
  const outer = outerPeriod(reading, wordAt(reading, half + 1) === 'the' ? half + 2 : half + 1);
  if (outer?.day?.grain !== 'month') return null;
  const day = mapWindow(outer.day, 'range', ({ first, last }) =>
    part.part === 1 ? { first, last: first + 14 } : { first: first + 15, last },
  );
  return { from: at, to: outer.to, day };
}

function weekdaysAgo(reading: Reading, at: number): Atom | null {
  const count = numberAt(reading, at);
  const weekday = meaningAt(reading, at + 1, 'weekday');
  if (count < 1 || count > 20 || weekday === null || wordAt(reading, at + 2) !== 'ago') return null;
  const phrase = weekdayPhrase(weekday.weekday);
  const day = anchored('day', (today) => {
    const latest = phrase.window(today - 1, 'past');
    return latest === null ? null : oneDay(latest.first - 7 * (count - 1));
  });
  return { from: at, to: at + 3, day: { ...day, weekday: weekday.weekday } };
}
