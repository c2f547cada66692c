import { Binary, BSONSymbol, Code, ObjectId, Timestamp } from 'bson';
import { MongoError } from '../../mongo-error.ts';
import { isNumeric, type Numeric } from '../../values/compare-numbers.ts';
import { typeName } from '../../values/types.ts';
import { Int32, isNullish, type Maybe } from '../../values/value.ts';

/** Dates as text, "YYYY-MM-DDTHH:MM:SS.mmmZ". */
function dateText(date: Date): string {
  return date.toISOString();
}

function numberText(value: Numeric): string {
  if (typeof value === 'number') return doubleText(value);
  return value instanceof Int32 ? String(value.value) : value.toString();
}

function doubleText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  if (Object.is(value, -0)) return '-0';
  return String(value).replace(/e([+-])(\d)$/, 'e$10$2');
}

/** What the string operators take for a string: numbers and dates too; null and missing are empty. */
export function coerceToString(value: Maybe): string {
  if (isNullish(value)) return '';
  if (typeof value === 'string') return value;
  if (isNumeric(value)) return numberText(value);
  if (value instanceof Date) return dateText(value);
  if (value instanceof Timestamp) return `Timestamp(${value.t}, ${value.i})`;
  if (value instanceof Code) return String(value.code);
  if (value instanceof BSONSymbol) return value.value;
  throw new MongoError(16007, `can't convert from BSON type ${typeName(value)} to String`);
}

/** `$toString`, which also takes booleans, ids and UUIDs. Undefined: there is no text for this type. */
export function convertToString(value: Maybe): string | undefined {
  if (typeof value === 'boolean') return String(value);
  if (value instanceof ObjectId) return value.toHexString();
  if (value instanceof Binary)
    return value.sub_type === Binary.SUBTYPE_UUID ? value.toUUID().toString() : value.toString('base64');
  if (typeof value === 'string') return value;
  if (isNumeric(value)) return numberText(value);
  return value instanceof Date ? dateText(value) : undefined;
}
