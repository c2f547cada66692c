import { MongoError } from '../mongo-error.ts';
import type { CompareStrings } from '../values/compare.ts';
import { compareValues } from '../values/compare.ts';
import { createSorter, type Sorter } from '../values/sort.ts';
import type { Doc, Maybe } from '../values/value.ts';

const MAX_FIELDS = 32;

/** The order that a query asks for. */
export type Sort =
  | { readonly kind: 'none' }
  | { readonly kind: 'natural'; readonly reverse: boolean }
  | { readonly kind: 'fields'; readonly sorter: Sorter };

/** Reads a sort document: paths with 1 or -1, or `$natural`, the order of insertion, alone. */
export function parseSort(sort: Doc | undefined, strings?: CompareStrings): Sort {
  if (!sort || sort.size === 0) return { kind: 'none' };
  const natural = sort.get('$natural');
  if (natural !== undefined) {
    if (sort.size > 1) throw new MongoError('BadValue', 'Cannot include $natural in compound sort');
    return { kind: 'natural', reverse: compareValues(natural, 0) < 0 };
  }
  if (sort.size > MAX_FIELDS) throw new MongoError('BadValue', `a sort may have at most ${MAX_FIELDS} fields`);
  return { kind: 'fields', sorter: createSorter(sort, strings) };
}

interface Sorted {
  readonly key: readonly Maybe[];
  readonly row: number;
}

/** Gathers rows with their keys and gives them back in order; with a limit only the first ones are kept. */
export class RowSorter {
  readonly #sorter: Sorter;
  readonly #limit: number;
  #rows: Sorted[] = [];

  constructor(sorter: Sorter, limit: number) {
    this.#sorter = sorter;
    this.#limit = limit;
  }

  add(row: number, doc: Doc): void {
    this.#rows.push({ row, key: this.#sorter.keyOf(doc) });
    if (this.#rows.length > 2 * this.#limit + 100) this.#rows = this.#sorted();
  }

  rows(): readonly number[] {
    return this.#sorted().map(({ row }) => row);
  }

  #sorted(): Sorted[] {
    const sorted = this.#rows.sort((a, b) => this.#sorter.compareKeys(a.key, b.key));
    return sorted.length > this.#limit ? sorted.slice(0, this.#limit) : sorted;
  }
}
