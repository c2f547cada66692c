import type { ClauseSense } from './clause-sense.ts';
import type { Reading } from './reading.ts';

/** 每天早上9点半提醒我: the next day and clock time of what comes round at a told time, null where none does. */
export function nextRound(
  { skeleton, today, minute }: Reading,
  { clause }: ClauseSense,
): { date: string; time: string } | null {
  for (let at = clause.start; at < clause.end; at++) {
    const token = skeleton.at.get(at);
    if (token?.kind !== 'day' || token.day.kind !== 'recurrence' || token.day.time === null) continue;
    const { recurrence, time } = token.day;
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    const isToday = recurrence?.unit === 'day' && recurrence.every === 1 && hours * 60 + minutes > minute;
    const day = isToday ? today : token.day.resolve('future')?.day;
    if (day !== undefined) return { date: day, time };
  }
  return null;
}
