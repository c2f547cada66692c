import { MongoError } from '../mongo-error.ts';
import { compileQuery } from '../query/compile-query.ts';
import type { QueryOptions } from '../query/context.ts';
import { toSafeInteger } from '../values/convert.ts';
import { type Doc, isDoc, type Maybe, type Value } from '../values/value.ts';

/** What becomes of a field whose array is shown only in part; `undefined` drops the field. */
export type ArrayPart = (value: Maybe, position: number | undefined) => Maybe;

/** `{ $slice: n }` or `{ $slice: [skip, limit] }`. */
export function slicePart(operand: Value): ArrayPart {
  const numbers = (Array.isArray(operand) ? operand : [operand]).map(toSafeInteger);
  const [first, second] = numbers;
  if (first === undefined || numbers.includes(undefined) || numbers.length > 2) {
    throw new MongoError(28667, 'Invalid $slice syntax. The argument must be a number or an array of [skip, limit]');
  }
  if (second === undefined) {
    return (value) => (!Array.isArray(value) ? value : first < 0 ? value.slice(first) : value.slice(0, first));
  }
  if (second <= 0) throw new MongoError(28724, 'First argument to $slice must be an array, the limit must be positive');
  return (value) => {
    if (!Array.isArray(value)) return value;
    const start = first < 0 ? Math.max(0, value.length + first) : first;
    return value.slice(start, start + second);
  };
}

/** The first element that matches; fields that are no arrays or have none fall away. */
export function elemMatchPart(operand: Value, options: QueryOptions): ArrayPart {
  if (!isDoc(operand)) throw new MongoError(31274, 'elemMatch: Invalid argument, object required');
  const query = compileQuery(new Map([['', new Map([['$elemMatch', operand]])]]) as Doc, options);
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const { matched, position } = query.match(new Map([['', value]]));
    return matched && position !== undefined ? [value[position] as Value] : undefined;
  };
}

/** `'a.$': 1`: the element that the query's own match was about. */
export const positionalPart: ArrayPart = (value, position) => {
  if (!Array.isArray(value)) return value;
  const item = position === undefined ? undefined : value[position];
  if (item === undefined) {
    throw new MongoError(51246, "positional operator '.$' couldn't find a matching element in the array");
  }
  return [item];
};
