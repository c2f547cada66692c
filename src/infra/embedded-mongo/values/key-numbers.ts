import { type Numeric, splitDouble } from './compare-numbers.ts';
import { type Decimal, digitsOf, finite, fromDecimal128, toNumber } from './decimal.ts';
import type { KeyWriter } from './key-writer.ts';
import { Int32 } from './value.ts';

const NAN = 1;
const NEGATIVE = 2;
const ZERO = 3;
const POSITIVE = 4;

const LOW_64 = (1n << 64n) - 1n;

const EXACT = 0;
const BETWEEN = 1;
const OUTSIDE = 2;

/**
 * Writes a number so that all four types share one order: sign, the double next to it on the side of zero,
 * and for what no double holds, how far it lies on the way to the next double.
 */
export function writeNumberKey(writer: KeyWriter, value: Numeric): void {
  if (value instanceof Int32) writeDouble(writer, value.value);
  else if (typeof value === 'number') writeDouble(writer, value);
  else if (typeof value === 'bigint') writeLong(writer, value);
  else writeDecimal(writer, fromDecimal128(value));
}

function writeLong(writer: KeyWriter, value: bigint): void {
  const near = Number(value);
  if (BigInt(near) === value) writeDouble(writer, near);
  else writeDecimal(writer, finite(value));
}

function writeDouble(writer: KeyWriter, value: number): void {
  if (Number.isNaN(value) || value === 0) {
    writer.byte(value === 0 ? ZERO : NAN);
    return;
  }
  const start = writer.length + 1;
  writer.byte(value < 0 ? NEGATIVE : POSITIVE);
  writer.magnitude(value);
  writer.byte(EXACT);
  if (value < 0) writer.complement(start);
}

function writeDecimal(writer: KeyWriter, value: Decimal): void {
  if (value.kind !== 'finite' || value.coefficient === 0n) {
    writeDouble(writer, toNumber(value));
    return;
  }
  const start = writer.length + 1;
  writer.byte(value.negative ? NEGATIVE : POSITIVE);
  writeMagnitude(writer, value.coefficient, value.exponent);
  if (value.negative) writer.complement(start);
}

function writeMagnitude(writer: KeyWriter, coefficient: bigint, exponent: number): void {
  const near = Number(`${coefficient}e${exponent}`);
  // Beyond the doubles there is nothing to be near to: order by the decimal's own exponent and digits.
  let double = near;
  let gap = near === Infinity ? undefined : gapTo(coefficient, exponent, double);
  if (gap !== undefined && gap.numerator < 0n) {
    double = before(near);
    gap = gapTo(coefficient, exponent, double);
  }
  if (gap === undefined || double === 0) {
    writeOutside(writer, near, coefficient, exponent);
    return;
  }
  writer.magnitude(double);
  if (gap.numerator === 0n) {
    writer.byte(EXACT);
    return;
  }
  // 128 bits of the way: two decimals of 34 digits between the same doubles differ by more than that.
  const way = (gap.numerator << 128n) / gap.denominator;
  writer.byte(BETWEEN);
  writer.uint64(way >> 64n);
  writer.uint64(way & LOW_64);
}

/** (value - double) as a fraction of the double's last bit. */
function gapTo(coefficient: bigint, ten: number, double: number) {
  const { mantissa, exponent: two } = splitDouble(double);
  let numerator = coefficient;
  let denominator = 1n;
  if (ten > 0) numerator *= 10n ** BigInt(ten);
  else denominator *= 10n ** BigInt(-ten);
  if (two > 0) denominator <<= BigInt(two);
  else numerator <<= BigInt(-two);
  return { numerator: numerator - mantissa * denominator, denominator };
}

function writeOutside(writer: KeyWriter, near: number, coefficient: bigint, exponent: number): void {
  const digits = digitsOf(coefficient);
  // Below the smallest double `near` may have been rounded up to it.
  writer.magnitude(near === Infinity ? Number.MAX_VALUE : 0);
  writer.byte(OUTSIDE);
  writer.uint32(exponent + digits + 10_000);
  const normal = coefficient * 10n ** BigInt(34 - digits);
  writer.uint64(normal >> 64n);
  writer.uint64(normal & LOW_64);
}

const scratch = new DataView(new ArrayBuffer(8));

function before(value: number): number {
  scratch.setFloat64(0, value);
  scratch.setBigUint64(0, scratch.getBigUint64(0) - 1n);
  return scratch.getFloat64(0);
}
