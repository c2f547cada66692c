import type { Weekday } from '../../../calendar/days.ts';
import { type DayNumber, dayText, mondayOf, weekdayOf, yearMonthDay } from '../../../calendar/days.ts';
import { isWorkday } from '../../../calendar/work-calendar.ts';
import type { Recurrence } from '../date-mention.ts';
import { anchored, type DayPhrase, dayOfMonthPhrase, unitEdgePhrase } from '../day-phrase.ts';
import { monthWindow, oneDay, shiftDay, type Unit } from '../windows.ts';
import { type Atom, meaningAt, numberAt, type Reading, type Rule, wordAt } from './atom.ts';
import { chineseDate } from './chinese-date.ts';
import { measure } from './measure.ts';
import { singleWord } from './single-word.ts';

const ADJECTIVE_BEFORE = /^(?:a|an|the|our|my|your|his|her|their|this|that|new)$/;

type RecurringUnit = Recurrence['unit'];

/** 每天, 每周一, 每周二四, 每月5号, 每两周, 每个工作日, every Monday, every other week, weekly on Fri, Mondays. The day meant is the next one. */
export const recurrence: Rule = (reading, at) =>
  fixedWord(reading, at) ?? everySomething(reading, at) ?? workdays(reading, at) ?? pluralWeekday(reading, at);

function fixedWord(reading: Reading, at: number): Atom | null {
  const meaning = meaningAt(reading, at, 'recurring');
  if (meaning === null) return null;
  if (meaning.unit === 'week') {
    const on = /^(?:on|的)$/.test(wordAt(reading, at + 1)) ? at + 2 : at + 1;
    const days = weekdaysAt(reading, on);
    if (days === null && /ly$/.test(wordAt(reading, at))) return null;
    return days === null ? plain(at, at + 1, 'week', 1) : weekly(at, days.to, days.weekdays, 1);
  }
  const edge = meaningAt(reading, at + 1, 'edgeOf');
  if (edge !== null && (meaning.unit === 'month' || meaning.unit === 'quarter' || meaning.unit === 'year'))
    return { from: at, to: at + 2, day: unitEdgePhrase(meaning.unit, edge.edge), recurrence: rule(meaning.unit, 1) };
  if (meaning.unit === 'month') {
    const next = wordAt(reading, at + 1) === '的' ? at + 2 : at + 1;
    const day = numberAt(reading, next);
    if (day >= 1 && day <= 31 && /^[号日]$/.test(wordAt(reading, next + 1)))
      return monthly(at, next + 2, day, dayOfMonthPhrase(day));
  }
  if (meaning.unit === 'year') {
    const inner = chineseDate(reading, at + 1) ?? holidayAt(reading, at + 1);
    if (inner?.day?.cycle === 'year') return { ...inner, from: at, recurrence: rule('year', 1) };
  }
  // A daily report is a kind of report; so is whatever else comes weekly or monthly.
  const word = wordAt(reading, at);
  if (/ly$/.test(word) && (meaning.unit !== 'day' || ADJECTIVE_BEFORE.test(wordAt(reading, at - 1)))) return null;
  return plain(at, at + 1, meaning.unit, 1);
}

function holidayAt(reading: Reading, at: number): Atom | null {
  return meaningAt(reading, at, 'holiday') === null ? null : singleWord(reading, at);
}

/** On weekdays, weekday mornings, 工作日早上: the days that are worked, where no number counts them. */
function workdays(reading: Reading, at: number): Atom | null {
  if (meaningAt(reading, at, 'unit')?.unit !== 'workday' || numberAt(reading, at - 1) >= 0) return null;
  const word = wordAt(reading, at);
  const named = word === 'weekdays' || word === '工作日' || word === 'weekday';
  const told =
    word === 'weekdays'
      ? wordAt(reading, at - 1) !== 'business'
      : meaningAt(reading, at + 1, 'part') !== null || numberAt(reading, at + 1) >= 0;
  return named && told && !/^[第个几上下]$/.test(wordAt(reading, at - 1)) ? plain(at, at + 1, 'workday', 1) : null;
}

