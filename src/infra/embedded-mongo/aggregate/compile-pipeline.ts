import { MongoError } from '../mongo-error.ts';
import type { Stream } from '../pause.ts';
import { type Doc, isDoc, type Value } from '../values/value.ts';
import type { PipelineContext, Stage, StageContext, SubPipeline } from './stage.ts';
import { STAGES } from './stages/all.ts';

export interface Pipeline extends SubPipeline {
  /** Set when the last stage writes a collection (`$out`, `$merge`). */
  readonly writes: boolean;
}

const MAX_STAGES = 1000;

/** Stages that only the server around a pipeline could serve; MongoDB knows them, this server does not. */
const UNSUPPORTED = new Set([
  '$geoNear',
  '$collStats',
  '$indexStats',
  '$currentOp',
  '$listSessions',
  '$listLocalSessions',
  '$planCacheStats',
  '$search',
  '$searchMeta',
  '$vectorSearch',
  '$listSearchIndexes',
  '$documents',
  '$shardedDataDistribution',
  '$querySettings',
  '$queryStats',
  '$listSampledQueries',
  '$listClusterCatalog',
  '$rankFusion',
  '$scoreFusion',
]);

/**
 * Compiles a pipeline. `run` takes the documents of the collection as they come (with pauses) and gives the results
 * the same way; `fields` says which top-level fields of the source it reads (undefined: all).
 */
export function compilePipeline(stages: readonly Value[], context: PipelineContext = {}): Pipeline {
  if (stages.length > MAX_STAGES)
    throw new MongoError(7749501, `Pipeline length must be no longer than ${MAX_STAGES} stages`);
  const inner = stageContext(context);
  const compiled = stages.map((stage, index) => compileStage(stage, index, stages, inner));
  return {
    stages,
    fields: fieldsOf(compiled),
    writes: isWriter(stages[stages.length - 1]),
    run: (input) => compiled.reduce<Stream<Doc>>((docs, stage) => stage.run(docs), input),
  };
}

function stageContext(context: PipelineContext): StageContext {
  return {
    ...context,
    tick: context.tick ?? (() => false),
    compile: (stages, place, overrides) => {
      if (!Array.isArray(stages))
        throw new MongoError('TypeMismatch', `'pipeline' option must be specified as an array in ${place}`);
      const banned = stages.find(isWriter);
      if (banned !== undefined)
        throw new MongoError(51047, `${nameOf(banned)} is not allowed to be used within a ${place} stage`);
      return compilePipeline(stages, { ...context, ...overrides });
    },
  };
}

function compileStage(stage: Value, index: number, all: readonly Value[], context: StageContext): Stage {
  if (!isDoc(stage)) throw new MongoError('TypeMismatch', "Each element of the 'pipeline' array must be an object");
  if (stage.size !== 1)
    throw new MongoError(40323, 'A pipeline stage specification object must contain exactly one field.');
  const name = nameOf(stage);
  if (name === '$changeStream') {
    throw new MongoError('ChangeStreamNotSupported', 'The $changeStream stage is only supported on replica sets');
  }
  if (UNSUPPORTED.has(name)) throw new MongoError('CommandNotSupported', `${name} is not supported`);
  const factory = STAGES.get(name);
  if (factory === undefined) throw new MongoError('StageNotFound', `Unrecognized pipeline stage name: '${name}'`);
  if (isWriter(stage) && index !== all.length - 1) {
    throw new MongoError(40601, `${name} can only be the final stage in the pipeline`);
  }
  return factory(stage.get(name) as Value, context, name);
}

function nameOf(stage: Value | undefined): string {
  return (isDoc(stage) ? stage.keys().next().value : undefined) ?? '';
}

function isWriter(stage: Value | undefined): boolean {
  const name = nameOf(stage);
  return name === '$out' || name === '$merge';
}

/** What is read up to the first stage that hands on nothing it did not read. */
function fieldsOf(stages: readonly Stage[]): ReadonlySet<string> | undefined {
  const fields = new Set<string>();
  for (const stage of stages) {
    if (stage.reads === undefined) return undefined;
    for (const name of stage.reads) fields.add(name);
    if (stage.closes) return fields;
  }
  return undefined;
}
