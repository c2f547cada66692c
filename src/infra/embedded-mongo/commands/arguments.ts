import { Decimal128 } from 'bson';
import type { Call } from '../call.ts';
import { MongoError } from '../mongo-error.ts';
import { typeName as showType } from '../values/types.ts';
import { type Doc, Int32, isDoc, type Maybe, type Value } from '../values/value.ts';

/** Any BSON number as a JavaScript one; undefined for everything else. */
export function numberOf(value: Maybe): number | undefined {
  if (value instanceof Int32) return value.value;
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  return value instanceof Decimal128 ? Number(value.toString()) : undefined;
}

/** The collection that the command names in its first field. */
export function collectionName(call: Call): string {
  const name = call.command.get(call.name);
  if (typeof name !== 'string')
    throw new MongoError('InvalidNamespace', `collection name has invalid type ${showType(name)}`);
  checkNamespace(call.database, name);
  return name;
}

/** Refuses names that MongoDB refuses (73). */
export function checkNamespace(database: string, name: string): void {
  if (database === '' || database.length > 63 || /[\0/\\. "$*<>:|?]/.test(database))
    throw new MongoError('InvalidNamespace', `Invalid database name: '${database}'`);
  if (name === '' || name.startsWith('.') || name.endsWith('.') || name.includes('\0') || name.includes('$'))
    throw new MongoError('InvalidNamespace', `Invalid namespace specified '${database}.${name}'`);
  if (Buffer.byteLength(database) + Buffer.byteLength(name) + 1 > 255)
    throw new MongoError('InvalidNamespace', `Fully qualified namespace is too long: ${database}.${name}`);
}

export function optionalDoc(doc: Doc, field: string): Doc | undefined {
  const value = doc.get(field);
  if (value === undefined || isDoc(value)) return value;
  throw wrongType(field, value, 'object');
}

export function docOr(doc: Doc, field: string): Doc {
  return optionalDoc(doc, field) ?? new Map();
}

export function requiredDocs(doc: Doc, command: string, field: string): Doc[] {
  const value = doc.get(field);
  if (value === undefined)
    throw new MongoError('MissingField', `BSON field '${command}.${field}' is missing but a required field`);
  if (!Array.isArray(value)) throw wrongType(`${command}.${field}`, value, 'array');
  return value.map((item, i) => {
    if (isDoc(item)) return item;
    throw wrongType(`${command}.${field}.${i}`, item, 'object');
  });
}

/** A whole number that is not negative; null counts as absent. */
export function optionalCount(doc: Doc, field: string): number | undefined {
  const value = doc.get(field);
  if (value === undefined || value === null) return undefined;
  const number = numberOf(value);
  if (number === undefined) throw wrongType(field, value, 'number');
  if (number < 0) throw new MongoError(51024, `BSON field '${field}' value must be >= 0, actual value '${number}'`);
  return Math.trunc(number);
}

/** A flag; numbers count as MongoDB's "safe bool" does. */
export function flag(doc: Doc, field: string, otherwise = false): boolean {
  const value = doc.get(field);
  if (value === undefined || value === null) return otherwise;
  if (typeof value === 'boolean') return value;
  const number = numberOf(value);
  if (number === undefined) throw wrongType(field, value, 'bool');
  return number !== 0;
}

export function optionalString(doc: Doc, field: string): string | undefined {
  const value = doc.get(field);
  if (value === undefined || typeof value === 'string') return value;
  throw wrongType(field, value, 'string');
}

function wrongType(field: string, value: Value, expected: string): MongoError {
  return new MongoError(
    'TypeMismatch',
    `BSON field '${field}' is the wrong type '${showType(value)}', expected type '${expected}'`,
  );
}
