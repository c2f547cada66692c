import type { ClauseSense } from './clause-sense.ts';
import type { Reading } from './reading.ts';

const TOGETHER_WITH = /(?:[跟和与陪问找给向约替帮]|with|w\/|and me|tell|ask) ?$/iu;

/** The colleague by name who is to do the step of a clause; null: the writer. */
export function assigneeOf(reading: Reading, { clause }: ClauseSense): string | null {
  for (let at = clause.start; at < clause.end; at++) {
    const token = reading.skeleton.at.get(at);
    if (
      token?.kind === 'colleague' &&
      !TOGETHER_WITH.test(reading.skeleton.text.slice(Math.max(0, at - 5), at).replace(/ask $/, ''))
    )
      return token.name;
  }
  return /让他|叫他|你/.test(clause.text) || /^@?◈\s*[,，:：–—-]/u.test(reading.skeleton.text.trimStart())
    ? (reading.people.colleagues[0]?.name ?? null)
    : null;
}
