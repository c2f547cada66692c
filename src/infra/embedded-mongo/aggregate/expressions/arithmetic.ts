import { Decimal128 } from 'bson';
import { MongoError } from '../../mongo-error.ts';
import { calculate, toDecimal } from '../../values/arithmetic.ts';
import { isNumeric, type Numeric } from '../../values/compare-numbers.ts';
import { integerValue, isLong, toDouble, toExactInteger, truncateToLong } from '../../values/convert.ts';
import { toDecimal128 } from '../../values/decimal.ts';
import { divide, quantize, remainder } from '../../values/decimal-arithmetic.ts';
import { typeName } from '../../values/types.ts';
import { Int32, isNullish, type Maybe, type Value } from '../../values/value.ts';
import { binary, type Operator, type OperatorTable, unary, variadic } from '../operator.ts';

function mismatch(message: string): MongoError {
  return new MongoError('TypeMismatch', message);
}

/** Long arithmetic that overflows goes on in double. */
function compute(operation: 'add' | 'subtract' | 'multiply', left: Numeric, right: Numeric): Numeric {
  return calculate(operation, left, right) ?? (calculate(operation, toDouble(left), right) as Numeric);
}

function dateOf(time: Numeric): Date {
  const date = new Date(toDouble(time));
  if (Number.isNaN(date.getTime())) throw new MongoError('Overflow', 'date overflow');
  return date;
}

/** `$add`: numbers, and at most one date among them. */
function add(values: readonly Maybe[]): Maybe {
  if (values.some(isNullish)) return null;
  let total: Numeric = Int32.of(0);
  let date = false;
  for (const value of values) {
    if (value instanceof Date) {
      if (date) throw new MongoError(16612, 'only one date allowed in an $add expression');
      date = true;
      total = compute('add', total, BigInt(value.getTime()));
    } else if (isNumeric(value)) total = compute('add', total, value);
    else throw mismatch(`$add only supports numeric or date types, not ${typeName(value)}`);
  }
  return date ? dateOf(Math.round(toDouble(total))) : total;
}

function subtract(left: Maybe, right: Maybe): Maybe {
  if (isNullish(left) || isNullish(right)) return null;
  if (isNumeric(left) && isNumeric(right)) return compute('subtract', left, right);
  if (left instanceof Date && right instanceof Date) return BigInt(left.getTime() - right.getTime());
  if (left instanceof Date && isNumeric(right)) return dateOf(left.getTime() - Math.round(toDouble(right)));
  throw mismatch(`can't $subtract ${typeName(right)} from ${typeName(left)}`);
}

function multiply(values: readonly Maybe[]): Maybe {
  if (values.some(isNullish)) return null;
  let product: Numeric = Int32.of(1);
  for (const value of values) {
    if (!isNumeric(value)) throw mismatch(`$multiply only supports numeric types, not ${typeName(value)}`);
    product = compute('multiply', product, value);
  }
  return product;
}

function quotient(left: Maybe, right: Maybe): Maybe {
  if (isNullish(left) || isNullish(right)) return null;
  if (!isNumeric(left) || !isNumeric(right)) {
    throw mismatch(`$divide only supports numeric types, not ${typeName(left)} and ${typeName(right)}`);
  }
  if (toDouble(right) === 0) throw new MongoError('BadValue', "can't $divide by zero");
  if (left instanceof Decimal128 || right instanceof Decimal128) {
    return toDecimal128(divide(toDecimal(left), toDecimal(right)));
  }
  return toDouble(left) / toDouble(right);
}

function modulo(left: Maybe, right: Maybe): Maybe {
  if (isNullish(left) || isNullish(right)) return null;
  if (!isNumeric(left) || !isNumeric(right)) {
    throw new MongoError(16611, `$mod only supports numeric types, not ${typeName(left)} and ${typeName(right)}`);
  }
  if (toDouble(right) === 0) throw new MongoError(16610, "can't $mod by zero");
  if (left instanceof Decimal128 || right instanceof Decimal128) {
    return toDecimal128(remainder(toDecimal(left), toDecimal(right)));
  }
  if (typeof left === 'number' || typeof right === 'number') return toDouble(left) % toDouble(right);
  const rest = (truncateToLong(left) ?? 0n) % (truncateToLong(right) ?? 1n);
  return left instanceof Int32 && right instanceof Int32 ? integerValue(rest) : rest;
}

