import { type DayNumber, dayText, mondayOf, parseDay, weekdayOf, yearMonthDay } from '../../../calendar/days.ts';
import { addWorkdays, type WorkRegion } from '../../../calendar/work-calendar.ts';
import { cyclic, type DayPhrase, mapWindow, monthPhrase, refine, unitPhrase, yearPhrase } from '../day-phrase.ts';
import { holidayPhrase } from '../holidays.ts';
import { monthWindow, oneDay, type Window } from '../windows.ts';
import { type Atom, meaningAt, numberAt, type Reading, type Rule, wordAt } from './atom.ts';
import { dayNumberAt } from './english-month-day.ts';
import { outerPeriod } from './english-period.ts';

/** What is counted in a month, quarter or year: a weekday (1 to 7), days, workdays, whole weeks, weekends. */
type Counted = number | 'day' | 'workday' | 'week' | 'weekend';

/** first Monday of December, last Friday of next month, second week of May, 12月第一个周一, 每月第二个周二, 下个月最后一天. */
export const nthDay: Rule = (reading, at) => english(reading, at) ?? chinese(reading, at);

function english(reading: Reading, at: number): Atom | null {
  return ofPeriod(reading, at) ?? inPeriod(reading, at);
}

/** next month's first Friday */
function ofPeriod(reading: Reading, at: number): Atom | null {
  if (meaningAt(reading, at, 'shift') === null && meaningAt(reading, at, 'month') === null) return null;
  const outer = outerPeriod(reading, at);
  if (outer?.day === undefined || !/^['’]$/.test(wordAt(reading, outer.to)) || wordAt(reading, outer.to + 1) !== 's')
    return null;
  const ordinal = dayNumberAt(reading, outer.to + 2);
  const word = wordAt(reading, outer.to + 2);
  const nth = word === 'last' ? -1 : word === 'second' ? 2 : ordinal?.ordinal ? ordinal.value : 0;
  const next = ordinal?.to ?? outer.to + 3;
  const counted = nth === 0 || nth > 5 ? null : englishCounted(reading, next);
  return counted === null ? null : { from: at, to: next + 1, day: nthOf(reading, outer.day, nth, counted) };
}

function inPeriod(reading: Reading, at: number): Atom | null {
  const start = wordAt(reading, at) === 'the' ? at + 1 : at;
  const ordinal = dayNumberAt(reading, start);
  const word = wordAt(reading, start);
  const nth = word === 'last' ? -1 : word === 'second' ? 2 : ordinal?.ordinal ? ordinal.value : 0;
  if (nth === 0) return null;
  const next = ordinal?.to ?? start + 1;
  const counted = englishCounted(reading, next);
  if (counted === null || nth > (counted === 'day' ? 31 : 5)) return null;
  if (wordAt(reading, next + 1) !== 'of' && wordAt(reading, next + 1) !== 'in') return null;
  const of = wordAt(reading, next + 2) === 'the' ? next + 3 : next + 2;
  if (/^(?:every|each)$/.test(wordAt(reading, of)) && meaningAt(reading, of + 1, 'unit')?.unit === 'month')
    return everyMonth(reading, at, of + 2, nth, counted);
  const outer = outerPeriod(reading, of);
  return outer?.day === undefined ? null : { from: at, to: outer.to, day: nthOf(reading, outer.day, nth, counted) };
}

function englishCounted(reading: Reading, at: number): Counted | null {
  const weekday = meaningAt(reading, at, 'weekday');
  if (weekday !== null) return weekday.weekday;
  const word = wordAt(reading, at);
  if (meaningAt(reading, at, 'unit')?.unit === 'workday') return 'workday';
  if (word === 'day') return 'day';
  return word === 'week' || word === 'weekend' ? word : null;
}

/** 国庆后第一个工作日, 元旦后的第一个工作日: counted from the day that 国庆后 means. */
function afterHoliday(reading: Reading, at: number): Atom | null {
  const holiday = meaningAt(reading, at, 'holiday');
  if (holiday === null || meaningAt(reading, at + 1, 'direction')?.direction !== 'after') return null;
  const nth = nthAt(reading, wordAt(reading, at + 2) === '的' ? at + 3 : at + 2);
  if (nth === null || nth.value < 1 || meaningAt(reading, nth.to, 'unit')?.unit !== 'workday') return null;
  const { after } = holidayPhrase(holiday.name);
  if (after === undefined) return null;
  const day = mapWindow(after, 'day', ({ first }) =>
    oneDay(parseDay(addWorkdays(dayText(first - 1), nth.value, reading.workRegion))),
  );
  return { from: at, to: nth.to + 1, day };
}

function chinese(reading: Reading, at: number): Atom | null {
  const holiday = afterHoliday(reading, at);
  if (holiday !== null) return holiday;
  const outer = chineseOuter(reading, at);
  if (outer === null) return null;
  const nth = nthAt(reading, wordAt(reading, outer.to) === '的' ? outer.to + 1 : outer.to);
  const counted = nth === null ? null : chineseCounted(reading, nth.to);
  if (nth === null || counted === null) return null;
  if (outer.day === null) return everyMonth(reading, at, counted.to, nth.value, counted.counted);
  return { from: at, to: counted.to, day: nthOf(reading, outer.day, nth.value, counted.counted) };
}

/** 下个月, 12月, 明年3月; 每月, which has no days of its own. */
function chineseOuter(reading: Reading, at: number): { day: DayPhrase | null; to: number } | null {
  if (meaningAt(reading, at, 'recurring')?.unit === 'month') return { day: null, to: at + 1 };
  const period = meaningAt(reading, at, 'period');
  const inMonth = monthAt(reading, at);
  if (inMonth !== null) return inMonth;
  const year = yearOf(reading, at);
  if (year !== null) {
    const month = monthAt(reading, year.to);
    return month === null ? year : { day: refine(year.day, month.day) ?? month.day, to: month.to };
  }
  return period !== null && period.unit !== 'week' && period.unit !== 'weekend'
    ? { day: unitPhrase(period.unit, period.steps), to: at + 1 }
    : null;
}

function monthAt(reading: Reading, at: number): { day: DayPhrase; to: number } | null {
  const month = numberAt(reading, at);
  return month >= 1 && month <= 12 && wordAt(reading, at + 1) === '月' ? { day: monthPhrase(month), to: at + 2 } : null;
}

/** 明年, 2027年. */
function yearOf(reading: Reading, at: number): { day: DayPhrase; to: number } | null {
  const period = meaningAt(reading, at, 'period');
  if (period?.unit === 'year') return { day: unitPhrase('year', period.steps), to: at + 1 };
  const year = numberAt(reading, at);
  return year >= 1900 && year <= 2100 && wordAt(reading, at + 1) === '年'
    ? { day: yearPhrase(year), to: at + 2 }
    : null;
}

const NTH: Readonly<Record<string, number>> = { 第一: 1, 第二: 2, 第三: 3, 第四: 4, 第五: 5 };

/** 第一个, 最后一个, 最后一. */
function nthAt(reading: Reading, at: number): { value: number; to: number } | null {
  const counted = (to: number) => (wordAt(reading, to) === '个' ? to + 1 : to);
  if (wordAt(reading, at) === '最后' && /^一个?$/.test(wordAt(reading, at + 1)))
    return { value: -1, to: counted(at + 2) };
  const value = NTH[wordAt(reading, at)];
  return value === undefined ? null : { value, to: counted(at + 1) };
}

function chineseCounted(reading: Reading, at: number): { counted: Counted; to: number } | null {
  if (wordAt(reading, at) === '天') return { counted: 'day', to: at + 1 };
  if (meaningAt(reading, at, 'unit')?.unit === 'workday') return { counted: 'workday', to: at + 1 };
  if (meaningAt(reading, at, 'weekend') !== null) return { counted: 'weekend', to: at + 1 };
  if (meaningAt(reading, at, 'unit')?.unit !== 'week') return null;
  const weekday = meaningAt(reading, at + 1, 'weekday');
  return weekday === null ? { counted: 'week', to: at + 1 } : { counted: weekday.weekday, to: at + 2 };
}

/** On the second Tuesday of every month: the next such day is meant. */
function everyMonth({ workRegion }: Reading, from: number, to: number, nth: number, counted: Counted): Atom {
  const inside = (around: DayNumber) => {
    const { year, month } = yearMonthDay(around);
    return nthIn(monthWindow(year, month), nth, counted, workRegion);
  };
  const day = cyclic('month', counted === 'week' || counted === 'weekend' ? 'range' : 'day', inside);
  return { from, to, day, recurrence: { unit: 'month', every: 1, weekdays: [], dayOfMonth: null } };
}

function nthOf({ workRegion }: Reading, outer: DayPhrase, nth: number, counted: Counted): DayPhrase {
  const grain = counted === 'week' ? 'week' : counted === 'weekend' ? 'range' : 'day';
  return mapWindow(outer, grain, (window) => nthIn(window, nth, counted, workRegion));
}

/** A week belongs to the month in which its Thursday lies (as in ISO 8601), a weekend to that of its Saturday. */
function nthIn({ first, last }: Window, nth: number, counted: Counted, region: WorkRegion): Window | null {
  if (counted === 'workday') {
    const edge = nth > 0 ? first - 1 : last + 1;
    const found = parseDay(addWorkdays(dayText(edge), nth, region));
    return found < first || found > last ? null : oneDay(found);
  }
  const weekday = counted === 'week' ? 4 : counted === 'weekend' ? 6 : counted === 'day' ? null : counted;
  const step = weekday === null ? 1 : 7;
  const day: DayNumber =
    nth > 0
      ? first + (weekday === null ? 0 : (weekday - weekdayOf(first) + 7) % 7) + step * (nth - 1)
      : last - (weekday === null ? 0 : (weekdayOf(last) - weekday + 7) % 7);
  if (day < first || day > last) return null;
  if (counted === 'week') return { first: mondayOf(day), last: mondayOf(day) + 6 };
  return counted === 'weekend' ? { first: day, last: day + 1 } : oneDay(day);
}
