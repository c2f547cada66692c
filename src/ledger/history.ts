import type { Change, ChangeSet } from './change-set.ts';
import type { StoredDocument } from './ledger-store.ts';
import { recordKey } from './names.ts';
import { writerAfter } from './set-writes.ts';

/** One step of a record's life: the set, and what it changed there. */
export interface Version {
  set: ChangeSet;
  change: Change;
}

/** The steps of one record, oldest first, out of sets that may have touched others too. */
export function historyOf(kind: string, id: string, sets: readonly ChangeSet[]): Version[] {
  return sets
    .flatMap((set) =>
      set.changes.filter((one) => one.kind === kind && one.id === id).map((change) => ({ set, change })),
    )
    .sort((a, b) => a.change.base - b.change.base);
}

/** The steps of every record that the sets touched, by `recordKey`, each oldest first. */
export function historiesOf(sets: readonly ChangeSet[]): ReadonlyMap<string, Version[]> {
  const histories = new Map<string, Version[]>();
  for (const set of sets)
    for (const change of set.changes) {
      const key = recordKey(change.kind, change.id);
      const history = histories.get(key);
      if (history === undefined) histories.set(key, [{ set, change }]);
      else history.push({ set, change });
    }
  for (const history of histories.values()) history.sort((a, b) => a.change.base - b.change.base);
  return histories;
}

/** The record after one more change; what `apply` does to the collection, done in memory. */
export function folded(record: StoredDocument | null, set: ChangeSet, change: Change): StoredDocument {
  const next: StoredDocument = {
    ...record,
    ...change.set,
    _id: change.id,
    v: change.base + 1,
    updatedAt: set.at,
    writers: { ...record?.writers },
  };
  for (const field of Object.keys(change.set)) setWriter(next.writers, field, writerAfter(set._id, change, field));
  for (const field of change.unset ?? []) {
    delete next[field];
    delete next.writers[field];
  }
  if (change.base === 0 || change.deleted !== undefined)
    setWriter(next.writers, 'deleted', writerAfter(set._id, change, 'deleted'));
  if (change.deleted === true) next.deleted = true;
  if (change.deleted === false) delete next.deleted;
  return next;
}

function setWriter(writers: Record<string, string>, field: string, writer: string | null): void {
  if (writer === null) delete writers[field];
  else writers[field] = writer;
}

/** The record as it was at an instant; null before its creation. */
export function foldedAt(history: readonly Version[], at: Date): StoredDocument | null {
  let record: StoredDocument | null = null;
  for (const { set, change } of history) {
    if (set.at > at) break;
    record = folded(record, set, change);
  }
  return record;
}