/** Null stays null; each kind of number has its own rule. */
function numeric(
  name: string,
  rules: {
    integer: (value: bigint, int: boolean) => Value;
    double: (value: number) => Value;
    decimal: (value: Decimal128) => Value;
  },
): Operator {
  return unary((value) => {
    if (isNullish(value)) return null;
    if (value instanceof Int32) return rules.integer(BigInt(value.value), true);
    if (typeof value === 'bigint') return rules.integer(value, false);
    if (typeof value === 'number') return rules.double(value);
    if (value instanceof Decimal128) return rules.decimal(value);
    throw new MongoError(28765, `${name} only supports numeric types, not ${typeName(value)}`);
  });
}

const same = (value: bigint, int: boolean): Value => (int ? integerValue(value) : value);

function absolute(value: bigint, int: boolean): Value {
  const magnitude = value < 0n ? -value : value;
  if (!isLong(magnitude)) throw new MongoError(28680, "can't take $abs of long long min");
  return int ? integerValue(magnitude) : magnitude;
}

function toward(mode: 'floor' | 'ceil'): Operator {
  return numeric(`$${mode}`, {
    integer: same,
    double: (value) => Math[mode](value),
    decimal: (value) => toDecimal128(quantize(toDecimal(value), 0, mode)),
  });
}

/** `$round` (half to even) and `$trunc`, to a number of places that may be negative. */
function toPlaces(name: string, mode: 'halfEven' | 'truncate'): Operator {
  return variadic(
    ([value, place = Int32.of(0)]) => {
      if (isNullish(value) || isNullish(place)) return null;
      if (!isNumeric(value)) throw new MongoError(51081, `${name} only supports numeric types, not ${typeName(value)}`);
      const places = isNumeric(place) ? toExactInteger(place) : undefined;
      if (places === undefined) throw new MongoError(51082, `precision argument to ${name} must be an integral value`);
      if (places < -20n || places > 100n) {
        throw new MongoError(51083, `cannot apply ${name} with precision value ${places} value must be in [-20, 100]`);
      }
      return rounded(value, Number(places), mode);
    },
    1,
    2,
  );
}

function rounded(value: Numeric, places: number, mode: 'halfEven' | 'truncate'): Value {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return value;
    if (mode === 'truncate' && places === 0) return Math.trunc(value);
    return toDouble(toDecimal128(quantize(toDecimal(value), places, mode)));
  }
  const decimal = toDecimal128(quantize(toDecimal(value), places, mode));
  if (value instanceof Decimal128) return decimal;
  const whole = toExactInteger(decimal);
  if (whole === undefined) throw new MongoError(51080, 'invalid conversion from Decimal128 result in $round');
  return value instanceof Int32 ? integerValue(whole) : whole;
}

function power(base: Maybe, exponent: Maybe): Maybe {
  if (isNullish(base) || isNullish(exponent)) return null;
  if (!isNumeric(base)) throw new MongoError(28762, `$pow's base must be numeric, not ${typeName(base)}`);
  if (!isNumeric(exponent)) throw new MongoError(28763, `$pow's exponent must be numeric, not ${typeName(exponent)}`);
  const result = toDouble(base) ** toDouble(exponent);
  if (toDouble(base) === 0 && toDouble(exponent) < 0)
    throw new MongoError(28764, '$pow cannot take a base of 0 and a negative exponent');
  if (base instanceof Decimal128 || exponent instanceof Decimal128) return toDecimal128(toDecimal(result));
  if (typeof base === 'number' || typeof exponent === 'number' || toDouble(exponent) < 0) return result;
  const count = truncateToLong(exponent) ?? 0n;
  // Ones and zero stay small however large the exponent; all others leave the longs after 63 doublings.
  const small = (truncateToLong(base) ?? 0n) ** (count > 64n ? 64n + (count % 2n) : count);
  if (!isLong(small)) return result;
  return base instanceof Int32 && exponent instanceof Int32 ? integerValue(small) : small;
}

/** "Arithmetic Expression Operators" that keep the type of their numbers. */
export const ARITHMETIC_OPERATORS: OperatorTable = {
  $add: variadic(add),
  $subtract: binary(subtract),
  $multiply: variadic(multiply),
  $divide: binary(quotient),
  $mod: binary(modulo),
  $abs: numeric('$abs', {
    integer: absolute,
    double: Math.abs,
    decimal: (value) => {
      const decimal = toDecimal(value);
      return toDecimal128(decimal.kind === 'nan' ? decimal : { ...decimal, negative: false });
    },
  }),
  $ceil: toward('ceil'),
  $floor: toward('floor'),
  $round: toPlaces('$round', 'halfEven'),
  $trunc: toPlaces('$trunc', 'truncate'),
  $pow: binary(power),
};
