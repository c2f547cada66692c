import type { Connection } from 'mongoose';
import { createRecordStore } from '../record-store.ts';
import { type JoinCode, joinCodeKind } from './join-code.ts';

export function createJoinCodeStore(connection: Connection) {
  const store = createRecordStore<JoinCode>(
    connection,
    joinCodeKind,
    {
      tail: String,
      group: String,
      role: String,
      places: Number,
      used: Number,
      expires: Date,
      by: String,
      revokedAt: Date,
    },
    [[{ expires: 1 }]],
  );
  return {
    /** Codes by which somebody can still join, the newest first. */
    open: async (now: Date) =>
      (await store.all({ expires: { $gt: now }, revokedAt: null }, { sort: { expires: -1, _id: 1 } })).filter(
        ({ used, places }) => used < places,
      ),
  };
}
