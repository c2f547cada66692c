import type { Connection } from 'mongoose';
import { createRecordStore } from '../record-store.ts';
import { type Import, importKind } from './import.ts';

export function createImportStore(connection: Connection) {
  const store = createRecordStore<Import>(
    connection,
    importKind,
    {
      person: String,
      blob: String,
      state: String,
      round: Number,
      done: Number,
      chunks: Number,
      customers: Number,
      brought: Number,
      shown: String,
      set: String,
    },
    [[{ state: 1 }]],
  );
  return {
    /** Imports that something is left to do for. */
    underWay: () => store.all({ state: { $in: ['running', 'undoing', 'restoring'] } }),
  };
}
