import { Decimal128 } from 'bson';
import { type Decimal, finite, fromDecimal128, toNumber } from './decimal.ts';
import { Int32 } from './value.ts';

export type Numeric = number | bigint | Int32 | Decimal128;

export function isNumeric(value: unknown): value is Numeric {
  return (
    typeof value === 'number' || value instanceof Int32 || typeof value === 'bigint' || value instanceof Decimal128
  );
}

/** Exact order over all four number types; NaN is equal to itself and before every other number. */
export function compareNumbers(left: Numeric, right: Numeric): number {
  const a = left instanceof Int32 ? left.value : left;
  const b = right instanceof Int32 ? right.value : right;
  if (a instanceof Decimal128 || b instanceof Decimal128)
    return compareDecimals(toDecimalOrNumber(a), toDecimalOrNumber(b));
  if (a < b) return -1;
  if (a > b) return 1;
  // biome-ignore lint/suspicious/noDoubleEquals: JavaScript compares an int64 with a double exactly, which === would not.
  if (a == b) return 0;
  return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
}

function toDecimalOrNumber(value: number | bigint | Decimal128): Decimal | number {
  if (typeof value === 'number') return value;
  return typeof value === 'bigint' ? finite(value) : fromDecimal128(value);
}

function compareDecimals(left: Decimal | number, right: Decimal | number): number {
  const a = typeof left === 'number' ? left : toNumber(left);
  const b = typeof right === 'number' ? right : toNumber(right);
  // Rounding keeps order, so different nearest doubles decide; equal ones need the exact values.
  const rough = compareNumbers(a, b);
  if (rough !== 0 || Number.isNaN(a)) return rough;
  const exactLeft = exactOf(left);
  const exactRight = exactOf(right);
  if (exactLeft === undefined || exactRight === undefined) {
    return (exactLeft === undefined ? Math.sign(a) : 0) - (exactRight === undefined ? Math.sign(b) : 0);
  }
  return compareFractions(exactLeft, exactRight);
}

/** A value as coefficient · 2^two · 10^ten. */
interface Exact {
  coefficient: bigint;
  two: number;
  ten: number;
}

/** Undefined for the infinities. */
function exactOf(value: Decimal | number): Exact | undefined {
  if (typeof value !== 'number') {
    if (value.kind !== 'finite') return undefined;
    return { coefficient: value.negative ? -value.coefficient : value.coefficient, two: 0, ten: value.exponent };
  }
  if (!Number.isFinite(value)) return undefined;
  const { mantissa, exponent } = splitDouble(value);
  return { coefficient: mantissa, two: exponent, ten: 0 };
}

const scratch = new DataView(new ArrayBuffer(8));

/** A finite double as mantissa · 2^exponent, the mantissa signed and integral. */
export function splitDouble(value: number): { mantissa: bigint; exponent: number } {
  scratch.setFloat64(0, value);
  const bits = scratch.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = biased === 0 ? fraction : fraction | (1n << 52n);
  return { mantissa: value < 0 ? -mantissa : mantissa, exponent: Math.max(biased, 1) - 1075 };
}

function compareFractions(left: Exact, right: Exact): number {
  if (left.coefficient === 0n || right.coefficient === 0n) {
    return left.coefficient < right.coefficient ? -1 : Number(left.coefficient > right.coefficient);
  }
  const two = Math.min(left.two, right.two);
  const ten = Math.min(left.ten, right.ten);
  const scale = (value: Exact) => value.coefficient * (1n << BigInt(value.two - two)) * 10n ** BigInt(value.ten - ten);
  const a = scale(left);
  const b = scale(right);
  return a < b ? -1 : Number(a > b);
}
