import { readSync } from 'node:fs';

/** One of the two trees of an LMDB file as its head describes it. */
export interface Tree {
  readonly root: bigint;
  readonly depth: number;
  readonly branches: number;
  readonly leaves: number;
  readonly overflow: number;
  readonly entries: number;
  /** Keys are numbers of this machine's byte order; else bytes. */
  readonly numeric: boolean;
}

/** What the newest of the two meta pages of an LMDB file says. */
export interface Head {
  readonly pageSize: number;
  readonly mapSize: bigint;
  readonly free: Tree;
  readonly main: Tree;
  readonly lastPage: number;
  readonly transaction: bigint;
}

/** The root of a tree without pages. */
export const NO_PAGE = 0xffffffffffffffffn;

const MAGIC = 0xbeefc0de;
const META_BYTES = 0xa0;
/** Offsets inside a meta page, as LMDB's `struct MDB_meta` lies behind its page header on 64-bit machines. */
const AT = {
  flags: 0x12,
  magic: 0x18,
  version: 0x1c,
  mapSize: 0x28,
  free: 0x30,
  main: 0x60,
  lastPage: 0x90,
  transaction: 0x98,
};
const META_PAGE = 8;
const VERSION = 2;
/** Keys are bytes, each with one value. */
const PLAIN_TREE = 0;
const PAGE_SIZES = new Set([4096, 8192, 16384, 32768]);

/** Undefined where the file does not begin as an LMDB file does. */
export function readHead(descriptor: number): Head | undefined {
  const first = readMeta(descriptor, 0);
  const second = first && readMeta(descriptor, first.pageSize);
  if (!second) return undefined;
  return second.transaction > first.transaction ? second : first;
}

function readMeta(descriptor: number, offset: number): Head | undefined {
  const bytes = Buffer.alloc(META_BYTES);
  if (readSync(descriptor, bytes, 0, META_BYTES, offset) < META_BYTES) return undefined;
  const pageSize = bytes.readUInt32LE(AT.free);
  const known =
    bytes.readUInt16LE(AT.flags) === META_PAGE &&
    bytes.readUInt32LE(AT.magic) === MAGIC &&
    bytes.readUInt16LE(AT.version) === VERSION &&
    bytes.readUInt16LE(AT.main + 4) === PLAIN_TREE &&
    PAGE_SIZES.has(pageSize);
  if (!known) return undefined;
  return {
    pageSize,
    mapSize: bytes.readBigUInt64LE(AT.mapSize),
    free: readTree(bytes, AT.free, true),
    main: readTree(bytes, AT.main, false),
    lastPage: Number(bytes.readBigUInt64LE(AT.lastPage)),
    transaction: bytes.readBigUInt64LE(AT.transaction),
  };
}

/** `struct MDB_db`: pad, flags, depth, pages of three kinds, entries, root. */
function readTree(bytes: Buffer, at: number, numeric: boolean): Tree {
  const number = (offset: number) => Number(bytes.readBigUInt64LE(at + offset));
  return {
    depth: bytes.readUInt16LE(at + 6),
    branches: number(8),
    leaves: number(16),
    overflow: number(24),
    entries: number(32),
    root: bytes.readBigUInt64LE(at + 40),
    numeric,
  };
}
