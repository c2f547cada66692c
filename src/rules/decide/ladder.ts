import { addWorkdays, type WorkRegion } from '../../calendar/work-calendar.ts';
import type { Day } from '../local-time.ts';
import type { Named, Verdict } from '../rule.ts';

/** Facts of anything that is named once it is due, and again some working days after the first naming. */
export interface Ladder {
  series: string;
  /** When it is due for the first time; null: it is not. */
  due: Day | null;
  /** Working days after the first naming. */
  again: readonly number[];
  today: Day;
  region: WorkRegion;
  named: Named | null;
}

const SILENT: Verdict = { occurrence: null, next: null };

/** Named once when due, again after the given working days, then never; a snooze comes before all that. */
export function climb(ladder: Ladder): Verdict {
  const { due, today } = ladder;
  const state = current(ladder);
  if (due === null || state?.paused) return SILENT;
  const at = state?.snoozedUntil ?? scheduled(ladder, state);
  if (at === null) return SILENT;
  if (at > today || state?.lastDay === today) return { occurrence: null, next: at > today ? at : null };
  return { occurrence: at, next: scheduled(ladder, step(ladder)) };
}

/** What is remembered once it has been named today: whatever of the schedule has come by then is done with. */
export function step(ladder: Ladder): Named {
  const { series, today } = ladder;
  const state = current(ladder);
  const named = { series, firstDay: state?.firstDay ?? today, lastDay: today, snoozedUntil: null, paused: false };
  let count = state?.count ?? 0;
  for (let at = scheduled(ladder, { ...named, count }); at !== null && at <= today; ) {
    count++;
    at = scheduled(ladder, { ...named, count });
  }
  return { ...named, count };
}

const current = ({ named, series }: Ladder): Named | null => (named?.series === series ? named : null);

function scheduled({ due, again, region }: Ladder, state: Named | null): Day | null {
  if (state === null || state.count === 0 || state.firstDay === null) return due;
  const after = again[state.count - 1];
  return after === undefined ? null : addWorkdays(state.firstDay, after, region);
}
