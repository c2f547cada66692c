import { compilePipeline } from '../aggregate/compile-pipeline.ts';
import { MongoError } from '../mongo-error.ts';
import { PAUSE } from '../pause.ts';
import type { QueryOptions } from '../query/context.ts';
import { type Doc, isDoc, type Value } from '../values/value.ts';

const ALLOWED = new Set(['$addFields', '$set', '$project', '$unset', '$replaceRoot', '$replaceWith']);

/** "Updates with Aggregation Pipeline": the stages that make one document from one. */
export function compileUpdatePipeline(
  stages: readonly Value[],
  options: QueryOptions & { now: Date },
): (doc: Doc) => Doc {
  for (const stage of stages) {
    const name = isDoc(stage) ? stage.keys().next().value : undefined;
    if (name !== undefined && !ALLOWED.has(name)) {
      throw new MongoError('InvalidOptions', `${name} is not allowed to be used within an update`);
    }
  }
  const pipeline = compilePipeline(stages, options);
  return (doc) => {
    for (const result of pipeline.run([doc])) if (result !== PAUSE) return result;
    throw new MongoError('InternalError', 'an update pipeline gave no document');
  };
}
