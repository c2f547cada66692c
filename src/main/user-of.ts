import type { Records } from '../app/records.ts';
import { reached } from './reached.ts';

/** A change made by another process is noticed this late. */
const TRUST_MS = 10_000;
const KEPT = 5_000;

/**
 * Who a person is on a platform; null for one who is not linked there. Every delivery asks: whoever was found is known
 * for a moment, until a change of people is committed here.
 */
export function createUserOf(adapter: string, { stores, onCommit }: Pick<Records, 'stores' | 'onCommit'>) {
  const known = new Map<string, { user: string; until: number }>();
  let changes = 0;
  onCommit(({ changes: made }) => {
    if (!made.some(({ kind }) => kind === 'person')) return;
    changes += 1;
    known.clear();
  });

  return async (person: string): Promise<string | null> => {
    const found = known.get(person);
    if (found !== undefined && found.until > performance.now()) return found.user;
    const before = changes;
    const { identities = [] } = (await reached(() => stores.people.get(person))) ?? {};
    const user = identities.find((identity) => identity.adapter === adapter)?.user ?? null;
    if (known.size >= KEPT) known.clear();
    if (user !== null && changes === before) known.set(person, { user, until: performance.now() + TRUST_MS });
    return user;
  };
}
