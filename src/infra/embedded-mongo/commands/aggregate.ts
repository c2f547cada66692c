import { compilePipeline, type Pipeline } from '../aggregate/compile-pipeline.ts';
import { leadOf } from '../aggregate/lead.ts';
import type { PipelineContext } from '../aggregate/stage.ts';
import type { Call, Reply } from '../call.ts';
import type { Results } from '../cursors.ts';
import { MongoError } from '../mongo-error.ts';
import { PAUSE, type Stream, type Work } from '../pause.ts';
import type { Snapshot } from '../storage/key-value.ts';
import { encodeDocument } from '../values/encode.ts';
import { type Doc, isDoc, type Value } from '../values/value.ts';
import { checkNamespace, optionalCount } from './arguments.ts';
import type { Command } from './command.ts';
import { openCursor } from './cursor-commands.ts';
import { pipelineSource, readOther, type SourceRequest } from './pipeline-source.ts';
import { applyWrite, gatherWrite, type PipelineWrite } from './pipeline-writes.ts';
import { queryOptions } from './query-arguments.ts';

/** A pipeline with the query in front of it taken off for the planner. */
export interface Aggregation {
  readonly namespace: { readonly database: string; readonly name: string };
  readonly source: SourceRequest;
  readonly pipeline: Pipeline;
}

export function readAggregation(call: Call, contextOf: () => PipelineContext): Aggregation {
  const name = targetOf(call);
  const stages = call.command.get('pipeline');
  if (!Array.isArray(stages)) throw new MongoError('TypeMismatch', "'pipeline' option must be specified as an array");
  // All stages are checked as they were sent, also those that the planner serves.
  compilePipeline(stages, contextOf());
  const lead = leadOf(stages);
  const pipeline = compilePipeline(lead.rest, contextOf());
  return {
    namespace: { database: call.database, name },
    source: { lead, statement: call.command, fields: pipeline.fields },
    pipeline,
  };
}

function aggregate(call: Call): Reply | Promise<Reply> {
  const batchSize = batchSizeOf(call.command);
  const snapshot = call.engine.store.snapshot();
  const writes: PipelineWrite[] = [];
  try {
    const { namespace, source, pipeline } = readAggregation(call, () => pipelineContext(call, snapshot, writes));
    const docs = pipeline.run(pipelineSource(call, snapshot, namespace, source));
    const full = `${namespace.database}.${namespace.name}`;
    if (pipeline.writes) return runWriter(call, snapshot, docs, writes, full);
    return openCursor(call, { namespace: full, results: encoded(docs), release: () => snapshot.release() }, batchSize);
  } catch (error) {
    snapshot.release();
    throw error;
  }
}

/** `aggregate: 1` runs on no collection; its stages are all among the refused ones. */
function targetOf(call: Call): string {
  const target = call.command.get('aggregate');
  if (typeof target !== 'string') return '$cmd.aggregate';
  checkNamespace(call.database, target);
  return target;
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

export function pipelineContext(call: Call, snapshot: Snapshot, writes: PipelineWrite[]): PipelineContext {
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
    fields: ['pipeline', 'cursor', 'allowDiskUse', 'bypassDocumentValidation', 'collation', 'hint', 'let'],
    run: aggregate,
  },
];
