import type { Connection } from 'mongoose';
import { createRecordStore } from '../record-store.ts';
import { type Peace, peaceKind } from './peace.ts';

/** Wishes about what the bot says unasked. They tell nothing of customers, so these reads take no viewer. */
export function createPeaceStore(connection: Connection) {
  const store = createRecordStore<Peace>(connection, peaceKind);
  return { all: () => store.all({}) };
}

export type PeaceStore = ReturnType<typeof createPeaceStore>;
