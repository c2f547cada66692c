import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

/** The data file cannot be what it says it is; it is not opened, for LMDB reads a short file into the void. */
export class DamagedDataFile extends Error {
  constructor(file: string, why: string) {
    super(`The data file ${file} is damaged (${why}). Restore it from a backup.`);
    this.name = 'DamagedDataFile';
  }
}

const MAGIC = 0xbeefc0de;
const META_BYTES = 0xa0;
/** Offsets inside a meta page, as LMDB's `struct MDB_meta` lies behind its page header on 64-bit machines. */
const AT = { magic: 0x18, pageSize: 0x30, lastPage: 0x90, transaction: 0x98 };

/** Checks the head of an LMDB file against its length. A file that does not exist yet is fine. */
export function checkDataFile(file: string): void {
  if (!existsSync(file)) return;
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    if (size === 0) return;
    const first = readMeta(descriptor, 0);
    if (!first) throw new DamagedDataFile(file, 'its head is not that of a data file');
    const second = readMeta(descriptor, first.pageSize);
    if (!second) throw new DamagedDataFile(file, 'its second head is not that of a data file');
    const newest = second.transaction > first.transaction ? second : first;
    const needed = (newest.lastPage + 1) * first.pageSize;
    if (size < needed) throw new DamagedDataFile(file, `it has ${size} bytes of ${needed}`);
  } finally {
    closeSync(descriptor);
  }
}

interface Meta {
  readonly pageSize: number;
  readonly lastPage: number;
  readonly transaction: bigint;
}

function readMeta(descriptor: number, offset: number): Meta | undefined {
  const bytes = Buffer.alloc(META_BYTES);
  if (readSync(descriptor, bytes, 0, META_BYTES, offset) < META_BYTES) return undefined;
  if (bytes.readUInt32LE(AT.magic) !== MAGIC) return undefined;
  return {
    pageSize: bytes.readUInt32LE(AT.pageSize),
    lastPage: Number(bytes.readBigUInt64LE(AT.lastPage)),
    transaction: bytes.readBigUInt64LE(AT.transaction),
  };
}
