import type { Call, Reply } from '../call.ts';
import type { Results } from '../cursors.ts';
import { MongoError } from '../mongo-error.ts';
import { PAUSE } from '../pause.ts';
import { findMatches, type Search } from '../planner/find-matches.ts';
import { compileProjection } from '../projection/compile-projection.ts';
import type { Collection } from '../storage/collection.ts';
import type { Reader } from '../storage/key-value.ts';
import { decodeDocument, decodeFields } from '../values/decode.ts';
import { encodeDocument } from '../values/encode.ts';
import type { Doc } from '../values/value.ts';
import { collectionName, docOr, flag, optionalCount } from './arguments.ts';
import type { Command } from './command.ts';
import { openCursor } from './cursor-commands.ts';
import { queryOptions } from './query-arguments.ts';
import { planSearch, readSearch } from './search.ts';

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
];
