import type { Quiet } from '../crm/peace/peace.ts';
import { type Day, type Hours, hoursOf, isDayOn, isOpen, localDay, nextMorning } from './local-time.ts';

/** How many pushes a person gets in a day at most; the rest waits for the next morning. */
const DAILY_CAP = 6;
/** What may be put off to one morning as a message of its own: the merged one and a few steps still find room. */
const MOST_BOOKED = 2;
const WROTE_MS = 60_000;

/**
 * `merged`: the morning's list; `timed`: a step whose own time was told, before it and after; `other`: what somebody
 * else's act makes due, and the questions of the evening.
 */
export type PushKind = 'merged' | 'timed' | 'other';

/** The pushes of the day on which the last one was sent, and those put off to later days. */
export interface Counted {
  day: Day;
  count: number;
  booked?: { day: Day; count: number }[];
}

/** What is known of the recipient at the moment. */
export interface Recipient extends Hours, Pick<Quiet, 'daysOff'> {
  pushed: Counted | null;
  /** When the person last wrote to the bot. */
  wroteAt: Date | null;
}

/** `hold`: look again then; `morning`: it belongs into the next morning's list. */
export type PushPlan = { kind: 'now' } | { kind: 'hold'; until: Date } | { kind: 'morning'; at: Date };

/** The recipient by what holds for them. */
export const recipientOf = (
  person: { zone: string; quiet: Quiet },
  holidays: 'CN' | 'none',
  wroteAt: Date | null,
): Omit<Recipient, 'pushed'> => ({ ...hoursOf(person, holidays), daysOff: person.quiet.daysOff, wroteAt });

/**
 * Whether a push may go to this person now. Every push passes here: nothing outside the hours or on a day off but a step
 * whose own time was told, at most six a day, none in the minute after the person wrote.
 */
export function planPush(kind: PushKind, recipient: Recipient, now: Date): PushPlan {
  const { zone, daysOff, pushed, wroteAt } = recipient;
  const day = localDay(now, zone);
  const open = kind === 'timed' ? !daysOff || isDayOn(day, recipient) : isOpen(now, recipient);
  if (!open || pushedOn(day, pushed) >= DAILY_CAP) return { kind: 'morning', at: nextMorning(now, recipient) };
  const free = wroteAt === null ? 0 : wroteAt.getTime() + WROTE_MS;
  // A minute is also the furthest that another process's clock may be ahead and still count as just written.
  if (free > now.getTime() && free <= now.getTime() + 2 * WROTE_MS) return { kind: 'hold', until: new Date(free) };
  return { kind: 'now' };
}

const pushedOn = (day: Day, pushed: Counted | null): number =>
  (pushed?.day === day ? pushed.count : 0) + bookedOn(day, pushed);

const bookedOn = (day: Day, pushed: Counted | null): number =>
  pushed?.booked?.find((one) => one.day === day)?.count ?? 0;

/** The count with one more on that day. */
export const oneMore = (pushed: Counted | null, day: Day): Counted => ({
  day,
  count: (pushed?.day === day ? pushed.count : 0) + 1,
  booked: (pushed?.booked ?? []).filter((one) => one.day >= day),
});

/** The first morning from `at` on that has room for a message of its own, and the count with it booked there. */
export function bookMorning(recipient: Recipient, at: Date): { at: Date; pushed: Counted } {
  const { pushed } = recipient;
  let free = at;
  while (bookedOn(localDay(free, recipient.zone), pushed) >= MOST_BOOKED) free = nextMorning(free, recipient);
  const day = localDay(free, recipient.zone);
  const others = (pushed?.booked ?? []).filter((one) => one.day !== day);
  const booked = [...others, { day, count: bookedOn(day, pushed) + 1 }];
  return { at: free, pushed: { day: pushed?.day ?? day, count: pushed?.count ?? 0, booked } };
}
