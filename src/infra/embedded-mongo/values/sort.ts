import { MongoError } from '../mongo-error.ts';
import { type CompareStrings, compareValues } from './compare.ts';
import { toSafeInteger } from './convert.ts';
import { type Doc, isDoc, type Maybe, type Value } from './value.ts';

export interface SortField {
  readonly path: string;
  readonly direction: 1 | -1;
}

export interface Sorter {
  readonly fields: readonly SortField[];
  /** What documents are ordered by: one value per field. Worked out once per document. */
  keyOf(doc: Doc): Maybe[];
  compareKeys(left: readonly Maybe[], right: readonly Maybe[]): number;
  /** Orders array elements (`$push`, `$sortArray`): a scalar has none of the fields. */
  compareValues(left: Value, right: Value): number;
}

/** Reads a sort document; `$meta` and other than 1 and -1 are refused (15975, 15976). */
export function createSorter(spec: Doc, strings?: CompareStrings): Sorter {
  const fields = [...spec].map(([path, value]) => sortField(path, value));
  const paths = fields.map((field) => field.path.split('.'));
  const keyOf = (doc: Doc) =>
    fields.map((field, index) => sortValue(doc, paths[index] ?? [], field.direction, strings));
  const compareKeys = (left: readonly Maybe[], right: readonly Maybe[]) => {
    for (let index = 0; index < fields.length; index += 1) {
      const order = compareValues(left[index], right[index], strings);
      if (order !== 0) return order * (fields[index]?.direction ?? 1);
    }
    return 0;
  };
  const none: Doc = new Map();
  return {
    fields,
    keyOf,
    compareKeys,
    compareValues: (left, right) => compareKeys(keyOf(isDoc(left) ? left : none), keyOf(isDoc(right) ? right : none)),
  };
}

function sortField(path: string, value: Value): SortField {
  if (path === '' || path.split('.').includes('')) {
    throw new MongoError(15998, 'FieldPath field names may not be empty strings.');
  }
  if (path.startsWith('$')) throw new MongoError(16410, "FieldPath field names may not start with '$'.");
  if (isDoc(value)) throw new MongoError('BadValue', 'sorting by $meta is not supported');
  const direction = toSafeInteger(value);
  if (direction !== 1 && direction !== -1) {
    throw new MongoError(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
  }
  return { path, direction };
}

/** Of an array the smallest element counts going up, the largest going down; missing sorts as null, [] before it. */
function sortValue(doc: Doc, parts: readonly string[], direction: 1 | -1, strings?: CompareStrings): Maybe {
  if (parts.length === 1) {
    const value = doc.get(parts[0] as string);
    if (!Array.isArray(value)) return value ?? null;
  }
  const found: Maybe[] = [];
  gather(doc, parts, 0, found);
  return found.reduce((best, value) => (compareValues(value, best, strings) * direction < 0 ? value : best), found[0]);
}

function gather(value: Maybe, parts: readonly string[], from: number, found: Maybe[]): void {
  let current = value;
  for (let at = from; at < parts.length; at += 1) {
    const part = parts[at] as string;
    if (isDoc(current)) current = current.get(part);
    else if (Array.isArray(current)) {
      const indexed = /^\d+$/.test(part) ? current[Number(part)] : undefined;
      if (indexed !== undefined) gather(indexed, parts, at + 1, found);
      else if (current.length === 0) found.push(null);
      else for (const item of current) gather(isDoc(item) ? item : undefined, parts, at, found);
      return;
    } else current = undefined;
  }
  if (!Array.isArray(current)) found.push(current ?? null);
  else if (current.length === 0) found.push(undefined);
  else found.push(...current);
}
