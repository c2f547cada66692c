import { MongoError } from '../mongo-error.ts';
import { PAUSE, type Work } from '../pause.ts';
import { decodeDocument } from '../values/decode.ts';
import type { Doc } from '../values/value.ts';
import type { Collection } from './collection.ts';
import { scanBytes, type Transaction } from './documents.ts';
import type { Index } from './index-definition.ts';
import { checkUnique, entriesOf, writeEntries } from './index-entries.ts';

const ROWS_BETWEEN_PAUSES = 100;

/**
 * Adds an index over the documents there are. Pauses, so that a large collection does not stop the server: writers
 * keep the unfinished index up meanwhile, queries do not see it. A violated `unique` takes it away again.
 */
export function* buildIndex(transaction: Transaction, collection: Collection, spec: Doc): Work<void> {
  const { writer, catalog } = transaction;
  const index = catalog.addIndex(writer, collection, spec);
  try {
    let done = 0;
    while (done < collection.nextRow - 1) {
      done = addRows(transaction, collection, index, done);
      if (done < collection.nextRow - 1) yield PAUSE;
      if (collection.dropped || !collection.indexes.includes(index))
        throw new MongoError('IndexBuildAborted', `the build of ${index.name} was aborted: it was dropped`);
    }
  } catch (error) {
    if (error instanceof MongoError && !collection.dropped) catalog.dropIndex(writer, collection, index);
    throw error;
  }
  index.ready = true;
  catalog.save(writer, collection);
}

/** Adds the next rows after `after`; returns the last one it has done. */
function addRows({ writer, catalog }: Transaction, collection: Collection, index: Index, after: number): number {
  let left = ROWS_BETWEEN_PAUSES;
  const found: { row: number; doc: Doc }[] = [];
  for (const { row, bytes } of scanBytes(writer, collection, after)) {
    found.push({ row, doc: decodeDocument(bytes) });
    if (--left === 0) break;
  }
  for (const { row, doc } of found) {
    const next = entriesOf(index, doc, row);
    checkUnique(writer, collection, row, next);
    writeEntries(writer, catalog, collection, undefined, next);
  }
  return left === 0 ? (found.at(-1)?.row ?? after) : collection.nextRow - 1;
}

/** What an unclean end left half built is taken away; the client that asked for it never had an answer. */
export function dropUnfinishedIndexes({ writer, catalog }: Transaction): void {
  for (const collection of catalog.list())
    for (const index of collection.indexes.filter(({ ready }) => !ready)) catalog.dropIndex(writer, collection, index);
}
