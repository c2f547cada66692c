import { Decimal128 } from 'bson';
import { MongoError } from '../../mongo-error.ts';
import { toDecimal } from '../../values/arithmetic.ts';
import { isNumeric } from '../../values/compare-numbers.ts';
import { toDouble } from '../../values/convert.ts';
import { toDecimal128 } from '../../values/decimal.ts';
import { typeName } from '../../values/types.ts';
import { Int32, isNullish, type Maybe, type Value } from '../../values/value.ts';
import { binary, type Operator, type OperatorTable, unary, variadic } from '../operator.ts';

function ofDouble(result: number, decimal: boolean): Value {
  return decimal ? toDecimal128(toDecimal(result)) : result;
}

/** A function of one real number; a decimal comes back as a decimal, worked out with double precision. */
function real(name: string, apply: (value: number) => number, domain?: Domain): Operator {
  return unary((value) => {
    if (isNullish(value)) return null;
    if (!isNumeric(value)) throw new MongoError(28765, `${name} only supports numeric types, not ${typeName(value)}`);
    const number = toDouble(value);
    if (domain !== undefined && !Number.isNaN(number) && !domain.holds(number)) {
      throw new MongoError(domain.code, `${name}: ${domain.says}, but the value is ${number}`);
    }
    return ofDouble(apply(number), value instanceof Decimal128);
  });
}

interface Domain {
  readonly code: number;
  readonly says: string;
  readonly holds: (value: number) => boolean;
}

function interval(least: number, most: number): Domain {
  const holds = (value: number) => value >= least && value <= most;
  return { code: 50989, says: `cannot apply to a value outside [${least}, ${most}]`, holds };
}

function positive(code: number): Domain {
  return { code, says: 'the argument must be a positive number', holds: (value) => value > 0 };
}

const FINITE: Domain = { code: 50989, says: 'cannot apply to an infinity', holds: Number.isFinite };

const RADIANS = Math.PI / 180;

function logarithm(value: Maybe, base: Maybe): Maybe {
  if (isNullish(value) || isNullish(base)) return null;
  if (!isNumeric(value)) throw new MongoError(28756, `$log's argument must be numeric, not ${typeName(value)}`);
  if (!isNumeric(base)) throw new MongoError(28757, `$log's base must be numeric, not ${typeName(base)}`);
  if (toDouble(value) <= 0) throw new MongoError(28758, "$log's argument must be a positive number");
  if (toDouble(base) <= 0 || toDouble(base) === 1) {
    throw new MongoError(28759, "$log's base must be a positive number not equal to 1");
  }
  return ofDouble(
    Math.log(toDouble(value)) / Math.log(toDouble(base)),
    value instanceof Decimal128 || base instanceof Decimal128,
  );
}

function arcTangent(y: Maybe, x: Maybe): Maybe {
  if (isNullish(y) || isNullish(x)) return null;
  if (!isNumeric(y) || !isNumeric(x)) throw new MongoError(51044, '$atan2 only supports numeric types');
  return ofDouble(Math.atan2(toDouble(y), toDouble(x)), y instanceof Decimal128 || x instanceof Decimal128);
}

function bitwise(name: string, start: bigint, apply: (left: bigint, right: bigint) => bigint): Operator {
  return variadic((values) => {
    if (values.some(isNullish)) return null;
    let result = start;
    let long = false;
    for (const value of values) {
      if (typeof value !== 'bigint' && !(value instanceof Int32)) {
        throw new MongoError('TypeMismatch', `${name} only supports int and long operands.`);
      }
      long ||= typeof value === 'bigint';
      result = apply(result, typeof value === 'bigint' ? value : BigInt(value.value));
    }
    return long ? result : Int32.of(Number(result));
  });
}

/** "Trigonometry", logarithms and the bitwise operators. */
export const FUNCTION_OPERATORS: OperatorTable = {
  $sin: real('$sin', Math.sin, FINITE),
  $cos: real('$cos', Math.cos, FINITE),
  $tan: real('$tan', Math.tan, FINITE),
  $asin: real('$asin', Math.asin, interval(-1, 1)),
  $acos: real('$acos', Math.acos, interval(-1, 1)),
  $atan: real('$atan', Math.atan),
  $atan2: binary(arcTangent),
  $sinh: real('$sinh', Math.sinh),
  $cosh: real('$cosh', Math.cosh),
  $tanh: real('$tanh', Math.tanh),
  $asinh: real('$asinh', Math.asinh),
  $acosh: real('$acosh', Math.acosh, interval(1, Number.POSITIVE_INFINITY)),
  $atanh: real('$atanh', Math.atanh, interval(-1, 1)),
  $degreesToRadians: real('$degreesToRadians', (value) => value * RADIANS),
  $radiansToDegrees: real('$radiansToDegrees', (value) => value / RADIANS),
  $exp: real('$exp', Math.exp),
  $ln: real('$ln', Math.log, positive(28766)),
  $log10: real('$log10', Math.log10, positive(28761)),
  $log: binary(logarithm),
  $sqrt: real('$sqrt', Math.sqrt, {
    code: 28714,
    says: 'the argument must be greater than or equal to 0',
    holds: (value) => value >= 0,
  }),
  $bitAnd: bitwise('$bitAnd', -1n, (left, right) => left & right),
  $bitOr: bitwise('$bitOr', 0n, (left, right) => left | right),
  $bitXor: bitwise('$bitXor', 0n, (left, right) => left ^ right),
  $bitNot: unary((value) => {
    if (isNullish(value)) return null;
    if (typeof value === 'bigint') return ~value;
    if (value instanceof Int32) return Int32.of(~value.value);
    throw new MongoError('TypeMismatch', `$bitNot only supports int and long, not: ${typeName(value)}.`);
  }),
  $rand: (operand) => {
    if (!(operand instanceof Map && operand.size === 0) && !(Array.isArray(operand) && operand.length === 0)) {
      throw new MongoError(3040501, '$rand does not currently accept arguments');
    }
    return { constant: false, evaluate: () => Math.random() };
  },
};
