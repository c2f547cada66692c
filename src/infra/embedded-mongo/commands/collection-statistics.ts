import { MongoError } from '../mongo-error.ts';
import type { Collection } from '../storage/collection.ts';
import { type Doc, Int32, type Value } from '../values/value.ts';
import { numberOf } from './arguments.ts';

const doc = (...fields: [string, Value][]): Doc => new Map(fields);

/** What the command `collStats` and the stage `$collStats` say of a collection, there or not. */
export function collectionStatistics(
  database: string,
  name: string,
  collection: Collection | undefined,
  scale: number,
): Doc {
  const documents = collection?.count ?? 0;
  const bytes = collection?.size ?? 0;
  return doc(
    ['ns', `${database}.${name}`],
    ['size', Int32.of(Math.round(bytes / scale))],
    ['count', Int32.of(documents)],
    ...(documents > 0 ? [['avgObjSize', Int32.of(Math.round(bytes / documents))] as [string, Value]] : []),
    ['storageSize', Int32.of(Math.round(bytes / scale))],
    ['capped', false],
    ['nindexes', Int32.of(collection?.indexes.length ?? 0)],
    ['scaleFactor', Int32.of(scale)],
  );
}

/** By how many bytes sizes are divided. */
export function scaleOf(options: Doc): number {
  const scale = numberOf(options.get('scale') ?? Int32.of(1));
  if (scale === undefined || scale < 1) throw new MongoError(51024, "BSON field 'scale' value must be >= 1");
  return Math.trunc(scale);
}
