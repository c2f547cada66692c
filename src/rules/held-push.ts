import { accountSubject } from '../crm/account/account.ts';
import type { RecordKind } from '../ledger/ledger.ts';
import { ERASED_WORDS, personSubject } from '../ports/seals.ts';

/** What somebody else's act made due and could not be told at once: it is in the recipient's next list. */
export interface HeldPush {
  recipient: string;
  account: string | null;
  /** What it is about, where that is no customer of the recipient's. */
  about?: string;
  /** What it is, in the recipient's language: 有新记录. */
  state: string;
  detail: string;
  at: Date;
}

export const heldPushKind: RecordKind<HeldPush> = {
  kind: 'held-push',
  collection: 'held_pushes',
  personal: { about: ERASED_WORDS, detail: ERASED_WORDS },
  subjectOf: (_, { account, recipient }) => (account === null ? personSubject(recipient) : accountSubject(account)),
};
