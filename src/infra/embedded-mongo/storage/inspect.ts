import type { Pause } from '../pause.ts';
import { PAUSE } from '../pause.ts';
import { decodeDocument } from '../values/decode.ts';
import { type Collection, namespaceOf } from './collection.ts';
import { entriesOf, storedEntry } from './index-entries.ts';
import { afterPrefix, type Reader } from './key-value.ts';
import { documentsPrefix, indexPrefix, rowOf } from './keys.ts';
import { fromRecord } from './record.ts';

const ENOUGH = 100;

/**
 * Walks a collection and each of its indexes against each other and names what does not fit: documents that do not
 * match their checksum, entries that are missing, wrong or name no document, and a wrong count. An index whose build was
 * interrupted is left out: no query trusts it, and the next start takes it away. A PAUSE after every key.
 */
export function* inspectCollection(reader: Reader, collection: Collection): Generator<Pause, string[], void> {
  const faults: string[] = [];
  const counted = collection.count;
  const indexes = collection.indexes.filter(({ ready }) => ready);
  const name = namespaceOf(collection);
  const expected = new Map(indexes.map((index) => [index.id, 0]));
  let documents = 0;
  const prefix = documentsPrefix(collection.id);
  for (const { key, value } of reader.range({ from: prefix, to: afterPrefix(prefix) })) {
    const row = rowOf(key);
    documents++;
    try {
      const doc = decodeDocument(fromRecord(value, `document ${row} of ${name}`));
      for (const index of indexes) {
        const { entries } = entriesOf(index, doc);
        expected.set(index.id, (expected.get(index.id) ?? 0) + entries.length);
        for (const entry of entries) {
          const stored = storedEntry(index, entry, row);
          const found = reader.get(stored.key);
          if (!found) faults.push(`${name}: index ${index.name} lacks an entry of document ${row}`);
          else if (!found.equals(stored.value))
            faults.push(`${name}: index ${index.name} has a wrong entry of document ${row}`);
        }
      }
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error));
    }
    if (faults.length >= ENOUGH) return faults;
    yield PAUSE;
  }
  if (documents !== counted) faults.push(`${name}: ${documents} documents, but ${counted} counted`);
  for (const index of indexes) {
    let entries = 0;
    const all = indexPrefix(index.id);
    for (const _ of reader.range({ from: all, to: afterPrefix(all) })) {
      entries++;
      yield PAUSE;
    }
    if (entries !== expected.get(index.id))
      faults.push(`${name}: index ${index.name} has ${entries} entries, its documents need ${expected.get(index.id)}`);
  }
  return faults;
}
