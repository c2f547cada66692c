import type { Day } from '../local-time.ts';
import type { Named, Rule } from '../rule.ts';

/** Something that somebody else did, held back until the next list. */
export interface ToldFacts {
  push: string;
  account: string | null;
  owner: string;
  /** ISO 8601 */
  at: string;
  today: Day;
  named: Named | null;
}

/** Named once, and once more where the recipient puts it off. */
export const told: Rule<ToldFacts> = {
  name: 'told',
  version: 1,
  decide({ at, today, named }) {
    if (named === null) return { occurrence: at, next: null };
    const { snoozedUntil, paused } = named;
    if (snoozedUntil === null || paused) return { occurrence: null, next: null };
    return snoozedUntil > today ? { occurrence: null, next: snoozedUntil } : { occurrence: snoozedUntil, next: null };
  },
};

/** What is remembered once it has been told today. */
export const hasTold = ({ named, today }: ToldFacts): Named => ({
  series: '',
  count: (named?.count ?? 0) + 1,
  firstDay: named?.firstDay ?? today,
  lastDay: today,
  snoozedUntil: null,
  paused: false,
});
