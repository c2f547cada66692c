import type { Connection } from 'mongoose';
import { createRecordStore } from '../record-store.ts';
import { type TaughtName, taughtNameKind } from './taught-name.ts';

/** What people have taught the bot to call their customers. */
export function createTaughtNameStore(connection: Connection) {
  const store = createRecordStore<TaughtName>(connection, taughtNameKind, [[{ person: 1 }], [{ updatedAt: 1 }]]);
  return {
    of: (people: readonly string[]) => store.all({ person: { $in: [...people] } }),
    /** Taught names changed since, forgotten ones too; `value` is the person. */
    changedSince: (at: Date) => store.changedSince(at, 'person'),
  };
}
