import type { Db, Document } from 'mongodb';
import { type BackupPlan, collectionsOf, keyFileOf, kindsByCollection } from './backup.ts';
import {
  BACKUP_FORMAT,
  type BackupHeader,
  type BackupLine,
  BadBackup,
  readBackup,
  SEALED_FORMAT,
} from './backup-file.ts';
import { refusal } from './backup-texts.ts';
import { LEDGER, SUBJECT_KEYS } from './collections.ts';
import { DURABLE } from './mongo-ledger-store.ts';
import { blanksOf } from './personal-fields.ts';
import { newerStore, SCHEMA, writeSchema } from './schema.ts';
import { sealedFields } from './sealed-fields.ts';
import { subjectOfSealed } from './sealed-value.ts';
import type { KeyRow } from './subject-keys.ts';

const BATCH = 500;
/** Clocks may be wrong by hours: what was marked applied later than this before the copying is applied again. */
const DOUBT_MS = 24 * 60 * 60 * 1000;

interface RestorePlan extends BackupPlan {
  /** The file of keys; left out: the one beside the backup; null: what they open is given up. */
  keys?: string | null;
}

interface Restored {
  /** Documents by collection. */
  counts: Record<string, number>;
  /** Subjects whose personal values cannot be read, because no key came with them. */
  unreadable: number;
}

/**
 * Fills an empty store from a backup. Both files are read to their ends before anything is written. What was under way
 * when it was made is left unapplied: prepare the store, and its sweep puts every set into effect by version. Throws
 * PersonError for a file that is foreign, damaged or newer, for keys that are not there, and for a store that is not empty.
 */
export async function restore(plan: RestorePlan): Promise<Restored> {
  const header = await checkedHeader(plan.file);
  const keys = await checkedKeys(plan, header);
  for (const name of [...collectionsOf(plan), SUBJECT_KEYS])
    if ((await plan.db.collection(name).findOne({}, { projection: { _id: 1 } })) !== null)
      throw refusal((words) => words.notEmpty);
  if (keys !== null)
    for await (const rows of batches(keys))
      await plan.db.collection(SUBJECT_KEYS).insertMany(rows.map(documentOf), WRITE);
  const kinds = kindsByCollection(plan);
  const doubted = new Date(header.at.getTime() - DOUBT_MS);
  const counts: Record<string, number> = {};
  const subjects = new Set<string>();
  for await (const lines of batches(plan.file)) {
    const name = lines[0]?.in ?? '';
    for (const { document } of lines)
      for (const { sealed } of sealedFields(document)) subjects.add(subjectOfSealed(sealed));
    const kind = kinds.get(name);
    const documents = lines.map(documentOf);
    if (kind !== undefined) await plan.seals.open(name, documents, (field) => blanksOf(kind)[field]);
    const rows = name === LEDGER ? documents.map((set) => unapplied(set, doubted)) : documents;
    await plan.db.collection(name).insertMany(rows, WRITE);
    counts[name] = (counts[name] ?? 0) + rows.length;
  }
  const unreadable = await buryKeyless(plan.db, subjects, header.at);
  await writeSchema(plan.db, header.schema);
  return { counts, unreadable };
}

const WRITE = { writeConcern: DURABLE };

const documentOf = ({ document }: BackupLine) => document as Document & { _id: never };

/** The lines of a file, at most 500 at once, all of one collection. */
async function* batches(file: string): AsyncGenerator<BackupLine[]> {
  let batch: BackupLine[] = [];
  for await (const line of readBackup(file)) {
    if ('genjin' in line) continue;
    if (batch.length === BATCH || (batch[0] !== undefined && batch[0].in !== line.in)) {
      yield batch;
      batch = [];
    }
    batch.push(line);
  }
  if (batch.length > 0) yield batch;
}

/** Subjects without a key get none later: under a new one their old values would be taken for altered ones. */
async function buryKeyless(db: Db, subjects: ReadonlySet<string>, at: Date): Promise<number> {
  const rows = db.collection<KeyRow>(SUBJECT_KEYS);
  let buried = 0;
  const all = [...subjects];
  for (let from = 0; from < all.length; from += BATCH) {
    const writes = all.slice(from, from + BATCH).map((_id) => ({
      updateOne: { filter: { _id }, update: { $setOnInsert: { erasedAt: at } }, upsert: true },
    }));
    buried += (await rows.bulkWrite(writes, WRITE)).upsertedCount;
  }
  return buried;
}

function unapplied(set: Document, since: Date): Document & { _id: never } {
  const { applied, ...open } = set;
  return (applied instanceof Date && applied < since ? set : open) as Document & { _id: never };
}

async function checkedHeader(file: string): Promise<BackupHeader> {
  const read = await wholeFile(file, 'backup');
  if (read === 'missing') throw refusal((words) => words.missing);
  if (read === 'foreign') throw refusal((words) => words.foreign);
  if (read === 'broken') throw refusal((words) => words.broken);
  return read;
}

/** The file of keys that goes with a backup; null where none is needed or wanted. */
async function checkedKeys({ file, keys }: RestorePlan, header: BackupHeader): Promise<string | null> {
  if (keys === null || header.format < SEALED_FORMAT) return null;
  const name = keys ?? keyFileOf(file);
  const read = await wholeFile(name, 'keys');
  if (read === 'missing') throw refusal((words) => words.noKeys(name));
  if (typeof read === 'string') throw refusal((words) => words.foreignKeys(name));
  return name;
}

/** Reads a file to its end; its header, or what is wrong with it. Throws PersonError for one of a newer program. */
async function wholeFile(
  file: string,
  genjin: BackupHeader['genjin'],
): Promise<BackupHeader | 'missing' | 'foreign' | 'broken'> {
  let header: BackupHeader | undefined;
  try {
    for await (const line of readBackup(file)) {
      if (header !== undefined) continue;
      header = line as BackupHeader;
      if (header.genjin !== genjin) return 'foreign';
      const { format, schema } = header;
      if (format > BACKUP_FORMAT) throw refusal((words) => words.newer(format));
      if (schema > SCHEMA) throw newerStore(schema);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'missing';
    if (!(error instanceof BadBackup)) throw error;
    return header === undefined ? 'foreign' : 'broken';
  }
  return header ?? 'foreign';
}
