import type { Connection } from 'mongoose';
import type { Viewer } from '../../access/viewer.ts';
import { createRecordStore } from '../record-store.ts';
import { type Task, taskKind } from './task.ts';

export function createTaskStore(connection: Connection) {
  const store = createRecordStore<Task>(connection, taskKind, [
    [{ account: 1, doneAt: 1 }],
    [{ owner: 1, doneAt: 1, day: 1 }],
    [{ doneAt: 1, dueAt: 1 }],
  ]);
  const open = { doneAt: null };
  return {
    get: store.get,
    byId: store.byId,
    list: store.list,
    /** Open steps of an account by day; the caller has read the account through a viewer. */
    openOfAccount: (account: string) => store.all({ account, ...open }, { sort: { day: 1, time: 1 } }),
    openOfAccounts: (accounts: readonly string[]) => store.all({ account: { $in: [...accounts] }, ...open }),
    /** All open steps of a person, whosever the customer is. */
    openOwnedBy: (owner: string) => store.all({ owner, ...open }),
    openOf: (viewer: Viewer, owners: readonly string[]) =>
      store.list(viewer, { owner: { $in: [...owners] }, ...open }, { sort: { day: 1, time: 1 } }),
    /** Open steps whose instant lies between the two, earliest first. For ticks. */
    dueBetween: (from: Date, to: Date) =>
      store.all({ ...open, dueAt: { $gte: from, $lte: to } }, { sort: { dueAt: 1 } }),
  };
}
