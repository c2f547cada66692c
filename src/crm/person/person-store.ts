import type { Connection } from 'mongoose';
import { createRecordStore } from '../record-store.ts';
import { type Person, personKind } from './person.ts';

export type PersonStore = ReturnType<typeof createPersonStore>;

/** People of the team. Colleagues' names are no secret, so these reads take no viewer. */
export function createPersonStore(connection: Connection) {
  const store = createRecordStore<Person>(connection, personKind, [
    [{ 'identities.adapter': 1, 'identities.user': 1 }],
    [{ manager: 1 }],
    [{ updatedAt: 1 }],
  ]);
  return {
    get: store.get,
    byIds: (ids: readonly string[]) => store.all({ _id: { $in: [...ids] } }),
    active: () => store.all({ active: true }, { sort: { _id: 1 } }),
    /** Who were colleagues and left. */
    left: () => store.all({ active: false }, { sort: { _id: 1 } }),
    /** Who was a colleague and left, by who they are on a platform. */
    leftByIdentity: async (adapter: string, user: string) =>
      (await store.all({ active: false, identities: { $elemMatch: { adapter, user } } }, { limit: 1 }))[0] ?? null,
    byIdentity: async (adapter: string, user: string) =>
      (await store.all({ active: true, identities: { $elemMatch: { adapter, user } } }, { limit: 1 }))[0] ?? null,
    changedSince: (at: Date) => store.all({ updatedAt: { $gte: at } }),
  };
}
