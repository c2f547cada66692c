import type { Records } from '../app/records.ts';
import type { Person } from '../crm/person/person.ts';
import { reached } from './reached.ts';

/** A change made by another process is noticed this late. */
const TRUST_MS = 10_000;
/** Few enough to be read again together. */
const KEPT = 500;

/**
 * Who a person is on a platform; null for one who is not linked there. Every delivery asks: whoever was found is known
 * until a change of people is committed here, and all of them are read again together every few seconds.
 */
export function createUserOf(adapter: string, { stores, onCommit }: Pick<Records, 'stores' | 'onCommit'>) {
  const known = new Map<string, string>();
  let changes = 0;
  let trustedTo = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;
  onCommit(({ changes: made }) => {
    if (!made.some(({ kind }) => kind === 'person')) return;
    changes += 1;
    known.clear();
  });

  const userIn = ({ identities }: Pick<Person, 'identities'>) =>
    identities.find((identity) => identity.adapter === adapter)?.user ?? null;

  async function readAgain(): Promise<void> {
    const [before, began] = [changes, performance.now()];
    const ids = [...known.keys()];
    const found = ids.length === 0 ? [] : await stores.people.byIds(ids);
    known.clear();
    for (const person of changes === before ? found : []) {
      const user = userIn(person);
      if (user !== null) known.set(person._id, user);
    }
    trustedTo = began + TRUST_MS;
  }

  return async (person: string): Promise<string | null> => {
    if (trustedTo <= performance.now()) {
      reading ??= reached(readAgain).finally(() => {
        reading = undefined;
      });
      await reading;
    }
    const found = known.get(person);
    if (found !== undefined) return found;
    const before = changes;
    const user = userIn((await reached(() => stores.people.get(person))) ?? { identities: [] });
    if (known.size >= KEPT) known.clear();
    if (user !== null && changes === before) known.set(person, user);
    return user;
  };
}
