import { closeSync, existsSync, fstatSync, openSync } from 'node:fs';
import { type Head, readHead } from './data-file-head.ts';
import { BrokenPage, checkPages } from './page-check.ts';

/** The data file cannot be what it says it is; it is not opened, for LMDB would follow it into the void. */
export class DataFolderDamaged extends Error {
  constructor(file: string, why: string) {
    super(`The data file ${file} is damaged (${why}). Restore it from a backup.`);
    this.name = 'DataFolderDamaged';
  }
}

/** Reading all pages of a file up to this size takes a few hundredths of a second. */
const SMALL_BYTES = 16 * 1024 * 1024;
const LARGEST_MAP = 2n ** 46n;
const TRIES = 5;

/**
 * Checks an LMDB file before it is opened; one that does not exist yet is fine. `everyPage`: also where that takes its
 * time, about a second for 2 GB; else only small files are read through, of larger ones the head alone.
 */
export function checkDataFile(file: string, everyPage: boolean): void {
  if (!existsSync(file)) return;
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    if (size === 0) return;
    const fault = faultOf(descriptor, size, everyPage);
    if (fault !== undefined) throw new DataFolderDamaged(file, fault);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Another process may be writing meanwhile, and pages that our head names be used again. A fault counts when the head
 * is still the same; while it changes each time, somebody has the file open and lives.
 */
function faultOf(descriptor: number, size: number, everyPage: boolean): string | undefined {
  for (let left = TRIES; left > 0; left--) {
    const head = readHead(descriptor);
    if (!head) return 'its head is not that of a data file';
    const fault = faultUnder(descriptor, head, size, everyPage);
    if (fault === undefined) return undefined;
    if (readHead(descriptor)?.transaction === head.transaction) return fault;
  }
  return undefined;
}

function faultUnder(descriptor: number, head: Head, size: number, everyPage: boolean): string | undefined {
  const needed = (head.lastPage + 1) * head.pageSize;
  if (head.mapSize < BigInt(needed) || head.mapSize > LARGEST_MAP) return `it names ${head.mapSize} bytes`;
  // A file may lack free pages at its end, so whether a short one is whole is for its trees to say.
  if (!everyPage && size >= needed && size > SMALL_BYTES) return undefined;
  try {
    checkPages(descriptor, head);
    return undefined;
  } catch (error) {
    if (error instanceof BrokenPage) return `${error.message}; ${size} bytes, ${needed} expected`;
    throw error;
  }
}
