import { nextBirthday } from '../../calendar/lunar.ts';
import type { WorkRegion } from '../../calendar/work-calendar.ts';
import type { ContactBirthday } from '../../crm/contact/contact.ts';
import { addDays, type Day, workdayUpTo } from '../local-time.ts';
import type { Named, Rule, Verdict } from '../rule.ts';

export interface BirthdayFacts {
  contact: string;
  account: string;
  owner: string;
  birthday: ContactBirthday | null;
  /** Days ahead that it is told; 0 is the day itself. */
  leads: number[];
  region: WorkRegion;
  today: Day;
  named: Named | null;
}

const SILENT: Verdict = { occurrence: null, next: null };

const birthdaySeries = ({ calendar, month, day, leap }: ContactBirthday): string =>
  `${calendar} ${leap ? 'leap ' : ''}${month}-${day}`;

/** The days on which a birthday that is kept on `kept` is told, earliest first: never on a day off, rather before it. */
const toldDays = (kept: Day, { leads, region }: BirthdayFacts): Day[] =>
  leads.map((lead) => workdayUpTo(addDays(kept, -lead), region)).sort();

/** Told so many days ahead, in the calendar in which it is kept. */
export const birthdayAhead: Rule<BirthdayFacts> = {
  name: 'birthday',
  version: 1,
  decide(facts) {
    const { birthday, today, named } = facts;
    const state = birthday !== null && named?.series === birthdaySeries(birthday) ? named : null;
    if (birthday === null || facts.leads.length === 0 || state?.paused) return SILENT;
    const kept = nextBirthday(birthday, today);
    const told = toldDays(kept, facts);
    const next =
      told.find((day) => day > today) ?? toldDays(nextBirthday(birthday, addDays(kept, 1)), facts)[0] ?? null;
    const snoozed = state?.snoozedUntil ?? null;
    if (snoozed !== null && snoozed > today) return { occurrence: null, next: snoozed };
    const due = snoozed ?? told.filter((day) => day <= today).at(-1) ?? null;
    const known = due === null || (snoozed === null && state?.lastDay != null && state.lastDay >= due);
    return { occurrence: known || state?.lastDay === today ? null : due, next };
  },
};

/** What is remembered once it has been told today. */
export function toldBirthday({ birthday, named, today }: BirthdayFacts): Named {
  return {
    series: birthday === null ? '' : birthdaySeries(birthday),
    count: (named?.count ?? 0) + 1,
    firstDay: named?.firstDay ?? today,
    lastDay: today,
    snoozedUntil: null,
    paused: false,
  };
}
