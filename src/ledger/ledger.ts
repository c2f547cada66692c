import type { Address, MessageDraft } from '../chat/message.ts';
import type { Cause, ChangeSet, Outgoing, Recheck, RuleReason, Stored, Versioned } from './change-set.ts';

/** What is kept under one kind name: its collection, the check that commit makes, and which fields are personal. */
export interface RecordKind<T extends object = Record<string, unknown>> {
  /** Kebab-case, no `:` or `@`. */
  kind: string;
  collection: string;
  /** Throws when the fields (the whole record after the change) break a rule of the noun. */
  validate?(fields: T): void;
  /** Fields sealed wherever they leave the record (ledger, backups), each with what stands in its place once erased. */
  personal?: Partial<T>;
  /** Whose they are (`account:…`, `person:…`); null, or left out: nobody's by itself, sealed for as long as texts are kept. */
  subjectOf?(id: string, fields: T): string | null;
  /** Where the record holds ids of files in the blob store (`files.blob`), indexed: they are erased with its subject. */
  blobsAt?: string;
  /** Personal fields that name somebody: a text with one of them in it goes when its subject is erased. */
  names?: readonly string[];
  /** What the talk itself remembers (conversation, question, button, nudge): applied last, kept by undo as it is. */
  bookkeeping?: boolean;
  /** Fields that every later set may overwrite without an undo of the earlier one calling it a conflict (last contact). */
  yields?: readonly string[];
  /** This kind keeps a field of another unique: a record of it is one value, its `holder` the one record that has it. */
  keyOf?: { kind: string; field: string };
}

/** A kind of whatever fields. */
export type AnyKind = RecordKind<object>;

/** One decision under way: what it read, what it means to change and to say. Nothing happens until the ledger commits it. */
export interface Draft {
  readonly setId: string;
  readonly cause: Cause;
  newId(kind: string): string;
  /**
   * The record as it would be after this draft, or null when absent or deleted. Read an owner before what hangs on it: a
   * set shows what it made before what it changed.
   */
  read<T extends object>(kind: RecordKind<T>, id: string): Promise<Stored<T> | null>;
  /** The same of many, in the order of the ids, by one way to the store and back. */
  readAll<T extends object>(kind: RecordKind<T>, ids: readonly string[]): Promise<(Stored<T> | null)[]>;
  /** Creates a record; an id whose record was deleted gets a new life. Throws where a living one has been read. */
  create<T extends object>(kind: RecordKind<T>, id: string, fields: T): void;
  /**
   * Changes fields of a record as it was read, whole; several changes of one record in one draft become one. Undefined
   * leaves a field as it is, null is written as null. Writing a value again makes this set the field's writer.
   */
  change<T extends object>(
    kind: RecordKind<T>,
    record: Stored<T>,
    patch: Partial<{ [K in keyof T]: T[K] | null }>,
  ): void;
  remove<T extends object>(kind: RecordKind<T>, record: Stored<T>): void;
  /** Takes a record that the decision relies on but does not change. */
  rely(kind: AnyKind, record: Versioned): void;
  /** Says something once the set is committed; returns the outbox row's id. */
  send(to: Address, message: MessageDraft, options?: SendOptions): string;
  amends(setId: string): void;
  triggeredBy(setId: string): void;
  because(reason: RuleReason): void;
}

export interface SendOptions {
  replaces?: string;
  notBefore?: Date;
  recheck?: Recheck;
  /** A row of a set that was undone, which this message puts right; it leaves only if that one did. */
  corrects?: string;
  /** Who may press the buttons: person ids; null: anyone who sees them. Left out: `to.onlyFor`, or the direct talk's person, else the cause's person (anyone, for `system`). */
  pressers?: string[] | null;
}

/** `repeated`: this cause had committed before; nothing was decided again, the first one's set is returned. */
export type Recorded<T> = { kind: 'committed'; set: ChangeSet; outcome: T } | { kind: 'repeated'; set: ChangeSet };

/** A field of the tree that a later set built on, so that undo would lose somebody's work. */
export interface UndoConflict {
  kind: string;
  id: string;
  /** `*`: the record as a whole, which the undo would take away or bring back. */
  field: string;
  /** The later set and who made it. */
  set: string;
  by: string;
}

/**
 * `sent` and `withdrawn` are the messages of the tree to others than their author: those that have left already, and
 * those that will not leave any more. Post a correction to each with `corrects`: the deliverer drops it where the
 * message turns out not to have left.
 */
export type UndoOutcome =
  | { kind: 'undone'; undid: ChangeSet[]; kept: UndoConflict[]; sent: Outgoing[]; withdrawn: Outgoing[] }
  | { kind: 'conflict'; conflicts: UndoConflict[]; undoable: boolean }
  | { kind: 'nothing' };

/** The book in which every change is one document; see docs/adr for why. */
export interface Ledger {
  /**
   * Decides and commits. `decide` reads, changes and says through the draft; when another set got there first, what is
   * committed is applied and `decide` runs again on fresh reads: it must have no effect but through the draft. Applies
   * before it returns. Throws what `decide` throws, and ServiceError when the store cannot be reached or the same
   * records keep changing; the same cause may then be recorded again.
   */
  record<T>(cause: Cause, decide: (draft: Draft) => Promise<T>): Promise<Recorded<T>>;
  findSet(id: string): Promise<ChangeSet | null>;
  /** A record as it stands, for an answer that changes nothing; null when absent or deleted. */
  read<T extends object>(kind: RecordKind<T>, id: string): Promise<Stored<T> | null>;
  /** The same of many, in the order of the ids. */
  readAll<T extends object>(kind: RecordKind<T>, ids: readonly string[]): Promise<(Stored<T> | null)[]>;
  /** The set with everything that amended it or followed from it, oldest first; sets already taken back left out. */
  tree(setId: string): Promise<ChangeSet[]>;
  /**
   * Takes back a set and its tree inside a draft. A field that a later set built on: `conflict` and the draft is left
   * as it was, unless `keepConflicting` (then those fields stay and the rest goes). Undoing an undo restores.
   * Messages to others that have not left are withdrawn.
   */
  undo(draft: Draft, setId: string, options?: { keepConflicting?: boolean }): Promise<UndoOutcome>;
  /** Every set that touched a record, oldest first. */
  history(kind: string, id: string): Promise<ChangeSet[]>;
  /** The record as it was at an instant of business time; null when it did not exist or was deleted then. */
  recordAt<T extends object>(kind: RecordKind<T>, id: string, at: Date): Promise<Stored<T> | null>;
  /** Finishes whatever is committed and not applied, by whomever; runs at start and every few seconds. Returns how many. */
  sweep(): Promise<number>;
  /** Writes down what is known to be applied; call before the store is closed. */
  close(): Promise<void>;
}
