import { statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { open, type RootDatabase, type Transaction } from 'lmdb';
import { checkDataFile } from './data-file.ts';
import type { KeyRange, KeyValueStore, Reader, Snapshot, Writer } from './key-value.ts';

export const DATA_FILE = 'store.mdb';

/** With less than this left, a write that failed has failed for want of space. */
const FULL_BYTES = 1024 * 1024;

type Database = RootDatabase<Buffer, Buffer>;

/**
 * LMDB as the key-value store of a data folder.
 *
 * Commits are synchronous on purpose: while one waits for the disk, further commands gather and share the next commit
 * (see group-commit.ts), and a full disk or a failing sync surfaces as an exception of exactly the commit it hit.
 * `overlappingSync` is off, so that a commit that returned is on disk; `noSync` is never used.
 */
export function openLmdbStore(folder: string, everyPage = false): KeyValueStore {
  return openLmdbFile(join(folder, DATA_FILE), everyPage);
}

/**
 * The same for a file outside a data folder, such as a backup. Throws DataFolderDamaged for one that LMDB could not
 * read; `everyPage` as in `checkDataFile`.
 */
export function openLmdbFile(file: string, everyPage: boolean): KeyValueStore {
  checkDataFile(file, everyPage);
  const db: Database = open({
    path: file,
    noSubdir: true,
    encoding: 'binary',
    keyEncoding: 'binary',
    overlappingSync: false,
    maxReaders: 2048,
  });
  const writer: Writer = {
    ...readerOf(db, undefined),
    put: (key, value) => void db.put(key, value),
    remove: (key) => void db.remove(key),
  };
  return {
    snapshot: () => openSnapshot(db),
    write: (work) => {
      try {
        return db.transactionSync(() => work(writer));
      } catch (error) {
        throw isOutOfSpace(error, file) ? new Error('ENOSPC: no space left on the device', { cause: error }) : error;
      }
    },
    copyTo: (target) => db.backup(target, true),
    sizeOnDisk: () => statSync(file).size,
    close: () => db.close(),
  };
}

/** LMDB calls a write that the disk took only a part of an input/output error. */
function isOutOfSpace(error: unknown, file: string): boolean {
  if (!(error instanceof Error) || !/Input\/output error/.test(error.message)) return false;
  const { bavail, bsize } = statfsSync(file);
  return bavail * bsize < FULL_BYTES;
}

/** Without a transaction of its own it reads through the write transaction that is open around the call. */
function readerOf(db: Database, transaction: Transaction | undefined): Reader {
  const options = transaction && { transaction };
  return {
    get: (key) => db.get(key, options),
    range: ({ from, to, reverse }: KeyRange) => {
      // Reversed, LMDB starts at `start` and includes it: our upper end is exclusive, the lower one inclusive.
      const bounds = reverse
        ? { start: to, end: from, exclusiveStart: true, inclusiveEnd: true, reverse }
        : { start: from, end: to };
      return db.getRange({ ...bounds, ...options });
    },
  };
}

function openSnapshot(db: Database): Snapshot {
  const transaction = db.useReadTransaction();
  let open = true;
  return {
    ...readerOf(db, transaction),
    release: () => {
      if (open) transaction.done();
      open = false;
    },
  };
}
