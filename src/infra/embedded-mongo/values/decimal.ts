import { Decimal128 } from 'bson';

/**
 * Decimal arithmetic for Decimal128 (IEEE 754-2008, 34 digits, round half to even), on bigints.
 * bson's class only reads and writes the 16 bytes.
 */
export type Decimal =
  | { readonly kind: 'finite'; readonly negative: boolean; readonly coefficient: bigint; readonly exponent: number }
  | { readonly kind: 'infinite'; readonly negative: boolean }
  | { readonly kind: 'nan' };

const DIGITS = 34;
const BIAS = 6176;
const MAX_EXPONENT = 6111;
const LIMIT = 10n ** 34n;
const LOW_64 = (1n << 64n) - 1n;

export const NAN: Decimal = { kind: 'nan' };

export function infinite(negative: boolean): Decimal {
  return { kind: 'infinite', negative };
}

export function finite(signed: bigint, exponent = 0): Decimal {
  return signed < 0n
    ? { kind: 'finite', negative: true, coefficient: -signed, exponent }
    : { kind: 'finite', negative: false, coefficient: signed, exponent };
}

export function fromDecimal128(value: Decimal128): Decimal {
  const view = new DataView(value.bytes.buffer, value.bytes.byteOffset, 16);
  const high = view.getBigUint64(8, true);
  const negative = high >> 63n === 1n;
  const combination = Number((high >> 58n) & 0x1fn);
  if (combination === 0x1f) return NAN;
  if (combination === 0x1e) return infinite(negative);
  // The second form of the exponent only holds coefficients above 34 digits, which count as zero.
  if (combination >> 3 === 3) {
    return { kind: 'finite', negative, coefficient: 0n, exponent: Number((high >> 47n) & 0x3fffn) - BIAS };
  }
  const coefficient = ((high & ((1n << 49n) - 1n)) << 64n) | view.getBigUint64(0, true);
  const exponent = Number((high >> 49n) & 0x3fffn) - BIAS;
  return { kind: 'finite', negative, coefficient: coefficient < LIMIT ? coefficient : 0n, exponent };
}

export function toDecimal128(value: Decimal): Decimal128 {
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  const write = (high: bigint, low: bigint) => {
    view.setBigUint64(0, low, true);
    view.setBigUint64(8, high, true);
    return new Decimal128(bytes);
  };
  if (value.kind === 'nan') return write(0x7cn << 56n, 0n);
  const sign = value.negative ? 1n << 63n : 0n;
  if (value.kind === 'infinite') return write(sign | (0x78n << 56n), 0n);
  const rounded = round(value);
  if (rounded.kind !== 'finite') return toDecimal128(rounded);
  const high = (BigInt(rounded.exponent + BIAS) << 49n) | (rounded.coefficient >> 64n);
  return write(sign | high, rounded.coefficient & LOW_64);
}

/** Brings a finite value into 34 digits and the exponents that the format has. */
function round(value: Decimal): Decimal {
  if (value.kind !== 'finite') return value;
  let { coefficient, exponent } = value;
  const excess = Math.max(digitsOf(coefficient) - DIGITS, -BIAS - exponent);
  if (excess > 0) {
    coefficient = divideHalfEven(coefficient, excess > 2 * DIGITS + 40 ? 10n ** 120n : 10n ** BigInt(excess));
    exponent += excess;
    if (coefficient === LIMIT) {
      coefficient /= 10n;
      exponent += 1;
    }
  }
  if (coefficient === 0n) exponent = Math.min(exponent, MAX_EXPONENT);
  while (exponent > MAX_EXPONENT && coefficient * 10n < LIMIT) {
    coefficient *= 10n;
    exponent -= 1;
  }
  return exponent > MAX_EXPONENT
    ? infinite(value.negative)
    : { kind: 'finite', negative: value.negative, coefficient, exponent };
}

export function digitsOf(coefficient: bigint): number {
  return coefficient === 0n ? 1 : coefficient.toString().length;
}

export function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const twice = (dividend % divisor) * 2n;
  const up = twice > divisor || (twice === divisor && (quotient & 1n) === 1n);
  return up ? quotient + 1n : quotient;
}

/** The 15 significant digits that MongoDB keeps when a double becomes a decimal. */
export function fromDouble(value: number): Decimal {
  if (Number.isNaN(value)) return NAN;
  if (!Number.isFinite(value)) return infinite(value < 0);
  const short = parse(String(value));
  return short.kind === 'finite' && digitsOf(short.coefficient) <= 15 ? short : parse(value.toExponential(14));
}

const LITERAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,6}))?$/;

/** Reads a decimal literal, `Infinity` or `NaN`; anything else is NAN and `isLiteral` tells the two apart. */
export function parse(text: string): Decimal {
  const match = LITERAL.exec(text);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match ?? [];
  if (match && whole + fraction !== '') {
    return {
      kind: 'finite',
      negative: sign === '-',
      coefficient: BigInt(whole + fraction),
      exponent: Number(exponent) - fraction.length,
    };
  }
  if (/^[+-]?inf(inity)?$/i.test(text)) return infinite(text.startsWith('-'));
  return NAN;
}

export function isLiteral(text: string): boolean {
  return parse(text).kind !== 'nan' || /^[+-]?nan$/i.test(text);
}

export function signed(value: Decimal & { kind: 'finite' }): bigint {
  return value.negative ? -value.coefficient : value.coefficient;
}

/** The nearest double. */
export function toNumber(value: Decimal): number {
  if (value.kind === 'nan') return Number.NaN;
  if (value.kind === 'infinite') return value.negative ? -Infinity : Infinity;
  const magnitude = Number(`${value.coefficient}e${value.exponent}`);
  return value.negative ? -magnitude : magnitude;
}
