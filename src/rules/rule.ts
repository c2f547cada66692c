import type { Day } from './local-time.ts';

/** What a rule says of its facts. The same facts give the same verdict at any time and on any machine. */
export interface Verdict {
  /** The due day or instant that the facts give; null: nothing to say. */
  occurrence: string | null;
  /** When it would speak next if nothing changes; null: not again. */
  next: string | null;
}

/** What has been said of one subject to one recipient. */
export interface Named {
  /** What the count belongs to (a touch, a contact, a due day); another series starts afresh. */
  series: string;
  /** How much of its schedule has come up. */
  count: number;
  firstDay: Day | null;
  lastDay: Day | null;
  /** Nothing before the recipient's morning of this day, and once then. */
  snoozedUntil: Day | null;
  paused: boolean;
}

/** A trigger with its condition: pure, so that why and replay need nothing but the stored facts. */
export interface Rule<F> {
  name: string;
  version: number;
  decide(facts: F): Verdict;
}
