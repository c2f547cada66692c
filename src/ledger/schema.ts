import type { Db } from 'mongodb';
import { defineTexts } from '../chat/texts.ts';
import { PersonError } from '../errors.ts';
import type { ChangeSet } from './change-set.ts';
import { STORE_INFO } from './collections.ts';

/** The schema number of what this program writes: of records as well as of change sets. */
export const SCHEMA = 2;

/** Turns a change set of schema n into one of schema n + 1, by n. Sets are never rewritten in the store. */
const upcasters: Record<number, (set: ChangeSet) => ChangeSet> = {
  // From 2 on personal values are sealed; one that lies plain is read as it is.
  1: (set) => ({ ...set, schema: 2 }),
};

const texts = defineTexts({
  zh: {
    newer: (theirs: number, ours: number) =>
      `这份数据由更新的版本写成(${theirs} > ${ours})。请用新版程序打开,或恢复升级前的备份。`,
  },
  en: {
    newer: (theirs: number, ours: number) =>
      `This data was written by a newer version (${theirs} > ${ours}). Start that version, or restore a backup from before the upgrade.`,
  },
});

/** Says that the store is newer than the program, in both languages: who reads it is not known yet. */
export function newerStore(theirs: number): PersonError {
  return new PersonError(`${texts('en').newer(theirs, SCHEMA)}\n${texts('zh').newer(theirs, SCHEMA)}`);
}

/** A change set in today's shape. Throws PersonError for one that a newer program wrote. */
export function readSet(stored: ChangeSet): ChangeSet {
  if (stored.schema > SCHEMA) throw newerStore(stored.schema);
  let set = stored;
  while (set.schema < SCHEMA) {
    const upcast = upcasters[set.schema];
    if (upcast === undefined) throw new Error(`no way from change sets of schema ${set.schema} to the next`);
    set = upcast(set);
  }
  return set;
}

interface StoreInfo {
  _id: 'store';
  schema: number;
}

/** The store's schema number; null for a store that nothing has written to yet. */
export async function storedSchema(db: Db): Promise<number | null> {
  const info = await db.collection<StoreInfo>(STORE_INFO).findOne({ _id: 'store' });
  return info?.schema ?? null;
}

export async function writeSchema(db: Db, schema: number): Promise<void> {
  await db
    .collection<StoreInfo>(STORE_INFO)
    .updateOne({ _id: 'store' }, { $set: { schema } }, { upsert: true, writeConcern: { w: 'majority', j: true } });
}
