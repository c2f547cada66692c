import { compareNumbers, isNumeric, type Numeric } from './compare-numbers.ts';
import { fromDecimal128, toNumber } from './decimal.ts';
import { Int32, isNullish, type Maybe, type Value } from './value.ts';

const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

/** What counts as true: everything but false, null, missing and zero of any type (NaN is true). */
export function isTruthy(value: Maybe): boolean {
  if (isNullish(value) || value === false) return false;
  return !isNumeric(value) || compareNumbers(value, 0) !== 0;
}

/** The nearest double of any number. */
export function toDouble(value: Numeric): number {
  if (typeof value === 'number') return value;
  if (value instanceof Int32) return value.value;
  return typeof value === 'bigint' ? Number(value) : toNumber(fromDecimal128(value));
}

/** The integral part as a bigint of any size; undefined for NaN and the infinities. */
export function truncate(value: Numeric): bigint | undefined {
  if (value instanceof Int32) return BigInt(value.value);
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? BigInt(Math.trunc(value)) : undefined;
  const decimal = fromDecimal128(value);
  if (decimal.kind !== 'finite') return undefined;
  const scale = 10n ** BigInt(Math.abs(decimal.exponent));
  const magnitude = decimal.exponent < 0 ? decimal.coefficient / scale : decimal.coefficient * scale;
  return decimal.negative ? -magnitude : magnitude;
}

/** The integral part, when it fits an int64. */
export function truncateToLong(value: Numeric): bigint | undefined {
  const whole = truncate(value);
  return whole === undefined || whole < LONG_MIN || whole > LONG_MAX ? undefined : whole;
}

/** The number as an int64 when it is one exactly. */
export function toExactInteger(value: Numeric): bigint | undefined {
  const long = truncateToLong(value);
  return long !== undefined && compareNumbers(long, value) === 0 ? long : undefined;
}

/** A number as a plain JavaScript one when it is an integer that a double holds exactly. */
export function toSafeInteger(value: Maybe): number | undefined {
  const long = isNumeric(value) ? toExactInteger(value) : undefined;
  if (long === undefined) return undefined;
  const number = Number(long);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** An integer as int32 when it fits, else int64. */
export function integerValue(value: number | bigint): Value {
  const number = Number(value);
  return Int32.fits(number) ? Int32.of(number) : BigInt(value);
}

export function isLong(value: bigint): boolean {
  return value >= LONG_MIN && value <= LONG_MAX;
}
