import { yearPhrase } from '../day-phrase.ts';
import { type Atom, numberAt, type Reading, touches, wordAt } from './atom.ts';

/** FY27, FY 2027, 2027财年: a business year, taken for the calendar year of that number. */
export function fiscalYear(reading: Reading, at: number): Atom | null {
  if (wordAt(reading, at) === 'fy') {
    const next = wordAt(reading, at + 1) === "'" ? at + 2 : at + 1;
    return named(reading, next, at, next + 1, touches(reading, next));
  }
  return wordAt(reading, at + 1) === '财' && wordAt(reading, at + 2) === '年'
    ? named(reading, at, at, at + 3, true)
    : null;
}

function named(reading: Reading, number: number, from: number, to: number, near: boolean): Atom | null {
  const value = numberAt(reading, number);
  const digits = reading.tokens[number]?.digits;
  const year = digits === 2 && near ? 2000 + value : value;
  return (digits === 2 || digits === 4) && year >= 1990 && year <= 2100 ? { from, to, day: yearPhrase(year) } : null;
}
