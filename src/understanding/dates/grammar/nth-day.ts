import { type DayNumber, weekdayOf } from '../../../calendar/days.ts';
import { type DayPhrase, mapWindow, monthPhrase, unitPhrase } from '../day-phrase.ts';
import { oneDay, type Window } from '../windows.ts';
import { type Atom, meaningAt, numberAt, type Reading, type Rule, wordAt } from './atom.ts';
import { dayNumberAt } from './english-month-day.ts';
import { outerPeriod } from './english-period.ts';

/** first Monday of December, last Friday of next month, last day of the quarter, 12月第一个周一, 下个月最后一天. */
export const nthDay: Rule = (reading, at) => english(reading, at) ?? chinese(reading, at);

function english(reading: Reading, at: number): Atom | null {
  const start = wordAt(reading, at) === 'the' ? at + 1 : at;
  const ordinal = dayNumberAt(reading, start);
  const nth = wordAt(reading, start) === 'last' ? -1 : ordinal?.ordinal ? ordinal.value : 0;
  const counted = nth === -1 ? start + 1 : (ordinal?.to ?? start + 1);
  const weekday = meaningAt(reading, counted, 'weekday')?.weekday ?? null;
  const isDay = /^(?:day|business day|working day)$/.test(wordAt(reading, counted));
  if (nth === 0 || nth > 5 || (weekday === null && !isDay)) return null;
  let next = counted + 1;
  if (!/^(?:of|in)$/.test(wordAt(reading, next))) return null;
  next++;
  if (wordAt(reading, next) === 'the') next++;
  const outer = outerPeriod(reading, next);
  return outer?.day === undefined ? null : { from: at, to: outer.to, day: nthOf(outer.day, nth, weekday) };
}

function chinese(reading: Reading, at: number): Atom | null {
  const outer = chineseOuter(reading, at);
  if (outer === null) return null;
  let next = wordAt(reading, outer.to) === '的' ? outer.to + 1 : outer.to;
  const nth = nthAt(reading, next);
  if (nth === null) return null;
  next = nth.to;
  if (wordAt(reading, next) === '天') return { from: at, to: next + 1, day: nthOf(outer.day, nth.value, null) };
  const weekday = meaningAt(reading, next + 1, 'weekday');
  if (weekday === null || meaningAt(reading, next, 'unit')?.unit !== 'week') return null;
  return { from: at, to: next + 2, day: nthOf(outer.day, nth.value, weekday.weekday) };
}

function chineseOuter(reading: Reading, at: number): { day: DayPhrase; to: number } | null {
  const period = meaningAt(reading, at, 'period');
  if (period !== null && period.unit !== 'week') return { day: unitPhrase(period.unit, period.steps), to: at + 1 };
  const month = numberAt(reading, at);
  return month >= 1 && month <= 12 && wordAt(reading, at + 1) === '月' ? { day: monthPhrase(month), to: at + 2 } : null;
}

const NTH: Readonly<Record<string, number>> = { 第一: 1, 第二: 2, 第三: 3, 第四: 4, 第五: 5 };

/** 第一个, 最后一个, 最后一. */
function nthAt(reading: Reading, at: number): { value: number; to: number } | null {
  const counted = (to: number) => (wordAt(reading, to) === '个' ? to + 1 : to);
  if (wordAt(reading, at) === '最后' && wordAt(reading, at + 1) === '一') {
    return { value: -1, to: counted(at + 2) };
  }
  const value = NTH[wordAt(reading, at)];
  return value === undefined ? null : { value, to: counted(at + 1) };
}

function nthOf(outer: DayPhrase, nth: number, weekday: number | null): DayPhrase {
  const phrase = mapWindow(outer, 'day', ({ first, last }: Window) => {
    const step = weekday === null ? 1 : 7;
    const start: DayNumber =
      nth > 0
        ? first + (weekday === null ? 0 : (weekday - weekdayOf(first) + 7) % 7) + step * (nth - 1)
        : last - (weekday === null ? 0 : (weekdayOf(last) - weekday + 7) % 7);
    return start >= first && start <= last ? oneDay(start) : null;
  });
  return phrase;
}
