import { dayOfMonthPhrase, monthDayPhrase, monthPhrase, refine, yearPhrase } from '../day-phrase.ts';
import { type Atom, follows, meaningAt, numberAt, type Reading, type Rule, touches, wordAt } from './atom.ts';

const ORDINAL_ENDING = /^(?:st|nd|rd|th)$/;
const BEFORE_MONTH = new Set(
  'in by for since until till of last next this early mid late before after from to during through and or - / every each'.split(
    ' ',
  ),
);
const BEFORE_DAY = new Set('on by before after until till since from to and due than of through - & or'.split(' '));
const COUNTED_THING =
  /[ -](?:floor|street|st\b|avenue|ave\b|party|time|call|meeting|round|gen|generation|edition|version|draft|option|place|phase|stage|site|team|grade|person|customer|client|year|quarter|month|week|day|anniversary|birthday|visit|demo|attempt|line|paragraph|point|item|class|wave|batch|half|most|largest|biggest|century|amendment|order|one|of the|step|part|level|tier|choice|invoice|quote|proposal|follow|reminder|contact|thing|person|place|seed|row|floor|lane|district|ward|hole|inning|symphony|edition|chapter|episode|season)/iy;
const AFTER_BARE_ORDINAL =
  /\s*(?:$|[.,;!?)\n]|at\b|and\b|or\b|with\b|w\/|of (?:next|this|last|the|each|every) month|so\b|but\b|then\b|if\b|please|pls|for\b|to\b|works|latest|is\b|was\b|we\b|i\b|he\b|she\b|they\b|-|–|@|\d)/y;
const OF_MONTH = / of (?:next|this|last|the|each|every) month/iy;
const UNIT_AFTER = /\s*(?:%|k\b|m\b|[a-z]+\b(?!\s*,?\s*\d{4}))/y;

/** Dec 5, 5th of December 2026, Dec 1-5, in May, the 20th. */
export const englishMonthDay: Rule = (reading, at) =>
  monthThenDay(reading, at) ?? dayThenMonth(reading, at) ?? ordinalDay(reading, at);

