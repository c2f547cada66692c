import type { LengthUnit } from '../words/meaning.ts';
import { type Length, meaningAt, numberAt, type Reading, touches, wordAt } from './atom.ts';

const PAIR = /^[一二三四五六七八九两]{2}$/;
const MOST = 5000;
/** A few days, 几天: only where vague words are read. */
const FEW = 3;

export interface Measured extends Length {
  readonly to: number;
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
  const times = word.startsWith('fortnight') ? 2 : word === '刻钟' ? 15 : word.startsWith('decade') ? 10 : 1;
  return withSmaller(reading, { amount: amount * times, max: first.max, unit: unit.unit, to });
}

const SMALLER: Readonly<Partial<Record<LengthUnit, readonly [LengthUnit, number]>>> = {
  hour: ['minute', 60],
  year: ['month', 12],
};

/** 一小时四十分钟, an hour and 15 minutes, 一年零三个月: counted in the smaller unit. */
function withSmaller(reading: Reading, length: Measured): Measured {
  const [smaller, times] = SMALLER[length.unit] ?? [];
  if (smaller === undefined || times === undefined || length.max !== null) return length;
  const next = /^(?:and|零|又|,)$/.test(wordAt(reading, length.to)) ? length.to + 1 : length.to;
  const value = numberAt(reading, next);
  const unit = value > 0 && value < times ? unitAt(reading, next + 1) : null;
  if (unit?.unit !== smaller) return length;
  return { amount: length.amount * times + value, max: null, unit: smaller, to: unit.to };
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
  const few = reading.vague ? fewAt(reading, at) : null;
  if (few !== null) return { amount: FEW, max: null, to: few };
  if (
    word === 'one' &&
    wordAt(reading, at + 1) === 'and' &&
    wordAt(reading, at + 2) === 'a' &&
    wordAt(reading, at + 3) === 'half'
  )
    return { amount: 1.5, max: null, to: at + 4 };
  if (word === 'a' || word === 'an' || word === 'one' || word === 'another')
    return { amount: 1, max: null, to: at + 1 };
  if (word === '俩' || word === '仨') return { amount: word === '俩' ? 2 : 3, max: null, to: at + 1 };
  if (PAIR.test(word)) {
    const both = pair(word, at);
    if (both !== null) return both;
  }
  const value = numberAt(reading, at);
  if (value < 0)
    return meaningAt(reading, at, 'unit') !== null &&
      (wordAt(reading, at - 1) === 'past' || /^(?:decade|fortnight)$/.test(wordAt(reading, at)))
      ? { amount: 1, max: null, to: at }
      : null;
  return numericAmount(reading, at, value);
}

/** Where few, a few, several, 几 or 好几 ends. */
function fewAt(reading: Reading, at: number): number | null {
  const word = wordAt(reading, at);
  if (word === 'few' || word === 'several' || word === '几' || word === '数') return at + 1;
  return word === 'a' && wordAt(reading, at + 1) === 'few' ? at + 2 : null;
}

function pair(word: string, at: number): { amount: number; max: number; to: number } | null {
  const digits = '一二三四五六七八九';
  const [low, high] = [...word.replaceAll('两', '二')].map((digit) => digits.indexOf(digit) + 1);
  return low === undefined || high === undefined || (high !== low + 1 && !(low === 3 && high === 5))
    ? null
    : { amount: low, max: high, to: at + 1 };
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
  if (joint === '个半') return { amount: value + 0.5, max: null, to: at + 2 };
  if (joint === '多' || joint === '来' || joint === '几') return { amount: value, max: null, to: at + 2 };
  return { amount: value, max: null, to: at + 1 };
}

function unitAt(reading: Reading, at: number): { unit: LengthUnit; to: number } | null {
  const next = wordAt(reading, at) === '个' || wordAt(reading, at) === '-' ? at + 1 : at;
  if (wordAt(reading, next) === '月' && (next > at || /^[俩仨半]$/.test(wordAt(reading, at - 1))))
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
