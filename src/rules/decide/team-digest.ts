import { dayText, mondayOf, parseDay } from '../../calendar/days.ts';
import type { Day } from '../local-time.ts';
import type { Named, Rule, Verdict } from '../rule.ts';

export interface DigestItem {
  rule: 'stale-deal' | 'important-account';
  subject: string;
  account: string;
  owner: string;
  /** The last touch or contact. */
  last: Day;
  /** Since when it stands in the list. */
  since: Day;
}

export interface TeamDigestFacts {
  manager: string;
  today: Day;
  items: DigestItem[];
  named: Named | null;
}

const SILENT: Verdict = { occurrence: null, next: null };

/** A manager hears of the team once, when something has come into the list since the last digest, else once a week. */
export const teamDigest: Rule<TeamDigestFacts> = {
  name: 'team-digest',
  version: 1,
  decide({ today, items, named }) {
    if (items.length === 0 || named?.paused) return SILENT;
    const monday = dayText(mondayOf(parseDay(today)));
    const next = dayText(mondayOf(parseDay(today)) + 7);
    if (named?.lastDay === today) return { occurrence: null, next };
    if (named?.snoozedUntil != null)
      return named.snoozedUntil > today
        ? { occurrence: null, next: named.snoozedUntil }
        : { occurrence: named.snoozedUntil, next };
    const last = named?.lastDay ?? '';
    const fresh = items.filter(({ since }) => since > last).map(({ since }) => since);
    const occurrence = last < monday || fresh.length > 0 ? (fresh.sort().at(-1) ?? monday) : null;
    return { occurrence, next };
  },
};

/** The list as it is told: what came into it since the last digest, then what was there before. */
export function newFirst({ items, named }: Pick<TeamDigestFacts, 'items' | 'named'>): DigestItem[] {
  const fresh = ({ since }: DigestItem) => since > (named?.lastDay ?? '');
  return [...items.filter(fresh), ...items.filter((item) => !fresh(item))];
}

/** What is remembered once it has been sent today. */
export const sentDigest = ({ named, today }: TeamDigestFacts): Named => ({
  series: '',
  count: (named?.count ?? 0) + 1,
  firstDay: named?.firstDay ?? today,
  lastDay: today,
  snoozedUntil: null,
  paused: false,
});
