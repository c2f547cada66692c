import { MongoError } from '../mongo-error.ts';
import { toDecimal } from '../values/arithmetic.ts';
import { compareValues, valuesEqual } from '../values/compare.ts';
import { isNumeric } from '../values/compare-numbers.ts';
import { toSafeInteger } from '../values/convert.ts';
import { remainder } from '../values/decimal-arithmetic.ts';
import { TYPE_NUMBER, typeNumber } from '../values/types.ts';
import { type Doc, isDoc, type Maybe, type Value } from '../values/value.ts';
import { ValueSet } from '../values/value-map.ts';
import type { GuardedRegex } from './guarded-regex.ts';
import { compileRegex } from './regex.ts';
import { typesNamed } from './value-operators.ts';

type SchemaTest = (value: Maybe) => boolean;

interface KeywordInput {
  readonly operand: Value;
  /** The schema that the keyword stands in. */
  readonly schema: Doc;
  readonly name: string;
  compile(schema: Value): SchemaTest;
}

/** Undefined: the keyword only describes. */
type Keyword = (input: KeywordInput) => SchemaTest | undefined;

function malformed(name: string, expected: string): MongoError {
  return new MongoError('TypeMismatch', `$jsonSchema keyword '${name}' must be ${expected}`);
}

function count({ operand, name }: KeywordInput): number {
  const number = toSafeInteger(operand);
  if (number === undefined || number < 0)
    throw new MongoError('FailedToParse', `$jsonSchema keyword '${name}' must be a non-negative integer`);
  return number;
}

function sized(
  measure: (value: Maybe) => number | undefined,
  holds: (size: number, limit: number) => boolean,
): Keyword {
  return (input) => {
    const limit = count(input);
    return (value) => {
      const size = measure(value);
      return size === undefined || holds(size, limit);
    };
  };
}

const atLeast = (size: number, limit: number) => size >= limit;
const atMost = (size: number, limit: number) => size <= limit;
const characters = (value: Maybe) => (typeof value === 'string' ? [...value].length : undefined);
const items = (value: Maybe) => (Array.isArray(value) ? value.length : undefined);
const properties = (value: Maybe) => (isDoc(value) ? value.size : undefined);

function bound(exclusive: string, holds: (order: number, strict: boolean) => boolean): Keyword {
  return ({ operand, schema, name }) => {
    if (!isNumeric(operand)) throw malformed(name, 'a number');
    const strict = schema.get(exclusive) ?? false;
    if (typeof strict !== 'boolean') throw malformed(exclusive, 'a boolean');
    return (value) => !isNumeric(value) || holds(compareValues(value, operand), strict);
  };
}

const exclusive =
  (needs: string): Keyword =>
  ({ schema, name }) => {
    if (!schema.has(needs))
      throw new MongoError('FailedToParse', `$jsonSchema keyword '${needs}' must be present if '${name}' is`);
    return undefined;
  };

/** JSON's own names; MongoDB has no "integer" here. */
const JSON_TYPES: Readonly<Record<string, readonly number[]>> = {
  string: [TYPE_NUMBER.string],
  object: [TYPE_NUMBER.object],
  array: [TYPE_NUMBER.array],
  boolean: [TYPE_NUMBER.bool],
  null: [TYPE_NUMBER.null],
  number: [TYPE_NUMBER.double, TYPE_NUMBER.int, TYPE_NUMBER.long, TYPE_NUMBER.decimal],
};

function typed(named: (name: Value) => readonly number[] | undefined): Keyword {
  return ({ operand, name }) => {
    const types = new Set<number>();
    for (const item of Array.isArray(operand) ? operand : [operand]) {
      const numbers = named(item);
      if (numbers === undefined)
        throw new MongoError('BadValue', `Unknown type name alias in $jsonSchema keyword '${name}'`);
      for (const number of numbers) types.add(number);
    }
    return (value) => value === undefined || types.has(typeNumber(value));
  };
}

function strings(value: Value, name: string): string[] {
  if (!Array.isArray(value) || value.length === 0 || !value.every((item) => typeof item === 'string')) {
    throw new MongoError('FailedToParse', `$jsonSchema keyword '${name}' must be a non-empty array of strings`);
  }
  return value.map(String);
}

function several(combine: (tests: readonly SchemaTest[]) => SchemaTest): Keyword {
  return ({ operand, name, compile }) => {
    if (!Array.isArray(operand) || operand.length === 0) throw malformed(name, 'a non-empty array');
    return combine(operand.map(compile));
  };
}

const props: Keyword = ({ operand, name, compile }) => {
  if (!isDoc(operand)) throw malformed(name, 'an object');
  const tests = [...operand].map(([field, schema]) => [field, compile(schema)] as const);
  return (value) => !isDoc(value) || tests.every(([field, test]) => !value.has(field) || test(value.get(field)));
};

function patterns(value: Value | undefined): GuardedRegex[] {
  return isDoc(value) ? [...value.keys()].map((pattern) => compileRegex(pattern, '')) : [];
}

