import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Catalog } from './storage/catalog.ts';
import { lockFolder } from './storage/folder-lock.ts';
import { inspectCollection } from './storage/inspect.ts';
import type { KeyValueStore } from './storage/key-value.ts';
import { DATA_FILE, openLmdbFile, openLmdbStore } from './storage/lmdb-store.ts';

/** What a check has seen: how much there is, and what is wrong with it. */
export interface CheckResult {
  readonly collections: number;
  readonly documents: number;
  readonly faults: readonly string[];
}

/** Reads every document and walks every index against its collection, on a snapshot; a server may run meanwhile. */
export async function checkStore(dataDir: string): Promise<CheckResult> {
  const store = openLmdbStore(existing(dataDir));
  try {
    return inspectStore(store);
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
  if (existsSync(file)) throw new Error(`${file} exists already`);
  const store = openLmdbStore(existing(dataDir));
  const partial = `${resolve(file)}.part`;
  rmSync(partial, { force: true });
  try {
    await store.copyTo(partial);
    moveDurably(partial, resolve(file));
  } finally {
    await store.close();
  }
}

/** Puts a backup in the place of a data folder's content, after checking all of it. Throws while a server has the folder. */
export async function restoreStore(dataDir: string, file: string): Promise<CheckResult> {
  const folder = resolve(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const partial = join(folder, `${DATA_FILE}.restored`);
  copyFileSync(file, partial);
  const copy = openLmdbFile(partial);
  const result = inspectStore(copy);
  await copy.close();
  rmSync(`${partial}-lock`, { force: true });
  if (result.faults.length > 0) {
    rmSync(partial);
    return result;
  }
  await replaceData(folder, partial);
  return result;
}

/** Rewrites the data file without its free pages. Throws while a server has the folder. Returns bytes before and after. */
export async function compactStore(dataDir: string): Promise<{ before: number; after: number }> {
  const folder = existing(dataDir);
  const partial = join(folder, `${DATA_FILE}.compacted`);
  rmSync(partial, { force: true });
  let before = 0;
  await replaceData(folder, partial, async (store) => {
    before = store.sizeOnDisk();
    await store.copyTo(partial);
  });
  const store = openLmdbStore(folder);
  const after = store.sizeOnDisk();
  await store.close();
  return { before, after };
}

/** Swaps the data file for another one while nobody else can have the folder. */
async function replaceData(
  folder: string,
  replacement: string,
  prepare?: (store: KeyValueStore) => Promise<void>,
): Promise<void> {
  const store = openLmdbStore(folder);
  try {
    const release = await lockFolder(folder, store);
    await prepare?.(store);
    moveDurably(replacement, join(folder, DATA_FILE));
    release();
  } finally {
    await store.close();
  }
  rmSync(join(folder, `${DATA_FILE}-lock`), { force: true });
}

function moveDurably(from: string, to: string): void {
  sync(from);
  renameSync(from, to);
  sync(dirname(to));
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function existing(dataDir: string): string {
  const folder = resolve(dataDir);
  if (!existsSync(join(folder, DATA_FILE))) throw new Error(`There is no data in ${folder}.`);
  return folder;
}
