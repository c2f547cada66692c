import type { Address, Message } from '../chat/message.ts';

/** Why a set exists. `kind` says what kind of cause; the set's `_id` is its key. */
export interface Cause {
  /** Unique key: the message's identity (`web:lin:m1`, `…#2` for a part), `action:<button>`, `rule:…`, `migration:…`. */
  id: string;
  kind: 'message' | 'edit' | 'action' | 'rule' | 'import' | 'migration' | 'admin';
  /** The person who did it, or `system`. */
  by: string;
  /** The inbox row that this set answers; applying the set closes that row. Of a split message, the last part names it. */
  event?: string;
  /** Where it was said. */
  room?: string;
}

/** One record's way from version `base` to `base + 1`. Base 0 creates it. Fields are top-level and replaced whole. */
export interface Change {
  kind: string;
  id: string;
  base: number;
  /** Fields written, with their new values (null is kept as null). Empty: the record was only relied upon. */
  set: Record<string, unknown>;
  /** Fields that are absent, and without a writer, from here on: their first writing undone, or a new life over a tombstone. */
  unset?: string[];
  /** The values before of the fields in `set` and `unset`; left out where there was none. */
  before: Record<string, unknown>;
  /** Which set wrote each of these fields last, before; null where none had. `deleted` stands for the record's life. */
  writersBefore: Record<string, string | null>;
  /** The fields' writer after this change, where it is not this set (an undo gives back the former writer). */
  writersAfter?: Record<string, string | null>;
  /** Whose personal values these are: under whose key they are sealed in the store. Left out: under the day's. */
  subject?: string;
  /** Fields of `set` whose value was erased since, and is a blank. Known of a set that was read; never stored. */
  erased?: string[];
  /** The record is a tombstone from here on. False: a tombstone comes back to life (undo of a delete, a name used again). */
  deleted?: boolean;
}

/** What a button press does; a record of kind `button` with the id the platform sees. */
export interface ButtonFields {
  action: string;
  args: Record<string, unknown>;
  /** Who may press: person ids; null: anyone who can see it. Authorised again at the press. */
  pressers: string[] | null;
  expires: Date;
  set: string;
}

/** A message that the set says; its row in the outbox is `<set id>/<n>`. */
export interface Outgoing {
  id: string;
  to: Address;
  message: Message;
  /** The recipient's earlier message (row id) that this one takes the place of. */
  replaces?: string;
  /** Not to leave before this instant (what goes to others waits two minutes, so that an undo can withdraw it). */
  notBefore?: Date;
  /** What must still hold when it leaves; the deliverer looks again and drops or rebuilds the message. */
  recheck?: Recheck;
  /** The row that this one puts right: dropped when that one was withdrawn unsent, held back while it is still open. */
  corrects?: string;
}

/** Names a check that a rule or capability has registered, with the ids and due facts that it needs. */
export interface Recheck {
  check: string;
  facts: Record<string, unknown>;
}

/** Why a rule acted: the rule, its version, and the facts it saw; replaying them gives the same decision. */
export interface RuleReason {
  rule: string;
  version: number;
  facts: Record<string, unknown>;
  /** Where in the facts a personal value stands, and whose it is: path to subject. */
  personal?: { path: string; subject: string }[];
}

/** One document is the commit: the cause, the changed records, and what is to be said. */
export interface ChangeSet {
  _id: string;
  /** Business time; later than that of every version it supersedes. */
  at: Date;
  /** Schema number of this document. */
  schema: number;
  cause: Cause;
  /** The set that this one corrects; it belongs to that one's tree. */
  amends?: string;
  /** The set whose change made a rule act. */
  triggeredBy?: string;
  /** The sets that this one takes back, oldest first. */
  undoes?: string[];
  /** What stays of them, because later sets built on it: `deal:42/amount`, `deal:42/*` for the whole record. */
  keeps?: string[];
  /** Whose trees this set joins or changes: what it amends or followed from, and every set that its undo makes stand or fall. */
  follows?: string[];
  /** Rows of the sets taken back, to others than their author: withdrawn where they have not left. */
  withdraws?: string[];
  reason?: RuleReason;
  /** `deal:42@7`: this set takes deal 42 from version 7. Never empty: at least `set:<_id>`. Uniquely indexed. */
  guards: string[];
  changes: Change[];
  messages: Outgoing[];
  /** Of the answer to an event: before what machine time none of its messages has left. Some leave at once. */
  begun?: Date;
  /** Tells this insert from another process's insert of the same cause, when the store's answer was lost. */
  token: string;
  /** When its effects were known to be in place (machine time). */
  applied?: Date;
}

/** What every stored record carries beside its own fields. */
export interface Versioned {
  _id: string;
  /** Version; the first is 1. */
  v: number;
  /** When it last changed (business time). */
  updatedAt: Date;
  /** Each field's last writing set; `deleted` for the record's life (who created, removed or revived it). */
  writers: Record<string, string>;
  deleted?: boolean;
}

/** A record as read: its own fields and what every record carries. */
export type Stored<T> = T & Versioned;
