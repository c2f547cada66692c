import type { Call, Reply } from '../call.ts';
import type { Results } from '../cursors.ts';
import { MongoError } from '../mongo-error.ts';
import { PAUSE, type Work } from '../pause.ts';
import { rowsOf } from '../planner/candidates.ts';
import { choosePlan } from '../planner/choose-plan.ts';
import { findMatches, type Search } from '../planner/find-matches.ts';
import type { Plan } from '../planner/plan.ts';
import { parseSort } from '../planner/sort.ts';
import { compileProjection } from '../projection/compile-projection.ts';
import type { Collection } from '../storage/collection.ts';
import type { Reader } from '../storage/key-value.ts';
import { decodeDocument, decodeFields } from '../values/decode.ts';
import { encodeDocument } from '../values/encode.ts';
import { type Doc, Int32 } from '../values/value.ts';
import { collectionName, docOr, flag, numberOf, optionalCount, optionalDoc } from './arguments.ts';
import type { Command } from './command.ts';
import { openCursor } from './cursor-commands.ts';
import { queryOptions, readFilter } from './query-arguments.ts';

/** What a find, count or the like asks for, compiled; needs the collection only for its plan. */
export function readSearch(
  call: Call,
  holder: Doc,
  fields: { filter: string; limit: number; skip: number },
): Omit<Search, 'plan'> {
  const options = queryOptions(call, holder);
  return {
    query: readFilter(holder, fields.filter, options),
    sort: parseSort(optionalDoc(holder, 'sort'), options.collation),
    skip: fields.skip,
    limit: fields.limit,
  };
}

export function planSearch(collection: Collection, search: Omit<Search, 'plan'>, holder: Doc): Search {
  const collated = holder.has('collation') && queryIsCollated(holder);
  return {
    ...search,
    plan: choosePlan(collection, { root: search.query.root, sort: search.sort, hint: hintOf(holder), collated }),
  };
}

function queryIsCollated(holder: Doc): boolean {
  return docOr(holder, 'collation').get('locale') !== 'simple';
}

/** An empty hint is none. */
function hintOf(holder: Doc) {
  const hint = holder.get('hint');
  return hint === undefined || hint === null || (hint instanceof Map && hint.size === 0) ? undefined : hint;
}

function find(call: Call): Reply | Promise<Reply> {
  const name = collectionName(call);
  const { command, engine } = call;
  const namespace = `${call.database}.${name}`;
  const { limit, single } = limitOf(command);
  const search = readSearch(call, command, { filter: 'filter', limit, skip: optionalCount(command, 'skip') ?? 0 });
  const project = projectionOf(call, search);
  refuseTailable(command);
  const batchSize = optionalCount(command, 'batchSize');
  const collection = engine.catalog.find(call.database, name);
  if (!collection)
    return openCursor(call, { namespace, results: EMPTY, limit: 0, release: () => undefined }, batchSize);
  const planned = planSearch(collection, search, command);
  const snapshot = engine.store.snapshot();
  const results = findResults(snapshot, collection, planned, call, project);
  return openCursor(call, { namespace, results, limit, release: () => snapshot.release() }, batchSize, single);
}

const EMPTY: Results = [][Symbol.iterator]();

/** A negative limit, as old clients send it, means: one batch and no more. */
function limitOf(command: Doc): { limit: number; single: boolean } {
  const limit = optionalCount(command, 'limit') ?? 0;
  return { limit: limit === 0 ? Number.POSITIVE_INFINITY : limit, single: flag(command, 'singleBatch') };
}

type Project = (bytes: Buffer) => Uint8Array;

function projectionOf(call: Call, { query }: Pick<Search, 'query'>): Project | undefined {
  const spec = docOr(call.command, 'projection');
  if (spec.size === 0) return undefined;
  const projection = compileProjection(spec, { ...queryOptions(call), forFind: true });
  const { fields } = projection;
  if (fields && !projection.needsPosition)
    return (bytes) => encodeDocument(projection.apply(decodeFields(bytes, fields)));
  return (bytes) => {
    const doc = decodeDocument(bytes);
    return encodeDocument(projection.apply(doc, projection.needsPosition ? query.match(doc).position : undefined));
  };
}

function* findResults(
  reader: Reader,
  collection: Collection,
  search: Search,
  call: Call,
  project: Project | undefined,
): Generator<Uint8Array | typeof PAUSE, void, void> {
  for (const found of findMatches(reader, collection, search, call)) {
    if (found === PAUSE) yield found;
    else yield project ? project(found.bytes) : found.bytes;
  }
}

function refuseTailable(command: Doc): void {
  if (flag(command, 'tailable') || flag(command, 'awaitData'))
    throw new MongoError('BadValue', 'tailable cursor requested on non capped collection');
  for (const option of ['min', 'max', 'returnKey', 'showRecordId'])
    if (
      command.has(option) &&
      command.get(option) !== false &&
      !(command.get(option) instanceof Map && docOr(command, option).size === 0)
    )
      throw new MongoError('BadValue', `find: '${option}' is not supported`);
}

function count(call: Call): Reply | Promise<Reply> {
  const name = collectionName(call);
  const { command, engine } = call;
  const limit = Math.abs(numberOf(command.get('limit')) ?? 0) || Number.POSITIVE_INFINITY;
  const search = readSearch(call, command, { filter: 'query', limit, skip: optionalCount(command, 'skip') ?? 0 });
  const collection = engine.catalog.find(call.database, name);
  const reply = (n: number): Doc => new Map([['n', Int32.of(n)]]);
  if (!collection) return reply(0);
  const planned = planSearch(collection, search, command);
  if (search.query.root.kind === 'always' && planned.plan.kind === 'collectionScan')
    return reply(Math.max(0, Math.min(limit, collection.count - search.skip)));
  const snapshot = engine.store.snapshot();
  const counted = engine.slices.drive(
    (function* (): Work<number> {
      try {
        return yield* countMatches(snapshot, collection, planned, call);
      } finally {
        snapshot.release();
      }
    })(),
  );
  return counted instanceof Promise ? counted.then(reply) : reply(counted);
}

/** Counts without looking at documents where the plan's index says it all. */
export function* countMatches(reader: Reader, collection: Collection, search: Search, call: Call): Work<number> {
  const { plan, skip, limit } = search;
  if (!isCovered(plan)) {
    let n = 0;
    for (const found of findMatches(reader, collection, search, call)) {
      if (found === PAUSE) yield found;
      else n++;
    }
    return n;
  }
  let n = 0;
  for (const row of rowsOf(reader, collection, plan, call)) {
    if (row === PAUSE) yield row;
    else if (++n >= skip + limit) break;
  }
  return Math.max(0, n - skip);
}

const isCovered = (plan: Plan): plan is Exclude<Plan, { kind: 'collectionScan' }> =>
  plan.kind === 'nothing' || (plan.kind === 'indexScan' && plan.exact);

export const findCommands: readonly Command[] = [
  {
    names: ['find'],
    fields: [
      'filter',
      'sort',
      'projection',
      'hint',
      'skip',
      'limit',
      'batchSize',
      'singleBatch',
      'collation',
      'let',
      'noCursorTimeout',
      'allowDiskUse',
      'allowPartialResults',
      'tailable',
      'awaitData',
      'oplogReplay',
      'min',
      'max',
      'returnKey',
      'showRecordId',
    ],
    run: find,
  },
  { names: ['count'], fields: ['query', 'limit', 'skip', 'hint', 'collation'], run: count },
];
