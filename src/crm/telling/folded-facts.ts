import { isDeepStrictEqual } from 'node:util';
import type { ReceiptFacts } from './telling.ts';

type Fact = ReceiptFacts['facts'][number];
type Values = NonNullable<Fact['was']>;

const FIELDS = ['phone', 'email', 'birthday', 'title'] as const;

/** One fact a person: told three times, a birthday is one step from what stood first to what was told last. */
export function foldedFacts(facts: readonly Fact[]): Fact[] {
  const people = new Map<string, Fact>();
  for (const fact of facts) {
    const before = people.get(fact.name);
    people.set(fact.name, before === undefined ? fact : foldedFact(before, fact));
  }
  return [...people.values()];
}

/** What is said of a person after a further fact; a value that somebody else wrote in between is what it came from. */
export function foldedFact(before: Fact, after: Fact): Fact {
  const folded: Fact = { ...before };
  const was: Record<string, unknown> = { ...before.was };
  for (const field of FIELDS) {
    const [to, stood] = [after[field], after.was?.[field]];
    if (to === null || isDeepStrictEqual(to, before[field])) continue;
    const goesOn = stood === undefined || isDeepStrictEqual(stood, before[field]);
    was[field] = goesOn ? (before.was?.[field] ?? before[field] ?? undefined) : stood;
    if (isDeepStrictEqual(was[field], to)) delete was[field];
    Object.assign(folded, { [field]: to });
  }
  const kept = Object.entries(was).filter(([, value]) => value !== undefined);
  return { ...folded, was: Object.fromEntries(kept) as Values };
}
