import { Timestamp } from 'bson';
import { MongoError } from '../../mongo-error.ts';
import { toSafeInteger } from '../../values/convert.ts';
import { typeName } from '../../values/types.ts';
import { Int32, isNullish, type Maybe } from '../../values/value.ts';
import { formatDate } from '../dates/format-date.ts';
import { parseDate, parseDateAs } from '../dates/parse-date.ts';
import { addUnits, truncateToUnit, unitOf, unitsBetween, weekStartOf } from '../dates/units.ts';
import { named, namedOperands, type Operator, type OperatorTable, unary } from '../operator.ts';
import { dateOf, zoneOf } from './date-parts.ts';

function shifted(name: string, sign: 1 | -1): Operator {
  return named(['startDate', 'unit', 'amount'], ['timezone'], (values) => {
    const zone = zoneOf(values.timezone, 'timezone' in values);
    if (isNullish(values.startDate) || isNullish(values.unit) || isNullish(values.amount) || zone === undefined)
      return null;
    const amount = toSafeInteger(values.amount);
    if (amount === undefined) throw new MongoError(5166405, `${name} expects integer amount of time units`);
    return addUnits(dateOf(values.startDate), unitOf(values.unit, name), sign * amount, zone);
  });
}

const difference = named(['startDate', 'endDate', 'unit'], ['timezone', 'startOfWeek'], (values) => {
  const zone = zoneOf(values.timezone, 'timezone' in values);
  const { startDate, endDate, unit } = values;
  if (isNullish(startDate) || isNullish(endDate) || isNullish(unit) || zone === undefined) return null;
  const weekStart = weekStartOf(values.startOfWeek);
  return BigInt(unitsBetween(dateOf(startDate), dateOf(endDate), unitOf(unit, '$dateDiff'), zone, weekStart));
});

const truncated = named(['date', 'unit'], ['binSize', 'timezone', 'startOfWeek'], (values) => {
  const zone = zoneOf(values.timezone, 'timezone' in values);
  const { date, unit, binSize = Int32.of(1) } = values;
  if (isNullish(date) || isNullish(unit) || isNullish(binSize) || zone === undefined) return null;
  const size = toSafeInteger(binSize);
  if (size === undefined || size < 1)
    throw new MongoError(5439017, '$dateTrunc requires binSize to be a positive 64-bit integer');
  return truncateToUnit(dateOf(date), unitOf(unit, '$dateTrunc'), size, zone, weekStartOf(values.startOfWeek));
});

function textOr(value: Maybe, what: string): string {
  if (typeof value !== 'string') throw new MongoError(18533, `${what} requires a string, found: ${typeName(value)}`);
  return value;
}

const toText: Operator = named(['date'], ['format', 'timezone', 'onNull'], (values) => {
  const zone = zoneOf(values.timezone, 'timezone' in values);
  if (isNullish(values.date)) return 'onNull' in values ? values.onNull : null;
  if (zone === undefined || ('format' in values && isNullish(values.format))) return null;
  const format =
    values.format === undefined
      ? `%Y-%m-%dT%H:%M:%S.%L${zone.utc ? 'Z' : ''}`
      : textOr(values.format, '$dateToString format');
  return formatDate(dateOf(values.date), format, zone);
});

const fromText: Operator = (operand, scope, name) => {
  const given = namedOperands(name, operand, ['dateString'], ['format', 'timezone', 'onError', 'onNull']);
  const part = (key: string) => (given.has(key) ? scope.compile(given.get(key) ?? null) : undefined);
  const [text, format, timezone, onError, onNull] = ['dateString', 'format', 'timezone', 'onError', 'onNull'].map(part);
  return {
    constant: false,
    evaluate: (env) => {
      const value = text?.evaluate(env);
      if (isNullish(value)) return onNull === undefined ? null : onNull.evaluate(env);
      const pattern = format?.evaluate(env);
      const zone = zoneOf(timezone?.evaluate(env), timezone !== undefined);
      if (zone === undefined || (format !== undefined && isNullish(pattern))) return null;
      const where = timezone === undefined ? undefined : zone;
      try {
        if (typeof value !== 'string')
          throw new MongoError(
            'ConversionFailure',
            `$dateFromString requires that 'dateString' be a string, found: ${typeName(value)}`,
          );
        return pattern === undefined
          ? parseDate(value, where)
          : parseDateAs(value, textOr(pattern, '$dateFromString format'), where);
      } catch (error) {
        if (onError !== undefined && error instanceof MongoError && error.codeName === 'ConversionFailure')
          return onError.evaluate(env);
        throw error;
      }
    },
  };
};

function timestampPart(name: string, read: (value: Timestamp) => number): Operator {
  return unary((value) => {
    if (isNullish(value)) return null;
    if (!(value instanceof Timestamp))
      throw new MongoError(5687301, `${name} requires a timestamp argument, found: ${typeName(value)}`);
    return BigInt(read(value));
  });
}

/** "Date Expression Operators" that count, shift, read and write; and those of timestamps. */
export const DATE_OPERATORS: OperatorTable = {
  $dateAdd: shifted('$dateAdd', 1),
  $dateSubtract: shifted('$dateSubtract', -1),
  $dateDiff: difference,
  $dateTrunc: truncated,
  $dateToString: toText,
  $dateFromString: fromText,
  $tsSecond: timestampPart('$tsSecond', (value) => value.t),
  $tsIncrement: timestampPart('$tsIncrement', (value) => value.i),
};
