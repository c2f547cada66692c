import { compilePipeline, type Pipeline } from '../aggregate/compile-pipeline.ts';
import { createScope } from '../aggregate/expression.ts';
import { leadOf } from '../aggregate/lead.ts';
import type { PipelineContext } from '../aggregate/stage.ts';
import type { Call, Reply } from '../call.ts';
import type { Results } from '../cursors.ts';
import { MongoError } from '../mongo-error.ts';
import { PAUSE, type Stream, type Work } from '../pause.ts';
import { FieldReads } from '../query/reads.ts';
import type { Snapshot } from '../storage/key-value.ts';
import { encodeDocument } from '../values/encode.ts';
import { type Doc, Int32, isDoc, type Value } from '../values/value.ts';
import { collectionName, flag, optionalCount } from './arguments.ts';
import { collectionStatistics, scaleOf } from './collection-statistics.ts';
import type { Command } from './command.ts';
import { openCursor } from './cursor-commands.ts';
import { explainCommand } from './explain.ts';
import { pipelineSource, readOther } from './pipeline-source.ts';
import { applyWrite, gatherWrite, type PipelineWrite } from './pipeline-writes.ts';
import { queryOptions } from './query-arguments.ts';
import type { Namespace } from './update.ts';

/** A compiled pipeline and what it starts from. */
interface Aggregation {
  readonly namespace: Namespace;
  readonly documents: Stream<Doc>;
  readonly pipeline: Pipeline;
}

/** The query in front of the pipeline is taken off for the planner. */
function readAggregation(call: Call, context: PipelineContext, snapshot: Snapshot): Aggregation {
  const namespace = { database: call.database, name: collectionName(call) };
  const stages = stagesOf(call);
  const [first, ...others] = stages;
  const statistics = isDoc(first) ? first.get('$collStats') : undefined;
  if (statistics !== undefined)
    return {
      namespace,
      pipeline: compilePipeline(others, context),
      documents: [statisticsOf(call, namespace, statistics)],
    };
  // All stages are checked as they were sent, also those that the planner serves.
  compilePipeline(stages, context);
  const lead = leadOf(stages);
  const pipeline = compilePipeline(lead.rest, context);
  const source = { lead, statement: call.command, fields: pipeline.fields };
  return { namespace, pipeline, documents: pipelineSource(call, snapshot, namespace, source) };
}

/** `$collStats`, which mongosh's `stats()` is made of. */
function statisticsOf(call: Call, { database, name }: Namespace, wanted: Value): Doc {
  if (!isDoc(wanted)) throw new MongoError('FailedToParse', '$collStats must take a nested object');
  const collection = call.engine.catalog.find(database, name);
  const parts: [string, Value][] = [...wanted].map(([part, options]) => {
    if (part === 'storageStats')
      return [part, collectionStatistics(database, name, collection, isDoc(options) ? scaleOf(options) : 1)];
    if (part === 'count') return [part, Int32.of(collection?.count ?? 0)];
    throw new MongoError('CommandNotSupported', `$collStats: ${part} is not supported`);
  });
  return new Map<string, Value>([['ns', `${database}.${name}`], ['localTime', call.engine.now()], ...parts]);
}

/** `aggregate: 1`: a pipeline over no collection, whose first stage must bring the documents. */
function readDatabaseAggregation(call: Call, context: PipelineContext): Aggregation {
  const [first, ...rest] = stagesOf(call);
  const namespace = { database: call.database, name: '$cmd.aggregate' };
  const [name, value] = isDoc(first) && first.size === 1 ? ([...first][0] ?? []) : [];
  const pipeline = compilePipeline(rest, context);
  if (name === '$listLocalSessions') return { namespace, pipeline, documents: sessionsOf(call) };
  if (name === '$documents') return { namespace, pipeline, documents: givenDocuments(value ?? null, context) };
  compilePipeline(first === undefined ? [] : [first], context);
  throw new MongoError('InvalidNamespace', '{aggregate: 1} needs a first stage that brings documents of its own');
}

