import type { Db } from 'mongodb';
import type { AnyKind, Ledger } from '../ledger.ts';
import type { StoredDocument } from '../ledger-store.ts';
import { recordKey } from '../names.ts';
import { keyOfOwn, type OwnRecord } from './subject-records.ts';

/** Files that only the subject's records hold, or ever held: the same content may belong to somebody else too. */
export async function blobsOf(
  own: readonly OwnRecord[],
  { db, ledger, kinds }: { db: Db; ledger: Pick<Ledger, 'history'>; kinds: readonly AnyKind[] },
): Promise<Set<string>> {
  const blobs = new Set<string>();
  const note = (kind: AnyKind, fields: object) => {
    for (const blob of kind.blobsOf?.(fields) ?? []) blobs.add(blob);
  };
  for (const { kind, record } of own) {
    if (kind.blobsOf === undefined) continue;
    note(kind, record);
    for (const set of await ledger.history(kind.kind, record._id))
      for (const change of set.changes)
        if (change.kind === kind.kind && change.id === record._id) note(kind, change.set);
  }
  if (blobs.size === 0) return blobs;
  const ours = new Set(own.map(keyOfOwn));
  for (const kind of kinds) {
    if (kind.blobsOf === undefined) continue;
    for await (const record of db.collection<StoredDocument>(kind.collection).find({}))
      if (!ours.has(recordKey(kind.kind, record._id))) for (const blob of kind.blobsOf(record)) blobs.delete(blob);
  }
  return blobs;
}
