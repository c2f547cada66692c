import { Decimal128, ObjectId } from 'bson';
import { type CompareStrings, compareValues } from '../values/compare.ts';
import { compareNumbers, isNumeric } from '../values/compare-numbers.ts';
import { Int32, isNullish, type Maybe, RANK, rankOf, type Value } from '../values/value.ts';
import type { Comparison, Predicate } from './node.ts';

/** `$eq` $lt …: values of another type never match, but for null against missing and the two extreme keys. */
export function comparePredicate(kind: Comparison, value: Value, strings?: CompareStrings): Predicate {
  if (kind === 'eq') return equalPredicate(value, strings);
  const rank = rankOf(value);
  if (rank === RANK.null) return kind === 'lt' || kind === 'gt' ? () => false : isNullish;
  const accepts = ACCEPTS[kind];
  if (rank === RANK.minKey || rank === RANK.maxKey) return (other) => accepts(compareValues(other, value));
  if (isNaNValue(value)) {
    return kind === 'lt' || kind === 'gt' ? () => false : (other) => isNaNValue(other);
  }
  return (other) => rankOf(other) === rank && !isNaNValue(other) && accepts(compareValues(other, value, strings));
}

const ACCEPTS: Record<Exclude<Comparison, 'eq'>, (order: number) => boolean> = {
  lt: (order) => order < 0,
  lte: (order) => order <= 0,
  gt: (order) => order > 0,
  gte: (order) => order >= 0,
};

function isNaNValue(value: Maybe): boolean {
  if (typeof value === 'number') return Number.isNaN(value);
  return value instanceof Decimal128 && compareNumbers(value, Number.NaN) === 0;
}

/** The common types are compared without going through the general order. */
function equalPredicate(value: Value, strings?: CompareStrings): Predicate {
  if (value === null) return isNullish;
  if (typeof value === 'string' && strings === undefined) {
    return (other) => other === value || (typeof other === 'object' && compareValues(other, value) === 0);
  }
  if (value instanceof Int32) {
    const number = value.value;
    return (other) =>
      other instanceof Int32 ? other.value === number : isNumeric(other) && compareNumbers(other, number) === 0;
  }
  if (value instanceof ObjectId) return (other) => other instanceof ObjectId && other.equals(value);
  return (other) => compareValues(other, value, strings) === 0;
}
