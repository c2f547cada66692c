import type { Connection } from 'mongoose';
import { createRecordStore } from '../record-store.ts';
import { type Rate, rateKind } from './rate.ts';

/** What the company has set currencies to be worth; everybody may know it. */
export function createRateStore(connection: Connection) {
  const store = createRecordStore<Rate>(connection, rateKind);
  return { into: (currency: string) => store.all({ into: currency }, { sort: { _id: 1 } }) };
}
