import { isWorkday, type WorkRegion } from '../calendar/work-calendar.ts';
import { type Day, EVENING, localDay, localMinute, MORNING, nextMorning } from './local-time.ts';

/** How many pushes a person gets in a day at most; the rest waits for the next morning. */
const DAILY_CAP = 6;
const WROTE_MS = 60_000;

/** `merged`: the morning's list; `timed`: a step whose own time was told; `other`: what somebody else's act makes due. */
export type PushKind = 'merged' | 'timed' | 'other';

/** What is known of the recipient at the moment. */
export interface Recipient {
  zone: string;
  region: WorkRegion;
  /** The pushes of the day on which the last one was sent. */
  pushed: { day: Day; count: number } | null;
  /** When the person last wrote to the bot. */
  wroteAt: Date | null;
}

/** `hold`: look again then; `morning`: it belongs into the next morning's list. */
export type PushPlan = { kind: 'now' } | { kind: 'hold'; until: Date } | { kind: 'morning'; at: Date };

/**
 * Whether a push may go to this person now. Every push passes here: nothing outside 09:00 to 18:30 or on a day off but a
 * step whose own time was told, at most six a day, none in the minute after the person wrote.
 */
export function planPush(kind: PushKind, { zone, region, pushed, wroteAt }: Recipient, now: Date): PushPlan {
  const day = localDay(now, zone);
  const minute = localMinute(now, zone);
  const atWork = isWorkday(day, region) && minute >= MORNING && minute < EVENING;
  const sent = pushed?.day === day ? pushed.count : 0;
  if ((kind !== 'timed' && !atWork) || sent >= DAILY_CAP)
    return { kind: 'morning', at: nextMorning(now, zone, region) };
  const free = wroteAt === null ? 0 : wroteAt.getTime() + WROTE_MS;
  // A minute is also the furthest that another process's clock may be ahead and still count as just written.
  if (free > now.getTime() && free <= now.getTime() + 2 * WROTE_MS) return { kind: 'hold', until: new Date(free) };
  return { kind: 'now' };
}
