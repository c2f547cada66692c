import type { Db } from 'mongodb';
import type { BlobStore } from '../../ports/blob-store.ts';
import type { AnyKind, Ledger } from '../ledger.ts';
import type { StoredDocument } from '../ledger-store.ts';
import { recordKey } from '../names.ts';
import { keyOfOwn, type OwnRecord } from './subject-records.ts';

interface Records {
  db: Db;
  kinds: readonly AnyKind[];
}

/** Files that only the subject's records hold, or ever held: the same content may belong to somebody else too. */
export async function blobsOf(
  own: readonly OwnRecord[],
  { ledger, ...records }: Records & { ledger: Pick<Ledger, 'history'> },
): Promise<Set<string>> {
  const blobs = new Set<string>();
  for (const { kind, record } of own) {
    if (kind.blobsAt === undefined) continue;
    const states: unknown[] = [record];
    for (const set of await ledger.history(kind.kind, record._id))
      for (const change of set.changes)
        if (change.kind === kind.kind && change.id === record._id) states.push(change.set);
    for (const blob of states.flatMap((state) => valuesAt(state, kind.blobsAt ?? ''))) blobs.add(blob);
  }
  const ours = new Set(own.map(keyOfOwn));
  return withoutHeld(blobs, records, (kind, id) => ours.has(recordKey(kind.kind, id)));
}

/**
 * Erases the files that were kept for a time alone, by their time (`by`; null: all of them, whatever their time): they
 * belong to no subject, so whoever is erased may stand in them. What a record holds by now stays. Returns how many went.
 */
export async function eraseKeptUntil(
  by: Date | null,
  { blobs, ...records }: Records & { blobs: Pick<BlobStore, 'keptUntil' | 'keepUntil' | 'erase'> },
): Promise<number> {
  const due = await blobs.keptUntil(by);
  const free = await withoutHeld(new Set(due), records, () => false);
  for (const blob of due) await (free.has(blob) ? blobs.erase(blob) : blobs.keepUntil(blob, null));
  return free.size;
}

/** Those that no other record holds. */
async function withoutHeld(
  blobs: Set<string>,
  { db, kinds }: Records,
  isOurs: (kind: AnyKind, id: string) => boolean,
): Promise<Set<string>> {
  for (const kind of kinds) {
    if (kind.blobsAt === undefined || blobs.size === 0) continue;
    for await (const record of db
      .collection<StoredDocument>(kind.collection)
      .find({ [kind.blobsAt]: { $in: [...blobs] } }))
      if (!isOurs(kind, record._id)) for (const blob of valuesAt(record, kind.blobsAt)) blobs.delete(blob);
  }
  return blobs;
}

/** The texts at a path, through lists. */
function valuesAt(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesAt(one, path));
  if (path === '') return typeof value === 'string' ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  const [key = '', ...rest] = path.split('.');
  return valuesAt((value as Record<string, unknown>)[key], rest.join('.'));
}
