import { addWorkdays, type WorkRegion } from '../../calendar/work-calendar.ts';
import type { Day } from '../local-time.ts';
import type { Named, Rule } from '../rule.ts';
import { climb, type Ladder } from './ladder.ts';

export interface StaleDealFacts {
  deal: string;
  account: string;
  owner: string;
  open: boolean;
  /** The day of the last touch, in the owner's zone. */
  touched: Day;
  /** The same, to the millisecond: another touch on the same day starts afresh. */
  touchedAt: string;
  /** No touch is known: these are the day and the instant at which it came to be known. */
  never?: boolean;
  /** The latest day for which a step is planned; null: none. */
  stepAhead: Day | null;
  pausedUntil: Day | null;
  /** Working days without a touch that make it stale. */
  after: number;
  zone: string;
  region: WorkRegion;
  today: Day;
  named: Named | null;
  /** In units of the company's currency; null: none, or in a currency without a rate. */
  amount?: number | null;
  /** The currency for which a rate would have to be set. */
  noRate?: string;
  /** Named once alone, as its recipient asks. */
  once?: boolean;
}

/**
 * Since when a deal is stale: untouched for so many working days, or as far as is known ever, with no step ahead and not
 * paused; null: it is not.
 */
export function staleSince(facts: Omit<StaleDealFacts, 'named'>): Day | null {
  const { open, stepAhead, pausedUntil, today } = facts;
  if (!open || (stepAhead !== null && stepAhead >= today) || (pausedUntil !== null && pausedUntil > today)) return null;
  const due = facts.never ? facts.touched : addWorkdays(facts.touched, facts.after, facts.region);
  const since = pausedUntil !== null && pausedUntil > due ? pausedUntil : due;
  return since <= today ? since : null;
}

export const staleLadder = (facts: StaleDealFacts): Ladder => ({
  ...facts,
  series: facts.touchedAt,
  due: staleSince(facts),
  again: facts.once ? [] : [3, 7],
});

export const staleDeal: Rule<StaleDealFacts> = {
  name: 'stale-deal',
  version: 1,
  decide: (facts) => climb(staleLadder(facts)),
};
