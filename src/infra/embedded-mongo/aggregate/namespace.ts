import { MongoError } from '../mongo-error.ts';
import { isDoc, type Value } from '../values/value.ts';
import type { Namespace } from './stage.ts';

/** `'orders'` or `{ db, coll }`. */
export function namespaceOf(value: Value, stage: string): Namespace {
  if (typeof value === 'string' && value !== '') return { collection: value };
  const db = isDoc(value) ? value.get('db') : undefined;
  const collection = isDoc(value) ? value.get('coll') : undefined;
  if (typeof collection !== 'string' || collection === '' || (db !== undefined && typeof db !== 'string')) {
    throw new MongoError('FailedToParse', `${stage} needs the name of a collection, or { db, coll }`);
  }
  return db === undefined ? { collection } : { db, collection };
}
