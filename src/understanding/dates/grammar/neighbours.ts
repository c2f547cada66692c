import { monthPhrase, yearPartPhrase } from '../day-phrase.ts';
import { type Atom, meaningAt, type Reading, wordAt } from './atom.ts';

const DIGITS = '一二三四五六七八九';

/** 前三季度: the quarters from the first on. */
function firstQuarters(reading: Reading, at: number): Atom | null {
  const last = wordAt(reading, at) === '前' ? meaningAt(reading, at + 1, 'yearPart') : null;
  if (last?.length !== 3 || (last.part !== 2 && last.part !== 3)) return null;
  return span(at, at + 2, yearPartPhrase(1, 3), yearPartPhrase(last.part, 3));
}

/** 一二月份, 二三季度: two months or quarters that follow each other. */
export function neighbours(reading: Reading, at: number): Atom | null {
  const quarters = firstQuarters(reading, at);
  if (quarters !== null) return quarters;
  const pair = wordAt(reading, at);
  const first = pair.length === 2 ? DIGITS.indexOf(pair.charAt(0)) + 1 : 0;
  if (first === 0 || pair.charAt(1) !== DIGITS.charAt(first)) return null;
  const sign = wordAt(reading, at + 1);
  if (sign === '月') {
    const to = wordAt(reading, at + 2) === '份' ? at + 3 : at + 2;
    return span(at, to, monthPhrase(first), monthPhrase(first + 1));
  }
  if (sign !== '季' || first > 3) return null;
  const to = wordAt(reading, at + 2) === '度' ? at + 3 : at + 2;
  return span(at, to, yearPartPhrase(first, 3), yearPartPhrase(first + 1, 3));
}

function span(from: number, to: number, day: Atom['day'], last: Atom['day']): Atom | null {
  return day === undefined || last === undefined ? null : { from, to, day, until: { from, to, day: last } };
}
