import type { RecordKind } from '../../ledger/ledger.ts';
import type { LongWork } from '../long-work/long-work.ts';

/** How much went from one owner to another: customers, open deals, open steps; the sums by currency, in minor units. */
export interface HandedCounts {
  customers: number;
  deals: number;
  steps: number;
  sums: Record<string, number>;
}

/** Customers on their way from one owner to another, more than one change set takes. */
export interface Handing extends LongWork {
  from: string;
  to: string;
  /** Whether `from` has left: all else that they had to do goes along. */
  left: boolean;
  /** The set that ordered it; where `from` has left, it ended what they were. */
  ordered: string;
  began: Date;
  /** How many customers there were at first. */
  customers: number;
  /** What has gone over so far. */
  given: HandedCounts;
  /** The customers among it with most at stake, greatest first, and how much that is in minor units. */
  top: { account: string; worth: number }[];
  /** The set that said its end and told the new owner; null before. */
  ended: string | null;
}

export const handingKind: RecordKind<Handing> = { kind: 'handing', collection: 'handings', bookkeeping: true };
