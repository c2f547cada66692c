import {
  type Decimal,
  digitsOf,
  divideHalfEven,
  finite,
  fromDecimal128,
  infinite,
  NAN,
  signed,
  toDecimal128,
} from './decimal.ts';

/** Every result is brought back to 34 digits, as the format does after each operation. */
function settle(value: Decimal): Decimal {
  return fromDecimal128(toDecimal128(value));
}

export function add(left: Decimal, right: Decimal): Decimal {
  if (left.kind === 'nan' || right.kind === 'nan') return NAN;
  if (left.kind === 'infinite') return right.kind === 'infinite' && right.negative !== left.negative ? NAN : left;
  if (right.kind === 'infinite') return right;
  // Beyond 80 digits apart the smaller one cannot change the rounded sum, and aligning would cost too much.
  if (left.coefficient !== 0n && left.exponent - right.exponent > 80 + digitsOf(right.coefficient)) return settle(left);
  if (right.coefficient !== 0n && right.exponent - left.exponent > 80 + digitsOf(left.coefficient))
    return settle(right);
  const exponent = Math.min(left.exponent, right.exponent);
  const align = (value: Decimal & { kind: 'finite' }) =>
    value.coefficient === 0n ? 0n : signed(value) * 10n ** BigInt(value.exponent - exponent);
  return settle(finite(align(left) + align(right), exponent));
}

export function negate(value: Decimal): Decimal {
  return value.kind === 'nan' ? value : { ...value, negative: !value.negative };
}

export function multiply(left: Decimal, right: Decimal): Decimal {
  if (left.kind === 'nan' || right.kind === 'nan') return NAN;
  const negative = left.negative !== right.negative;
  if (left.kind === 'infinite' || right.kind === 'infinite') {
    return isZero(left) || isZero(right) ? NAN : infinite(negative);
  }
  const coefficient = left.coefficient * right.coefficient;
  return settle({ kind: 'finite', negative, coefficient, exponent: left.exponent + right.exponent });
}

export function divide(left: Decimal, right: Decimal): Decimal {
  if (left.kind === 'nan' || right.kind === 'nan') return NAN;
  const negative = left.negative !== right.negative;
  if (left.kind === 'infinite') return right.kind === 'infinite' ? NAN : infinite(negative);
  if (right.kind === 'infinite') return { kind: 'finite', negative, coefficient: 0n, exponent: 0 };
  if (right.coefficient === 0n) return left.coefficient === 0n ? NAN : infinite(negative);
  const preferred = left.exponent - right.exponent;
  const shift = Math.max(0, 36 + digitsOf(right.coefficient) - digitsOf(left.coefficient));
  const scaled = left.coefficient * 10n ** BigInt(shift);
  const exact = scaled % right.coefficient === 0n;
  // A sticky last digit keeps half-even rounding right when the quotient goes on.
  let coefficient = exact ? scaled / right.coefficient : (scaled / right.coefficient) * 10n + 1n;
  let exponent = preferred - shift - (exact ? 0 : 1);
  while (exact && exponent < preferred && coefficient % 10n === 0n) {
    coefficient /= 10n;
    exponent += 1;
  }
  return settle({ kind: 'finite', negative, coefficient, exponent });
}

/** The remainder with the sign of the dividend, as `$mod`. */
export function remainder(left: Decimal, right: Decimal): Decimal {
  if (left.kind !== 'finite' || right.kind === 'nan' || isZero(right)) return NAN;
  if (right.kind === 'infinite') return left;
  const exponent = Math.min(left.exponent, right.exponent);
  const align = (value: Decimal & { kind: 'finite' }) => value.coefficient * 10n ** BigInt(value.exponent - exponent);
  const coefficient = align(left) % align(right);
  return settle({ kind: 'finite', negative: left.negative, coefficient, exponent });
}

/** Rounds to `places` digits after the point (negative: before it). */
export function quantize(value: Decimal, places: number, mode: 'halfEven' | 'truncate' | 'floor' | 'ceil'): Decimal {
  if (value.kind !== 'finite' || value.exponent >= -places) return value;
  const divisor = 10n ** BigInt(-places - value.exponent);
  const cut = value.coefficient / divisor;
  const inexact = value.coefficient % divisor !== 0n;
  const away = inexact && (mode === 'floor' ? value.negative : mode === 'ceil' && !value.negative);
  const coefficient = mode === 'halfEven' ? divideHalfEven(value.coefficient, divisor) : cut + (away ? 1n : 0n);
  return settle({ kind: 'finite', negative: value.negative, coefficient, exponent: -places });
}

function isZero(value: Decimal): boolean {
  return value.kind === 'finite' && value.coefficient === 0n;
}
