import { randomBytes } from 'node:crypto';
import { Binary } from 'bson';
import { encodeDocument } from '../values/encode.ts';
import { type Doc, Int32, type Value } from '../values/value.ts';
import { describe, readCollection, readMeta } from './catalog-record.ts';
import { type Collection, namespaceOf } from './collection.ts';
import { defineIndex, type Index } from './index-definition.ts';
import { afterPrefix, type Reader, type Writer } from './key-value.ts';
import {
  CATALOG_COLLECTIONS,
  CATALOG_META,
  catalogKey,
  countsKey,
  documentsPrefix,
  droppedKey,
  indexPrefix,
} from './keys.ts';
import { toRecord } from './record.ts';

/** The layout of the data this code reads and writes; a folder with a newer one is refused. */
export const FORMAT_VERSION = 2;

/** Which collections and indexes there are. */
export class Catalog {
  #collections = new Map<string, Collection>();
  #nextId = 1;
  readonly #countsChanged = new Set<Collection>();

  /** Reads everything anew. Throws where the data was written by a newer version of this store. */
  load(reader: Reader): void {
    this.#collections = new Map();
    this.#countsChanged.clear();
    const meta = reader.get(CATALOG_META);
    if (!meta) return;
    const { format, nextId } = readMeta(meta);
    if (format > FORMAT_VERSION)
      throw new Error(`The data folder has format ${format}; this version reads up to format ${FORMAT_VERSION}.`);
    this.#nextId = nextId;
    for (const { key, value } of reader.range({ from: CATALOG_COLLECTIONS, to: afterPrefix(CATALOG_COLLECTIONS) })) {
      const collection = readCollection(reader, key.readUInt32BE(CATALOG_COLLECTIONS.length), value);
      this.#collections.set(namespaceOf(collection), collection);
    }
  }

  find(database: string, name: string): Collection | undefined {
    return this.#collections.get(`${database}.${name}`);
  }

  /** All collections, of one database if named, sorted by namespace. */
  list(database?: string): Collection[] {
    const all = [...this.#collections.values()].filter((c) => database === undefined || c.database === database);
    return all.sort((a, b) => (namespaceOf(a) < namespaceOf(b) ? -1 : 1));
  }

  create(writer: Writer, database: string, name: string, options: Doc): Collection {
    const collection: Collection = {
      id: this.#takeId(),
      database,
      name,
      uuid: new Binary(versionFourUuid(), Binary.SUBTYPE_UUID),
      options,
      indexes: [],
      count: 0,
      size: 0,
      nextRow: 1,
      dropped: false,
    };
    const id = defineIndex(
      this.#takeId(),
      new Map<string, Value>([
        ['v', Int32.of(2)],
        ['key', new Map([['_id', Int32.of(1)]])],
        ['name', '_id_'],
      ]),
    );
    id.ready = true;
    collection.indexes.push(id);
    this.#collections.set(namespaceOf(collection), collection);
    this.save(writer, collection);
    return collection;
  }

  /** Adds an index that no query uses yet; fill it, set `ready`, save. */
  addIndex(writer: Writer, collection: Collection, spec: Doc): Index {
    const index = defineIndex(this.#takeId(), spec);
    collection.indexes = [...collection.indexes, index];
    this.save(writer, collection);
    return index;
  }

  dropIndex(writer: Writer, collection: Collection, index: Index): void {
    collection.indexes = collection.indexes.filter((other) => other !== index);
    markDropped(writer, indexPrefix(index.id));
    this.save(writer, collection);
  }

  /** Puts another specification in the place of an index's, without touching its entries. */
  changeIndex(writer: Writer, collection: Collection, index: Index, spec: Doc): void {
    const changed = defineIndex(index.id, spec, index);
    collection.indexes = collection.indexes.map((other) => (other === index ? changed : other));
    this.save(writer, collection);
  }

  drop(writer: Writer, collection: Collection): void {
    collection.dropped = true;
    this.#collections.delete(namespaceOf(collection));
    this.#countsChanged.delete(collection);
    writer.remove(catalogKey(collection.id));
    writer.remove(countsKey(collection.id));
    markDropped(writer, documentsPrefix(collection.id));
    for (const index of collection.indexes) markDropped(writer, indexPrefix(index.id));
  }

  rename(writer: Writer, collection: Collection, database: string, name: string): void {
    this.#collections.delete(namespaceOf(collection));
    collection.database = database;
    collection.name = name;
    this.#collections.set(namespaceOf(collection), collection);
    this.save(writer, collection);
  }

  /** Writes what the catalog says of a collection: its name, options and indexes. */
  save(writer: Writer, collection: Collection): void {
    writer.put(catalogKey(collection.id), toRecord(encodeDocument(describe(collection))));
    const meta = new Map([
      ['format', Int32.of(FORMAT_VERSION)],
      ['nextId', Int32.of(this.#nextId)],
    ]);
    writer.put(CATALOG_META, toRecord(encodeDocument(meta)));
    this.countsChanged(collection);
  }

  countsChanged(collection: Collection): void {
    this.#countsChanged.add(collection);
  }

  /** The last thing in every write transaction. */
  saveCounts(writer: Writer): void {
    for (const collection of this.#countsChanged) {
      if (collection.dropped) continue;
      const counts = Buffer.allocUnsafe(16);
      counts.writeDoubleLE(collection.count, 0);
      counts.writeDoubleLE(collection.size, 8);
      writer.put(countsKey(collection.id), toRecord(counts));
    }
    this.#countsChanged.clear();
  }

  #takeId(): number {
    return this.#nextId++;
  }
}

const PRESENT = Buffer.from([1]);

/** A dropped collection or index is out of sight at once and removed piece by piece later (see dropped-data.ts). */
function markDropped(writer: Writer, prefix: Buffer): void {
  writer.put(droppedKey(prefix), PRESENT);
}

function versionFourUuid(): Buffer {
  const bytes = randomBytes(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes;
}
