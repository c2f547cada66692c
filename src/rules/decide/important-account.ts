import type { WorkRegion } from '../../calendar/work-calendar.ts';
import { addDays, type Day } from '../local-time.ts';
import type { Named, Rule } from '../rule.ts';
import { climb, type Ladder } from './ladder.ts';

export interface ImportantAccountFacts {
  account: string;
  owner: string;
  important: boolean;
  /** The day of the last contact, else of its creation, in the owner's zone. */
  contact: Day;
  /** Calendar days without a contact. */
  after: number;
  zone: string;
  region: WorkRegion;
  today: Day;
  named: Named | null;
  /** Named once alone, as its recipient asks. */
  once?: boolean;
}

/** Since when an important customer has gone too long without contact; null: it has not. */
export function neglectedSince(facts: Omit<ImportantAccountFacts, 'named'>): Day | null {
  const since = addDays(facts.contact, facts.after);
  return facts.important && since <= facts.today ? since : null;
}

export const importantLadder = (facts: ImportantAccountFacts): Ladder => ({
  ...facts,
  series: facts.contact,
  due: neglectedSince(facts),
  again: facts.once ? [] : [3, 7],
});

export const importantAccount: Rule<ImportantAccountFacts> = {
  name: 'important-account',
  version: 1,
  decide: (facts) => climb(importantLadder(facts)),
};
