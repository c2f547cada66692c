import { rename } from 'node:fs/promises';
import type { Db, Document } from 'mongodb';
import { type Mark, type Seals, textsOf } from '../ports/seals.ts';
import { BACKUP_FORMAT, type BackupHeader, type BackupLine, writeBackup } from './backup-file.ts';
import { buttonKind } from './button.ts';
import { INBOX, LEDGER, OUTBOX, SUBJECT_KEYS } from './collections.ts';
import type { AnyKind } from './ledger.ts';
import { markedFields } from './personal-fields.ts';
import { SCHEMA, storedSchema } from './schema.ts';

export interface BackupPlan {
  db: Db;
  file: string;
  kinds: readonly AnyKind[];
  /** Further collections that belong to the business. */
  extra?: readonly string[];
  seals: Seals;
}

/** Where the keys go: a file of its own, to be kept apart. One opens every older backup too, as far as nothing was erased. */
export const keyFileOf = (file: string): string => `${file}.keys`;

/**
 * Copies everything to one file while the bot is at work: records first and the ledger last, so that every set whose
 * effect was copied, even in part, is in the copy. Personal fields of records are sealed on the way; the keys are copied
 * after all that they seal, into a file of their own. Returns the documents per collection.
 */
export async function backup(plan: BackupPlan, now: Date): Promise<Record<string, number>> {
  const schema = (await storedSchema(plan.db)) ?? SCHEMA;
  const header: BackupHeader = { genjin: 'backup', format: BACKUP_FORMAT, schema, at: now };
  const [file, keys] = [plan.file, keyFileOf(plan.file)];
  const counts = await writeBackup(`${file}.part`, header, documents(plan, textsOf(now)));
  await writeBackup(`${keys}.part`, { ...header, genjin: 'keys' }, rowsOf(plan.db, SUBJECT_KEYS));
  await rename(`${keys}.part`, keys);
  await rename(`${file}.part`, file);
  return counts;
}

async function* documents(plan: BackupPlan, texts: string): AsyncGenerator<BackupLine> {
  const kinds = kindsByCollection(plan);
  for (const name of collectionsOf(plan)) {
    const kind = kinds.get(name);
    for await (const line of rowsOf(plan.db, name))
      yield kind === undefined
        ? line
        : { in: name, document: await sealedRecord(plan.seals, kind, line.document, texts) };
  }
}

async function* rowsOf(db: Db, name: string): AsyncGenerator<BackupLine> {
  for await (const document of db.collection(name).find({}, { promoteValues: false })) yield { in: name, document };
}

function sealedRecord(seals: Seals, kind: AnyKind, record: Document, texts: string): Promise<Document> {
  const id = String(record._id);
  const subject = kind.subjectOf?.(id, record) ?? texts;
  const marks = markedFields(kind, record).map((path): Mark => ({ path, subject }));
  return seals.seal(kind.collection, record as Document & { _id: string }, marks);
}

export const kindsByCollection = ({ kinds }: Pick<BackupPlan, 'kinds'>): ReadonlyMap<string, AnyKind> =>
  new Map([...kinds, buttonKind].map((kind) => [kind.collection, kind as AnyKind]));

/** Every collection of a backup, in the order in which it is copied. */
export function collectionsOf({ kinds, extra = [] }: Pick<BackupPlan, 'kinds' | 'extra'>): string[] {
  return [...new Set([...kindsByCollection({ kinds }).keys(), ...extra, INBOX, OUTBOX]), LEDGER];
}
