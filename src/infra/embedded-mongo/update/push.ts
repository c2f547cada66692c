import { MongoError } from '../mongo-error.ts';
import { type CompareStrings, compareValues } from '../values/compare.ts';
import { toSafeInteger } from '../values/convert.ts';
import { createSorter } from '../values/sort.ts';
import { typeName } from '../values/types.ts';
import { type Doc, isDoc, type Value } from '../values/value.ts';
import type { UpdateOperator } from './field-change.ts';

interface Modifiers {
  readonly each: readonly Value[];
  readonly position: number | undefined;
  readonly slice: number | undefined;
  readonly sort: ((items: Value[]) => Value[]) | undefined;
}

/** `$push` with `$each`, then `$position`, `$sort`, `$slice`, applied in that order. */
export const push: UpdateOperator = (value, _path, { collation }) => {
  const { each, position, slice, sort } = modifiersOf(value, collation);
  return {
    creates: true,
    change: (current, path) => {
      if (current !== undefined && !Array.isArray(current)) {
        throw new MongoError(
          'BadValue',
          `The field '${path}' must be an array but is of type ${typeName(current)} in document`,
        );
      }
      const before = current ?? [];
      const at = position === undefined ? before.length : startOf(position, before.length);
      const items = [...before.slice(0, at), ...each, ...before.slice(at)];
      const sorted = sort ? sort(items) : items;
      return slice === undefined ? sorted : slice < 0 ? sorted.slice(slice) : sorted.slice(0, slice);
    },
  };
};

/** Negative positions count from the end. */
function startOf(position: number, length: number): number {
  return position < 0 ? Math.max(0, length + position) : Math.min(position, length);
}

const KNOWN = new Set(['$each', '$position', '$slice', '$sort']);

function modifiersOf(value: Value, collation: CompareStrings | undefined): Modifiers {
  if (!isDoc(value) || !value.has('$each'))
    return { each: [value], position: undefined, slice: undefined, sort: undefined };
  const unknown = [...value.keys()].find((name) => !KNOWN.has(name));
  if (unknown !== undefined) throw new MongoError('BadValue', `Unrecognized clause in $push: ${unknown}`);
  const each = value.get('$each');
  if (!Array.isArray(each)) {
    throw new MongoError(
      'BadValue',
      `The argument to $each in $push must be an array but it was of type: ${typeName(each)}`,
    );
  }
  return {
    each,
    position: integer(value, '$position'),
    slice: integer(value, '$slice'),
    sort: sorter(value.get('$sort'), collation),
  };
}

function integer(modifiers: Doc, name: string): number | undefined {
  const value = modifiers.get(name);
  if (value === undefined) return undefined;
  const number = toSafeInteger(value);
  if (number === undefined) {
    throw new MongoError(
      'BadValue',
      `The value for ${name} must be an integer value but was given type: ${typeName(value)}`,
    );
  }
  return number;
}

function sorter(spec: Value | undefined, collation: CompareStrings | undefined): Modifiers['sort'] {
  if (spec === undefined) return undefined;
  if (isDoc(spec)) {
    const sort = createSorter(spec, collation);
    return (items) => items.slice().sort((a, b) => sort.compareValues(a, b));
  }
  const direction = toSafeInteger(spec);
  if (direction !== 1 && direction !== -1) {
    throw new MongoError('BadValue', 'The $sort element value must be either 1 or -1');
  }
  return (items) => items.slice().sort((a, b) => direction * compareValues(a, b, collation));
}
