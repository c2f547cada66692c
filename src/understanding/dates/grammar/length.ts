import { anchored, type DayPhrase, mapWindow } from '../day-phrase.ts';
import { shiftDay } from '../windows.ts';
import { workdayPhrase } from '../workday-phrase.ts';
import { type Atom, follows, type Length, meaningAt, numberAt, type Reading, type Rule, wordAt } from './atom.ts';
import { withLengthTail } from './length-tail.ts';
import { type Measured, measure } from './measure.ts';

/** Lengths of time and what is counted off by them: 三天后, in two weeks, 5个工作日内, 3 days ago, 最近一个月, 40分钟. */
export const lengthExpression: Rule = (reading, at) => prefixed(reading, at) ?? suffixed(reading, at);

/** in 3 days, within two weeks, 过三天, 再过一周, the next 5 days, 最近三天. */
function prefixed(reading: Reading, at: number): Atom | null {
  const word = wordAt(reading, at);
  const lead = leadAt(reading, at);
  let next = lead + 1;
  const span = meaningAt(reading, lead, 'span') ?? shiftSpan(reading, lead);
  const onward =
    (word === 'in' && lead === at && !isAge(reading, at)) ||
    (word === '过' && !/[超经通跟见聊]/.test(wordAt(reading, at - 1))) ||
    word === '再' ||
    word === '隔' ||
    isLeft(reading, at);
  const within = meaningAt(reading, at, 'direction');
  const counted = within?.side === 'before' && (word === 'within' || word === 'after');
  const before = word === '前' || word === '后' ? besideSpan(reading, at) : null;
  if (span === null && !onward && !counted && before === null) return null;
  if (onward && ((word === '再' && wordAt(reading, next) === '过') || word === '还')) next++;
  if (word === 'in' && lead === at && /^(?:about|around|like|just|another|the)$/.test(wordAt(reading, next))) next++;
  else if (word === 'within' && wordAt(reading, next) === 'the')
    next += meaningAt(reading, next + 1, 'shift') === null ? 1 : 2;
  const length = measure(reading, next);
  if (length === null) return null;
  const stretch = span?.steps ?? before;
  if (stretch !== null && stretch !== undefined) return stretched(reading, at, length, stretch);
  const idle = word === 'in' ? idleTime(reading, length.to) : length.to;
  if (word === '还' && !follows(reading, length.to, THEN)) return null;
  if (idle > length.to) return offset(reading, at, idle, length, 1, 'at');
  if (follows(reading, length.to, /['’]|\s*-/y)) return null;
  const tail = meaningAt(reading, length.to, 'direction');
  const to =
    tail?.side === 'after' && (tail.direction === 'after' || tail.direction === 'within') ? length.to + 1 : length.to;
  return offset(reading, at, to, length, 1, word === 'within' ? 'within' : 'at');
}

/** 还有三天就到期了: what comes then is told behind. */
const THEN = /\s?(?:就|才|便|到期|到(?!了)|截止|结束|过期|开[会赛幕学业]|放假|过年|出发|[考婚])/y;

function isLeft(reading: Reading, at: number): boolean {
  return wordAt(reading, at) === '还' && /^[有剩]$/.test(wordAt(reading, at + 1));
}

/** In six weeks' time. */
function idleTime(reading: Reading, to: number): number {
  if (!/^['’]$/.test(wordAt(reading, to))) return to;
  const next = wordAt(reading, to + 1) === 's' ? to + 2 : to + 1;
  return wordAt(reading, next) === 'time' ? next + 1 : to;
}

const BEFORE_STRETCH = new Set(['in', 'for', 'over', 'during', 'within']);

/** The past three days, in the last two weeks, within the next month: where the word stands that says past or next. */
function leadAt(reading: Reading, at: number): number {
  let lead = at;
  if (BEFORE_STRETCH.has(wordAt(reading, lead))) lead++;
  if (wordAt(reading, lead) === 'the') lead++;
  return lead > at && meaningAt(reading, lead, 'shift') !== null ? lead : at;
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
      wordAt(reading, at + 1) !== 'few' &&
      wordAt(reading, at + 1) !== 'decade')
  )
    return null;
  return { steps: shift.steps > 0 ? 1 : -1 };
}

/** 前三天 and 后两天 as stretches, but not in 国庆前三天, where 前 belongs to the day before it. */
function besideSpan(reading: Reading, at: number): -1 | 1 | null {
  const meaning = reading.tokens[at - 1]?.meaning ?? null;
  const dated = meaning !== null && meaning.is !== 'other' && meaning.is !== 'direction';
  if (dated || /^[号日月年底末初前后以之天周期]$/.test(wordAt(reading, at - 1))) return null;
  return wordAt(reading, at) === '前' ? -1 : 1;
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
  if (word === 'later' || word === 'hence' || word === 'out')
    return word !== 'out' ? offset(reading, at, to + 1, length, 1, 'at') : null;
  // See you a week today; not: we have been open a week today.
  if (length.unit === 'week' && /^(?:today|tomorrow)$/.test(word) && !isElapsed(reading, at)) {
    return offset(
      reading,
      at,
      to + 1,
      word === 'today' ? length : { ...length, amount: 7 * length.amount + 1, unit: 'day' },
      1,
      'at',
    );
  }
  if (word === 'from' && /^(?:now|today)$/.test(wordAt(reading, to + 1)))
    return offset(reading, at, to + 2, length, 1, 'at');
  return { from: at, to, length };
}

const ELAPSED = /\b(?:been|for|is|was|it's|took|lasts?|lasted|has|have|worked|only|just|than|takes?)\s+(?:\w+\s+)?$/i;

function isElapsed({ text, tokens }: Reading, at: number): boolean {
  const start = tokens[at]?.start ?? 0;
  return ELAPSED.test(text.slice(Math.max(0, start - 24), start));
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
  return withLengthTail(reading, { from, to, direction, day: { ...day, due: (window) => window.last } }, length);
}

/** 最近三天, the past week, next 5 days: a stretch that ends today, or begins tomorrow; of hours and minutes, from now. */
function stretched(reading: Reading, from: number, length: Measured, steps: -1 | 1): Atom | null {
  const { unit, amount } = length;
  if (unit === 'hour' || unit === 'minute' || unit === 'second') {
    const minutes = Math.round(unit === 'hour' ? amount * 60 : unit === 'minute' ? amount : amount / 60);
    return { from, to: length.to, minutes: Math.min(0, steps * minutes), minutesEnd: Math.max(0, steps * minutes) };
  }
  if (unit === 'workday') {
    const run = workdayPhrase(reading.workRegion, steps * amount, true);
    const day = mapWindow(run, 'range', ({ first, last }) =>
      steps > 0 ? { first: first + 1, last } : { first, last },
    );
    return { from, to: length.to, day: { ...day, due: (window) => (steps > 0 ? window.last : window.first) } };
  }
  const day = anchored('range', (today) => {
    const far = shiftDay(today, unit, steps * amount);
    return steps > 0 ? { first: today + 1, last: far } : { first: far, last: today };
  });
  return { from, to: length.to, day: { ...day, due: (window) => (steps > 0 ? window.last : window.first) } };
}
