import { copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { runningServerUri } from './running-server.ts';
import { Catalog } from './storage/catalog.ts';
import { checkDataFile, DataFolderDamaged } from './storage/data-file.ts';
import { forgetOwner } from './storage/folder-lock.ts';
import { type Fault, inspectCollection } from './storage/inspect.ts';
import type { KeyValueStore } from './storage/key-value.ts';
import { DATA_FILE, openLmdbFile, openLmdbStore } from './storage/lmdb-store.ts';
import { makeFolder } from './storage/make-folder.ts';
import { COMPACTED_FILE, damageOr, openFolder, RESTORED_FILE } from './storage/open-folder.ts';
import { syncPath } from './storage/sync-path.ts';

/** What a check has seen: how much there is, and what is wrong with it. */
export interface CheckResult {
  readonly collections: number;
  readonly documents: number;
  readonly faults: readonly Fault[];
}

/** The folder holds no data file, or the file to write is there already. */
export class StoreFileError extends Error {
  readonly kind: 'missing' | 'exists';
  readonly path: string;

  constructor(kind: 'missing' | 'exists', path: string) {
    super(kind === 'missing' ? `There is no data in ${path}.` : `${path} exists already.`);
    this.name = 'StoreFileError';
    this.kind = kind;
    this.path = path;
  }
}

/**
 * Reads every page and every document and walks every index against its collection, on a snapshot; a server may run
 * meanwhile. Throws DataFolderDamaged for a file whose pages LMDB could not even read.
 */
export async function checkStore(dataDir: string): Promise<CheckResult> {
  const folder = existing(dataDir);
  const store = openLmdbStore(folder, true);
  try {
    return inspectStore(store);
  } catch (error) {
    throw damageOr(error, folder);
  } finally {
    await store.close();
  }
}

function inspectStore(store: KeyValueStore): CheckResult {
  const snapshot = store.snapshot();
  try {
    const catalog = new Catalog();
    catalog.load(snapshot);
    const collections = catalog.list();
    const faults = collections.flatMap((collection) => {
      const inspection = inspectCollection(snapshot, collection);
      for (;;) {
        const step = inspection.next();
        if (step.done) return step.value;
      }
    });
    return {
      collections: collections.length,
      documents: collections.reduce((sum, { count }) => sum + count, 0),
      faults,
    };
  } finally {
    snapshot.release();
  }
}

/** Writes a consistent, compacted copy of a data folder into a file that must not exist; a server may run meanwhile. */
export async function backupStore(dataDir: string, file: string): Promise<void> {
  const target = resolve(file);
  if (existsSync(target)) throw new StoreFileError('exists', target);
  const store = openLmdbStore(existing(dataDir), true);
  const partial = `${target}.part`;
  rmSync(partial, { force: true });
  try {
    await store.copyTo(partial);
    moveDurably(partial, target);
  } finally {
    await store.close();
    rmSync(partial, { force: true });
  }
}

/** Puts a backup in the place of a data folder's content, after checking all of it. Throws while a server has the folder. */
export async function restoreStore(dataDir: string, file: string): Promise<CheckResult> {
  if (!existsSync(file)) throw new StoreFileError('missing', resolve(file));
  const folder = resolve(dataDir);
  makeFolder(folder);
  const partial = join(folder, RESTORED_FILE);
  try {
    copyFileSync(file, partial);
    const result = await inspectCopy(partial);
    if (result.faults.length === 0) await replaceData(folder, partial);
    return result;
  } finally {
    for (const left of [partial, `${partial}-lock`]) rmSync(left, { force: true });
  }
}

/** A copy without faults forgets the process that has its original open, which may well run on beside the copy. */
async function inspectCopy(file: string): Promise<CheckResult> {
  const copy = openLmdbFile(file, true);
  try {
    const result = inspectStore(copy);
    if (result.faults.length === 0) forgetOwner(copy);
    return result;
  } finally {
    await copy.close();
  }
}

/** Rewrites the data file without its free pages. Throws while a server has the folder. Returns bytes before and after. */
export async function compactStore(dataDir: string): Promise<{ before: number; after: number }> {
  const folder = existing(dataDir);
  const partial = join(folder, COMPACTED_FILE);
  const size = () => statSync(join(folder, DATA_FILE)).size;
  const before = size();
  rmSync(partial, { force: true });
  try {
    await replaceOpen(folder, partial, (store) => store.copyTo(partial));
  } finally {
    rmSync(partial, { force: true });
  }
  return { before, after: size() };
}

/** Swaps the data file for another one. A damaged one is kept beside it. */
async function replaceData(folder: string, replacement: string): Promise<void> {
  const file = join(folder, DATA_FILE);
  if (!isDamaged(file)) return replaceOpen(folder, replacement);
  // The lock lies in the damaged file; whether a server still runs on it has to be asked of its socket.
  if ((await runningServerUri(folder)) !== undefined)
    throw new DataFolderDamaged(file, 'and a server is running on it');
  renameSync(file, `${file}.damaged`);
  rmSync(`${file}-lock`, { force: true });
  moveDurably(replacement, file);
}

function isDamaged(file: string): boolean {
  try {
    checkDataFile(file, true);
    return false;
  } catch (error) {
    if (error instanceof DataFolderDamaged) return true;
    throw error;
  }
}

/** The swap while nobody else can have the folder. */
async function replaceOpen(
  folder: string,
  replacement: string,
  prepare?: (store: KeyValueStore) => Promise<void>,
): Promise<void> {
  const file = join(folder, DATA_FILE);
  const open = await openFolder(folder);
  try {
    await prepare?.(open.store);
    moveDurably(replacement, file);
  } finally {
    await open.close();
  }
  rmSync(`${file}-lock`, { force: true });
}

function moveDurably(from: string, to: string): void {
  syncPath(from);
  renameSync(from, to);
  syncPath(dirname(to));
}

function existing(dataDir: string): string {
  const folder = resolve(dataDir);
  if (!existsSync(join(folder, DATA_FILE))) throw new StoreFileError('missing', folder);
  return folder;
}
