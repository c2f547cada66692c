import { rename } from 'node:fs/promises';
import type { Db, Document } from 'mongodb';
import { defineTexts } from '../chat/texts.ts';
import { PersonError } from '../errors.ts';
import {
  BACKUP_FORMAT,
  type BackupHeader,
  type BackupLine,
  BadBackup,
  readBackup,
  writeBackup,
} from './backup-file.ts';
import { buttonKind } from './button.ts';
import { INBOX, LEDGER, OUTBOX } from './collections.ts';
import type { AnyKind } from './ledger.ts';
import { DURABLE } from './mongo-ledger-store.ts';
import { newerStore, SCHEMA, storedSchema, writeSchema } from './schema.ts';

interface BackupPlan {
  db: Db;
  file: string;
  kinds: readonly AnyKind[];
  /** Further collections that belong to the business. */
  extra?: readonly string[];
}

const BATCH = 500;
/** Clocks may be wrong by hours: what was marked applied later than this before the copying is applied again. */
const DOUBT_MS = 24 * 60 * 60 * 1000;

const texts = defineTexts({
  zh: {
    foreign: '这不是跟进的备份文件。',
    broken: '备份文件不完整或已损坏,没有恢复任何内容。',
    newer: (format: number) => `这份备份是更新的格式(${format}),请用新版程序恢复。`,
    notEmpty: '目标数据库不是空的。请恢复到一个空的数据文件夹或空的数据库。',
    missing: '找不到这个备份文件。',
  },
  en: {
    foreign: 'This is not a Genjin backup.',
    broken: 'The backup file is incomplete or damaged. Nothing was restored.',
    newer: (format: number) => `This backup has a newer format (${format}). Restore it with the newer version.`,
    notEmpty: 'The target is not empty. Restore into an empty data folder or an empty database.',
    missing: 'There is no such backup file.',
  },
});

const both = (words: (table: ReturnType<typeof texts>) => string): PersonError =>
  new PersonError(`${words(texts('en'))}\n${words(texts('zh'))}`);

/**
 * Copies everything to one file while the bot is at work: records first and the ledger last, so that every set whose
 * effect was copied, even in part, is in the copy. Returns the documents per collection.
 */
export async function backup(plan: BackupPlan, now: Date): Promise<Record<string, number>> {
  const schema = (await storedSchema(plan.db)) ?? SCHEMA;
  const header: BackupHeader = { genjin: 'backup', format: BACKUP_FORMAT, schema, at: now };
  const unfinished = `${plan.file}.part`;
  const counts = await writeBackup(unfinished, header, documents(plan.db, collectionsOf(plan)));
  await rename(unfinished, plan.file);
  return counts;
}

async function* documents(db: Db, collections: readonly string[]): AsyncGenerator<BackupLine> {
  for (const name of collections)
    for await (const document of db.collection(name).find({}, { promoteValues: false })) yield { in: name, document };
}

function collectionsOf({ kinds, extra = [] }: BackupPlan): string[] {
  const records = [...kinds, buttonKind].map((kind) => kind.collection);
  return [...new Set([...records, ...extra, INBOX, OUTBOX]), LEDGER];
}

/**
 * Fills an empty store from a backup. The file is read to its end before anything is written. What was under way when it
 * was made is left unapplied: prepare the store, and its sweep puts every set into effect by version. Throws PersonError
 * for a file that is foreign, damaged or newer, and for a store that is not empty.
 */
export async function restore(plan: BackupPlan): Promise<Record<string, number>> {
  const header = await checkedHeader(plan.file);
  for (const name of collectionsOf(plan))
    if ((await plan.db.collection(name).findOne({}, { projection: { _id: 1 } })) !== null)
      throw both((words) => words.notEmpty);
  const counts: Record<string, number> = {};
  const doubted = new Date(header.at.getTime() - DOUBT_MS);
  let batch: BackupLine[] = [];
  const flush = async () => {
    const [first] = batch;
    if (first === undefined) return;
    const rows = batch.map((line) => (line.in === LEDGER ? unapplied(line.document, doubted) : line.document));
    await plan.db.collection(first.in).insertMany(rows, { writeConcern: DURABLE });
    counts[first.in] = (counts[first.in] ?? 0) + rows.length;
    batch = [];
  };
  for await (const line of readBackup(plan.file)) {
    if ('genjin' in line) continue;
    if (batch.length === BATCH || (batch[0] !== undefined && batch[0].in !== line.in)) await flush();
    batch.push(line);
  }
  await flush();
  await writeSchema(plan.db, header.schema);
  return counts;
}

function unapplied(set: Document, since: Date): Document {
  const { applied, ...open } = set;
  return applied instanceof Date && applied < since ? set : open;
}

async function checkedHeader(file: string): Promise<BackupHeader> {
  let header: BackupHeader | undefined;
  try {
    for await (const line of readBackup(file)) {
      header ??= line as BackupHeader;
      if (header.genjin !== 'backup') throw both((words) => words.foreign);
      if (header.format > BACKUP_FORMAT) throw both((words) => words.newer(header?.format ?? 0));
      if (header.schema > SCHEMA) throw newerStore(header.schema);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw both((words) => words.missing);
    if (!(error instanceof BadBackup)) throw error;
    throw both((words) => (header === undefined ? words.foreign : words.broken));
  }
  if (header === undefined) throw both((words) => words.foreign);
  return header;
}
