import { createHash } from 'node:crypto';
import type { Db } from 'mongodb';
import { LEDGER } from './collections.ts';
import type { AnyKind, Ledger, RecordKind } from './ledger.ts';
import type { StoredDocument } from './ledger-store.ts';
import { ledgerIndexes } from './mongo-ledger-store.ts';
import { newerStore, SCHEMA, storedSchema, writeSchema } from './schema.ts';

/** At most so many records in one change set. */
const CHUNK = 500;

/** Brings the records of one kind to a new schema. */
export interface Migration {
  /** The schema number that it leads to; several migrations may lead to the same. */
  to: number;
  kind: AnyKind;
  /** The fields to write; null where the record is in its new form already, or needs none. */
  change(record: StoredDocument): Record<string, unknown> | null;
}

interface StoreTools {
  db: Db;
  ledger: Ledger;
  migrations?: readonly Migration[];
}

/**
 * Makes a store ready for this program: refuses one that a newer program wrote (PersonError), makes the ledger's indexes,
 * finishes what was committed, and migrates. May be interrupted at any point and run again.
 */
export async function prepareStore({ db, ledger, migrations = [] }: StoreTools): Promise<void> {
  const stored = await storedSchema(db);
  if (stored !== null && stored > SCHEMA) throw newerStore(stored);
  await ledgerIndexes(db);
  await ledger.sweep();
  const empty = (await db.collection(LEDGER).findOne({}, { projection: { _id: 1 } })) === null;
  const from = stored ?? (empty ? SCHEMA : 1);
  await migrate({ db, ledger, migrations }, from);
  if (stored !== SCHEMA) await writeSchema(db, SCHEMA);
}

async function migrate({ db, ledger, migrations = [] }: StoreTools, from: number): Promise<void> {
  const due = migrations.filter(({ to }) => to > from && to <= SCHEMA).sort((a, b) => a.to - b.to);
  for (const [place, migration] of due.entries()) {
    await migrateKind(db, ledger, migration);
    if (due[place + 1]?.to !== migration.to) await writeSchema(db, migration.to);
  }
}

async function migrateKind(db: Db, ledger: Ledger, { to, kind, change }: Migration): Promise<void> {
  const collection = db.collection<StoredDocument>(kind.collection);
  for (let after = ''; ; ) {
    const page = await collection
      .find({ _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(CHUNK)
      .toArray();
    const old = page.filter((record) => record.deleted !== true && change(record) !== null);
    if (old.length > 0) {
      const cause = { id: chunkId(to, kind, old), kind: 'migration' as const, by: 'system' };
      await ledger.record(cause, async (draft) => {
        for (const { _id } of old) {
          const record = await draft.read(kind as RecordKind, _id);
          const patch = record === null ? null : change(record);
          if (record !== null && patch !== null) draft.change(kind as RecordKind, record, patch);
        }
      });
    }
    const last = page.at(-1);
    if (last === undefined || page.length < CHUNK) return;
    after = last._id;
  }
}

/** Names the records of a chunk in the versions that it found: the same work is done once, what is left is other work. */
function chunkId(to: number, kind: AnyKind, records: readonly StoredDocument[]): string {
  const content = createHash('sha256');
  for (const { _id, v } of records) content.update(`${_id}@${v}\n`);
  return `migration:${to}:${kind.kind}:${content.digest('base64url').slice(0, 24)}`;
}
