import { decodeDocument } from '../values/decode.ts';
import type { Doc } from '../values/value.ts';
import type { Catalog } from './catalog.ts';
import { type Collection, namespaceOf } from './collection.ts';
import { checkUnique, entriesOf, writeEntries } from './index-entries.ts';
import { isUntouched } from './index-keys.ts';
import { afterPrefix, type Reader, type Writer } from './key-value.ts';
import { documentKey, documentsPrefix } from './keys.ts';
import { fromRecord, toRecord } from './record.ts';

/** A stored document: its bytes and what they say. */
export interface Stored {
  readonly row: number;
  readonly bytes: Buffer;
  readonly doc: Doc;
}

/** A write transaction with what it needs to know of collections. */
export interface Transaction {
  readonly writer: Writer;
  readonly catalog: Catalog;
}

export function readBytes(reader: Reader, collection: Collection, row: number): Buffer | undefined {
  const record = reader.get(documentKey(collection.id, row));
  return record && fromRecord(record, `document ${row} of ${namespaceOf(collection)}`);
}

export function readStored(reader: Reader, collection: Collection, row: number): Stored | undefined {
  const bytes = readBytes(reader, collection, row);
  return bytes && { row, bytes, doc: decodeDocument(bytes) };
}

/** All documents in the order of their insertion, from the row after `after`. */
export function* scanBytes(
  reader: Reader,
  collection: Collection,
  after = 0,
): Generator<{ row: number; bytes: Buffer }> {
  const to = afterPrefix(documentsPrefix(collection.id));
  for (const { key, value } of reader.range({ from: documentKey(collection.id, after + 1), to }))
    yield { row: key.readUIntBE(5, 6), bytes: fromRecord(value, namespaceOf(collection)) };
}

/** Adds a document with its entries in all indexes; nothing is written if a unique index refuses it (DuplicateKey). */
export function insertDocument(
  { writer, catalog }: Transaction,
  collection: Collection,
  doc: Doc,
  bytes: Uint8Array,
): number {
  const row = collection.nextRow;
  const entries = collection.indexes.map((index) => entriesOf(index, doc, row));
  for (const next of entries) checkUnique(writer, collection, row, next);
  collection.nextRow = row + 1;
  collection.count += 1;
  collection.size += bytes.length;
  catalog.countsChanged(collection);
  writer.put(documentKey(collection.id, row), toRecord(bytes));
  for (const next of entries) writeEntries(writer, catalog, collection, undefined, next);
  return row;
}

/** Puts another document in the place of a stored one. */
export function replaceDocument(
  { writer, catalog }: Transaction,
  collection: Collection,
  before: Stored,
  doc: Doc,
  bytes: Uint8Array,
): void {
  const changes = collection.indexes
    .filter((index) => !isUntouched(index, before.doc, doc))
    .map((index) => ({
      before: entriesOf(index, before.doc, before.row),
      next: entriesOf(index, doc, before.row),
    }));
  for (const { next } of changes) checkUnique(writer, collection, before.row, next);
  collection.size += bytes.length - before.bytes.length;
  catalog.countsChanged(collection);
  writer.put(documentKey(collection.id, before.row), toRecord(bytes));
  for (const change of changes) writeEntries(writer, catalog, collection, change.before, change.next);
}

export function removeDocument({ writer, catalog }: Transaction, collection: Collection, stored: Stored): void {
  collection.count -= 1;
  collection.size -= stored.bytes.length;
  catalog.countsChanged(collection);
  writer.remove(documentKey(collection.id, stored.row));
  for (const index of collection.indexes)
    writeEntries(writer, catalog, collection, entriesOf(index, stored.doc, stored.row), undefined);
}
