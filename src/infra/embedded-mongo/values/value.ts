import { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, type MaxKey, MinKey, ObjectId, Timestamp } from 'bson';

/** A document in memory: exact key order, and no key that JavaScript would treat specially. */
export type Doc = Map<string, Value>;

/**
 * A BSON value in memory. A plain number is a double, a bigint an int64; nothing is promoted, so what is
 * written back keeps the type it came with. `undefined` never is a value: it means "missing".
 */
export type Value =
  | null
  | boolean
  | string
  | number
  | bigint
  | Int32
  | Date
  | ObjectId
  | Binary
  | Decimal128
  | Timestamp
  | BSONRegExp
  | BSONSymbol
  | MinKey
  | MaxKey
  | Code
  | CodeWithScope
  | Doc
  | Value[];

export type Maybe = Value | undefined;

/** A 32-bit integer; `Int32.of` shares the small ones. */
export class Int32 {
  readonly value: number;

  private constructor(value: number) {
    this.value = value;
  }

  static of(value: number): Int32 {
    return SMALL[value + 256] ?? new Int32(value);
  }

  static fits(value: number): boolean {
    return (value | 0) === value;
  }

  static readonly shared = (value: number): Int32 => new Int32(value);
}

const SMALL: Int32[] = Array.from({ length: 1280 }, (_, index) => Int32.shared(index - 256));

/** JavaScript code with the variables it was sent with; kept, never run. */
export class CodeWithScope {
  readonly code: string;
  readonly scope: Doc;

  constructor(code: string, scope: Doc) {
    this.code = code;
    this.scope = scope;
  }
}

/** Canonical ranks: values of different rank compare by rank alone. The numbers are those of MongoDB's own source. */
export const RANK = {
  minKey: 1,
  missing: 2,
  null: 5,
  number: 10,
  string: 15,
  object: 20,
  array: 25,
  binary: 30,
  objectId: 35,
  boolean: 40,
  date: 45,
  timestamp: 47,
  regex: 50,
  code: 60,
  codeWithScope: 65,
  maxKey: 127,
} as const;

export function rankOf(value: Maybe): number {
  switch (typeof value) {
    case 'string':
      return RANK.string;
    case 'number':
    case 'bigint':
      return RANK.number;
    case 'boolean':
      return RANK.boolean;
    case 'undefined':
      return RANK.missing;
  }
  return value === null ? RANK.null : rankOfObject(value);
}

function rankOfObject(value: Exclude<Value, null | boolean | string | number | bigint>): number {
  if (value instanceof Int32) return RANK.number;
  if (value instanceof Map) return RANK.object;
  if (Array.isArray(value)) return RANK.array;
  if (value instanceof Date) return RANK.date;
  if (value instanceof ObjectId) return RANK.objectId;
  if (value instanceof Decimal128) return RANK.number;
  if (value instanceof Binary) return RANK.binary;
  if (value instanceof Timestamp) return RANK.timestamp;
  if (value instanceof BSONRegExp) return RANK.regex;
  if (value instanceof BSONSymbol) return RANK.string;
  if (value instanceof Code) return RANK.code;
  if (value instanceof CodeWithScope) return RANK.codeWithScope;
  return value instanceof MinKey ? RANK.minKey : RANK.maxKey;
}

export function isDoc(value: Maybe): value is Doc {
  return value instanceof Map;
}

export function isNullish(value: Maybe): value is null | undefined {
  return value === null || value === undefined;
}
