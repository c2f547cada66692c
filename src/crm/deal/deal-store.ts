import type { Connection } from 'mongoose';
import type { Viewer } from '../../access/viewer.ts';
import { createRecordStore } from '../record-store.ts';
import { type Deal, dealKind } from './deal.ts';
import type { Stage } from './stages.ts';

const OPEN: { $nin: Stage[] } = { $nin: ['won', 'lost'] };

export function createDealStore(connection: Connection) {
  const store = createRecordStore<Deal>(connection, dealKind, [
    [{ account: 1 }],
    [{ owner: 1, stage: 1 }],
    [{ touchedAt: 1 }],
    [{ closedAt: 1 }],
  ]);
  return {
    get: store.get,
    byId: store.byId,
    list: store.list,
    /** Deals of these accounts, closed ones too; the caller has read the accounts through a viewer. */
    ofAccounts: (accounts: readonly string[]) => store.all({ account: { $in: [...accounts] } }),
    /** Those of some owners that are open. */
    openOf: (viewer: Viewer, owners: readonly string[]) =>
      store.list(viewer, { owner: { $in: [...owners] }, stage: OPEN }),
    openOfAccount: (viewer: Viewer, account: string) =>
      store.list(viewer, { account, stage: OPEN }, { sort: { openedAt: 1 } }),
    /** Deals that were open at some time in the instants given. */
    alive: (viewer: Viewer, from: Date, to: Date) =>
      store.list(viewer, { openedAt: { $lte: to }, $or: [{ closedAt: null }, { closedAt: { $gte: from } }] }),
    /** Open deals untouched since an instant, longest first. For ticks and lists. */
    untouchedSince: (at: Date) =>
      store.all({ stage: OPEN, $or: [{ touchedAt: { $lt: at } }, { touchedAt: null }] }, { sort: { touchedAt: 1 } }),
  };
}
