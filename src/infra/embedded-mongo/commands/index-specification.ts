import { MongoError } from '../mongo-error.ts';
import { compileQuery } from '../query/compile-query.ts';
import { type Doc, Int32, isDoc, type Value } from '../values/value.ts';
import { flag, numberOf } from './arguments.ts';

/** Options that clients send and that change nothing about an index here. */
const FLAGS = ['unique', 'sparse', 'hidden'];
const KNOWN = new Set([
  ...FLAGS,
  'v',
  'key',
  'name',
  'ns',
  'background',
  'expireAfterSeconds',
  'partialFilterExpression',
  'collation',
  'clustered',
]);
const SPECIAL_TYPES = new Set(['text', '2dsphere', '2d', 'hashed', 'columnstore', 'wildcard']);
const MAX_FIELDS = 32;

/**
 * Checks one index specification of createIndexes and puts it into the form that listIndexes shows.
 * Kinds of indexes that are not built here are refused with MongoDB's CannotCreateIndex (67).
 */
export function indexSpecification(given: Doc): Doc {
  for (const field of given.keys())
    if (!KNOWN.has(field))
      throw new MongoError(
        'InvalidIndexSpecificationOption',
        `The field '${field}' is not valid for an index specification`,
      );
  const key = given.get('key');
  if (!isDoc(key))
    throw new MongoError('FailedToParse', "The 'key' field is a required property of an index specification");
  checkKey(key);
  const name = given.get('name');
  if (typeof name !== 'string' || name === '') throw new MongoError('CannotCreateIndex', 'an index needs a name');
  if (name === '*') throw new MongoError('BadValue', "The index name '*' is not valid.");
  const spec: Doc = new Map<string, Value>([
    ['v', Int32.of(2)],
    ['key', key],
    ['name', name],
  ]);
  for (const option of FLAGS) if (flag(given, option)) spec.set(option, true);
  addPartialFilter(given, spec);
  addExpiry(given, key, spec);
  refuseCollation(given.get('collation'));
  if (isIdKey(key)) checkIdIndex(spec);
  return spec;
}

export const isIdKey = (key: Doc): boolean => key.size === 1 && key.has('_id');

function checkKey(key: Doc): void {
  if (key.size === 0) throw new MongoError('CannotCreateIndex', 'Index keys cannot be an empty object');
  if (key.size > MAX_FIELDS) throw new MongoError(13103, `too many compound keys, at most ${MAX_FIELDS}`);
  for (const [path, direction] of key) {
    if (typeof direction === 'string') {
      const known = SPECIAL_TYPES.has(direction)
        ? `${direction} indexes are not supported`
        : `Unknown index plugin '${direction}'`;
      throw new MongoError('CannotCreateIndex', known);
    }
    const number = numberOf(direction);
    if (number === undefined || number === 0 || Number.isNaN(number))
      throw new MongoError(
        'CannotCreateIndex',
        `Values in v:2 index key pattern must be numbers other than 0, found for '${path}'`,
      );
    if (path === '' || path.split('.').some((part) => part === ''))
      throw new MongoError('CannotCreateIndex', 'Index keys cannot contain an empty field.');
    if (path.includes('$**')) throw new MongoError('CannotCreateIndex', 'wildcard indexes are not supported');
    if (path.split('.').some((part) => part.startsWith('$') && !['$id', '$ref', '$db'].includes(part)))
      throw new MongoError(
        'CannotCreateIndex',
        "Index key contains an illegal field name: field name starts with '$'.",
      );
  }
}

function addPartialFilter(given: Doc, spec: Doc): void {
  const filter = given.get('partialFilterExpression');
  if (filter === undefined) return;
  if (!isDoc(filter)) throw new MongoError('TypeMismatch', "'partialFilterExpression' must be an object");
  if (spec.has('sparse'))
    throw new MongoError('CannotCreateIndex', 'cannot mix "partialFilterExpression" and "sparse" options');
  compileQuery(filter);
  spec.set('partialFilterExpression', filter);
}

function addExpiry(given: Doc, key: Doc, spec: Doc): void {
  const expiry = given.get('expireAfterSeconds');
  if (expiry === undefined) return;
  const seconds = numberOf(expiry);
  if (seconds === undefined || !(seconds >= 0) || seconds > 2147483647)
    throw new MongoError(
      'CannotCreateIndex',
      'TTL index expireAfterSeconds must be within the range of 0 to 2147483647',
    );
  if (key.size > 1)
    throw new MongoError(
      'CannotCreateIndex',
      'TTL indexes are single-field indexes, compound indexes do not support TTL',
    );
  if (isIdKey(key))
    throw new MongoError(
      'InvalidIndexSpecificationOption',
      'The field expireAfterSeconds is not valid for an _id index',
    );
  spec.set('expireAfterSeconds', Int32.of(Math.trunc(seconds)));
}

/** Only the simple collation: its keys are the bytes of the strings. */
function refuseCollation(collation: Value | undefined): void {
  if (collation === undefined || (isDoc(collation) && collation.get('locale') === 'simple')) return;
  throw new MongoError('CannotCreateIndex', 'indexes with a collation are not supported');
}

function checkIdIndex(spec: Doc): void {
  const extra = ['sparse', 'partialFilterExpression', 'hidden'].find((option) => spec.has(option));
  if (extra)
    throw new MongoError('InvalidIndexSpecificationOption', `The field '${extra}' is not valid for an _id index`);
  spec.set('name', '_id_');
  spec.delete('unique');
}
