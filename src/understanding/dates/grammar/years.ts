import { yearPhrase } from '../day-phrase.ts';
import { type Atom, follows, numberAt, type Reading, touches, wordAt } from './atom.ts';
import { isYearHere } from './english-month-day.ts';

/** Words before a year that stands alone. */
export const BEFORE_YEAR = new Set(
  'in by since of during for until till through before after from to end fy fiscal year and - circa spring summer autumn fall winter early mid late between'.split(
    ' ',
  ),
);
/** 2024 was a good year, the 2024 budget. */
const AFTER_YEAR =
  /\s+(?:was|is|will|budget|season|edition|election|report|results|campaign|plan|review|olympics|world cup)\b/iy;
const YEAR_BEFORE_NOUN =
  /[ -](?:units?|pieces?|pcs|seats?|users?|sites?|people|usd|eur|dollars?|euros?|licen[cs]es?|miles|km|tons?|boxes)/y;
/** Below this a bare number is a year only where nothing can be counted. */
const OF_OUR_TIME = 1950;
const OLD = /^(?:in|since|circa|during|from|to|between|and|until|till|before|after|through)$/;
const OLDEST_IN_SPANS = 1700;
/** Rose from 1820 to 1945, between 1800 and 1850 units: figures that change. */
const FIGURES =
  /\b(?:r[io]se|rising|risen|f[ae]ll\w*|gr[eo]w\w*|increas\w+|decreas\w+|dropp?\w*|went|goes?|go|cut|rais\w+|reduc\w+|climb\w*|jump\w*|up|down|cost\w*|pay\w*|paid|pric\w+|rang\w+)\b[^.;\n]{0,30}$/i;
const MOST_YEARS = 200;

/** A year that stands alone: in 2027, the 2024 budget, '98, in 1851; 2008-2009. */
export function bareYear(reading: Reading, at: number): Atom | null {
  return yearSpan(reading, at) ?? shortYear(reading, at) ?? oneYear(reading, at);
}

/** The recession of 2008-2009, 1980-1990年, 1939-45. */
function yearSpan(reading: Reading, at: number): Atom | null {
  const first = numberAt(reading, at);
  const [opens, end] = [reading.tokens[at], reading.tokens[at + 2]];
  if (opens === undefined || opens.digits !== 4 || first < OLDEST_IN_SPANS || first > 2100) return null;
  if (!/^[-~–至到]$/.test(wordAt(reading, at + 1)) || end === undefined || end.number === null) return null;
  if (/[\w.,:/#-]/.test(reading.text.charAt(opens.start - 1)) || !touches(reading, at + 1)) return null;
  const last = end.digits === 2 ? 100 * Math.floor(first / 100) + end.number : end.digits === 4 ? end.number : 0;
  if (last <= first || last > 2100 || last - first > MOST_YEARS) return null;
  const chinese = wordAt(reading, at + 3) === '年';
  if (!chinese && follows(reading, at + 3, /[-/.,:]?\d|[a-z%¥$€£万亿元]/iy)) return null;
  const told = BEFORE_YEAR.has(wordAt(reading, at - 1)) || /^(?:the|of the|\()$/.test(wordAt(reading, at - 1));
  if (!chinese && !(told && !follows(reading, at + 3, YEAR_BEFORE_NOUN) && (end.digits === 4 || first < 2000)))
    return null;
  // 2026-12 is a month.
  if (end.digits === 2 && end.number <= 12) return null;
  const to = chinese ? at + 4 : at + 3;
  return { from: at, to, day: yearPhrase(first), until: { from: at + 2, to, day: yearPhrase(last) } };
}

/** In '98, summer of '05. */
function shortYear(reading: Reading, at: number): Atom | null {
  if (reading.tokens[at]?.digits !== 2 || wordAt(reading, at - 1) !== "'" || !touches(reading, at)) return null;
  const value = numberAt(reading, at);
  const told = /^(?:in|of|since|until|till|by|summer|spring|fall|winter|autumn)$/.test(wordAt(reading, at - 2));
  if (!told || follows(reading, at + 1, /[a-z\d.,%]/iy)) return null;
  return { from: at, to: at + 1, day: yearPhrase(value > 40 ? 1900 + value : 2000 + value) };
}

function oneYear(reading: Reading, at: number): Atom | null {
  const value = numberAt(reading, at);
  if (reading.tokens[at]?.digits !== 4 || value < 1000 || value > 2100) return null;
  if (follows(reading, at + 1, /[-/.,:]?\d|[a-z%¥$€£万亿元年]/iy)) return null;
  if (at > 0 && !reading.tokens[at]?.spaced) return null;
  const told =
    value >= OF_OUR_TIME
      ? BEFORE_YEAR.has(wordAt(reading, at - 1)) ||
        wordAt(reading, at - 1).endsWith(' of') ||
        (/^(?:|the|[.,;!?])$/.test(wordAt(reading, at - 1)) && follows(reading, at + 1, AFTER_YEAR))
      : isOldYear(reading, at, value);
  return !told || follows(reading, at + 1, YEAR_BEFORE_NOUN) ? null : { from: at, to: at + 1, day: yearPhrase(value) };
}

function isOldYear(reading: Reading, at: number, value: number): boolean {
  const word = wordAt(reading, at - 1);
  if (!OLD.test(word) || !isYearHere(reading, at, value >= 1900 ? 1899 : value)) return false;
  if (/^(?:in|since|circa|during)$/.test(word)) return true;
  const start = reading.tokens[at]?.start ?? 0;
  return value >= OLDEST_IN_SPANS && !FIGURES.test(reading.text.slice(Math.max(0, start - 50), start));
}
