import { ObjectId } from 'bson';
import type { Doc, Value } from '../values/value.ts';

/** The document with its `_id` in front, a new one if it has none. */
export function withId(doc: Doc): Doc {
  const id = doc.get('_id') ?? new ObjectId();
  if (doc.keys().next().value === '_id') return doc;
  return new Map<string, Value>([['_id', id], ...[...doc].filter(([name]) => name !== '_id')]);
}
