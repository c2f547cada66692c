import { Decimal128 } from 'bson';
import type { Numeric } from './compare-numbers.ts';
import { isLong, toDouble } from './convert.ts';
import { type Decimal, finite, fromDecimal128, fromDouble, toDecimal128 } from './decimal.ts';
import * as decimals from './decimal-arithmetic.ts';
import { Int32 } from './value.ts';

type Operation = 'add' | 'subtract' | 'multiply';

/** Any number as a decimal; doubles with the 15 digits that MongoDB keeps. */
export function toDecimal(value: Numeric): Decimal {
  if (value instanceof Decimal128) return fromDecimal128(value);
  if (value instanceof Int32) return finite(BigInt(value.value));
  return typeof value === 'bigint' ? finite(value) : fromDouble(value);
}

/**
 * Adds, subtracts or multiplies with MongoDB's promotion: decimal over double over long over int; an int that
 * overflows becomes a long. A long that overflows gives undefined: updates refuse it, expressions go on in double.
 */
export function calculate(operation: Operation, left: Numeric, right: Numeric): Numeric | undefined {
  if (left instanceof Int32 && right instanceof Int32) return ofInts(operation, left.value, right.value);
  if (left instanceof Decimal128 || right instanceof Decimal128) {
    return toDecimal128(ofDecimals(operation, toDecimal(left), toDecimal(right)));
  }
  if (typeof left === 'number' || typeof right === 'number') {
    return ofDoubles(operation, toDouble(left), toDouble(right));
  }
  const result = ofLongs(operation, toBigInt(left), toBigInt(right));
  return isLong(result) ? result : undefined;
}

function toBigInt(value: bigint | Int32): bigint {
  return value instanceof Int32 ? BigInt(value.value) : value;
}

function ofInts(operation: Operation, left: number, right: number): Numeric {
  const result = ofDoubles(operation, left, right);
  // Beyond 2^53 a product of ints is no longer exact as a double.
  if (Int32.fits(result)) return Int32.of(result);
  return ofLongs(operation, BigInt(left), BigInt(right));
}

function ofDoubles(operation: Operation, left: number, right: number): number {
  if (operation === 'add') return left + right;
  return operation === 'subtract' ? left - right : left * right;
}

function ofLongs(operation: Operation, left: bigint, right: bigint): bigint {
  if (operation === 'add') return left + right;
  return operation === 'subtract' ? left - right : left * right;
}

function ofDecimals(operation: Operation, left: Decimal, right: Decimal): Decimal {
  if (operation === 'add') return decimals.add(left, right);
  return operation === 'subtract' ? decimals.add(left, decimals.negate(right)) : decimals.multiply(left, right);
}
