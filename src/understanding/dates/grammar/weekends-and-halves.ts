import { mondayOf, weekdayOf } from '../../../calendar/days.ts';
import { anchored, type DayPhrase, mapWindow, weekdayPhrase } from '../day-phrase.ts';
import { oneDay, shiftDay, type Window } from '../windows.ts';
import { type Atom, meaningAt, numberAt, type Reading, wordAt } from './atom.ts';
import { englishMonthDay } from './english-month-day.ts';
import { outerPeriod } from './english-period.ts';
import { measure } from './measure.ts';
import { numericDate } from './numeric-date.ts';

/** The weekend of April 10, the second half of next month, two Fridays ago, the last two weeks of December. */
export function weekendOrHalf(reading: Reading, at: number): Atom | null {
  return weekendOf(reading, at) ?? halfOf(reading, at) ?? weekdaysAgo(reading, at) ?? stretchOf(reading, at);
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
  if (count < 1 || count > 20 || weekday === null) return null;
  const onward = wordAt(reading, at + 2) === 'from' && /^(?:now|today)$/.test(wordAt(reading, at + 3));
  if (!onward && wordAt(reading, at + 2) !== 'ago') return null;
  const phrase = weekdayPhrase(weekday.weekday);
  const day = anchored('day', (today) => {
    const nearest = onward ? phrase.window(today, 'future') : phrase.window(today - 1, 'past');
    return nearest === null ? null : oneDay(nearest.first + (onward ? 7 : -7) * (count - 1));
  });
  return { from: at, to: onward ? at + 4 : at + 3, day: { ...day, weekday: weekday.weekday } };
}

/** The first three days of May, the last two weeks of the year. */
function stretchOf(reading: Reading, at: number): Atom | null {
  const edge = wordAt(reading, at) === 'the' ? at + 1 : at;
  const last = wordAt(reading, edge) === 'last';
  if (!last && wordAt(reading, edge) !== 'first') return null;
  const length = measure(reading, edge + 1);
  if (length === null || (length.unit !== 'day' && length.unit !== 'week' && length.unit !== 'month')) return null;
  if (wordAt(reading, length.to) !== 'of') return null;
  const outer = outerPeriod(reading, wordAt(reading, length.to + 1) === 'the' ? length.to + 2 : length.to + 1);
  if (outer?.day === undefined || outer.day.grain === 'day') return null;
  const { unit, amount } = length;
  const day = mapWindow(outer.day, 'range', (window) =>
    last
      ? { first: shiftDay(window.last + 1, unit, -amount), last: window.last }
      : { first: window.first, last: shiftDay(window.first, unit, amount) - 1 },
  );
  return { from: at, to: outer.to, day };
}
