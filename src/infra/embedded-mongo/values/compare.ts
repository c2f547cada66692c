import { type Binary, type BSONRegExp, BSONSymbol, type Code, Decimal128, type ObjectId, type Timestamp } from 'bson';
import { compareNumbers } from './compare-numbers.ts';
import { type CodeWithScope, type Doc, Int32, isDoc, type Maybe, RANK, rankOf, type Value } from './value.ts';

/** How strings are compared when a command names a collation; without one they compare by code point. */
export type CompareStrings = (left: string, right: string) => number;

/**
 * MongoDB's order over all values ("Comparison/Sort Order" in the manual): by type rank, then within the type.
 * A missing value sorts before null. Negative, zero or positive.
 */
export function compareValues(left: Maybe, right: Maybe, strings: CompareStrings = compareCodePoints): number {
  if (left === right && typeof left !== 'number') return 0;
  if (typeof left === 'string' && typeof right === 'string') return strings(left, right);
  if (typeof left === 'number' && typeof right === 'number') return compareNumbers(left, right);
  const rank = rankOf(left);
  const difference = rank - rankOf(right);
  if (difference !== 0) return difference;
  return compareSameRank(rank, left as Value, right as Value, strings);
}

export function valuesEqual(left: Maybe, right: Maybe, strings?: CompareStrings): boolean {
  return compareValues(left, right, strings) === 0;
}

function compareSameRank(rank: number, left: Value, right: Value, strings: CompareStrings): number {
  switch (rank) {
    case RANK.number:
      return compareNumbers(left as number, right as number);
    case RANK.string:
      return strings(textOf(left), textOf(right));
    case RANK.object:
      return compareDocs(left as Doc, right as Doc, strings);
    case RANK.array:
      return compareArrays(left as Value[], right as Value[], strings);
    case RANK.binary:
      return compareBinary(left as Binary, right as Binary);
    case RANK.objectId:
      return (left as ObjectId).equals(right as ObjectId)
        ? 0
        : Buffer.compare((left as ObjectId).id, (right as ObjectId).id);
    case RANK.boolean:
      return Number(left) - Number(right);
    case RANK.date:
      return (left as Date).getTime() - (right as Date).getTime();
    case RANK.timestamp:
      return (left as Timestamp).compare(right as Timestamp);
    case RANK.regex:
      return (
        compareCodePoints((left as BSONRegExp).pattern, (right as BSONRegExp).pattern) ||
        compareCodePoints((left as BSONRegExp).options, (right as BSONRegExp).options)
      );
    case RANK.code:
      return compareCodePoints(String((left as Code).code), String((right as Code).code));
    case RANK.codeWithScope:
      return (
        compareCodePoints((left as CodeWithScope).code, (right as CodeWithScope).code) ||
        compareDocs((left as CodeWithScope).scope, (right as CodeWithScope).scope, strings)
      );
    default:
      return 0;
  }
}

function textOf(value: Value): string {
  return value instanceof BSONSymbol ? value.value : (value as string);
}

/** The order of the UTF-8 bytes, which UTF-16 units only miss where a surrogate meets U+E000 and above. */
function compareCodePoints(left: string, right: string): number {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    if (a === b) continue;
    const surrogates = Number(a >= 0xd800 && a <= 0xdfff) - Number(b >= 0xd800 && b <= 0xdfff);
    return surrogates !== 0 && a >= 0xd800 && b >= 0xd800 ? surrogates : a - b;
  }
  return left.length - right.length;
}

/** Field by field: the rank of the value, then the name, then the value; a document that ends first is smaller. */
function compareDocs(left: Doc, right: Doc, strings: CompareStrings): number {
  const others = right.entries();
  for (const [name, value] of left) {
    const other = others.next();
    if (other.done) return 1;
    const [otherName, otherValue] = other.value;
    const result =
      rankOf(value) - rankOf(otherValue) ||
      compareCodePoints(name, otherName) ||
      compareValues(value, otherValue, strings);
    if (result !== 0) return result;
  }
  return left.size - right.size;
}

function compareArrays(left: Value[], right: Value[], strings: CompareStrings): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const result = compareValues(left[index], right[index], strings);
    if (result !== 0) return result;
  }
  return left.length - right.length;
}

function compareBinary(left: Binary, right: Binary): number {
  return (
    left.position - right.position || left.sub_type - right.sub_type || Buffer.compare(left.value(), right.value())
  );
}

/** Equal in type, value, field order and even the sign of zero: a write that would leave the same bytes. */
export function valuesIdentical(left: Maybe, right: Maybe): boolean {
  if (left === right) return left !== 0 || Object.is(left, right);
  if (typeof left === 'number' || typeof left === 'bigint') return Object.is(left, right);
  if (left instanceof Int32) return right instanceof Int32 && left.value === right.value;
  if (left instanceof Decimal128) return right instanceof Decimal128 && Buffer.compare(left.bytes, right.bytes) === 0;
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => valuesIdentical(item, right[index]))
    );
  }
  if (isDoc(left)) return isDoc(right) && docsIdentical(left, right);
  if (left instanceof BSONSymbol !== right instanceof BSONSymbol) return false;
  return rankOf(left) === rankOf(right) && !isDoc(right) && compareValues(left, right) === 0;
}

export function docsIdentical(left: Doc, right: Doc): boolean {
  if (left.size !== right.size) return false;
  const others = right.entries();
  for (const [name, value] of left) {
    const other = others.next();
    if (other.done || other.value[0] !== name || !valuesIdentical(value, other.value[1])) return false;
  }
  return true;
}
