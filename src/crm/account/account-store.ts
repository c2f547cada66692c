import type { Connection } from 'mongoose';
import type { Viewer } from '../../access/viewer.ts';
import { createRecordStore } from '../record-store.ts';
import { type Account, accountKind } from './account.ts';

export function createAccountStore(connection: Connection) {
  const store = createRecordStore<Account>(connection, accountKind, [
    [{ owner: 1, lastContactAt: 1 }],
    [{ name: 1 }],
    [{ aliases: 1 }],
    [{ important: 1, lastContactAt: 1 }],
    [{ updatedAt: 1 }],
  ]);
  return {
    get: store.get,
    byId: store.byId,
    list: store.list,
    /** What all accounts within the viewer's scope are called. */
    eachName: (viewer: Viewer) => store.each(viewer, {}, ['name', 'aliases']),
    byIds: (ids: readonly string[]) => store.all({ _id: { $in: [...ids] } }),
    /** Accounts changed since, deleted ones too; `value` is the account's id. */
    changedSince: (at: Date) => store.changedSince(at, '_id'),
    /** Important customers without contact since an instant, whoever owns them. For ticks. */
    importantUntouchedSince: (at: Date) =>
      store.all({
        important: true,
        $or: [{ lastContactAt: { $lt: at } }, { lastContactAt: null, createdAt: { $lt: at } }],
      }),
    /** Accounts of exactly that name or alias, whoever owns them: the caller tells no more than access allows. */
    named: (name: string) => store.all({ $or: [{ name }, { aliases: name }] }, { sort: { createdAt: 1 }, limit: 3 }),
    /** Accounts in whose name or alias these words stand, the last spoken of first; all of them for no words. */
    search: (viewer: Viewer, words: string, limit: number) => {
      const contains = { $regex: words.trim().replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), $options: 'i' };
      const filter = words.trim() === '' ? {} : { $or: [{ name: contains }, { aliases: contains }] };
      return store.list(viewer, filter, { sort: { lastContactAt: -1 }, limit });
    },
    /** So many of what one colleague owns, for who may take it from them. */
    ownedBy: (owner: string, limit: number) => store.all({ owner }, { sort: { lastContactAt: -1 }, limit }),
    /**
     * The ids of all that one colleague owns and that is known since no later than an instant (null: since whenever), in
     * the order in which it came to be known: what came in together stays together.
     */
    async idsOwnedBy(owner: string, until: Date | null): Promise<string[]> {
      const found: { _id: string; createdAt: Date }[] = [];
      const filter = { owner, ...(until === null ? {} : { createdAt: { $lte: until } }) };
      for await (const one of store.scan(filter, ['createdAt'])) found.push(one);
      found.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a._id < b._id ? -1 : 1));
      return found.map(({ _id }) => _id);
    },
    mine: (viewer: Viewer, owner: string) => store.list(viewer, { owner }, { sort: { lastContactAt: -1 } }),
  };
}