const patternProps: Keyword = ({ operand, name, compile }) => {
  if (!isDoc(operand)) throw malformed(name, 'an object');
  const tests = [...operand].map(([pattern, schema]) => [compileRegex(pattern, ''), compile(schema)] as const);
  return (value) =>
    !isDoc(value) ||
    [...value].every(([field, part]) => tests.every(([regex, test]) => !regex.test(field) || test(part)));
};

const additionalProps: Keyword = ({ operand, schema, name, compile }) => {
  const test =
    operand === false ? () => false : operand === true ? () => true : isDoc(operand) ? compile(operand) : undefined;
  if (test === undefined) throw malformed(name, 'an object or a boolean');
  const known = schema.get('properties');
  const matching = patterns(schema.get('patternProperties'));
  const covered = (field: string) => (isDoc(known) && known.has(field)) || matching.some((regex) => regex.test(field));
  return (value) => !isDoc(value) || [...value].every(([field, part]) => covered(field) || test(part));
};

const itemsOf: Keyword = ({ operand, compile }) => {
  if (!Array.isArray(operand)) {
    const test = compile(operand);
    return (value) => !Array.isArray(value) || value.every(test);
  }
  const tests = operand.map(compile);
  return (value) => !Array.isArray(value) || tests.every((test, index) => index >= value.length || test(value[index]));
};

const additionalItems: Keyword = ({ operand, schema, name, compile }) => {
  const test =
    operand === false ? () => false : operand === true ? () => true : isDoc(operand) ? compile(operand) : undefined;
  if (test === undefined) throw malformed(name, 'an object or a boolean');
  const first = schema.get('items');
  if (!Array.isArray(first)) return undefined;
  return (value) => !Array.isArray(value) || value.slice(first.length).every(test);
};

const dependencies: Keyword = ({ operand, name, compile }) => {
  if (!isDoc(operand)) throw malformed(name, 'an object');
  const tests = [...operand].map(([field, needs]): readonly [string, SchemaTest] => {
    if (isDoc(needs)) return [field, compile(needs)];
    const names = strings(needs, name);
    return [field, (value) => isDoc(value) && names.every((other) => value.has(other))];
  });
  return (value) => !isDoc(value) || tests.every(([field, test]) => !value.has(field) || test(value));
};

const DESCRIPTION: Keyword = ({ operand, name }) => {
  if (typeof operand !== 'string') throw malformed(name, 'a string');
  return undefined;
};

/** "$jsonSchema", available keywords. */
export const JSON_SCHEMA_KEYWORDS: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
  ['title', DESCRIPTION],
  ['description', DESCRIPTION],
  ['bsonType', typed(typesNamed)],
  ['type', typed((name) => (typeof name === 'string' ? JSON_TYPES[name] : undefined))],
  [
    'enum',
    ({ operand, name }) => {
      if (!Array.isArray(operand) || operand.length === 0) throw malformed(name, 'a non-empty array');
      return (value) => operand.some((item) => valuesEqual(item, value));
    },
  ],
  ['allOf', several((tests) => (value) => tests.every((test) => test(value)))],
  ['anyOf', several((tests) => (value) => tests.some((test) => test(value)))],
  ['oneOf', several((tests) => (value) => tests.filter((test) => test(value)).length === 1)],
  [
    'not',
    ({ operand, compile }) => {
      const test = compile(operand);
      return (value) => !test(value);
    },
  ],
  [
    'required',
    ({ operand, name }) => {
      const names = strings(operand, name);
      return (value) => !isDoc(value) || names.every((field) => value.has(field));
    },
  ],
  ['properties', props],
  ['patternProperties', patternProps],
  ['additionalProperties', additionalProps],
  ['dependencies', dependencies],
  ['minProperties', sized(properties, atLeast)],
  ['maxProperties', sized(properties, atMost)],
  ['items', itemsOf],
  ['additionalItems', additionalItems],
  ['minItems', sized(items, atLeast)],
  ['maxItems', sized(items, atMost)],
  [
    'uniqueItems',
    ({ operand, name }) => {
      if (typeof operand !== 'boolean') throw malformed(name, 'a boolean');
      return operand ? (value) => !Array.isArray(value) || new ValueSet(value).size === value.length : undefined;
    },
  ],
  ['minimum', bound('exclusiveMinimum', (order, strict) => (strict ? order > 0 : order >= 0))],
  ['maximum', bound('exclusiveMaximum', (order, strict) => (strict ? order < 0 : order <= 0))],
  ['exclusiveMinimum', exclusive('minimum')],
  ['exclusiveMaximum', exclusive('maximum')],
  [
    'multipleOf',
    ({ operand, name }) => {
      if (!isNumeric(operand) || compareValues(operand, 0) <= 0) throw malformed(name, 'a positive number');
      const divisor = toDecimal(operand);
      return (value) => {
        if (!isNumeric(value)) return true;
        const rest = remainder(toDecimal(value), divisor);
        return rest.kind === 'finite' && rest.coefficient === 0n;
      };
    },
  ],
  ['minLength', sized(characters, atLeast)],
  ['maxLength', sized(characters, atMost)],
  [
    'pattern',
    ({ operand, name }) => {
      if (typeof operand !== 'string') throw malformed(name, 'a string');
      const regex = compileRegex(operand, '');
      return (value) => typeof value !== 'string' || regex.test(value);
    },
  ],
]);
