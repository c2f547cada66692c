import { ObjectId, Timestamp } from 'bson';
import { MongoError } from '../../mongo-error.ts';
import { isTruthy, toSafeInteger } from '../../values/convert.ts';
import { typeName } from '../../values/types.ts';
import { type Doc, Int32, isDoc, isNullish, type Maybe, type Value } from '../../values/value.ts';
import { dayOfYear, fromIsoWeek, isoDay, isoWeek, localDate, sundayWeek } from '../dates/calendar.ts';
import { checked } from '../dates/units.ts';
import { instantOf, localOf, UTC, type Zone, zoneNamed } from '../dates/zone.ts';
import { expression, named, namedOperands, type Operator, type OperatorTable } from '../operator.ts';

/** Dates, timestamps and object ids all say when. */
export function dateOf(value: Maybe): Date {
  if (value instanceof Date) return value;
  if (value instanceof Timestamp) return new Date(value.t * 1000);
  if (value instanceof ObjectId) return value.getTimestamp();
  throw new MongoError(16006, `can't convert from BSON type ${typeName(value)} to Date`);
}

/** Undefined when the operand is null: the result of the operator then is null too. */
export function zoneOf(value: Maybe, given: boolean): Zone | undefined {
  if (!given) return UTC;
  if (isNullish(value)) return undefined;
  if (typeof value !== 'string')
    throw new MongoError(40533, `timezone must evaluate to a string, found ${typeName(value)}`);
  return zoneNamed(value);
}

/** `{ $year: '$at' }`, `{ $year: ['$at'] }` or `{ $year: { date: '$at', timezone: 'Asia/Shanghai' } }`. */
function part(read: (local: Date) => Value): Operator {
  return (operand, scope, name) => {
    const full = isDoc(operand) && !operand.keys().next().value?.startsWith('$');
    const given = full
      ? namedOperands(name, operand, ['date'], ['timezone'])
      : new Map([['date', only(operand, name)]]);
    const date = scope.compile(given.get('date') ?? null);
    const zone = given.has('timezone') ? scope.compile(given.get('timezone') ?? null) : undefined;
    return expression(date.constant && (zone?.constant ?? true), (env) => {
      const value = date.evaluate(env);
      const where = zoneOf(zone?.evaluate(env), zone !== undefined);
      return isNullish(value) || where === undefined ? null : read(localOf(dateOf(value), where));
    });
  };
}

function only(operand: Value, name: string): Value {
  if (!Array.isArray(operand)) return operand;
  if (operand.length !== 1)
    throw new MongoError(
      40536,
      `${name} accepts exactly one argument if given an array, but was given ${operand.length}`,
    );
  return operand[0] as Value;
}

const PARTS = ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond'] as const;
const ISO_PARTS = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'] as const;

const fromParts: Operator = named([], [...PARTS, ...ISO_PARTS, 'timezone'], (values) => {
  const iso = 'isoWeekYear' in values;
  if (!iso && !('year' in values))
    throw new MongoError(40516, "$dateFromParts requires either 'year' or 'isoWeekYear' to be present");
  if (iso && ['year', 'month', 'day'].some((name) => name in values)) {
    throw new MongoError(40489, '$dateFromParts does not allow mixing natural dates with ISO dates');
  }
  if (Object.values(values).some(isNullish)) return null;
  const number = (name: (typeof PARTS)[number] | (typeof ISO_PARTS)[number], fallback: number) => {
    const value = values[name];
    if (value === undefined) return fallback;
    const whole = toSafeInteger(value);
    if (whole === undefined)
      throw new MongoError(40515, `'${name}' must evaluate to an integer, found ${typeName(value)}`);
    return whole;
  };
  const zone = zoneOf(values.timezone, 'timezone' in values) ?? UTC;
  const day = iso
    ? fromIsoWeek(yearInRange(number('isoWeekYear', 1970)), number('isoWeek', 1), number('isoDayOfWeek', 1))
    : localDate(yearInRange(number('year', 1970)), number('month', 1), number('day', 1));
  const time =
    ((number('hour', 0) * 60 + number('minute', 0)) * 60 + number('second', 0)) * 1000 + number('millisecond', 0);
  return checked(instantOf(day + time, zone));
});

function yearInRange(year: number): number {
  if (year < 1 || year > 9999)
    throw new MongoError(40523, `'year' must evaluate to an integer in the range 1 to 9999, found ${year}`);
  return year;
}

const toParts: Operator = named(['date'], ['timezone', 'iso8601'], (values) => {
  const zone = zoneOf(values.timezone, 'timezone' in values);
  if (isNullish(values.date) || zone === undefined) return null;
  const local = localOf(dateOf(values.date), zone);
  const day: [string, number][] = isTruthy(values.iso8601)
    ? [
        ['isoWeekYear', isoWeek(local).year],
        ['isoWeek', isoWeek(local).week],
        ['isoDayOfWeek', isoDay(local)],
      ]
    : [
        ['year', local.getUTCFullYear()],
        ['month', local.getUTCMonth() + 1],
        ['day', local.getUTCDate()],
      ];
  const time: [string, number][] = [
    ['hour', local.getUTCHours()],
    ['minute', local.getUTCMinutes()],
    ['second', local.getUTCSeconds()],
    ['millisecond', local.getUTCMilliseconds()],
  ];
  const result: Doc = new Map([...day, ...time].map(([name, value]) => [name, Int32.of(value)]));
  return result;
});

/** "Date Expression Operators" that take dates apart and put them together. */
export const DATE_PART_OPERATORS: OperatorTable = {
  $year: part((local) => Int32.of(local.getUTCFullYear())),
  $month: part((local) => Int32.of(local.getUTCMonth() + 1)),
  $dayOfMonth: part((local) => Int32.of(local.getUTCDate())),
  $dayOfWeek: part((local) => Int32.of(local.getUTCDay() + 1)),
  $dayOfYear: part((local) => Int32.of(dayOfYear(local))),
  $hour: part((local) => Int32.of(local.getUTCHours())),
  $minute: part((local) => Int32.of(local.getUTCMinutes())),
  $second: part((local) => Int32.of(local.getUTCSeconds())),
  $millisecond: part((local) => Int32.of(local.getUTCMilliseconds())),
  $week: part((local) => Int32.of(sundayWeek(local))),
  $isoWeek: part((local) => Int32.of(isoWeek(local).week)),
  $isoWeekYear: part((local) => BigInt(isoWeek(local).year)),
  $isoDayOfWeek: part((local) => Int32.of(isoDay(local))),
  $dateFromParts: fromParts,
  $dateToParts: toParts,
};
