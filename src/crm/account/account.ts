import type { RecordKind } from '../../ledger/ledger.ts';
import { ERASED_WORDS } from '../../ports/seals.ts';

/** A customer (客户): a company, or a person who buys for themselves. */
export interface Account {
  name: string;
  /** Short and other names that mean it. */
  aliases: string[];
  owner: string;
  /** Marked by a person as important (重点客户). */
  important: boolean;
  industry: string | null;
  region: string | null;
  /** When somebody last had contact with it. */
  lastContactAt: Date | null;
  createdAt: Date;
}

/** Whose the personal data of a customer is: its own, its people's, its deals', notes' and steps'. */
export const accountSubject = (account: string): string => `account:${account}`;

export const accountKind: RecordKind<Account> = {
  kind: 'account',
  collection: 'accounts',
  yields: ['lastContactAt'],
  personal: { name: ERASED_WORDS, aliases: [] },
  names: ['name', 'aliases'],
  subjectOf: accountSubject,
  validate(account) {
    if (account.name.trim() === '') throw new Error('an account has a name');
  },
};
