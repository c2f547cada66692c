import type { Call } from '../call.ts';
import { PAUSE, type Pause } from '../pause.ts';
import type { CompiledQuery } from '../query/compile-query.ts';
import type { Collection } from '../storage/collection.ts';
import { readBytes } from '../storage/documents.ts';
import type { Reader } from '../storage/key-value.ts';
import { decodeDocument, decodeFields } from '../values/decode.ts';
import type { Sorter } from '../values/sort.ts';
import type { Doc } from '../values/value.ts';
import { candidates, type Found } from './candidates.ts';
import { isSorted, type Plan } from './plan.ts';
import { RowSorter, type Sort } from './sort.ts';

/** A query with its plan, ready to run. */
export interface Search {
  readonly query: CompiledQuery;
  readonly plan: Plan;
  readonly sort: Sort;
  readonly skip: number;
  /** Infinity for all. */
  readonly limit: number;
}

/** The matching documents in order, after skip and up to limit. */
export function* findMatches(
  reader: Reader,
  collection: Collection,
  search: Search,
  call: Call,
): Generator<Found | Pause, void, void> {
  const { skip, limit, sort, plan } = search;
  const source =
    sort.kind === 'fields' && !isSorted(plan)
      ? sortedMatches(reader, collection, search, sort.sorter, call)
      : matches(reader, collection, search, call);
  let seen = 0;
  if (limit === 0) return;
  for (const found of source) {
    if (found === PAUSE) {
      yield found;
      continue;
    }
    seen++;
    if (seen > skip) yield found;
    if (seen - skip >= limit) return;
  }
}

function* matches(
  reader: Reader,
  collection: Collection,
  { plan, query }: Search,
  call: Call,
): Generator<Found | Pause, void, void> {
  const all = candidates(reader, collection, plan, call);
  if (query.root.kind === 'always' || (plan.kind === 'indexScan' && plan.exact)) {
    yield* all;
    return;
  }
  const { fields } = query;
  for (const found of all) {
    if (found === PAUSE) yield found;
    else if (query.matches(decodePart(found.bytes, fields))) yield found;
  }
}

const decodePart = (bytes: Buffer, fields: ReadonlySet<string> | undefined): Doc =>
  fields ? decodeFields(bytes, fields) : decodeDocument(bytes);

/** Keeps rows and sort keys only; the documents are read again in the end. */
function* sortedMatches(
  reader: Reader,
  collection: Collection,
  search: Search,
  sorter: Sorter,
  call: Call,
): Generator<Found | Pause, void, void> {
  const fields = new Set(sorter.fields.map(({ path }) => path.split('.', 1)[0] ?? ''));
  const rows = new RowSorter(sorter, search.skip + search.limit);
  for (const found of matches(reader, collection, search, call)) {
    if (found === PAUSE) yield found;
    else rows.add(found.row, decodeFields(found.bytes, fields));
  }
  for (const row of rows.rows()) {
    const bytes = readBytes(reader, collection, row);
    if (bytes) yield { row, bytes };
    if (call.pauseDue()) yield PAUSE;
  }
}
