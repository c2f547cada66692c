import { type Atom, follows, meaningAt, numberAt, type Reading, wordAt } from './atom.ts';
import { clockAt, halfAt } from './clock-parts.ts';

const AFTER_HOUR =
  /\s*(?:$|[.,;!?)\n]|on\b|tomorrow|tmrw|today|tonight|with\b|w\/|w\b|and\b|to\b|for\b|in the\b|sharp|re\b|about\b|then\b|so\b|but\b|next\b|this\b|mon|tue|wed|thu|fri|sat|sun|his\b|her\b|their\b|our\b|please|pls|if\b|because|[-–—]|his|local|he\b|she\b|they\b|we\b|i\b)/y;
const NO_HOUR =
  /[.,:/]\d|\s*(?:%|k\b|m\b|mil|percent|usd|eur|gbp|dollars?|euros?|pounds?|users?|seats?|sites?|units?|people)/y;
const BEFORE_CLOCK = /^(?:at|@|by|until|till|from|around|about|before|after|past|for|between)$/;
const BEHIND_CLOCK =
  /\s*(?:a\.?m\b|p\.?m\b|in the (?:morning|afternoon|evening)|at night|tonight|tomorrow|today|sharp|on (?:mon|tue|wed|thu|fri|sat|sun)|$|[.,;!?)])/iy;
const COUNTED_NEXT =
  /\s*(?:-|%|\/|[a-z]*(?:people|minutes|mins|hours|days|weeks|months|years|percent|dollars|euros|pounds|units|times|of\b))/iy;
const MINUTE_TENS: Readonly<Record<string, number>> = { twenty: 20, thirty: 30, forty: 40, fifty: 50 };

/** English clock times in words: half past 3, quarter to nine, ten thirty, half seven, 0600 hours, at 3. */
export function spokenClock(reading: Reading, at: number): Atom | null {
  return (
    pastOrTo(reading, at) ??
    halfSeven(reading, at) ??
    hourAndMinutes(reading, at) ??
    fourDigits(reading, at) ??
    bareHour(reading, at)
  );
}

/** Whether the words around speak for a clock: a word such as at before it, or am, tonight or the end behind it. */
function isClockHere(reading: Reading, at: number, to: number, plain = false): boolean {
  if (/^(?:from|between)$/.test(wordAt(reading, at - 1)) || follows(reading, to, COUNTED_NEXT)) return false;
  return plain || BEFORE_CLOCK.test(wordAt(reading, at - 1)) || follows(reading, to, BEHIND_CLOCK);
}

/** British: half seven is 7:30. */
function halfSeven(reading: Reading, at: number): Atom | null {
  const hour = wordAt(reading, at) === 'half' ? numberAt(reading, at + 1) : -1;
  if (hour < 1 || hour > 12 || (reading.tokens[at + 1]?.digits ?? 0) > 2) return null;
  const told =
    BEFORE_CLOCK.test(wordAt(reading, at - 1)) ||
    follows(reading, at + 2, BEHIND_CLOCK) ||
    wordAt(reading, at + 2) === 'at';
  return told && !follows(reading, at + 2, COUNTED_NEXT) ? { from: at, to: at + 2, clock: clockAt(hour, 30) } : null;
}

/** ten thirty, seven fifteen pm, six oh five, five forty five: an hour and minutes in words. */
function hourAndMinutes(reading: Reading, at: number): Atom | null {
  const hour = meaningAt(reading, at, 'number')?.value ?? 0;
  if (hour < 1 || hour > 12) return null;
  const minutes = spelledMinutes(reading, wordAt(reading, at + 1) === '-' ? at + 2 : at + 1);
  if (minutes === null || !isClockHere(reading, at, minutes.to)) return null;
  // Seven Eleven, nine ten: two small numbers beside each other need a word that goes with clocks.
  if (
    minutes.value < 20 &&
    minutes.value !== 15 &&
    !BEFORE_CLOCK.test(wordAt(reading, at - 1)) &&
    follows(reading, minutes.to, /\s*(?:$|[.,;!?)])/y)
  )
    return null;
  const half = halfAt(reading, minutes.to);
  return { from: at, to: half?.to ?? minutes.to, clock: { ...clockAt(hour, minutes.value), half: half?.half ?? null } };
}

function spelledMinutes(reading: Reading, at: number): { value: number; to: number } | null {
  const word = wordAt(reading, at);
  if (word === 'oh' || word === 'o') {
    const small = meaningAt(reading, at + 1, 'number')?.value ?? 0;
    return small >= 1 && small <= 9 ? { value: small, to: at + 2 } : null;
  }
  const tens = MINUTE_TENS[word];
  if (tens !== undefined) {
    const next = wordAt(reading, at + 1) === '-' ? at + 2 : at + 1;
    const small = meaningAt(reading, next, 'number')?.value ?? 0;
    return small >= 1 && small <= 9 ? { value: tens + small, to: next + 1 } : { value: tens, to: at + 1 };
  }
  const value = meaningAt(reading, at, 'number')?.value ?? 0;
  return value >= 10 && value <= 19 ? { value, to: at + 1 } : null;
}

