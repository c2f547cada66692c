import { Binary } from 'bson';
import { MongoError } from '../mongo-error.ts';
import { decodeDocument } from '../values/decode.ts';
import { type Doc, Int32, isDoc, type Value } from '../values/value.ts';
import type { Collection } from './collection.ts';
import { defineIndex, type Index } from './index-definition.ts';
import { afterPrefix, type Reader } from './key-value.ts';
import { countsKey, documentsPrefix, rowOf } from './keys.ts';
import { fromRecord } from './record.ts';

export function readMeta(bytes: Buffer): { format: number; nextId: number } {
  const meta = decodeDocument(fromRecord(bytes, 'the catalog'));
  const format = meta.get('format');
  const nextId = meta.get('nextId');
  if (!(format instanceof Int32) || !(nextId instanceof Int32))
    throw new MongoError('DataCorruptionDetected', 'the catalog is damaged');
  return { format: format.value, nextId: nextId.value };
}

export function describe(collection: Collection): Doc {
  const indexes = collection.indexes.map(
    (index): Doc =>
      new Map<string, Value>([
        ['id', Int32.of(index.id)],
        ['spec', index.spec],
        ['multikey', [...index.multikey]],
        ['cut', index.cut],
        ['direct', index.direct],
        ['ready', index.ready],
      ]),
  );
  return new Map<string, Value>([
    ['database', collection.database],
    ['name', collection.name],
    ['uuid', collection.uuid],
    ['options', collection.options],
    ['indexes', indexes],
  ]);
}

export function readCollection(reader: Reader, id: number, bytes: Buffer): Collection {
  const doc = decodeDocument(fromRecord(bytes, `catalog entry ${id}`));
  const uuid = doc.get('uuid');
  const options = doc.get('options');
  const indexes = doc.get('indexes');
  if (!(uuid instanceof Binary) || !isDoc(options) || !Array.isArray(indexes))
    throw new MongoError('DataCorruptionDetected', `the catalog entry ${id} is damaged`);
  const record = reader.get(countsKey(id));
  const counts = record && fromRecord(record, `the counts of collection ${id}`);
  return {
    id,
    database: String(doc.get('database')),
    name: String(doc.get('name')),
    uuid,
    options,
    indexes: indexes.filter(isDoc).map(readIndex),
    count: counts?.readDoubleLE(0) ?? 0,
    size: counts?.readDoubleLE(8) ?? 0,
    nextRow: lastRow(reader, id) + 1,
    dropped: false,
  };
}

function readIndex(doc: Doc): Index {
  const id = doc.get('id');
  const spec = doc.get('spec');
  const multikey = doc.get('multikey');
  if (!(id instanceof Int32) || !isDoc(spec) || !Array.isArray(multikey))
    throw new MongoError('DataCorruptionDetected', 'an index in the catalog is damaged');
  return defineIndex(id.value, spec, {
    multikey: multikey.map((flag) => flag === true),
    cut: doc.get('cut') === true,
    // Those of format 1 are not.
    direct: doc.get('direct') === true,
    ready: doc.get('ready') === true,
  });
}

function lastRow(reader: Reader, collectionId: number): number {
  const prefix = documentsPrefix(collectionId);
  for (const { key } of reader.range({ from: prefix, to: afterPrefix(prefix), reverse: true })) return rowOf(key);
  return 0;
}
