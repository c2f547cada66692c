import { MongoError } from '../mongo-error.ts';
import { isNumeric } from '../values/compare-numbers.ts';
import { toExactInteger, truncateToLong } from '../values/convert.ts';
import { TYPE_NUMBER, typeNumber } from '../values/types.ts';
import type { Maybe, Value } from '../values/value.ts';
import type { FieldOperator } from './field-operator.ts';
import { otherNode } from './node-builders.ts';

function bad(message: string): MongoError {
  return new MongoError('BadValue', message);
}

const NUMBER_TYPES = [TYPE_NUMBER.double, TYPE_NUMBER.int, TYPE_NUMBER.long, TYPE_NUMBER.decimal];
const ALIASES = new Map<string, readonly number[]>([
  ...Object.entries(TYPE_NUMBER).map(([name, number]) => [name, [number]] as const),
  ['number', NUMBER_TYPES],
]);
const NUMBERS = new Set<number>(Object.values(TYPE_NUMBER));

/** The type numbers that one alias or number names. */
export function typesNamed(value: Value): readonly number[] {
  if (typeof value === 'string') {
    const types = ALIASES.get(value);
    if (types === undefined) throw bad(`Unknown type name alias: ${value}`);
    return types;
  }
  if (!isNumeric(value)) throw new MongoError('TypeMismatch', 'type must be represented as a number or a string');
  const number = Number(toExactInteger(value) ?? Number.NaN);
  if (!NUMBERS.has(number)) throw bad(`Invalid numerical type code: ${String(value)}`);
  return [number];
}

const parseType: FieldOperator = (context, path, value) => {
  const names = Array.isArray(value) ? value : [value];
  if (names.length === 0) throw new MongoError('FailedToParse', `${path} must match at least one type`);
  const types = new Set(names.flatMap(typesNamed));
  return otherNode(context, path, '$type', 'each', (item) => item !== undefined && types.has(typeNumber(item)));
};

const parseMod: FieldOperator = (context, path, value) => {
  if (!Array.isArray(value)) throw bad('malformed mod, needs to be an array');
  if (value.length < 2) throw bad('malformed mod, not enough elements');
  if (value.length > 2) throw bad('malformed mod, too many elements');
  const [divisor, rest] = value;
  if (!isNumeric(divisor)) throw bad('malformed mod, divisor not a number');
  const by = truncateToLong(divisor);
  if (by === undefined) throw bad('malformed mod, divisor value is invalid');
  if (by === 0n) throw bad('divisor cannot be 0');
  const wanted = isNumeric(rest) ? truncateToLong(rest) : undefined;
  if (wanted === undefined) throw bad('malformed mod, remainder value is invalid');
  return otherNode(context, path, '$mod', 'each', (item) => isNumeric(item) && remainder(item, by) === wanted);
};

function remainder(item: Maybe, by: bigint): bigint | undefined {
  const long = isNumeric(item) ? truncateToLong(item) : undefined;
  return long === undefined ? undefined : long % by;
}

const unsupported =
  (name: string): FieldOperator =>
  () => {
    throw bad(`${name} is not supported`);
  };

export const VALUE_OPERATORS: readonly (readonly [string, FieldOperator])[] = [
  ['$type', parseType],
  ['$mod', parseMod],
  ...['$where', '$near', '$nearSphere', '$geoWithin', '$geoIntersects', '$within'].map(
    (name) => [name, unsupported(name)] as const,
  ),
];
