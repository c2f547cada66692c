import { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { CodeWithScope, Int32, type Maybe, type Value } from './value.ts';

/** BSON's type numbers, as on the wire and in `$type`. */
export const TYPE_NUMBER = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  undefined: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  dbPointer: 12,
  javascript: 13,
  symbol: 14,
  javascriptWithScope: 15,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
} as const;

type TypeName = keyof typeof TYPE_NUMBER;

/** The type's name as `$type` gives it; "missing" for a field that is not there. */
export function typeName(value: Maybe): TypeName | 'missing' {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'number':
      return 'double';
    case 'bigint':
      return 'long';
    case 'boolean':
      return 'bool';
  }
  return objectTypeName(value);
}

function objectTypeName(value: Exclude<Value, null | boolean | string | number | bigint>): TypeName {
  if (value instanceof Int32) return 'int';
  if (value instanceof Map) return 'object';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof ObjectId) return 'objectId';
  if (value instanceof Decimal128) return 'decimal';
  if (value instanceof Binary) return 'binData';
  if (value instanceof Timestamp) return 'timestamp';
  if (value instanceof BSONRegExp) return 'regex';
  if (value instanceof BSONSymbol) return 'symbol';
  if (value instanceof Code) return 'javascript';
  if (value instanceof CodeWithScope) return 'javascriptWithScope';
  if (value instanceof MinKey) return 'minKey';
  if (value instanceof MaxKey) return 'maxKey';
  throw new TypeError('not a BSON value');
}

export function typeNumber(value: Value): number {
  const name = typeName(value);
  return name === 'missing' ? 0 : TYPE_NUMBER[name];
}
