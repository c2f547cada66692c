import type { Span } from './text/normal-text.ts';
import type { Candidate, MessageContext } from './understanding.ts';

export interface DirectoryContact {
  /** Defaults to the name. */
  id?: string;
  name: string;
  title?: string | undefined;
  aliases: string[];
}

export interface DirectoryAccount {
  /** Defaults to the name. */
  id?: string;
  name: string;
  aliases: string[];
  contacts: DirectoryContact[];
}

export interface DirectoryUser {
  id?: string;
  name: string;
  aliases: string[];
}

/** Known names, ready to be found in a text. Customers, their people, and colleagues (never customers). */
export interface NameDirectory {
  /** Adds the account or puts this version in the place of the one with the same id. */
  upsertAccount(account: DirectoryAccount): void;
  removeAccount(id: string): void;
  upsertUser(user: DirectoryUser): void;
  removeUser(id: string): void;
  /** Upserts many in slices of a few milliseconds, giving the event loop its turn between them. */
  load(accounts: Iterable<DirectoryAccount>): Promise<void>;
  /** Every known name in the text outside `masks` (dates, sums), by position; overlaps go to the longer one. */
  find(text: string, masks?: readonly Span[], context?: MessageContext): NameHit[];
  account(id: string): DirectoryAccount | undefined;
  /** Counts the changes: what was read before one may read otherwise after it. */
  readonly revision: number;
}

export interface NameHit {
  kind: 'account' | 'contact' | 'user';
  span: Span;
  /** The words as they stand in the text. */
  mention: string;
  /** How the words fit the name. */
  by: 'name' | 'alias' | 'short' | 'sound' | 'typo' | 'honorific' | 'taught';
  /** Who it may be, best first; several when they are equally near. For a user, the account fields are empty. */
  candidates: Candidate[];
}
