import { MOST_RECORDS } from '../long-work.ts';
import type { Customer } from './read/customers.ts';
import { recordsOf } from './write-customers.ts';

/** Cuts a source into what one change set takes: by the source alone, so that going on later cuts it the same way. */
export function chunksOf(customers: readonly Customer[]): Customer[][] {
  const chunks: Customer[][] = [];
  let records = MOST_RECORDS;
  for (const customer of customers) {
    records += recordsOf(customer);
    if (records > MOST_RECORDS) {
      chunks.push([]);
      records = recordsOf(customer);
    }
    chunks.at(-1)?.push(customer);
  }
  return chunks;
}
