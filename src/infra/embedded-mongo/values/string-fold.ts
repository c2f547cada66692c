import { BSONSymbol } from 'bson';
import type { CompareStrings } from './compare.ts';
import { isDoc, type Maybe, type Value } from './value.ts';

export type Fold = (value: Maybe) => Maybe;

/**
 * Makes strings that a collation holds equal the same string: the first of them that was seen. It stands in for
 * the sort keys that Intl does not give, so that values under a collation can still go into a hash table.
 */
export function createFold(strings: CompareStrings): Fold {
  const known = new Map<string, string>();
  const sorted: string[] = [];
  const text = (value: string): string => {
    let same = known.get(value);
    if (same === undefined) {
      same = find(sorted, value, strings);
      known.set(value, same);
    }
    return same;
  };
  const fold = (value: Value): Value => {
    if (typeof value === 'string') return text(value);
    if (value instanceof BSONSymbol) return text(value.value);
    if (Array.isArray(value)) return value.map(fold);
    return isDoc(value) ? new Map([...value].map(([name, part]) => [name, fold(part)])) : value;
  };
  return (value) => (value === undefined ? undefined : fold(value));
}

/** The string in the sorted list that compares equal; the new one takes its place when there is none. */
function find(sorted: string[], value: string, strings: CompareStrings): string {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const candidate = sorted[middle] as string;
    const order = strings(candidate, value);
    if (order === 0) return candidate;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  sorted.splice(low, 0, value);
  return value;
}
