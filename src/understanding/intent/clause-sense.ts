import { parseDay } from '../../calendar/days.ts';
import type { DateMention } from '../dates/date-mention.ts';
import type { MoneyMention } from '../money/find-money.ts';
import type { Clause } from './clauses.ts';
import type { Reading } from './reading.ts';
import type { Token } from './skeleton.ts';
import { speakerAt } from './speech.ts';
import { CLOSING, NOT_SO, OUR_PAPERWORK } from './words/deal-words.ts';
import { APPOINTMENT, PLEDGE, REQUEST, WANT } from './words/step-words.ts';
import { AWAITED, CONDITION, CORRECTION, HAS_HAPPENED, IS_TO_COME, NOT_TO_DO } from './words/tense-words.ts';

/** What kind of saying a clause is, by its own words. */
export interface ClauseSense {
  clause: Clause;
  conditional: boolean;
  /** Says that a thing is not to be done. */
  dropped: boolean;
  /** Denies what it speaks of: 还没签. */
  denied: boolean;
  happened: boolean;
  toCome: boolean;
  /** Awaits a signing or the customer's order. */
  closing: boolean;
  /** Speaks of what is expected or put off. */
  awaited: boolean;
  /** What it says of days and sums, without what the message itself takes back; `at` counts from the clause's start. */
  days: { at: number; day: DateMention }[];
  sums: { at: number; sum: MoneyMention }[];
  /** Who says it in a pasted chat; null in the person's own words. */
  speaker: 'us' | 'them' | null;
}

/** How far behind a value its correction may follow. */
const CORRECTED_WITHIN = 24;

/** 如果三个都做能到90万: the condition and what hangs on it stand in one clause, and the next tells of something else. */
const HAS_CONSEQUENCE = /(?:如果|要是|假如|一旦|只要)[^,，]{3,}(?:能到|就|才|可以|会)/u;
/** 价格能降, 他们就签 */
const THEN = /^[^,，]{0,4}(?:就|才|便|那)/u;

/** The senses of all clauses; a condition at a clause's head (如果批下来,) holds for the next clause of its sentence. */
export function senseClauses(reading: Reading): ClauseSense[] {
  const takenBack = valuesTakenBack(reading);
  let opened: Clause | null = null;
  return reading.clauses.map((clause, index) => {
    const text = clause.text;
    const condition = CONDITION.exec(text);
    const beside = opened !== null && opened === reading.clauses[index - 1] && opened.sentence === clause.sentence;
    const follows = beside && (THEN.test(text) || !HAS_CONSEQUENCE.test(opened?.text ?? ''));
    opened = condition && condition.index <= 6 ? clause : null;
    const days: ClauseSense['days'] = [];
    const sums: ClauseSense['sums'] = [];
    for (let at = clause.start; at < clause.end; at++) {
      const token = reading.skeleton.at.get(at);
      if (token?.kind === 'day' && !takenBack.has(token) && token.day.kind !== 'recurrence')
        days.push({ at: at - clause.start, day: token.day });
      if (token?.kind === 'sum' && !takenBack.has(token)) sums.push({ at: at - clause.start, sum: token.sum });
    }
    return {
      clause,
      conditional: condition !== null || follows,
      dropped: NOT_TO_DO.test(text),
      denied: NOT_SO.test(text),
      happened: HAS_HAPPENED.test(text),
      toCome:
        IS_TO_COME.test(text) || REQUEST.test(text) || WANT.test(text) || PLEDGE.test(text) || APPOINTMENT.test(text),
      closing: CLOSING.test(text) && !OUR_PAPERWORK.test(text),
      awaited: AWAITED.test(text),
      days,
      sums,
      speaker: speakerAt(reading.speech, clause.start),
    };
  });
}

/** Values that the message corrects in passing (Monday, sorry, Tuesday) or denies (not 250). */
export function valuesTakenBack({ skeleton }: Reading): Set<Token> {
  const back = new Set<Token>();
  const last = new Map<Token['kind'], { at: number; token: Token }>();
  const places = [...skeleton.at].sort(([a], [b]) => a - b);
  for (const [at, token] of places) {
    if (token.kind !== 'day' && token.kind !== 'sum') continue;
    const denied = /(?:不是|并非|而不是|(?<![\p{L}])not)\s*$/u.test(skeleton.text.slice(Math.max(0, at - 6), at));
    const before = last.get(token.kind);
    // 昨天八点,不对,八点半: the clock alone is corrected, and the day stands.
    const clockOnly = token.kind === 'day' && token.day.kind === 'clock' && isDated(before?.token);
    if (denied) back.add(token);
    else if (
      before &&
      !clockOnly &&
      at - before.at <= CORRECTED_WITHIN &&
      CORRECTION.test(skeleton.text.slice(before.at + 1, at))
    )
      back.add(before.token);
    last.set(token.kind, { at, token });
  }
  return back;
}

function isDated(token: Token | undefined): boolean {
  return token?.kind === 'day' && token.day.kind === 'date';
}

/** Whether an expression can only mean a day that has gone by. */
export function isPast(day: DateMention, today: string): boolean {
  const future = day.resolve('future');
  return future !== null && future.day < today;
}

/** Whether a day has nothing to do with what is going on now: last year, in 2024. */
export function isLongAgo(day: string | undefined, today: string): boolean {
  return day !== undefined && parseDay(today) - parseDay(day) > HALF_A_YEAR;
}
/** In days. */
const HALF_A_YEAR = 180;

/** Whether it can only mean a day still to come. */
export function isFuture(day: DateMention, today: string): boolean {
  const past = day.resolve('past');
  return past !== null && past.day > today;
}

/** Whether it is a due day by its form (周五前, within, after) or by its place in time. */
export function isDue(day: DateMention, today: string): boolean {
  return (
    !isPast(day, today) &&
    (isFuture(day, today) || day.direction === 'by' || day.direction === 'within' || day.direction === 'after')
  );
}

/** 12月5号 without a year, said in November: the one to come, not the one of last year. */
export function isRatherAhead(day: DateMention, today: string): boolean {
  const [past, future] = [day.resolve('past')?.day, day.resolve('future')?.day];
  if (
    /\d{4}|last|去年/iu.test(day.text) ||
    (day.monthDay?.year ?? null) !== null ||
    past === undefined ||
    future === undefined
  )
    return false;
  const now = parseDay(today);
  return parseDay(future) >= now && parseDay(future) - now <= SOON && now - parseDay(past) > LONG_AGO;
}
/** In days. */
const SOON = 60;
const LONG_AGO = 270;