/** Dec 5(th), December 5 2026, Dec 1-5, December 2026, in May. */
function monthThenDay(reading: Reading, at: number): Atom | null {
  const month = meaningAt(reading, at, 'month');
  if (
    month === null ||
    /\p{Script=Latin}/u.test(reading.text.charAt((reading.tokens[at]?.start ?? 0) - 1)) ||
    follows(reading, at + 1, /['’]s/y)
  )
    return null;
  let next = at + 1;
  if (wordAt(reading, next) === '.' && wordAt(reading, at).length <= 4) next++;
  if (wordAt(reading, next) === 'the' || (/^[-/]$/.test(wordAt(reading, next)) && touches(reading, next))) next++;
  const day = dayNumberAt(reading, next);
  if (day === null || (reading.tokens[next]?.text.length ?? 0) > 12)
    return monthAlone(reading, at, month.month, month.loose === true);
  const loneNumber =
    !day.ordinal && month.loose === true && !/[A-Z]/.test(reading.text.charAt(reading.tokens[at]?.start ?? 0));
  if (loneNumber && follows(reading, day.to, UNIT_AFTER) && !BEFORE_MONTH.has(wordAt(reading, at - 1))) return null;
  const year = yearAt(reading, day.to);
  const to = year?.to ?? day.to;
  const atom: Atom = { from: at, to, day: monthDayPhrase(month.month, day.value, year?.value ?? null) };
  return withEndDay(reading, atom, day.value);
}

/** Dec 1-5, Dec 1 to 5: the second number is a day of the same month. */
function withEndDay(reading: Reading, atom: Atom, first: number): Atom {
  if (!/^(?:-|~|to|through|thru|until)$/.test(wordAt(reading, atom.to))) return atom;
  const last = dayNumberAt(reading, atom.to + 1);
  if (
    last === null ||
    last.value <= first ||
    follows(reading, last.to, /[:/.]\d|\s*(?:am|pm|k\b|%)|\d/y) ||
    meaningAt(reading, last.to, 'month') !== null
  )
    return atom;
  const year = atom.day?.monthDay?.year == null ? yearAt(reading, last.to) : null;
  const to = year?.to ?? last.to;
  const month = atom.day?.monthDay?.month ?? 0;
  const day = year === null ? atom.day : monthDayPhrase(month, first, year.value);
  return {
    ...atom,
    ...(day === undefined ? {} : { day }),
    to,
    until: { from: atom.to + 1, to, day: dayOfMonthPhrase(last.value) },
  };
}

function monthAlone(reading: Reading, at: number, month: number, loose: boolean): Atom | null {
  const year = yearAt(reading, at + 1);
  if (year !== null)
    return { from: at, to: year.to, day: refine(yearPhrase(year.value), monthPhrase(month)) ?? monthPhrase(month) };
  if (loose && !isMonthHere(reading, at)) return null;
  return { from: at, to: at + 1, day: monthPhrase(month) };
}

/** Whether may, march, jan, june … mean the month where they stand alone: after a word that goes with months, or as March and May in mid-sentence. */
function isMonthHere(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  const before = wordAt(reading, at - 1);
  const capital = /[A-Z]/.test(reading.text.charAt(token?.start ?? 0));
  if (before === '' && wordAt(reading, at + 1) === '') return true;
  // Jan-Mar, Jan to March.
  if (/^(?:-|to|through|thru|–)$/.test(wordAt(reading, at + 1)) && meaningAt(reading, at + 2, 'month') !== null)
    return true;
  // Talk to June: a first name, where no other month stands before.
  if (before === 'to' && meaningAt(reading, at - 2, 'month') === null && numberAt(reading, at - 2) < 0) return false;
  if (BEFORE_MONTH.has(before)) return capital || !/^(?:and|or|to|-|\/)$/.test(before);
  return capital && before !== '' && !/^[.!?]$/.test(before) && /^(?:march|may)$/.test(token?.text ?? '');
}

/** 5 Dec, 5th of December 2026, 1-5 Dec. */
function dayThenMonth(reading: Reading, at: number): Atom | null {
  const from = wordAt(reading, at) === 'the' ? at + 1 : at;
  const day = dayNumberAt(reading, from);
  if (day === null || /[\d.,/:-]/.test(reading.text.charAt((reading.tokens[from]?.start ?? 0) - 1))) return null;
  let next = day.to;
  const range = /^(?:-|to|and|&)$/.test(wordAt(reading, next)) ? dayNumberAt(reading, next + 1) : null;
  if (range !== null && range.value > day.value) next = range.to;
  if (wordAt(reading, next) === 'of' || wordAt(reading, next) === '-') next++;
  const month = meaningAt(reading, next, 'month');
  if (month === null) return null;
  if (
    month.loose === true &&
    wordAt(reading, next) === 'may' &&
    !day.ordinal &&
    wordAt(reading, next - 1) !== 'of' &&
    !/[A-Z]/.test(reading.text.charAt(reading.tokens[next]?.start ?? 0)) &&
    !BEFORE_DAY.has(wordAt(reading, at - 1))
  )
    return null;
  if (wordAt(reading, next + 1) === '.' && wordAt(reading, next).length <= 4 && numberAt(reading, next + 2) > 1900)
    next++;
  const year = yearAt(reading, next + 1);
  const to = year?.to ?? next + 1;
  const atom: Atom = { from: at, to, day: monthDayPhrase(month.month, day.value, year?.value ?? null) };
  if (range === null || range.value <= day.value) return atom;
  return { ...atom, until: { from: at, to, day: dayOfMonthPhrase(range.value) } };
}

/** The 20th, by 5th: a bare ordinal is a day only after a word that goes with days, or where nothing follows that it could count. */
function ordinalDay(reading: Reading, at: number): Atom | null {
  const from = wordAt(reading, at) === 'the' ? at + 1 : at;
  const day = dayNumberAt(reading, from);
  if (day === null || !day.ordinal) return null;
  const afterWeekday = meaningAt(reading, at - 1, 'weekday') !== null;
  const spelled = (reading.tokens[from]?.digits ?? 0) === 0;
  if (spelled && !(from > at && afterWeekday) && !follows(reading, day.to, OF_MONTH)) return null;
  const afterDay = BEFORE_DAY.has(wordAt(reading, at - 1)) || afterWeekday;
  const ofMonth = follows(reading, day.to, OF_MONTH);
  if (from === at && !afterDay && !ofMonth) return null;
  if (follows(reading, day.to, COUNTED_THING)) return null;
  if (!afterDay && !follows(reading, day.to, AFTER_BARE_ORDINAL)) return null;
  return { from: at, to: day.to, day: dayOfMonthPhrase(day.value) };
}

/** Twenty-first, thirty first; and the second of May, May second: alone a second is a unit of time. */
function compoundOrdinal(reading: Reading, at: number): { value: number; to: number; ordinal: boolean } | null {
  const word = wordAt(reading, at);
  if (word === 'second') {
    const inMonth =
      meaningAt(reading, at - 1, 'month') !== null ||
      (wordAt(reading, at + 1) === 'of' && meaningAt(reading, at + 2, 'month') !== null);
    return inMonth ? { value: 2, to: at + 1, ordinal: true } : null;
  }
  if (word !== 'twenty' && word !== 'thirty') return null;
  const next = wordAt(reading, at + 1) === '-' ? at + 2 : at + 1;
  const unit = wordAt(reading, next) === 'second' ? 2 : (meaningAt(reading, next, 'ordinal')?.value ?? 0);
  const value = (word === 'twenty' ? 20 : 30) + unit;
  return unit < 1 || unit > 9 || value > 31 ? null : { value, to: next + 1, ordinal: true };
}

/** A day's number: 5, 5th, fifth; `to` is the token after it. */
export function dayNumberAt(reading: Reading, at: number): { value: number; to: number; ordinal: boolean } | null {
  const compound = compoundOrdinal(reading, at);
  if (compound !== null) return compound;
  const word = meaningAt(reading, at, 'ordinal');
  if (word !== null) return { value: word.value, to: at + 1, ordinal: true };
  const token = reading.tokens[at];
  if (token === undefined || token.number === null || token.digits === 0 || token.digits > 2) return null;
  if (token.number < 1 || token.number > 31) return null;
  if (touches(reading, at + 1) && ORDINAL_ENDING.test(wordAt(reading, at + 1)))
    return { value: token.number, to: at + 2, ordinal: true };
  const joined = touches(reading, at + 1) && /^[a-z%:]/.test(wordAt(reading, at + 1));
  return joined || follows(reading, at + 1, /[.,]\d/y) ? null : { value: token.number, to: at + 1, ordinal: false };
}

/** Nothing is counted behind it: May 24, 1883, when …; but May 24, 1500 people came. */
const NOTHING_COUNTED =
  /\s*(?:$|[.,;!?):\n-]|(?:in|at|by|to|and|or|until|till|was|were|is|when|with|for|after|before|that|as|from|on|the|he|she|they|it|of|but|through|has|had|saw|[a-z]+ed)\b)/iy;

/** A number of four digits that is a year: of our time by itself, of an older one where it counts nothing. */
export function isYearHere(reading: Reading, at: number, value: number): boolean {
  return value >= 1900 ? value <= 2100 : value >= 1000 && follows(reading, at + 1, NOTHING_COUNTED);
}

/** A year after a month, a day or a quarter: 2026, , 2026, '26. */
export function yearAt(reading: Reading, at: number): { value: number; to: number } | null {
  let next = at;
  if (/^[,/-]$/.test(wordAt(reading, next)) || wordAt(reading, next) === 'of') next++;
  const apostrophe = wordAt(reading, next) === "'";
  if (apostrophe) next++;
  const token = reading.tokens[next];
  if (token === undefined || token.number === null) return null;
  if (apostrophe && token.digits === 2) return { value: 2000 + token.number, to: next + 1 };
  if (token.digits !== 4 || token.number > 2100 || follows(reading, next + 1, /[,.:]?\d|[a-z%]/iy)) return null;
  return isYearHere(reading, next, token.number) ? { value: token.number, to: next + 1 } : null;
}
