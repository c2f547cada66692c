import type { Call, Reply } from '../call.ts';
import { MongoError } from '../mongo-error.ts';
import { PAUSE, type Work } from '../pause.ts';
import { findMatches } from '../planner/find-matches.ts';
import { decodeFields } from '../values/decode.ts';
import { type Doc, isDoc, type Maybe, type Value } from '../values/value.ts';
import { ValueSet } from '../values/value-map.ts';
import { collectionName } from './arguments.ts';
import { readCollation } from './collation.ts';
import type { Command } from './command.ts';
import { planSearch, readSearch } from './search.ts';

/** The distinct values of a path over the matching documents; arrays count by their elements. */
function distinct(call: Call): Reply | Promise<Reply> {
  const name = collectionName(call);
  const key = call.command.get('key');
  if (typeof key !== 'string' || key === '')
    throw new MongoError('TypeMismatch', "BSON field 'distinct.key' must be a string that is not empty");
  const search = readSearch(call, call.command, { filter: 'query', limit: Number.POSITIVE_INFINITY, skip: 0 });
  const reply = (values: Value[]): Doc => new Map([['values', values]]);
  const collection = call.engine.catalog.find(call.database, name);
  if (!collection) return reply([]);
  const planned = planSearch(collection, search, call.command);
  const snapshot = call.engine.store.snapshot();
  const strings = readCollation(call.command.get('collation'));
  const path = key.split('.');
  const fields = new Set(path.slice(0, 1));
  const work = function* (): Work<Value[]> {
    const values: Value[] = [];
    const seen = new ValueSet([], strings);
    try {
      for (const found of findMatches(snapshot, collection, planned, call)) {
        if (found === PAUSE) {
          yield found;
          continue;
        }
        gather(decodeFields(found.bytes, fields), path, 0, (value) => {
          if (seen.add(value)) values.push(value);
        });
      }
      return values;
    } finally {
      snapshot.release();
    }
  };
  const values = call.engine.slices.drive(work());
  return values instanceof Promise ? values.then(reply) : reply(values);
}

function gather(value: Maybe, path: readonly string[], at: number, add: (value: Value) => void): void {
  const segment = path[at];
  if (segment === undefined) {
    if (Array.isArray(value)) value.forEach(add);
    else if (value !== undefined) add(value);
    return;
  }
  if (isDoc(value)) gather(value.get(segment), path, at + 1, add);
  else if (Array.isArray(value)) {
    if (/^\d+$/.test(segment)) gather(value[Number(segment)], path, at + 1, add);
    for (const element of value) if (isDoc(element)) gather(element, path, at, add);
  }
}

export const distinctCommands: readonly Command[] = [
  { names: ['distinct'], fields: ['key', 'query', 'collation', 'hint'], run: distinct },
];
