import type { RecordKind } from '../../ledger/ledger.ts';

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

export const accountKind: RecordKind<Account> = {
  kind: 'account',
  collection: 'accounts',
  yields: ['lastContactAt'],
  validate(account) {
    if (account.name.trim() === '') throw new Error('an account has a name');
  },
};
