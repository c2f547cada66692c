import type { RecordKind } from '../../ledger/ledger.ts';
import { ERASED_WORDS, personSubject } from '../../ports/seals.ts';
import { accountSubject } from '../account/account.ts';

export const INTERACTION_KINDS = ['call', 'visit', 'meeting', 'message', 'email', 'demo', 'event', 'other'] as const;
export type InteractionKind = (typeof INTERACTION_KINDS)[number];

/** A contact with a customer that took place (跟进记录). */
export interface Interaction {
  /** Null while it is open which customer was meant. */
  account: string | null;
  /** Whose record it is: the account's owner; for a note on a colleague's customer its writer. */
  owner: string;
  /** Who wrote it. */
  by: string;
  kind: InteractionKind;
  contacts: string[];
  deal: string | null;
  /** `YYYY-MM-DD` in the writer's zone. */
  day: string;
  /** `HH:mm` where one was told. */
  time: string | null;
  /** The words of the writer, as they were sent. */
  note: string;
  /** Pictures and files that were sent with it: their names, and their ids in the blob store. */
  files?: { name: string; blob: string }[];
  createdAt: Date;
  /** It came in with a list: no work of the day on which it came. */
  imported?: boolean;
}

export const interactionKind: RecordKind<Interaction> = {
  kind: 'interaction',
  collection: 'interactions',
  personal: { note: ERASED_WORDS, files: [] },
  blobsAt: 'files.blob',
  subjectOf: (_, { account, by }) => (account === null ? personSubject(by) : accountSubject(account)),
};
