import { PAUSE, type Pause } from '../pause.ts';
import { decodeDocument } from '../values/decode.ts';
import { type Collection, namespaceOf } from './collection.ts';
import { entriesOf } from './index-entries.ts';
import { afterPrefix, type Reader } from './key-value.ts';
import { documentsPrefix, indexPrefix, rowOf } from './keys.ts';
import { fromRecord } from './record.ts';

const ENOUGH = 100;

/** What does not fit in a collection; documents are named by their row, the number of their insertion. */
export type Fault = { readonly namespace: string } & (
  | { readonly kind: 'unreadable'; readonly row: number }
  | { readonly kind: 'entryMissing' | 'entryWrong'; readonly row: number; readonly index: string }
  | { readonly kind: 'entryCount'; readonly index: string; readonly found: number; readonly needed: number }
  | { readonly kind: 'count'; readonly found: number; readonly counted: number }
);

/**
 * Walks a collection and each of its indexes against each other and names what does not fit: documents that do not
 * match their checksum, entries that are missing, wrong or name no document, and a wrong count. An index whose build was
 * interrupted is left out: no query trusts it, and the next start takes it away. A PAUSE after every key.
 */
export function* inspectCollection(reader: Reader, collection: Collection): Generator<Pause, Fault[], void> {
  const faults: Fault[] = [];
  const counted = collection.count;
  const indexes = collection.indexes.filter(({ ready }) => ready);
  const namespace = namespaceOf(collection);
  const expected = new Map(indexes.map((index) => [index.id, 0]));
  let documents = 0;
  const prefix = documentsPrefix(collection.id);
  for (const { key, value } of reader.range({ from: prefix, to: afterPrefix(prefix) })) {
    const row = rowOf(key);
    documents++;
    try {
      const doc = decodeDocument(fromRecord(value, namespace));
      for (const index of indexes) {
        const { entries } = entriesOf(index, doc, row);
        expected.set(index.id, (expected.get(index.id) ?? 0) + entries.length);
        for (const entry of entries) {
          const found = reader.get(entry.key);
          if (!found?.equals(entry.value))
            faults.push({ namespace, kind: found ? 'entryWrong' : 'entryMissing', row, index: index.name });
        }
      }
    } catch {
      faults.push({ namespace, kind: 'unreadable', row });
    }
    if (faults.length >= ENOUGH) return faults;
    yield PAUSE;
  }
  if (documents !== counted) faults.push({ namespace, kind: 'count', found: documents, counted });
  for (const index of indexes) {
    let found = 0;
    const all = indexPrefix(index.id);
    for (const _ of reader.range({ from: all, to: afterPrefix(all) })) {
      found++;
      yield PAUSE;
    }
    const needed = expected.get(index.id) ?? 0;
    if (found !== needed) faults.push({ namespace, kind: 'entryCount', index: index.name, found, needed });
  }
  return faults;
}

/** As `validate` says it. */
export function describeFault(fault: Fault): string {
  const { namespace } = fault;
  switch (fault.kind) {
    case 'unreadable':
      return `${namespace}: what is stored of document ${fault.row} does not match its checksum`;
    case 'entryMissing':
      return `${namespace}: index ${fault.index} lacks an entry of document ${fault.row}`;
    case 'entryWrong':
      return `${namespace}: index ${fault.index} has a wrong entry of document ${fault.row}`;
    case 'entryCount':
      return `${namespace}: index ${fault.index} has ${fault.found} entries, its documents need ${fault.needed}`;
    case 'count':
      return `${namespace}: ${fault.found} documents, but ${fault.counted} counted`;
  }
}