/** 0600 hours, 1430h, at 0830. */
function fourDigits(reading: Reading, at: number): Atom | null {
  const token = reading.tokens[at];
  if (token === undefined || token.digits !== 4 || token.number === null) return null;
  const [hour, minute] = [Math.floor(token.number / 100), token.number % 100];
  if (hour > 23 || minute > 59) return null;
  const named = /^(?:hours|hrs|hr|h)$/.test(wordAt(reading, at + 1));
  const told =
    /^(?:at|@)$/.test(wordAt(reading, at - 1)) &&
    token.text.startsWith('0') &&
    !follows(reading, at + 1, /[\d.,:/%-]/y);
  if (!named && !told) return null;
  return { from: at, to: named ? at + 2 : at + 1, clock: { hour, minute, half: null, exact: true, fine: true } };
}

/** 7 tomorrow morning, 5 this afternoon. */
function dayPartFollows(reading: Reading, at: number): boolean {
  const day = meaningAt(reading, at, 'day') !== null || meaningAt(reading, at, 'shift')?.steps === 0;
  return day && meaningAt(reading, at + 1, 'part') !== null;
}

/** half past 3, quarter to 4, ten past two, 20 to 5. */
function pastOrTo(reading: Reading, at: number): Atom | null {
  const start = wordAt(reading, at) === 'a' ? at + 1 : at;
  const word = wordAt(reading, start);
  const amount = word === 'half' ? 30 : word === 'quarter' ? 15 : numberAt(reading, start);
  if (amount < 1 || amount > 30) return null;
  const unit = wordAt(reading, start + 1).startsWith('min') ? start + 2 : start + 1;
  const side = wordAt(reading, unit);
  const hour = numberAt(reading, unit + 1);
  if (amount < 1 || amount > 30 || hour < 1 || hour > 12 || (side !== 'past' && side !== 'to')) return null;
  if (side === 'to' && word !== 'quarter' && !(amount % 5 === 0 && isClockHere(reading, at, unit + 2, amount >= 20)))
    return null;
  if (follows(reading, unit + 2, NO_HOUR)) return null;
  const half = halfAt(reading, unit + 2);
  const clock = { ...clockAt(hour, side === 'past' ? amount : -amount), half: half?.half ?? null };
  return { from: at, to: half?.to ?? unit + 2, clock };
}

/** at 3, @ 9, around 10: a bare number after a word that goes with clock times. */
function bareHour(reading: Reading, at: number): Atom | null {
  const token = reading.tokens[at];
  const hour = numberAt(reading, at);
  if (token === undefined || hour < 1 || hour > 12 || token.digits > 2) return null;
  const before = wordAt(reading, at - 1);
  const inThe =
    wordAt(reading, at + 1) === 'in' &&
    wordAt(reading, at + 2) === 'the' &&
    meaningAt(reading, at + 3, 'part') !== null;
  const tonight = meaningAt(reading, at + 1, 'part')?.offset === 0 || dayPartFollows(reading, at + 1);
  if (!inThe && !tonight) {
    if (isDueHour(reading, at)) return { from: at, to: at + 1, clock: clockAt(hour, 0) };
    if (before !== 'at' && before !== '@') return null;
    if (!follows(reading, at + 1, AFTER_HOUR) && meaningAt(reading, at + 1, 'part') === null) return null;
  }
  if (follows(reading, at + 1, NO_HOUR)) return null;
  return { from: at, to: at + 1, clock: clockAt(hour, 0) };
}

const DUE = /^(?:by|until|till|before|after)$/;
const DUE_ENDS =
  /\s*(?:$|[.,;!?)\n]|(?:today|tomorrow|tmrw|tonight|sharp|please|pls|latest|so|because|if|on (?:mon|tue|wed|thu|fri|sat|sun)\w*)\b)/iy;
/** Up by 5, divided by 5, beaten by 5: an amount. */
const AMOUNT =
  /\b(?:up|down|\w*creas\w*|r[io]se|rising|risen|f[ae]ll\w*|gr[eo]w\w*|cut|drop\w*|raise\w*|reduc\w*|chang\w*|multipl\w*|divid\w*|times|w[io]n|lost|lose|lead|leads|led|beat\w*|miss\w*|off|ahead|behind|short|over|exceed\w*|mov\w*|shift\w*|extend\w*|scor\w*|outnumber\w*|count\w*|number|page|chapter|step|row|level|round)\b[^.;,\n]{0,16}$/i;

/** by 5, until 6 at the end of what is said: an hour, unless an amount is told. */
function isDueHour(reading: Reading, at: number): boolean {
  if (!DUE.test(wordAt(reading, at - 1)) || !follows(reading, at + 1, DUE_ENDS)) return false;
  const start = reading.tokens[at]?.start ?? 0;
  return !AMOUNT.test(reading.text.slice(Math.max(0, start - 40), start).replace(/\w+\s*$/, ''));
}
