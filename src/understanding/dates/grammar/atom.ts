import type { Direction, Recurrence } from '../date-mention.ts';
import type { DayPhrase } from '../day-phrase.ts';
import type { DayPart, LengthUnit } from '../words/meaning.ts';
import type { Token } from '../words/tokens.ts';

/** A time on the clock as said. */
export interface Clock {
  readonly hour: number;
  /** Below zero before the hour: quarter to eight is 8 and −15, so that the hour said decides on morning or afternoon. */
  readonly minute: number;
  /** am or pm was said. */
  readonly half: 'am' | 'pm' | null;
  /** Written in the 24 hour way (08:30, 14:00): it is not moved into the afternoon. */
  readonly exact: boolean;
  /** Minutes were said: 3:00 and 3点半, but not 3点. */
  readonly fine: boolean;
}

/** A length of time: 三天, two weeks; `max` where two numbers were said (三四天). */
export interface Length {
  readonly amount: number;
  readonly max: number | null;
  readonly unit: LengthUnit;
}

/** A piece of an expression, over the tokens `[from, to)`; pieces that stand together are joined. */
export interface Atom {
  readonly from: number;
  readonly to: number;
  readonly day?: DayPhrase;
  readonly part?: DayPart;
  readonly clock?: Clock;
  /** The zone said with the clock: minutes ahead of UTC, or an IANA name. */
  readonly zone?: string | number;
  /** The end of a span: 3点到5点, 周一到周三. */
  readonly until?: Atom;
  readonly length?: Length;
  /** Minutes from the moment of the message: in two hours. */
  readonly minutes?: number;
  /** Where `minutes` begins a stretch, its end: the past two hours. */
  readonly minutesEnd?: number;
  readonly direction?: Direction;
  readonly recurrence?: Recurrence;
}

/** What the grammar reads: the text, its tokens, and how a numeric date is written where the sender is. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly monthFirst: boolean;
  /** Whether words too vague to date anything by are read: 现在, 几天前, a few days ago. */
  readonly vague: boolean;
  readonly workRegion: 'CN' | 'none';
}

/** A rule reads a piece at a token, or null. It looks at a bounded number of tokens. */
export type Rule = (reading: Reading, at: number) => Atom | null;

/** The lower-case text of the token `steps` from `at`, empty outside. */
export function wordAt({ tokens }: Reading, at: number): string {
  return tokens[at]?.text ?? '';
}

/** The token touches the one before it. */
export function touches({ tokens }: Reading, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && at > 0 && !token.spaced;
}

/** Meaning of a kind at a token. */
export function meaningAt<Kind extends NonNullable<Token['meaning']>['is']>(
  { tokens }: Reading,
  at: number,
  kind: Kind,
): Extract<NonNullable<Token['meaning']>, { is: Kind }> | null {
  const meaning = tokens[at]?.meaning;
  return meaning?.is === kind ? (meaning as Extract<NonNullable<Token['meaning']>, { is: Kind }>) : null;
}

/** A whole number at a token: digits, a Chinese numeral or an English number word; negative for none. */
export function numberAt({ tokens }: Reading, at: number): number {
  const token = tokens[at];
  if (token === undefined) return -1;
  if (token.number !== null && token.meaning?.is !== 'other') return token.number;
  return token.meaning?.is === 'number' ? token.meaning.value : -1;
}

/** Whether the text right after the token matches (a sticky pattern). */
export function follows({ text, tokens }: Reading, to: number, pattern: RegExp): boolean {
  const end = tokens[to - 1]?.end ?? 0;
  pattern.lastIndex = end;
  return pattern.test(text);
}
