import type { Connection } from 'mongoose';
import { longWorkFields, underWay } from '../long-work/long-work-store.ts';
import { createRecordStore } from '../record-store.ts';
import { type Handing, handingKind } from './handing.ts';

export function createHandingStore(connection: Connection) {
  const store = createRecordStore<Handing>(
    connection,
    handingKind,
    {
      ...longWorkFields,
      from: String,
      to: String,
      left: Boolean,
      ordered: String,
      began: Date,
      customers: Number,
      given: {},
      top: [],
      ended: String,
    },
    [[{ state: 1 }]],
  );
  return {
    /** Hand-overs that something is left to do for. */
    underWay: () => store.all(underWay),
  };
}
