import type { Connection } from 'mongoose';
import { createRecordStore } from '../record-store.ts';
import { type JoinCode, joinCodeKind, whyClosed } from './join-code.ts';

export function createJoinCodeStore(connection: Connection) {
  const store = createRecordStore<JoinCode>(connection, joinCodeKind, [[{ expires: 1 }]]);
  return {
    /** Codes by which somebody new can still join, the last to expire first. */
    open: async (now: Date) => {
      const codes = await store.all({ expires: { $gt: now }, person: null }, { sort: { expires: -1, _id: 1 } });
      return codes.filter((code) => whyClosed(code, now) === null);
    },
  };
}
