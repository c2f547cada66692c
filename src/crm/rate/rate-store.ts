import type { Connection } from 'mongoose';
import { createRecordStore } from '../record-store.ts';
import { type Rate, rateKind } from './rate.ts';

/** What the company has set currencies to be worth; everybody may know it. */
export function createRateStore(connection: Connection) {
  const store = createRecordStore<Rate>(connection, rateKind, {
    currency: String,
    into: String,
    of: String,
    makes: String,
    day: String,
    by: String,
  });
  return { into: (currency: string) => store.all({ into: currency }, { sort: { _id: 1 } }) };
}
