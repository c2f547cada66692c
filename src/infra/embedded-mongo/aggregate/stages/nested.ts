import { MongoError } from '../../mongo-error.ts';
import { PAUSE, type Stream } from '../../pause.ts';
import { typeName } from '../../values/types.ts';
import { type Doc, isDoc, type Value } from '../../values/value.ts';
import { fetchFrom } from '../fetch.ts';
import { namespaceOf } from '../namespace.ts';
import type { StageFactory, StageTable } from '../stage.ts';
import { unwind } from './unwind.ts';

const NOT_IN_FACET = ['$facet', '$out', '$merge', '$geoNear', '$indexStats', '$collStats', '$planCacheStats'];

/** Each pipeline sees all documents, so they are gathered first. */
const facet: StageFactory = (spec, context) => {
  if (!isDoc(spec) || spec.size === 0) {
    throw new MongoError(40169, 'the $facet specification must be a non-empty object');
  }
  const facets = [...spec].map(([name, stages]) => {
    if (name.startsWith('$') || name.includes('.'))
      throw new MongoError(40170, `$facet field name '${name}' is not valid`);
    const banned = Array.isArray(stages)
      ? stages.map(firstName).find((stage) => NOT_IN_FACET.includes(stage))
      : undefined;
    if (banned !== undefined) throw new MongoError(40600, `${banned} is not allowed to be used within a $facet stage`);
    if (!Array.isArray(stages))
      throw new MongoError(40170, `arguments to $facet must be arrays, ${name} is type ${typeName(stages)}`);
    return [name, context.compile(stages, '$facet')] as const;
  });
  const all = facets.every(([, pipeline]) => pipeline.fields !== undefined);
  return {
    *run(input: Stream<Doc>) {
      const docs: Doc[] = [];
      for (const doc of input) {
        if (doc === PAUSE) yield PAUSE;
        else docs.push(doc);
      }
      const result: Doc = new Map();
      for (const [name, pipeline] of facets) {
        const results: Value[] = [];
        for (const doc of pipeline.run(docs)) {
          if (doc !== PAUSE) results.push(doc);
          if (doc === PAUSE || context.tick()) yield PAUSE;
        }
        result.set(name, results);
      }
      yield result;
    },
    reads: all ? new Set(facets.flatMap(([, pipeline]) => [...(pipeline.fields ?? [])])) : undefined,
    closes: true,
  };
};

function firstName(stage: Value): string {
  return (isDoc(stage) ? stage.keys().next().value : undefined) ?? '';
}

const unionWith: StageFactory = (spec, context) => {
  const options: Doc = isDoc(spec) ? spec : new Map([['coll', spec]]);
  for (const name of options.keys()) {
    if (name !== 'coll' && name !== 'pipeline' && name !== 'db') {
      throw new MongoError('UnknownField', `BSON field '$unionWith.${name}' is an unknown field.`);
    }
  }
  const pipeline = options.get('pipeline') ?? [];
  const from = namespaceOf(options.has('db') ? options : (options.get('coll') ?? null), '$unionWith');
  context.compile(pipeline, '$unionWith');
  return {
    *run(input) {
      yield* input;
      yield* fetchFrom(context, from, [], pipeline as Value[]);
    },
    reads: new Set(),
    closes: false,
  };
};

/** Stages that hold other pipelines, or make many documents of one. */
export const NESTED_STAGES: StageTable = { $facet: facet, $unionWith: unionWith, $unwind: unwind };
