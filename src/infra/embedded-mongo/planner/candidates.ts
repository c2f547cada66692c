import type { Call } from '../call.ts';
import { MongoError } from '../mongo-error.ts';
import { PAUSE, type Pause } from '../pause.ts';
import { type Collection, namespaceOf } from '../storage/collection.ts';
import { readBytes } from '../storage/documents.ts';
import { directRow, entryRow } from '../storage/index-entries.ts';
import { afterPrefix, type Entry, type Reader } from '../storage/key-value.ts';
import { documentsPrefix, indexValuePrefix, rowOf } from '../storage/keys.ts';
import { fromRecord } from '../storage/record.ts';
import type { ValueRange } from './key-ranges.ts';
import type { IndexScan, Plan, Union } from './plan.ts';

/** A document that a plan has found, before the filter has seen it. */
export interface Found {
  readonly row: number;
  readonly bytes: Buffer;
}

/** The candidates of a plan in its order, each document once. */
export function* candidates(
  reader: Reader,
  collection: Collection,
  plan: Plan,
  call: Call,
): Generator<Found | Pause, void, void> {
  if (plan.kind === 'collectionScan') {
    const prefix = documentsPrefix(collection.id);
    for (const entry of entries(reader, { from: prefix, to: afterPrefix(prefix) }, plan.reverse, collection, call))
      yield entry === PAUSE
        ? entry
        : { row: rowOf(entry.key), bytes: fromRecord(entry.value, namespaceOf(collection)) };
    return;
  }
  for (const row of rowsOf(reader, collection, plan, call)) {
    if (row === PAUSE) {
      yield row;
      continue;
    }
    const bytes = readBytes(reader, collection, row);
    if (bytes) yield { row, bytes };
    else throw missing(collection, row);
  }
}

/** Rows only, for plans over indexes: enough for counts that the index covers. */
export function* rowsOf(
  reader: Reader,
  collection: Collection,
  plan: IndexScan | Union | { readonly kind: 'nothing' },
  call: Call,
): Generator<number | Pause, void, void> {
  if (plan.kind === 'nothing') return;
  if (plan.kind === 'indexScan' && !plan.repeats) {
    yield* indexRows(reader, collection, plan, call);
    return;
  }
  const seen = new Set<number>();
  for (const row of plan.kind === 'union'
    ? unionRows(reader, collection, plan, call)
    : indexRows(reader, collection, plan, call)) {
    if (row === PAUSE) yield row;
    else if (!seen.has(row)) {
      seen.add(row);
      yield row;
    }
  }
}

function* unionRows(
  reader: Reader,
  collection: Collection,
  plan: Union,
  call: Call,
): Generator<number | Pause, void, void> {
  for (const part of plan.plans) if (part.kind !== 'collectionScan') yield* rowsOf(reader, collection, part, call);
}

function* indexRows(
  reader: Reader,
  collection: Collection,
  plan: IndexScan,
  call: Call,
): Generator<number | Pause, void, void> {
  const ranges = plan.reverse ? [...plan.ranges].reverse() : plan.ranges;
  for (const range of ranges) {
    if (plan.index.direct && range.point) {
      const found = reader.get(indexValuePrefix(plan.index.id, range.from));
      const row = found && directRow(found);
      if (row !== undefined) yield row;
      continue;
    }
    for (const entry of entries(reader, entryRange(plan.index.id, range), plan.reverse, collection, call))
      yield entry === PAUSE ? entry : entryRow(entry);
  }
}

const entryRange = (indexId: number, { from, to }: ValueRange): ValueRange => ({
  from: indexValuePrefix(indexId, from),
  to: indexValuePrefix(indexId, to),
});

/**
 * Entries with pauses. After a pause the walk starts anew behind the last key it has seen: inside a write
 * transaction the former position may be gone by then, on a snapshot it makes no difference.
 */
function* entries(
  reader: Reader,
  range: ValueRange,
  reverse: boolean,
  collection: Collection,
  call: Call,
): Generator<Entry | Pause, void, void> {
  let { from, to } = range;
  for (;;) {
    let last: Buffer | undefined;
    for (const entry of reader.range({ from, to, reverse })) {
      yield entry;
      if (call.pauseDue()) {
        last = entry.key;
        break;
      }
    }
    if (!last) return;
    yield PAUSE;
    if (collection.dropped) throw new MongoError('QueryPlanKilled', `collection dropped: ${namespaceOf(collection)}`);
    if (reverse) to = last;
    else from = Buffer.concat([last, ZERO]);
  }
}

const ZERO = Buffer.from([0]);

function missing(collection: Collection, row: number): MongoError {
  return new MongoError(
    'DataCorruptionDetected',
    `an index of ${namespaceOf(collection)} names document ${row}, which is not there`,
  );
}
