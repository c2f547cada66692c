import type { RecordKind } from '../../ledger/ledger.ts';
import { ERASED_WORDS } from '../../ports/seals.ts';
import { accountSubject } from '../account/account.ts';
import type { Stage } from './stages.ts';

/** Minor units: what is more was mistyped, and would not be exact. */
const MOST = 10 ** 15;

/** Whether an amount in minor units is one that a deal may have. */
export const isAmount = (minor: number): boolean => Number.isSafeInteger(minor) && minor >= 0 && minor <= MOST;

/** A deal (商机): something that this account may buy. */
export interface Deal {
  account: string;
  owner: string;
  name: string;
  /** Integer minor units of `currency`. */
  amount: number | null;
  /** ISO 4217 */
  currency: string | null;
  stage: Stage;
  /** The furthest stage ever reached, for conversion; never `lost`. */
  furthest: Stage;
  /** `YYYY-MM-DD`: when signing is expected. */
  closeDate: string | null;
  openedAt: Date;
  /** When it was last worked on: a note, a change, a step; null: not since it came in with a list that did not tell. */
  touchedAt: Date | null;
  /** Not to be chased before this day (年后再看). */
  pausedUntil: string | null;
  closedAt: Date | null;
  lostReason: string | null;
  /** It came in with a list: no news of the day on which it came. */
  imported?: boolean;
}

export const dealKind: RecordKind<Deal> = {
  kind: 'deal',
  collection: 'deals',
  yields: ['touchedAt'],
  personal: { name: ERASED_WORDS, lostReason: null },
  subjectOf: (_, deal) => accountSubject(deal.account),
  validate(deal) {
    if (deal.amount !== null && !isAmount(deal.amount))
      throw new Error('an amount is a whole number of minor units, from zero to 10^15');
    if ((deal.amount === null) !== (deal.currency === null)) throw new Error('an amount has a currency');
  },
};
