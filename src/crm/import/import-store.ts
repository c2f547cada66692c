import type { Connection } from 'mongoose';
import { underWay } from '../long-work/long-work-store.ts';
import { createRecordStore } from '../record-store.ts';
import { type Import, importKind } from './import.ts';

export function createImportStore(connection: Connection) {
  const store = createRecordStore<Import>(connection, importKind, [[{ state: 1 }]]);
  return {
    /** Imports that something is left to do for. */
    underWay: () => store.all(underWay),
  };
}
