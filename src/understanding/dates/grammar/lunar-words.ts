import { lunarPhrase } from '../holidays.ts';
import { type Atom, meaningAt, type Reading, type Rule, wordAt } from './atom.ts';
import { dayNumberAt, englishMonthDay } from './english-month-day.ts';
import { numericDate } from './numeric-date.ts';

const BETWEEN = /^(?:calendar|birthday|bday|date|is|on|:|the|年|月|日|,)$/;

/** Lunar days said in English or with digits: 15th of the 8th lunar month, lunar Aug 15, 农历 8/15. */
export const lunarWords: Rule = (reading, at) => lunarOrdinal(reading, at) ?? afterLunar(reading, at);

function lunarOrdinal(reading: Reading, at: number): Atom | null {
  const from = wordAt(reading, at) === 'the' ? at + 1 : at;
  const day = dayNumberAt(reading, from);
  if (day === null) return null;
  let next = wordAt(reading, day.to) === 'day' ? day.to + 1 : day.to;
  if (wordAt(reading, next) !== 'of' && wordAt(reading, next) !== ',') return null;
  next += wordAt(reading, next + 1) === 'the' ? 2 : 1;
  const month = dayNumberAt(reading, next);
  if (month === null || month.value > 12 || meaningAt(reading, month.to, 'lunar') === null) return null;
  const to = meaningAt(reading, month.to + 1, 'unit')?.unit === 'month' ? month.to + 2 : month.to + 1;
  return day.value > 30 ? null : { from: at, to, day: lunarPhrase(month.value, day.value, false) };
}

function afterLunar(reading: Reading, at: number): Atom | null {
  if (meaningAt(reading, at, 'lunar') === null) return null;
  let next = at + 1;
  for (let skipped = 0; skipped < 4 && BETWEEN.test(wordAt(reading, next)); skipped++) next++;
  return asLunar(numericDate(reading, next) ?? englishMonthDay(reading, next), at);
}

/** A solar month and day with (农历) or lunar behind it is a lunar one. */
export function withLunarBehind(reading: Reading, atom: Atom): Atom {
  const { monthDay } = atom.day ?? {};
  if (monthDay === undefined || monthDay.calendar === 'lunar') return atom;
  const open = /^[(,，]$/.test(wordAt(reading, atom.to)) ? atom.to + 1 : atom.to;
  if (meaningAt(reading, open, 'lunar') === null || followsMonth(reading, open + 1)) return atom;
  const calendar = wordAt(reading, open + 1) === 'calendar' ? open + 2 : open + 1;
  const to = wordAt(reading, atom.to) === '(' && wordAt(reading, calendar) === ')' ? calendar + 1 : calendar;
  return { ...(asLunar(atom, atom.from) ?? atom), to };
}

/** 农历 that opens the next date belongs to that one. */
function followsMonth({ tokens }: Reading, at: number): boolean {
  const token = tokens[at];
  return (
    token !== undefined &&
    (token.number !== null || token.meaning?.is === 'lunarMonth' || token.meaning?.is === 'month')
  );
}

function asLunar(atom: Atom | null, from: number): Atom | null {
  const { monthDay } = atom?.day ?? {};
  if (atom === null || monthDay === undefined || monthDay.day > 30) return null;
  return { from, to: atom.to, day: lunarPhrase(monthDay.month, monthDay.day, false, monthDay.year) };
}
