import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Db } from 'mongodb';
import type { AnyKind, Draft, Ledger, RecordKind } from '../ledger.ts';
import type { StoredDocument } from '../ledger-store.ts';
import { erasureCause, recordKey } from '../names.ts';
import { blanksOf } from '../personal-fields.ts';
import { fieldsOf } from '../record-draft.ts';

/** A record whose personal fields are the subject's. */
export interface OwnRecord {
  kind: AnyKind;
  record: StoredDocument;
}

/** At most so many records in one change set. */
const CHUNK = 500;

export const keyOfOwn = ({ kind, record }: OwnRecord): string => recordKey(kind.kind, record._id);

/** Every record of a subject, deleted ones too. Reads all records of the kinds that have subjects. */
export async function recordsOf(subject: string, db: Db, kinds: readonly AnyKind[]): Promise<OwnRecord[]> {
  const own: OwnRecord[] = [];
  for (const kind of kinds) {
    if (kind.subjectOf === undefined) continue;
    for await (const record of db.collection<StoredDocument>(kind.collection).find({}))
      if (kind.subjectOf(record._id, fieldsOf(record)) === subject) own.push({ kind, record });
  }
  return own;
}

/** What they are called and were ever called: the values of the fields that name somebody. */
export async function namesOf(own: readonly OwnRecord[], ledger: Pick<Ledger, 'history'>): Promise<Set<string>> {
  const names = new Set<string>();
  const note = (fields: Record<string, unknown>, which: readonly string[]) => {
    for (const field of which) for (const name of [fields[field]].flat()) if (typeof name === 'string') names.add(name);
  };
  for (const { kind, record } of own) {
    if (kind.names === undefined) continue;
    note(record, kind.names);
    for (const set of await ledger.history(kind.kind, record._id))
      for (const change of set.changes) {
        if (change.kind !== kind.kind || change.id !== record._id) continue;
        note(change.set, kind.names);
        note(change.before, kind.names);
      }
  }
  return names;
}

/**
 * Blanks what is personal in the subject's records: in living ones by change sets like any other, which also let go of
 * the names that they hold; in deleted ones in place, as nobody can change those.
 */
export async function blankRecords(
  subject: string,
  own: readonly OwnRecord[],
  { db, ledger, kinds }: { db: Db; ledger: Pick<Ledger, 'record'>; kinds: readonly AnyKind[] },
): Promise<void> {
  for (const { kind, record } of own.filter(({ record }) => record.deleted === true))
    await db
      .collection<StoredDocument>(kind.collection)
      .updateOne({ _id: record._id, deleted: true }, { $set: held(kind, record) });
  const living = own.filter(
    ({ kind, record }) => record.deleted !== true && Object.keys(held(kind, record)).length > 0,
  );
  for (let from = 0; from < living.length; from += CHUNK) {
    const chunk = living.slice(from, from + CHUNK);
    const keys = await namesHeld(chunk, db, kinds);
    const content = createHash('sha256').update(`${subject}\n`);
    for (const one of chunk) content.update(`${keyOfOwn(one)}@${one.record.v}\n`);
    const id = erasureCause(content.digest('base64url').slice(0, 24));
    await ledger.record({ id, kind: 'admin', by: 'system' }, async (draft) => {
      for (const { kind, record } of chunk) await blankOne(draft, kind, record._id);
      for (const { kind, record } of keys) {
        const key = await draft.read(kind as RecordKind, record._id);
        if (key !== null) draft.remove(kind as RecordKind, key);
      }
    });
  }
}

async function blankOne(draft: Draft, kind: AnyKind, id: string): Promise<void> {
  const record = await draft.read(kind as RecordKind, id);
  if (record !== null) draft.change(kind as RecordKind, record, held(kind, record));
}

/** The blanks of the fields that say something. */
const held = (kind: AnyKind, record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(blanksOf(kind)).filter(
      ([field, blank]) => field in record && !isDeepStrictEqual(record[field], blank),
    ),
  );

/** The records that keep a name unique for one of these. */
async function namesHeld(chunk: readonly OwnRecord[], db: Db, kinds: readonly AnyKind[]): Promise<OwnRecord[]> {
  const found: OwnRecord[] = [];
  for (const kind of kinds.filter(({ keyOf }) => keyOf !== undefined)) {
    const holders = chunk.filter((one) => one.kind.kind === kind.keyOf?.kind).map(({ record }) => record._id);
    if (holders.length === 0) continue;
    const filter = { holder: { $in: holders }, deleted: { $ne: true } };
    for (const record of await db.collection<StoredDocument>(kind.collection).find(filter).toArray())
      found.push({ kind, record });
  }
  return found;
}
