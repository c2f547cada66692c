import { MongoError } from '../mongo-error.ts';
import { PAUSE, type Stream } from '../pause.ts';
import type { Sorter } from '../values/sort.ts';
import type { Doc, Maybe } from '../values/value.ts';

interface Keyed {
  readonly doc: Doc;
  readonly key: readonly Maybe[];
}

/** So many documents are sorted without looking up; longer lists are merged from such runs, with pauses. */
const RUN = 4096;
/** A blocking stage holds its input in memory; this bounds it as MongoDB's own limit for a sort would (292). */
const MAX_DOCUMENTS = 2_000_000;

/** The documents in order; equal ones keep the order they came in. */
export function* sorted(input: Stream<Doc>, sorter: Sorter, tick: () => boolean): Stream<Doc> {
  const items: Keyed[] = [];
  for (const doc of input) {
    if (doc === PAUSE) yield PAUSE;
    else items.push({ doc, key: sorter.keyOf(doc) });
    if (items.length > MAX_DOCUMENTS) {
      throw new MongoError('QueryExceededMemoryLimitNoDiskUseAllowed', 'Sort exceeded memory limit');
    }
  }
  const compare = (a: Keyed, b: Keyed) => sorter.compareKeys(a.key, b.key);
  let runs: Keyed[][] = [];
  for (let start = 0; start < items.length; start += RUN) {
    runs.push(items.slice(start, start + RUN).sort(compare));
    if (tick()) yield PAUSE;
  }
  while (runs.length > 1) {
    const merged: Keyed[][] = [];
    for (let index = 0; index < runs.length; index += 2) {
      const target: Keyed[] = [];
      yield* merge(runs[index] as Keyed[], runs[index + 1] ?? [], compare, target, tick);
      merged.push(target);
    }
    runs = merged;
  }
  for (const item of runs[0] ?? []) yield item.doc;
}

function* merge(
  left: readonly Keyed[],
  right: readonly Keyed[],
  compare: (a: Keyed, b: Keyed) => number,
  target: Keyed[],
  tick: () => boolean,
): Generator<typeof PAUSE> {
  let a = 0;
  let b = 0;
  while (a < left.length || b < right.length) {
    const fromLeft = b >= right.length || (a < left.length && compare(left[a] as Keyed, right[b] as Keyed) <= 0);
    target.push((fromLeft ? left[a++] : right[b++]) as Keyed);
    if (target.length % RUN === 0 && tick()) yield PAUSE;
  }
}
