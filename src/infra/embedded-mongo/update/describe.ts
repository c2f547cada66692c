import { ObjectId } from 'bson';
import { typeName } from '../values/types.ts';
import { Int32, isDoc, type Maybe } from '../values/value.ts';

/**
 * A value for an error message. Only what cannot hold a person's words is shown; MongoDB shows the whole, but an
 * error may end up in a log.
 */
export function describe(value: Maybe): string {
  if (value instanceof Int32) return String(value.value);
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean' || value === null) {
    return String(value);
  }
  if (isDoc(value)) return value.size === 0 ? '{}' : '{ ... }';
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[ ... ]';
  return `<${typeName(value)}>`;
}
