import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { MongoError } from '../mongo-error.ts';
import { DataFolderDamaged } from './data-file.ts';
import { lockFolder } from './folder-lock.ts';
import type { KeyValueStore } from './key-value.ts';
import { DATA_FILE, openLmdbStore } from './lmdb-store.ts';
import { makeFolder } from './make-folder.ts';
import { SOCKET_FOLDER } from './socket-path.ts';
import { syncPath } from './sync-path.ts';

/** What stands in a data folder while it is being restored or compacted. */
export const RESTORED_FILE = `${DATA_FILE}.restored`;
export const COMPACTED_FILE = `${DATA_FILE}.compacted`;

/** Removes what an interrupted restore or compaction has left behind. */
export function removeLeftovers({ path }: OpenFolder): void {
  for (const file of [RESTORED_FILE, `${RESTORED_FILE}-lock`, COMPACTED_FILE])
    rmSync(join(path, file), { force: true });
}

export interface OpenFolder {
  readonly path: string;
  readonly store: KeyValueStore;
  close(): Promise<void>;
}

/**
 * Opens a data folder for this process alone. Throws DataFolderInUse while another has it, DataFolderDamaged for one
 * that cannot be read. A mark says that the folder is open: where it still stands, the last process did not end in
 * peace, maybe because of a damaged page, and all pages are checked.
 */
export async function openFolder(dataDir: string): Promise<OpenFolder> {
  const path = resolve(dataDir);
  makeFolder(path);
  const mark = join(path, 'open');
  const interrupted = existsSync(mark);
  writeFileSync(mark, '', { mode: 0o600 });
  refuseEmptied(path);
  const store = openLmdbStore(path, interrupted);
  // A new file is only found again after a power cut when its folder is on the disk too.
  syncPath(path);
  try {
    const release = await lockFolder(path, store);
    return {
      path,
      store,
      close: async () => {
        release();
        await store.close();
        rmSync(mark, { force: true });
      },
    };
  } catch (error) {
    await store.close();
    throw damageOr(error, path);
  }
}

/** An empty file is what a first start leaves that was cut short; one that has been served before had something in it. */
function refuseEmptied(path: string): void {
  const file = join(path, DATA_FILE);
  if (existsSync(file) && statSync(file).size === 0 && existsSync(join(path, SOCKET_FOLDER)))
    throw new DataFolderDamaged(file, 'it is empty');
}

/** A checksum that does not match before the first command is damage of the folder. */
export function damageOr(error: unknown, folder: string): unknown {
  const corrupt = error instanceof MongoError && error.codeName === 'DataCorruptionDetected';
  return corrupt ? new DataFolderDamaged(join(folder, DATA_FILE), error.message) : error;
}
