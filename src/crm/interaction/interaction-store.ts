import type { Connection } from 'mongoose';
import { createRecordStore } from '../record-store.ts';
import { type Interaction, interactionKind } from './interaction.ts';

export function createInteractionStore(connection: Connection) {
  const store = createRecordStore<Interaction>(connection, interactionKind, [
    [{ account: 1, day: -1, createdAt: -1 }],
    [{ by: 1, day: -1 }],
    [{ 'files.blob': 1 }, { sparse: true }],
  ]);
  return {
    get: store.get,
    byId: store.byId,
    list: store.list,
    /** The account's latest, newest first; the caller has read the account through a viewer. */
    ofAccount: (account: string, limit: number) => store.all({ account }, { sort: { day: -1, createdAt: -1 }, limit }),
    /** Those of the account that have files, newest first; the caller has read the account through a viewer. */
    withFiles: (account: string, limit: number) =>
      store.all({ account, 'files.0': { $exists: true } }, { sort: { day: -1, createdAt: -1 }, limit }),
  };
}