function everySomething(reading: Reading, at: number): Atom | null {
  if (meaningAt(reading, at, 'every') === null && wordAt(reading, at) !== '隔') return null;
  let next = at + 1;
  const skip = wordAt(reading, at) === '隔' || wordAt(reading, next) === '隔' || wordAt(reading, next) === 'other';
  if (wordAt(reading, next) === '隔' || wordAt(reading, next) === 'other') next++;
  const days = weekdaysAt(reading, next);
  if (days !== null) return weekly(at, days.to, days.weekdays, skip ? 2 : 1);
  const ordinal = meaningAt(reading, next, 'edge');
  if (ordinal !== null && (ordinal.unit === 'month' || ordinal.unit === 'quarter' || ordinal.unit === 'year'))
    return {
      from: at,
      to: next + 1,
      day: unitEdgePhrase(ordinal.unit, ordinal.edge),
      recurrence: rule(ordinal.unit, 1),
    };
  const length = measure(reading, next);
  const unit = length === null ? meaningAt(reading, next, 'unit')?.unit : length.unit;
  if (
    unit === 'day' ||
    unit === 'workday' ||
    unit === 'week' ||
    unit === 'month' ||
    unit === 'quarter' ||
    unit === 'year'
  )
    return plain(
      at,
      length?.to ?? next + 1,
      unit,
      (length?.amount ?? 1) * (skip && wordAt(reading, at) !== '每' && length === null ? 2 : 1),
    );
  if (meaningAt(reading, next, 'part') !== null) return plain(at, at + 1, 'day', 1);
  return null;
}

/** on Mondays, Tuesdays and Thursdays. */
function pluralWeekday(reading: Reading, at: number): Atom | null {
  if (!wordAt(reading, at).endsWith('days')) return null;
  const days = weekdaysAt(reading, at);
  return days === null ? null : weekly(at, days.to, days.weekdays, 1);
}

function weekdaysAt(reading: Reading, at: number): { weekdays: Weekday[]; to: number } | null {
  const first =
    meaningAt(reading, at, 'weekday') ??
    (meaningAt(reading, at, 'unit')?.unit === 'week' ? meaningAt(reading, at + 1, 'weekday') : null);
  if (first === null) return null;
  const weekdays: Weekday[] = [first.weekday];
  let to = meaningAt(reading, at, 'weekday') === null ? at + 2 : at + 1;
  for (let more = 0; more < 6; more++) {
    const joint = /^(?:,|、|和|&|and|\/)$/.test(wordAt(reading, to)) ? to + 1 : to;
    const spelled =
      /^[一二三四五六]{1,5}$/.test(wordAt(reading, joint)) &&
      numberAt(reading, joint) > 0 &&
      !/^[个次家万点]$/.test(wordAt(reading, joint + 1));
    const next =
      meaningAt(reading, joint, 'weekday') ??
      (meaningAt(reading, joint, 'unit')?.unit === 'week' ? meaningAt(reading, joint + 1, 'weekday') : null);
    if (next !== null && (joint > to || !/[a-z]/.test(wordAt(reading, joint)))) {
      weekdays.push(next.weekday);
      to = meaningAt(reading, joint, 'weekday') === null ? joint + 2 : joint + 1;
    } else if (spelled && /[\u4e00-\u9fff]/.test(wordAt(reading, at))) {
      for (const character of wordAt(reading, joint)) weekdays.push(('一二三四五六'.indexOf(character) + 1) as Weekday);
      to = joint + 1;
    } else break;
  }
  return { weekdays: [...new Set(weekdays)].sort((a, b) => a - b), to };
}

function weekly(from: number, to: number, weekdays: readonly Weekday[], every: number): Atom {
  const next = (today: DayNumber) => {
    for (let day = today + 1; day <= today + 7; day++) if (weekdays.includes(weekdayOf(day))) return oneDay(day);
    return null;
  };
  const [only] = weekdays;
  const day: DayPhrase = anchored('day', next);
  return {
    from,
    to,
    day: weekdays.length === 1 && only !== undefined ? { ...day, weekday: only } : day,
    recurrence: { ...rule('week', every), weekdays },
  };
}

function monthly(from: number, to: number, dayOfMonth: number | null, day: DayPhrase): Atom {
  return { from, to, day, recurrence: { ...rule('month', 1), dayOfMonth } };
}

/** Without a day of its own, what comes round begins with the next whole unit; daily things with the next day. */
function plain(from: number, to: number, unit: RecurringUnit, every: number): Atom {
  return {
    from,
    to,
    day: anchored('day', (today) => oneDay(nextStart(unit, today))),
    recurrence: rule(unit, Math.max(1, Math.round(every))),
  };
}

function nextStart(unit: RecurringUnit, today: DayNumber): DayNumber {
  const { year, month } = yearMonthDay(today);
  switch (unit) {
    case 'day':
      return today + 1;
    case 'workday': {
      let day = today + 1;
      while (!isWorkday(dayText(day), 'none')) day++;
      return day;
    }
    case 'week':
      return mondayOf(today) + 7;
    case 'month':
      return monthWindow(year, month).last + 1;
    default:
      return shiftDay(monthWindow(year, unit === 'year' ? 1 : month - ((month - 1) % 3)).first, unit as Unit, 1);
  }
}

function rule(unit: RecurringUnit, every: number): Recurrence {
  return { unit, every, weekdays: [], dayOfMonth: null };
}