/** Sessions are not kept: the caller's own is the one that is known to be alive. */
function sessionsOf(call: Call): readonly Doc[] {
  const lsid = call.command.get('lsid');
  return lsid === undefined
    ? []
    : [
        new Map<string, Value>([
          ['_id', lsid],
          ['lastUse', call.engine.now()],
        ]),
      ];
}

function givenDocuments(value: Value, context: PipelineContext): readonly Doc[] {
  const scope = createScope({ collation: context.collation, variables: context.variables, reads: new FieldReads() });
  const documents = scope.compile(value).evaluate(scope.enter(new Map()));
  if (!Array.isArray(documents) || !documents.every(isDoc))
    throw new MongoError(5858203, 'an array of documents is expected in $documents');
  return documents;
}

function stagesOf(call: Call): readonly Value[] {
  const stages = call.command.get('pipeline');
  if (!Array.isArray(stages)) throw new MongoError('TypeMismatch', "'pipeline' option must be specified as an array");
  return stages;
}

function aggregate(call: Call): Reply | Promise<Reply> {
  if (flag(call.command, 'explain')) return explainCommand(call, call.command, 'queryPlanner');
  const batchSize = batchSizeOf(call.command);
  const snapshot = call.engine.store.snapshot();
  const writes: PipelineWrite[] = [];
  try {
    const context = pipelineContext(call, snapshot, writes);
    const { namespace, pipeline, documents } =
      call.command.get(call.name) instanceof Int32
        ? readDatabaseAggregation(call, context)
        : readAggregation(call, context, snapshot);
    const docs = pipeline.run(documents);
    const full = `${namespace.database}.${namespace.name}`;
    if (pipeline.writes) return runWriter(call, snapshot, docs, writes, full);
    return openCursor(call, { namespace: full, results: encoded(docs), release: () => snapshot.release() }, batchSize);
  } catch (error) {
    snapshot.release();
    throw error;
  }
}

function batchSizeOf(command: Doc): number | undefined {
  const cursor = command.get('cursor');
  if (cursor === undefined)
    throw new MongoError(
      'FailedToParse',
      "The 'cursor' option is required, except for aggregate with the explain argument",
    );
  if (!isDoc(cursor)) throw new MongoError('TypeMismatch', 'cursor field must be missing or an object');
  return optionalCount(cursor, 'batchSize');
}

function pipelineContext(call: Call, snapshot: Snapshot, writes: PipelineWrite[]): PipelineContext {
  return {
    ...queryOptions(call),
    tick: () => call.pauseDue(),
    find: (namespace, filter, options) => readOther(call, snapshot, namespace, filter, options),
    replaceCollection: (into, docs) => gatherWrite(writes, { kind: 'out', into }, docs),
    merge: (plan, docs) => gatherWrite(writes, { kind: 'merge', plan }, docs),
  };
}

function* encoded(docs: Stream<Doc>): Generator<Uint8Array | typeof PAUSE, void, void> {
  for (const doc of docs) yield doc === PAUSE ? doc : encodeDocument(doc);
}

/** `$out` and `$merge`: the results are gathered from the snapshot first, then written. */
async function runWriter(
  call: Call,
  snapshot: Snapshot,
  docs: Stream<Doc>,
  writes: readonly PipelineWrite[],
  namespace: string,
): Promise<Reply> {
  await call.engine.slices.drive(
    (function* (): Work<void> {
      try {
        for (const doc of docs) if (doc === PAUSE) yield doc;
      } finally {
        snapshot.release();
      }
    })(),
  );
  const { catalog, commits } = call.engine;
  for (const write of writes) await commits.submit((writer) => applyWrite({ writer, catalog }, call, write));
  const results: Results = [][Symbol.iterator]();
  return openCursor(call, { namespace, results, limit: 0, release: () => undefined }, undefined);
}

export const aggregateCommands: readonly Command[] = [
  {
    names: ['aggregate'],
    fields: ['pipeline', 'cursor', 'explain', 'allowDiskUse', 'bypassDocumentValidation', 'collation', 'hint', 'let'],
    run: aggregate,
  },
];
