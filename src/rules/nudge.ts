import type { RecordKind } from '../ledger/ledger.ts';
import type { Day } from './local-time.ts';
import type { Counted } from './push-plan.ts';
import type { Named } from './rule.ts';

/** What a rule has said of a subject to a recipient, and what they asked of it. */
export interface Nudge extends Named {
  rule: string;
  subject: string;
  recipient: string;
  /** The occurrence last named: the due day or instant that the facts gave. */
  occurrence: string | null;
}

export const nudgeKind: RecordKind<Nudge> = { kind: 'nudge', collection: 'nudges', bookkeeping: true };

export const nudgeId = (rule: string, subject: string, recipient: string): string => `${rule}:${subject}:${recipient}`;

/** How many pushes a person got on the day of the last one; its id is the person's. Taken by every push, so that the cap is exact. */
export type Pushes = Counted;

export const pushesKind: RecordKind<Pushes> = { kind: 'pushes', collection: 'pushes', bookkeeping: true };

/** How far the mornings have been decided: one record, `tick:rules`. */
export interface Tick {
  /** Every morning up to this instant has been decided, over all zones. */
  through: Date;
  /** People whose list waits because they were just writing. */
  held: { person: string; day: Day }[];
}

export const TICK_ID = 'rules';
export const tickKind: RecordKind<Tick> = { kind: 'tick', collection: 'ticks', bookkeeping: true };

/** The remembered part of a nudge, as facts carry it. */
export const namedOf = (nudge: Nudge | null | undefined): Named | null =>
  nudge == null
    ? null
    : {
        series: nudge.series,
        count: nudge.count,
        firstDay: nudge.firstDay,
        lastDay: nudge.lastDay,
        snoozedUntil: nudge.snoozedUntil,
        paused: nudge.paused,
      };
