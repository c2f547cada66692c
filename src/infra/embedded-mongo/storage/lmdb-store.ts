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
  const snapshots = new Snapshots(db);
  return {
    snapshot: () => snapshots.open(),
    write: (work) => {
      snapshots.letGo();
      try {
        return db.transactionSync(() => work(writer));
      } catch (error) {
        throw isOutOfSpace(error, file) ? new Error('ENOSPC: no space left on the device', { cause: error }) : error;
      } finally {
        // One that `work` opened shows what was there before.
        snapshots.letGo();
      }
    },
    copyTo: (target) => db.backup(target, true),
    sizeOnDisk: () => statSync(file).size,
    close: () => {
      snapshots.letGo();
      return db.close();
    },
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

/**
 * Snapshots between two commits show the same data, so they share one read transaction: to begin and to end one cost
 * a quarter of a find by index. It is kept until the next write, or longer by whoever still reads from it; without a
 * write it holds no page back from reuse.
 */
class Snapshots {
  readonly #db: Database;
  #latest: SharedSnapshot | undefined;

  constructor(db: Database) {
    this.#db = db;
  }

  open(): Snapshot {
    this.#latest ??= new SharedSnapshot(this.#db);
    return this.#latest.open();
  }

  letGo(): void {
    this.#latest?.done();
    this.#latest = undefined;
  }
}

class SharedSnapshot {
  readonly #transaction: Transaction;
  readonly #reader: Reader;
  /** Whoever made it counts too. */
  #users = 1;

  constructor(db: Database) {
    this.#transaction = db.useReadTransaction();
    this.#reader = readerOf(db, this.#transaction);
  }

  open(): Snapshot {
    this.#users++;
    let open = true;
    return {
      get: this.#reader.get,
      range: this.#reader.range,
      release: () => {
        if (open) this.done();
        open = false;
      },
    };
  }

  done(): void {
    this.#users--;
    if (this.#users === 0) this.#transaction.done();
  }
}
