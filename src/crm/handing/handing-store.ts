import type { Connection } from 'mongoose';
import { underWay } from '../long-work/long-work-store.ts';
import { createRecordStore } from '../record-store.ts';
import { type Handing, handingKind } from './handing.ts';

export function createHandingStore(connection: Connection) {
  const store = createRecordStore<Handing>(connection, handingKind, [[{ state: 1 }]]);
  return {
    /** Hand-overs that something is left to do for. */
    underWay: () => store.all(underWay),
  };
}
