import type { Weekday } from '../../../calendar/days.ts';
import {
  anchored,
  type DayPhrase,
  refine,
  unitEdgePhrase,
  unitPhrase,
  weekdayPhrase,
  weekendPhrase,
  yearPartPhrase,
  yearPhrase,
} from '../day-phrase.ts';
import { holidayPhrase } from '../holidays.ts';
import { kept } from '../kept.ts';
import { oneDay } from '../windows.ts';
import type { Meaning } from '../words/meaning.ts';
import { workdayPhrase } from '../workday-phrase.ts';
import { type Atom, follows, type Reading, wordAt } from './atom.ts';
import { yearAt } from './english-month-day.ts';

const HOLIDAY_WORDS = /节|前|后|之[前后]|以[前后]|过后|期间|假期|长假|放假|黄金周|国庆|回来|那/y;
const DAYS_OFF = /(?:小?长假|假期|期间|放假|黄金周| holidays?| break)/y;
const COUNTER = /\s?[个点次家万千百月号日天年周台人]/y;
const GREETING = /好|茶|安/y;
/** sat, sun, mon and wed are days only beside words that go with days. */
const BEFORE_DAY = new Set([
  'on',
  'by',
  'this',
  'next',
  'last',
  'before',
  'after',
  'until',
  'till',
  'every',
  'each',
  'from',
  'to',
  'and',
  'or',
  'through',
  'thru',
  'since',
  'for',
  'due',
  'coming',
  'after',
  'early',
  'late',
  '@',
  '-',
  '/',
  '(',
  '&',
  'noon',
  'pm',
  'am',
  'eod',
  'cob',
  'ok',
]);
const AFTER_DAY =
  /[ ,]*(?:am\b|pm\b|morning|afternoon|evening|night|noon|at\b|to\b|thru\b|through\b|next\b|this\b|after next|of (?:next|this|last)|from\b|the \d|(?:mon|tue|wed|thu|fri|sat|sun)|@|eod|cob|pls|please|\d|[-–/&]|or\b|and\b|w\/|with\b|$|[.!?)\n])/iy;

/** Words that are an expression, or a piece of one, by themselves: 今天, 下周, 周末, 月底, Friday, EOD, Christmas. */
export function singleWord(reading: Reading, at: number): Atom | null {
  const token = reading.tokens[at];
  if (token?.meaning === null || token === undefined) return null;
  if (token.meaning.is === 'weekday') {
    const pair = weekdayPair(reading, at, token.meaning.weekday);
    if (pair !== null) return pair;
  }
  const day = dayOf(token.meaning, reading, at);
  if (day !== null) return { from: at, to: at + 1, day };
  if (token.meaning.is === 'part') return partAtom(reading, at, token.meaning);
  if (token.meaning.is === 'holiday') return holidayAtom(reading, at, token.meaning);
  return null;
}

function dayOf(meaning: Meaning, reading: Reading, at: number): DayPhrase | null {
  switch (meaning.is) {
    case 'day': {
      const { offset, last = offset } = meaning;
      if (last === offset) return dayAway(offset);
      return anchored('range', (today) => ({ first: today + offset, last: today + last }));
    }
    case 'period':
      if (meaning.unit === 'workday') return workdayPhrase(reading.workRegion, meaning.steps, false);
      return unitPhrase(meaning.unit, meaning.steps);
    case 'weekend':
      return weekendPhrase();
    case 'edge':
      return meaning.unit === 'day'
        ? { ...anchored('day', oneDay), endOfDay: true }
        : unitEdgePhrase(meaning.unit, meaning.edge);
    case 'yearPart':
      return yearPartPhrase(meaning.part, meaning.length);
    case 'weekday':
      return !meaning.loose || isDayHere(reading, at) ? weekdayPhrase(meaning.weekday) : null;
    default:
      return null;
  }
}

/** 今天, 明天, 大后天: a few days off at most. */
const dayAway = kept((offset: number) => anchored('day', (today) => oneDay(today + offset)));

/** 周三四: two days that follow each other. */
export function weekdayPair(reading: Reading, at: number, weekday: Weekday): Atom | null {
  const token = reading.tokens[at];
  const next = reading.tokens[at + 1];
  if (token === undefined || next === undefined || next.spaced || token.text.length !== 1) return null;
  if ('一二三四五六日'.indexOf(next.text) !== weekday || next.text.length !== 1) return null;
  if (follows(reading, at + 2, COUNTER)) return null;
  const end = weekdayPhrase((weekday + 1) as Weekday);
  return { from: at, to: at + 2, day: weekdayPhrase(weekday), until: { from: at + 1, to: at + 2, day: end } };
}

/** … pricing Wed, Sarah asked: a capital and a comma, which neither a name nor a wedding has. */
const WED_ENDS = /,(?=\s)/y;

/** Whether a word such as sat, mon or wed is a day where it stands: a capital, or neighbours that go with days. */
function isDayHere(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  if (token === undefined) return false;
  const before = wordAt(reading, at - 1);
  if (BEFORE_DAY.has(before)) return true;
  const capital = /[A-Z]/.test(reading.text.charAt(token.start));
  if (token.text === 'wed' && /^(?:were|was|are|be|is|to|newly|get|got|they)$/.test(before)) return false;
  if (capital && token.text === 'wed' && follows(reading, at + 1, WED_ENDS)) return true;
  return (capital || token.text === 'wed' || token.text === 'mon') && follows(reading, at + 1, AFTER_DAY);
}

function partAtom(reading: Reading, at: number, meaning: Extract<Meaning, { is: 'part' }>): Atom | null {
  const { part, offset, clock } = meaning;
  if (follows(reading, at + 1, GREETING)) return null;
  return {
    from: at,
    to: at + 1,
    part,
    ...(offset === undefined ? {} : { day: anchored('day', (today) => oneDay(today + offset)) }),
    ...(clock === undefined ? {} : { clock: { hour: clock / 60, minute: 0, half: null, exact: true, fine: false } }),
  };
}

function holidayAtom(reading: Reading, at: number, meaning: Extract<Meaning, { is: 'holiday' }>): Atom | null {
  if (meaning.loose && !follows(reading, at + 1, HOLIDAY_WORDS)) return null;
  let to = at + 1;
  const whole = follows(reading, to, DAYS_OFF);
  if (whole) {
    DAYS_OFF.lastIndex = reading.tokens[at]?.end ?? 0;
    const end = (DAYS_OFF.exec(reading.text)?.[0].length ?? 0) + (reading.tokens[at]?.end ?? 0);
    while ((reading.tokens[to]?.end ?? Number.POSITIVE_INFINITY) <= end) to++;
  } else if (meaning.loose && wordAt(reading, to) === '节') to++;
  const phrase = holidayPhrase(meaning.name, whole);
  const year = yearAt(reading, to);
  const dated = year === null ? null : refine(yearPhrase(year.value), phrase);
  return dated === null ? { from: at, to, day: phrase } : { from: at, to: year?.to ?? to, day: dated };
}
