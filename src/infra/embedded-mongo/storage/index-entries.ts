import { Buffer } from 'node:buffer';
import { MongoError } from '../mongo-error.ts';
import { compareValues } from '../values/compare.ts';
import { decodeDocument } from '../values/decode.ts';
import { encodeIndexEntry } from '../values/index-key.ts';
import type { Doc, Maybe, Value } from '../values/value.ts';
import type { Catalog } from './catalog.ts';
import { type Collection, namespaceOf } from './collection.ts';
import type { Index } from './index-definition.ts';
import { indexTuples } from './index-keys.ts';
import { afterPrefix, type Entry, type Reader, type Writer } from './key-value.ts';
import {
  completeEntryKey,
  DIRECT_ENTRY_ROOM,
  documentKey,
  entryKeyWithoutRow,
  INDEX_ENTRY_ROOM,
  markEntryKey,
  ROW_BYTES,
  rowOf,
} from './keys.ts';
import { fromRecord } from './record.ts';

/** How an entry's value begins: whether its key holds the whole values or the cut beginning of a long one. */
const EXACT = Buffer.from([0]);
const CUT = Buffer.from([1]);

/**
 * One entry that a document needs in an index, as it is stored. The row is the end of its key, so that equal values are
 * distinct keys; an exact value of a direct index has one document, and its row stands in the entry's value.
 */
export interface IndexEntry {
  readonly key: Buffer;
  readonly value: Buffer;
  readonly exact: boolean;
  readonly tuple: readonly Maybe[];
}

function toEntry(index: Index, tuple: readonly Maybe[], row: number): IndexEntry {
  if (index.direct) {
    const { key, exact } = encodeIndexEntry(tuple, index.directions, DIRECT_ENTRY_ROOM);
    if (exact) return { key: markEntryKey(key, index.id), value: rowValue(row), exact, tuple };
  }
  const { key, exact } = encodeIndexEntry(tuple, index.directions, INDEX_ENTRY_ROOM);
  return { key: completeEntryKey(key, index.id, row), value: exact ? EXACT : CUT, exact, tuple };
}

/** From the pool: LMDB asks for the address of a buffer that is not, which costs more than all else about it. */
function rowValue(row: number): Buffer {
  const value = Buffer.allocUnsafe(1 + ROW_BYTES);
  value[0] = 0;
  value.writeUIntBE(row, 1, ROW_BYTES);
  return value;
}

/** The row of a direct entry by its stored value, if it is one. */
export const directRow = (value: Buffer): number | undefined =>
  value.length > ROW_BYTES ? value.readUIntBE(1, ROW_BYTES) : undefined;

export const entryRow = ({ key, value }: Entry): number => directRow(value) ?? rowOf(key);

/** The entries of a document in one index, each once, and which fields met an array. */
export interface IndexEntries {
  readonly index: Index;
  readonly entries: readonly IndexEntry[];
  readonly multikey: readonly boolean[] | undefined;
}

/** What the document in `row` needs in an index. */
export function entriesOf(index: Index, doc: Doc, row: number): IndexEntries {
  const { tuples, multikey } = indexTuples(index, doc);
  const [only] = tuples;
  if (only && tuples.length === 1) return { index, entries: [toEntry(index, only, row)], multikey };
  return { index, entries: [...byKey(tuples.map((tuple) => toEntry(index, tuple, row))).values()], multikey };
}

const textOf = ({ key }: IndexEntry): string => key.toString('latin1');

const byKey = (entries: readonly IndexEntry[]): Map<string, IndexEntry> =>
  new Map(entries.map((entry) => [textOf(entry), entry]));

