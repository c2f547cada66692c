import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Has a file's content, or a folder's list of files, written to the disk. */
export function syncPath(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
