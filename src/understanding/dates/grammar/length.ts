import { anchored, type DayPhrase } from '../day-phrase.ts';
import { shiftDay } from '../windows.ts';
import type { LengthUnit } from '../words/meaning.ts';
import { workdayPhrase } from '../workday-phrase.ts';
import {
  type Atom,
  follows,
  type Length,
  meaningAt,
  numberAt,
  type Reading,
  type Rule,
  touches,
  wordAt,
} from './atom.ts';

const PAIR = /^[一二三四五六七八九两]{2}$/;
const MOST = 5000;

interface Measured extends Length {
  readonly to: number;
}

/** Lengths of time and what is counted off by them: 三天后, in two weeks, 5个工作日内, 3 days ago, 最近一个月, 40分钟. */
export const lengthExpression: Rule = (reading, at) => prefixed(reading, at) ?? suffixed(reading, at);

/** in 3 days, within two weeks, 过三天, 再过一周, the next 5 days, 最近三天. */
function prefixed(reading: Reading, at: number): Atom | null {
  const word = wordAt(reading, at);
  let next = at + 1;
  const definite = word === 'the' && meaningAt(reading, next, 'shift') !== null;
  if (definite) next++;
  const lead = definite ? at + 1 : at;
  const span = meaningAt(reading, lead, 'span') ?? shiftSpan(reading, lead);
  const onward =
    (word === 'in' && !isAge(reading, at)) ||
    (word === '过' && !/[超经通跟见聊]/.test(wordAt(reading, at - 1))) ||
    word === '再' ||
    word === '隔';
  const within = meaningAt(reading, at, 'direction');
  const counted = within?.side === 'before' && (word === 'within' || word === 'after');
  const before = wordAt(reading, at) === '前' ? beforeSpan(reading, at) : null;
  if (span === null && !onward && !counted && before === null) return null;
  if (onward && word === '再' && wordAt(reading, next) === '过') next++;
  if (word === 'in' && /^(?:about|around|like|just|another|the)$/.test(wordAt(reading, next))) {
    const ahead = wordAt(reading, next) === 'the' && meaningAt(reading, next + 1, 'shift') !== null;
    next += ahead ? 2 : 1;
  } else if (word === 'within' && wordAt(reading, next) === 'the')
    next += meaningAt(reading, next + 1, 'shift') === null ? 1 : 2;
  const length = measure(reading, next);
  if (length === null) return null;
  const stretch = span?.steps ?? before;
  if (stretch !== null && stretch !== undefined) return stretched(at, length, stretch);
  if (follows(reading, length.to, /['’]|\s*-/y)) return null;
  const tail = meaningAt(reading, length.to, 'direction');
  const to =
    tail?.side === 'after' && (tail.direction === 'after' || tail.direction === 'within') ? length.to + 1 : length.to;
  return offset(reading, at, to, length, 1, word === 'within' ? 'within' : 'at');
}

/** Not touched in 3 weeks, no reply in a month: an age, which is fixed nowhere. */
const NOTHING_SINCE =
  /(?:n['’]?t|\bnot?|\bnever|\bnobody|\bno one|\bnothing|\bnone|\bwithout|\bcold|\bstale|\bidle|\buntouched|\bsilent|\bquiet)\b[^.,;!?\n]{0,30}$/;

function isAge({ text, tokens }: Reading, at: number): boolean {
  const start = tokens[at]?.start ?? 0;
  const before = text.slice(Math.max(0, start - 44), start).toLowerCase();
  return (
    NOTHING_SINCE.test(before) &&
    /(?:ed|en|heard|spoken|been|contact|activity|reply|response|word|update|movement|idle|cold|stale|silent|quiet|back|anything)\s*$/.test(
      before,
    )
  );
}

/** last 3 days, next two weeks: a shift with a number after it. */
function shiftSpan(reading: Reading, at: number): { steps: -1 | 1 } | null {
  const shift = meaningAt(reading, at, 'shift');
  if (
    shift === null ||
    shift.steps === 0 ||
    (wordAt(reading, at) !== 'past' &&
      numberAt(reading, at + 1) < 0 &&
      wordAt(reading, at + 1) !== 'couple' &&
      wordAt(reading, at + 1) !== 'few')
  )
    return null;
  return { steps: shift.steps > 0 ? 1 : -1 };
}

/** 前三天 as a stretch, but not in 国庆前三天, where 前 belongs to the day before it. */
function beforeSpan(reading: Reading, at: number): -1 | null {
  const meaning = reading.tokens[at - 1]?.meaning ?? null;
  const dated = meaning !== null && meaning.is !== 'other' && meaning.is !== 'direction';
  return dated || /^[号日月年底末初前]$/.test(wordAt(reading, at - 1)) ? null : -1;
}

/** 三天后, 两周前, 5个工作日内, 3 days ago, a week from now; a plain 三天 is a duration. */
function suffixed(reading: Reading, at: number): Atom | null {
  const length = measure(reading, at);
  if (length === null || wordAt(reading, at - 1) === '第') return null;
  // 下月15日之后 is a day of that month, not fifteen days.
  if (wordAt(reading, length.to - 1) === '日' && meaningAt(reading, at - 1, 'period') !== null) return null;
  const { to } = length;
  const tail = meaningAt(reading, to, 'direction');
  const word = wordAt(reading, to);
  if (tail?.side === 'after' || word === '前') {
    if (tail?.direction === 'by' && !/^(?:为止|截止|止)$/.test(word))
      return offset(reading, at, to + 1, length, -1, 'at');
    if (tail?.direction === 'after') return offset(reading, at, to + 1, length, 1, 'at');
    if (tail?.direction === 'within') return offset(reading, at, to + 1, length, 1, 'within');
  }
  if (word === 'ago' || word === 'back' || word === 'earlier') return offset(reading, at, to + 1, length, -1, 'at');
  if (word === 'later' || word === 'out') return word === 'later' ? offset(reading, at, to + 1, length, 1, 'at') : null;
  if (word === 'from' && /^(?:now|today)$/.test(wordAt(reading, to + 1)))
    return offset(reading, at, to + 2, length, 1, 'at');
  return { from: at, to, length };
}

function offset(
  reading: Reading,
  from: number,
  to: number,
  length: Length,
  sign: 1 | -1,
  direction: 'at' | 'within',
): Atom {
  const { unit } = length;
  const amount = sign * (length.max ?? length.amount);
  if (unit === 'hour' || unit === 'minute' || unit === 'second') {
    const minutes = unit === 'hour' ? amount * 60 : unit === 'minute' ? amount : amount / 60;
    return { from, to, minutes: Math.round(minutes), direction };
  }
  const day: DayPhrase =
    unit === 'workday'
      ? workdayPhrase(reading.workRegion, amount, direction === 'within')
      : anchored(direction === 'within' ? 'range' : 'day', (today) => {
          const end = shiftDay(today, unit, amount);
          return direction === 'within' && sign > 0 ? { first: today, last: end } : { first: end, last: end };
        });
  return { from, to, direction, day: { ...day, due: (window) => window.last } };
}

/** 最近三天, the past week, next 5 days: a stretch that ends or begins today. */
function stretched(from: number, length: Measured, steps: -1 | 1): Atom | null {
  const { unit, amount } = length;
  if (unit === 'hour' || unit === 'minute' || unit === 'second') return { from, to: length.to, length };
  const day = anchored('range', (today) => {
    const far = shiftDay(today, unit, steps * amount);
    return steps > 0 ? { first: today, last: far } : { first: far, last: today };
  });
  return { from, to: length.to, day: { ...day, due: (window) => (steps > 0 ? window.last : window.first) } };
}

/** A number and a unit, with halves: 两天, 三四天, 半个月, 一个半小时, 两年半, 1.5 hours, half an hour, a couple of weeks, 2-3 days. */
export function measure(reading: Reading, at: number): Measured | null {
  const first = amountAt(reading, at);
  if (first === null) return null;
  const unit = unitAt(reading, first.to);
  if (unit === null || first.amount > MOST) return null;
  // A bare 年 after a year's number is that year, not so many years.
  if (unit.unit === 'year' && first.amount >= 1000) return null;
  if (unit.unit === 'day' && /^[气津猫然]/.test(wordAt(reading, unit.to))) return null;
  let amount = first.amount;
  let { to } = unit;
  if (wordAt(reading, to) === '半' && !/^[年月天]/.test(wordAt(reading, to + 1)) && first.amount !== 0.5) {
    amount += 0.5;
    to++;
  } else if (wordAt(reading, to) === 'and' && wordAt(reading, to + 1) === 'a' && wordAt(reading, to + 2) === 'half') {
    amount += 0.5;
    to += 3;
  }
  const word = wordAt(reading, first.to);
  const times = word.startsWith('fortnight') ? 2 : word === '刻钟' ? 15 : 1;
  return { amount: amount * times, max: first.max, unit: unit.unit, to };
}

function amountAt(reading: Reading, at: number): { amount: number; max: number | null; to: number } | null {
  const word = wordAt(reading, at);
  if (word === '半') {
    const to = wordAt(reading, at + 1) === '个' ? at + 2 : at + 1;
    return { amount: 0.5, max: null, to };
  }
  if (word === 'half') {
    const to = /^(?:a|an)$/.test(wordAt(reading, at + 1)) ? at + 2 : at + 1;
    return { amount: 0.5, max: null, to };
  }
  if ((word === 'a' || word === 'an') && wordAt(reading, at + 1) === 'half')
    return { amount: 0.5, max: null, to: at + 2 };
  if (word === 'couple' || ((word === 'a' || word === 'another') && wordAt(reading, at + 1) === 'couple')) {
    const next = word === 'couple' ? at + 1 : at + 2;
    return { amount: 2, max: null, to: wordAt(reading, next) === 'of' ? next + 1 : next };
  }
  if (word === 'a' || word === 'an' || word === 'one' || word === 'another')
    return { amount: 1, max: null, to: at + 1 };
  if (word === '俩' || word === '仨') return { amount: word === '俩' ? 2 : 3, max: null, to: at + 1 };
  const value = numberAt(reading, at);
  if (value < 0)
    return meaningAt(reading, at, 'unit') !== null && wordAt(reading, at - 1) === 'past'
      ? { amount: 1, max: null, to: at }
      : null;
  if (PAIR.test(word)) return pair(word, at);
  return numericAmount(reading, at, value);
}

function pair(word: string, at: number): { amount: number; max: number; to: number } | null {
  const digits = '一二三四五六七八九';
  const [low, high] = [...word.replaceAll('两', '二')].map((digit) => digits.indexOf(digit) + 1);
  return low === undefined || high !== low + 1 ? null : { amount: low, max: high, to: at + 1 };
}

function numericAmount(
  reading: Reading,
  at: number,
  value: number,
): { amount: number; max: number | null; to: number } {
  const joint = wordAt(reading, at + 1);
  const second = numberAt(reading, at + 2);
  if (joint === '.' && touches(reading, at + 1) && touches(reading, at + 2) && second >= 0)
    return { amount: Number(`${value}.${wordAt(reading, at + 2)}`), max: null, to: at + 3 };
  if (/^(?:-|~|到|至|to|or)$/.test(joint) && second > value) return { amount: value, max: second, to: at + 3 };
  if (joint === 'and' && wordAt(reading, at + 2) === 'a' && wordAt(reading, at + 3) === 'half')
    return { amount: value + 0.5, max: null, to: at + 4 };
  if (joint === '个' && wordAt(reading, at + 2) === '半') {
    const to = wordAt(reading, at + 3) === '个' ? at + 4 : at + 3;
    return { amount: value + 0.5, max: null, to };
  }
  if (joint === '多' || joint === '来' || joint === '几') return { amount: value, max: null, to: at + 2 };
  return { amount: value, max: null, to: at + 1 };
}

function unitAt(reading: Reading, at: number): { unit: LengthUnit; to: number } | null {
  const next = wordAt(reading, at) === '个' || wordAt(reading, at) === '-' ? at + 1 : at;
  if (wordAt(reading, next) === '月' && (next > at || /^[俩仨]$/.test(wordAt(reading, at - 1))))
    return { unit: 'month', to: next + 1 };
  if (
    wordAt(reading, next) === '日' &&
    meaningAt(reading, next + 1, 'direction')?.side === 'after' &&
    /^(?:内|之内|以内|后|之后|以后)$/.test(wordAt(reading, next + 1))
  )
    return { unit: 'day', to: next + 1 };
  const meaning = meaningAt(reading, next, 'unit');
  if (meaning === null)
    return meaningAt(reading, next, 'weekend') !== null && /^个/.test(wordAt(reading, next))
      ? { unit: 'weekend', to: next + 1 }
      : null;
  return { unit: meaning.unit, to: next + 1 };
}
