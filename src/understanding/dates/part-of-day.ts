import { partMinutes } from './clock-time.ts';
import type { DateMention } from './date-mention.ts';
import type { DayPart } from './words/meaning.ts';

const PARTS: readonly [DayPart, RegExp][] = [
  ['morning', /一?大?清?早上?|上午|(?:early |late )?\bmorning\b|first thing/iu],
  ['noon', /中午|午饭时间?|\blunch ?time\b/iu],
  ['afternoon', /下午|午后|(?:early |late )?\bafternoon\b/iu],
  ['evening', /傍晚|晚上|晚|\bevening\b|\btonight\b/iu],
];

/** The part of the day that words name without a clock time (周五上午, Friday morning), as they say it. */
export interface PartSaid {
  words: string;
  /** In minutes since midnight; `to` is exclusive. */
  from: number;
  to: number;
}

/** Whether a clock time, `HH:mm`, lies in a part of the day. */
export const liesIn = (clock: string, { from, to }: PartSaid): boolean =>
  minutesOf(clock) >= from && minutesOf(clock) < to;

/** Null where a time names no part of the day, or the clock time too. */
export function partSaid({ text, time }: DateMention): PartSaid | null {
  if (time !== null) return null;
  for (const [part, words] of PARTS) {
    const said = words.exec(text)?.[0];
    if (said === undefined) continue;
    const [from, to] = partMinutes(part);
    return { words: said, from, to };
  }
  return null;
}

/** Minutes since midnight of a clock time, `HH:mm`. */
export function minutesOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}