/** Throws DuplicateKey if another row than `row` has one of these entries in a unique index. */
export function checkUnique(reader: Reader, collection: Collection, row: number, next: IndexEntries): void {
  if (!next.index.unique) return;
  for (const entry of next.entries) {
    if (next.index.direct && entry.exact) {
      const found = reader.get(entry.key);
      if (found && directRow(found) !== row) throw duplicateKey(collection, next.index, entry.tuple);
      continue;
    }
    const from = entryKeyWithoutRow(entry.key);
    for (const found of reader.range({ from, to: afterPrefix(from) })) {
      if (found.key.length !== from.length + ROW_BYTES) continue;
      const other = rowOf(found.key);
      if (
        other !== row &&
        (isExact(entry, found.value) || sameInDocument(reader, collection, next.index, other, entry))
      )
        throw duplicateKey(collection, next.index, entry.tuple);
    }
  }
}

const isExact = (entry: IndexEntry, stored: Buffer): boolean => entry.exact && stored[0] === EXACT[0];

function sameInDocument(reader: Reader, collection: Collection, index: Index, row: number, entry: IndexEntry): boolean {
  const record = reader.get(documentKey(collection.id, row));
  if (!record) return false;
  const { tuples } = indexTuples(index, decodeDocument(fromRecord(record, namespaceOf(collection))));
  return tuples.some((tuple) => tuple.every((value, i) => compareValues(value, entry.tuple[i]) === 0));
}

function duplicateKey(collection: Collection, index: Index, tuple: readonly Maybe[]): MongoError {
  const keyPattern: Doc = new Map();
  const keyValue: Doc = new Map();
  const key = index.spec.get('key') as Doc;
  index.fields.forEach((field, i) => {
    keyPattern.set(field.path, key.get(field.path) as Value);
    keyValue.set(field.path, tuple[i] ?? null);
  });
  const shown = index.fields.map((field, i) => `${field.path}: ${showValue(tuple[i] ?? null)}`).join(', ');
  return new MongoError(
    'DuplicateKey',
    `E11000 duplicate key error collection: ${namespaceOf(collection)} index: ${index.name} dup key: { ${shown} }`,
    { keyPattern, keyValue },
  );
}

/** As the shell writes a value; only simple ones in full. */
function showValue(value: Value): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof Map) return '{ … }';
  if (Array.isArray(value)) return '[ … ]';
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value !== null && typeof value === 'object' && 'toHexString' in value) return `ObjectId('${String(value)}')`;
  if (value !== null && typeof value === 'object' && 'value' in value) return String(value.value);
  return String(value);
}

/** Brings an index from a document's former entries to its next ones; only what differs is written. */
export function writeEntries(
  writer: Writer,
  catalog: Catalog,
  collection: Collection,
  before: IndexEntries | undefined,
  next: IndexEntries | undefined,
): void {
  if (before) for (const entry of missingFrom(next, before.entries)) removeEntry(writer, before.index, entry);
  if (next) for (const { key, value } of missingFrom(before, next.entries)) writer.put(key, value);
  if (next) rememberShape(writer, catalog, collection, next);
}

function missingFrom(others: IndexEntries | undefined, entries: readonly IndexEntry[]): readonly IndexEntry[] {
  if (!others) return entries;
  const known = byKey(others.entries);
  return entries.filter((entry) => known.get(textOf(entry))?.exact !== entry.exact);
}

/** While a unique index is built, a value may still be that of another document which has not been refused yet. */
function removeEntry(writer: Writer, index: Index, { key, value }: IndexEntry): void {
  if (index.ready || writer.get(key)?.equals(value)) writer.remove(key);
}

/** Arrays and long values make an index less useful for good; the planner must know before the next query. */
function rememberShape(writer: Writer, catalog: Catalog, collection: Collection, next: IndexEntries): void {
  let changed = false;
  next.multikey?.forEach((flag, i) => {
    if (flag && !next.index.multikey[i]) {
      next.index.multikey[i] = true;
      changed = true;
    }
  });
  if (!next.index.cut && next.entries.some(({ exact }) => !exact)) {
    next.index.cut = true;
    changed = true;
  }
  if (changed) catalog.save(writer, collection);
}
