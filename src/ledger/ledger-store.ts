import type { ChangeSet, Versioned } from './change-set.ts';

/** A record as it lies in its collection, tombstones included. */
export type StoredDocument = Versioned & Record<string, unknown>;

/** How a commit ended. A number: the effects were written as well, and that many found their document or made it. */
export type Landed = 'inserted' | 'clash' | number;

/** One write to one document; `update` in MongoDB's form. With `upsert` it makes the document where none is. */
export interface Write {
  collection: string;
  filter: { _id: string } & Record<string, unknown>;
  update: { $set?: Record<string, unknown>; $unset?: Record<string, true>; $setOnInsert?: Record<string, unknown> };
  upsert?: true;
}

/**
 * What the ledger asks of a store, and all of it: an insert that is unique by `_id` and by every guard, reads that see
 * what was written before, and writes that act on one document each.
 */
export interface LedgerStore {
  /**
   * Commits a set, and where that succeeds goes on with its effects in the same round trip, if the store can.
   * `clash`: the cause or a guard is taken already, and nothing was written. Anything thrown but a refusal leaves the
   * outcome unknown.
   */
  insert(set: ChangeSet, effects?: () => Promise<readonly Write[]>): Promise<Landed>;
  setsById(ids: readonly string[]): Promise<ChangeSet[]>;
  setsGuarding(guards: readonly string[]): Promise<ChangeSet[]>;
  /** Sets that changed or relied upon any record with one of these ids, of whatever kind. */
  setsTouching(ids: readonly string[]): Promise<ChangeSet[]>;
  /** Sets that amend, follow from or take back one of these. */
  setsFollowing(ids: readonly string[]): Promise<ChangeSet[]>;
  /** The whole ledger, in any order. */
  everySet(): AsyncIterable<ChangeSet>;
  unapplied(limit: number): Promise<ChangeSet[]>;
  read(collection: string, ids: readonly string[]): Promise<StoredDocument[]>;
  /** Durably writes, in order. Returns how many of the writes found their document or made it. */
  write(writes: readonly Write[]): Promise<number>;
  /** Which of these outbox rows have left or are leaving. */
  sent(rows: readonly string[]): Promise<Set<string>>;
  markApplied(ids: readonly string[], at: Date): Promise<void>;
}

/** Thrown by a store when a write was refused for good: repeating it would change nothing. */
export class WriteRefused extends Error {
  override readonly name = 'WriteRefused';
}
