import type { Call } from '../call.ts';
import { PAUSE, type Work } from '../pause.ts';
import { findMatches, type Search } from '../planner/find-matches.ts';
import type { Collection } from '../storage/collection.ts';
import { insertDocument, readStored, replaceDocument, type Stored, type Transaction } from '../storage/documents.ts';
import { type CompiledUpdate, compileUpdate } from '../update/compile-update.ts';
import { decodeDocument } from '../values/decode.ts';
import { type Doc, isDoc, type Value } from '../values/value.ts';
import { validatorOf } from './collection-options.ts';
import { ensureCollection } from './collections.ts';
import { type Prepared, prepareDoc } from './prepared-document.ts';
import { queryOptions } from './query-arguments.ts';
import { planSearch, readSearch } from './search.ts';

/** A filter that selects documents to write to, with what plans it. */
export interface Selection {
  readonly search: Omit<Search, 'plan'>;
  /** Where `hint` and `collation` stand. */
  readonly statement: Doc;
}

export function readSelection(call: Call, statement: Doc, filterField: string, one: boolean): Selection {
  const limit = one ? 1 : Number.POSITIVE_INFINITY;
  return { search: readSearch(call, statement, { filter: filterField, limit, skip: 0 }), statement };
}

/** Reads the update of a statement: operators, a replacement or a pipeline. */
export function readUpdate(call: Call, statement: Doc, update: Value, constants?: Value): CompiledUpdate {
  const options = queryOptions(call, statement);
  const variables = new Map([...(options.variables ?? []), ...(isDoc(constants) ? constants : [])]);
  const arrayFilters = statement.get('arrayFilters');
  return compileUpdate(update, {
    ...options,
    variables,
    now: call.engine.now(),
    arrayFilters: Array.isArray(arrayFilters) ? arrayFilters : undefined,
  });
}

/** The one document to write to, found inside the transaction that writes. */
export function* selectOne(
  transaction: Transaction,
  collection: Collection,
  selection: Selection,
  call: Call,
): Work<Stored | undefined> {
  const search = planSearch(collection, selection.search, selection.statement);
  for (const found of findMatches(transaction.writer, collection, search, call)) {
    if (found === PAUSE) yield found;
    else return { ...found, doc: decodeDocument(found.bytes) };
  }
  return undefined;
}

/**
 * All documents to write to. They are gathered before the first is changed, or a change might move one ahead of the
 * walk and have it met again; each is looked at once more before it is written, for there may be pauses in between.
 */
export function* selectAll(
  transaction: Transaction,
  collection: Collection,
  selection: Selection,
  call: Call,
): Generator<Stored | typeof PAUSE, void, void> {
  const search = planSearch(collection, selection.search, selection.statement);
  const rows: number[] = [];
  for (const found of findMatches(transaction.writer, collection, search, call)) {
    if (found === PAUSE) yield found;
    else rows.push(found.row);
  }
  for (const row of rows) {
    const stored = collection.dropped ? undefined : readStored(transaction.writer, collection, row);
    if (stored && search.query.matches(stored.doc)) yield stored;
    if (call.pauseDue()) yield PAUSE;
  }
}

/** Applies an update to one stored document; `after` is the document as it is then. */
export function updateStored(
  transaction: Transaction,
  collection: Collection,
  stored: Stored,
  { search }: Selection,
  update: CompiledUpdate,
  bypass: boolean,
): { modified: boolean; after: Doc } {
  const position = update.needsPosition ? search.query.match(stored.doc).position : undefined;
  const { doc, modified } = update.apply(stored.doc, position);
  if (!modified) return { modified, after: doc };
  validatorOf(collection, bypass)(doc, stored.doc);
  const prepared = prepareDoc(doc);
  replaceDocument(transaction, collection, stored, prepared.doc, prepared.bytes);
  return { modified, after: doc };
}

/** Inserts what an upsert makes of its filter and update. */
export function upsert(
  transaction: Transaction,
  namespace: { database: string; name: string },
  { search }: Selection,
  update: CompiledUpdate,
  bypass: boolean,
): Prepared {
  const prepared = prepareDoc(update.insert(search.query));
  const collection = ensureCollection(transaction, namespace.database, namespace.name);
  validatorOf(collection, bypass)(prepared.doc, undefined);
  insertDocument(transaction, collection, prepared.doc, prepared.bytes);
  return prepared;
}
