import type { Call, Reply } from '../call.ts';
import { type Cursor, type CursorSource, fillBatch, isAtEnd } from '../cursors.ts';
import { MongoError } from '../mongo-error.ts';
import { encodeDocument } from '../values/encode.ts';
import { type Doc, isDoc, type Value } from '../values/value.ts';
import { encodeCursorReply } from '../wire/cursor-reply.ts';
import { checkNamespace, numberOf, optionalCount } from './arguments.ts';
import type { Command } from './command.ts';

/** Opens a cursor over `source` and answers with its first batch; `single` closes it right after. */
export function openCursor(
  call: Call,
  source: Omit<CursorSource, 'call' | 'lsid'>,
  batchSize: number | undefined,
  single = false,
): Reply | Promise<Reply> {
  const cursor = call.engine.cursors.start({
    call,
    lsid: call.command.get('lsid'),
    namespace: source.namespace,
    results: source.results,
    limit: source.limit,
    release: source.release,
  });
  return sendBatch(call, cursor, batchSize, { first: true, single });
}

/** A cursor over documents that are all at hand (`listIndexes` and the like). */
export function openListCursor(call: Call, namespace: string, documents: Iterable<Doc>): Reply | Promise<Reply> {
  const cursor = call.command.get('cursor');
  const batchSize = isDoc(cursor) ? optionalCount(cursor, 'batchSize') : undefined;
  const results = [...documents].map(encodeDocument)[Symbol.iterator]();
  return openCursor(call, { namespace, results, release: () => undefined }, batchSize ?? Number.POSITIVE_INFINITY);
}

/** A cursor that is read by getMore only. */
export function startListCursor(call: Call, namespace: string, documents: readonly Doc[]): bigint {
  const { cursors } = call.engine;
  const results = documents.map(encodeDocument)[Symbol.iterator]();
  const cursor = cursors.start({
    call,
    lsid: call.command.get('lsid'),
    namespace,
    results,
    limit: documents.length,
    release: () => undefined,
  });
  cursors.keep(cursor);
  return cursor.id;
}

function sendBatch(
  call: Call,
  cursor: Cursor,
  size: number | undefined,
  { first, single }: { first: boolean; single: boolean },
): Reply | Promise<Reply> {
  const { cursors, slices } = call.engine;
  const reply = (batch: Uint8Array[]): Buffer => {
    const ended = single || isAtEnd(cursor);
    if (ended) cursors.close(cursor);
    else cursors.keep(cursor);
    return encodeCursorReply(first ? 'firstBatch' : 'nextBatch', batch, ended ? 0n : cursor.id, cursor.namespace);
  };
  try {
    const batch = slices.drive(fillBatch(cursor, size, first));
    if (!(batch instanceof Promise)) return reply(batch);
    return batch.then(reply).catch((error: unknown) => {
      cursors.close(cursor);
      throw error;
    });
  } catch (error) {
    cursors.close(cursor);
    throw error;
  }
}

function getMore(call: Call): Reply | Promise<Reply> {
  const id = call.command.get('getMore');
  const collection = call.command.get('collection');
  if (typeof id !== 'bigint') throw new MongoError('TypeMismatch', "BSON field 'getMore.getMore' must be a long");
  if (typeof collection !== 'string')
    throw new MongoError('TypeMismatch', "BSON field 'getMore.collection' must be a string");
  if (call.command.has('maxTimeMS'))
    throw new MongoError('BadValue', 'cannot set maxTimeMS on getMore command for a non-awaitData cursor');
  const cursor = call.engine.cursors.take(id, `${call.database}.${collection}`, call.connection);
  return sendBatch(call, cursor, optionalCount(call.command, 'batchSize') || undefined, {
    first: false,
    single: false,
  });
}

function killCursors(call: Call): Reply {
  const collection = call.command.get('killCursors');
  if (typeof collection !== 'string') throw new MongoError('TypeMismatch', "BSON field 'killCursors' must be a string");
  checkNamespace(call.database, collection.startsWith('$cmd.') ? 'x' : collection);
  const ids = call.command.get('cursors');
  if (!Array.isArray(ids)) throw new MongoError('TypeMismatch', "BSON field 'killCursors.cursors' must be an array");
  const killed: Value[] = [];
  const unknown: Value[] = [];
  for (const id of ids) {
    const number = typeof id === 'bigint' ? id : BigInt(numberOf(id) ?? 0);
    (call.engine.cursors.kill(number) ? killed : unknown).push(id);
  }
  return new Map<string, Value>([
    ['cursorsKilled', killed],
    ['cursorsNotFound', unknown],
    ['cursorsAlive', []],
    ['cursorsUnknown', []],
  ]);
}

export const cursorCommands: readonly Command[] = [
  { names: ['getMore'], fields: ['collection', 'batchSize', 'term'], run: getMore },
  { names: ['killCursors'], fields: ['cursors'], run: killCursors },
];
