import { Buffer } from 'node:buffer';

/**
 * How everything lies in one ordered map. A key starts with one byte for its kind:
 * catalog entries, counts by collection, documents by collection and row, index entries by index, value and row,
 * and what is dropped but not yet removed.
 */
const CATALOG = 1;
const COUNTS = 2;
const DOCUMENT = 3;
const INDEX = 4;
const DROPPED = 5;

export const ROW_BYTES = 6;

export const CATALOG_META = Buffer.from([CATALOG, 0]);
export const CATALOG_COLLECTIONS = Buffer.from([CATALOG, 1]);
/** Who has the data folder open; see folder-lock.ts. */
export const LOCK_KEY = Buffer.from([CATALOG, 2]);
export const DROPPED_PREFIX = Buffer.from([DROPPED]);

export const catalogKey = (collectionId: number): Buffer => prefixed(CATALOG_COLLECTIONS, collectionId);
export const countsKey = (collectionId: number): Buffer => prefixed(Buffer.from([COUNTS]), collectionId);
/** All documents of a collection. */
export const documentsPrefix = (collectionId: number): Buffer => prefixed(Buffer.from([DOCUMENT]), collectionId);
/** All entries of an index. */
export const indexPrefix = (indexId: number): Buffer => prefixed(Buffer.from([INDEX]), indexId);
/** The reminder to remove all keys with `prefix`. */
export const droppedKey = (prefix: Buffer): Buffer => Buffer.concat([DROPPED_PREFIX, prefix]);
export const droppedPrefix = (key: Buffer): Buffer => key.subarray(DROPPED_PREFIX.length);

/** Rows number the documents of a collection in the order of their insertion. */
export function documentKey(collectionId: number, row: number): Buffer {
  const key = Buffer.allocUnsafe(5 + ROW_BYTES);
  key[0] = DOCUMENT;
  key.writeUInt32BE(collectionId, 1);
  key.writeUIntBE(row, 5, ROW_BYTES);
  return key;
}

/** What an entry's key has before and behind the order-preserving encoding of the indexed values. */
export const INDEX_ENTRY_ROOM = { before: 5, behind: ROW_BYTES };
/** The same of an entry whose row stands in its value. */
export const DIRECT_ENTRY_ROOM = { before: 5, behind: 0 };

/** Fills that room; the row makes equal values distinct keys. */
export function completeEntryKey(key: Buffer, indexId: number, row: number): Buffer {
  key.writeUIntBE(row, key.length - ROW_BYTES, ROW_BYTES);
  return markEntryKey(key, indexId);
}

/** Fills the room before. */
export function markEntryKey(key: Buffer, indexId: number): Buffer {
  key[0] = INDEX;
  key.writeUInt32BE(indexId, 1);
  return key;
}

/** What all entries with the same values begin with. */
export const entryKeyWithoutRow = (key: Buffer): Buffer => key.subarray(0, key.length - ROW_BYTES);

/** The start of all entries of an index whose encoded values begin with `value`. */
export function indexValuePrefix(indexId: number, value: Uint8Array): Buffer {
  const key = Buffer.allocUnsafe(5 + value.length);
  key[0] = INDEX;
  key.writeUInt32BE(indexId, 1);
  key.set(value, 5);
  return key;
}

/** The row at the end of a document's or an index entry's key. */
export const rowOf = (key: Buffer): number => key.readUIntBE(key.length - ROW_BYTES, ROW_BYTES);

function prefixed(prefix: Buffer, id: number): Buffer {
  const key = Buffer.allocUnsafe(prefix.length + 4);
  key.set(prefix);
  key.writeUInt32BE(id, prefix.length);
  return key;
}
