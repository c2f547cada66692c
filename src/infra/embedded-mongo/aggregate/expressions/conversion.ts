import { Binary, Decimal128, ObjectId, Timestamp, UUID } from 'bson';
import { MongoError } from '../../mongo-error.ts';
import { toDecimal } from '../../values/arithmetic.ts';
import { isNumeric, type Numeric } from '../../values/compare-numbers.ts';
import { isTruthy, toDouble, toSafeInteger, truncate, truncateToLong } from '../../values/convert.ts';
import { isLiteral, parse, toDecimal128 } from '../../values/decimal.ts';
import { TYPE_NUMBER, typeName } from '../../values/types.ts';
import { Int32, isDoc, isNullish, type Maybe, type Value } from '../../values/value.ts';
import { parseDate } from '../dates/parse-date.ts';
import { namedOperands, type Operator, type OperatorTable, unary } from '../operator.ts';
import { convertToString } from './to-string.ts';

type Target = 'double' | 'string' | 'objectId' | 'bool' | 'date' | 'int' | 'long' | 'decimal' | 'binData';

function failed(message: string): MongoError {
  return new MongoError('ConversionFailure', `${message} in $convert with no onError value`);
}

function unsupported(value: Value, target: Target): MongoError {
  return failed(`Unsupported conversion from ${typeName(value)} to ${target}`);
}

/** Converts a value that is neither null nor missing; throws ConversionFailure (241). */
function convertTo(value: Value, target: Target): Value {
  switch (target) {
    case 'bool':
      return isTruthy(value);
    case 'string': {
      const text = convertToString(value);
      if (text === undefined) throw unsupported(value, target);
      return text;
    }
    case 'double':
      return toDoubleValue(value);
    case 'decimal':
      return toDecimalValue(value);
    case 'int':
      return Int32.of(Number(integer(value, 'int', -(2n ** 31n), 2n ** 31n - 1n)));
    case 'long':
      return integer(value, 'long', -(2n ** 63n), 2n ** 63n - 1n);
    case 'date':
      return toDateValue(value);
    case 'objectId':
      return toObjectId(value);
    default:
      return toBinary(value);
  }
}

function numberOf(value: Value, target: Target): Numeric {
  if (isNumeric(value)) return value;
  if (typeof value === 'boolean') return Int32.of(Number(value));
  if (value instanceof Date && target !== 'int') return BigInt(value.getTime());
  if (typeof value !== 'string') throw unsupported(value, target);
  if (!isLiteral(value)) throw failed('Failed to parse number');
  return toDecimal128(parse(value));
}

function toDoubleValue(value: Value): number {
  const number =
    typeof value === 'string' && isLiteral(value)
      ? Number(value.replace(/^[+-]?inf.*$/i, (text) => (text.startsWith('-') ? '-Infinity' : 'Infinity')))
      : toDouble(numberOf(value, 'double'));
  if (value instanceof Decimal128 && !Number.isFinite(number) && Number.isFinite(Number(value.toString())))
    throw failed('Overflow');
  return number;
}

function toDecimalValue(value: Value): Value {
  const number = numberOf(value, 'decimal');
  return number instanceof Decimal128 ? number : toDecimal128(toDecimal(number));
}

/** Strings must be whole decimal numbers; other numbers are cut. */
function integer(value: Value, target: 'int' | 'long', least: bigint, most: bigint): bigint {
  if (typeof value === 'string' && !/^[+-]?\d{1,19}$/.test(value)) throw failed('Failed to parse number');
  const whole = typeof value === 'string' ? BigInt(value.replace(/^\+/, '')) : truncate(numberOf(value, target));
  if (whole === undefined) throw failed('Attempt to convert NaN or infinite value to integer type');
  if (whole < least || whole > most) throw failed('Conversion would overflow target type');
  return whole;
}

function toDateValue(value: Value): Date {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return value.getTimestamp();
  if (value instanceof Timestamp) return new Date(value.t * 1000);
  if (typeof value === 'string') return parseDate(value, undefined);
  const time = isNumeric(value) && !(value instanceof Int32) ? truncateToLong(value) : undefined;
  const date = new Date(Number(time));
  if (time === undefined || Number.isNaN(date.getTime())) throw unsupported(value, 'date');
  return date;
}

function toObjectId(value: Value): ObjectId {
  if (value instanceof ObjectId) return value;
  if (typeof value !== 'string') throw unsupported(value, 'objectId');
  if (!/^[0-9a-fA-F]{24}$/.test(value)) throw failed('Failed to parse objectId');
  return new ObjectId(value);
}

function toBinary(value: Value): Binary {
  if (value instanceof Binary) return value;
  if (typeof value !== 'string' || !UUID.isValid(value)) throw unsupported(value, 'binData');
  return new UUID(value).toBinary();
}

function shorthand(target: Target): Operator {
  return unary((value) => (isNullish(value) ? null : convertTo(value, target)));
}

const TARGETS: readonly Target[] = [
  'double',
  'string',
  'objectId',
  'bool',
  'date',
  'int',
  'long',
  'decimal',
  'binData',
];

function targetOf(to: Maybe): Target | undefined {
  if (isNullish(to)) return undefined;
  const type = isDoc(to) ? to.get('type') : to;
  const code = toSafeInteger(type);
  const target = TARGETS.find((name) => name === type || TYPE_NUMBER[name] === code);
  if (target === undefined) throw new MongoError('BadValue', 'Unknown type name in $convert');
  return target;
}

const convert: Operator = (operand, scope, name) => {
  const given = namedOperands(name, operand, ['input', 'to'], ['onError', 'onNull']);
  const part = (key: string) => (given.has(key) ? scope.compile(given.get(key) ?? null) : undefined);
  const [input, to, onError, onNull] = ['input', 'to', 'onError', 'onNull'].map(part);
  return {
    constant: false,
    evaluate: (env) => {
      const value = input?.evaluate(env);
      const target = targetOf(to?.evaluate(env));
      if (isNullish(value)) return onNull === undefined ? null : onNull.evaluate(env);
      if (target === undefined) return null;
      try {
        return convertTo(value, target);
      } catch (error) {
        if (onError !== undefined && error instanceof MongoError && error.codeName === 'ConversionFailure')
          return onError.evaluate(env);
        throw error;
      }
    },
  };
};

/** "Type Expression Operators". */
export const CONVERSION_OPERATORS: OperatorTable = {
  $convert: convert,
  $toBool: shorthand('bool'),
  $toDate: shorthand('date'),
  $toDecimal: shorthand('decimal'),
  $toDouble: shorthand('double'),
  $toInt: shorthand('int'),
  $toLong: shorthand('long'),
  $toObjectId: shorthand('objectId'),
  $toString: shorthand('string'),
  $toUUID: shorthand('binData'),
  $isNumber: unary((value) => isNumeric(value)),
  $type: unary((value) => typeName(value)),
};
