import type { Call, Reply } from '../call.ts';
import { MongoError } from '../mongo-error.ts';
import type { Work } from '../pause.ts';
import type { Transaction } from '../storage/documents.ts';
import { encodeDocument } from '../values/encode.ts';
import { type Doc, Int32, isDoc, type Value } from '../values/value.ts';
import { checkNamespace, flag, numberOf, optionalCount, optionalDoc, requiredDocs } from './arguments.ts';
import type { Command } from './command.ts';
import { startListCursor } from './cursor-commands.ts';
import { runDelete } from './delete.ts';
import { insertPrepared } from './insert.ts';
import { prepareDoc } from './prepared-document.ts';
import { checkBatch, runStatements } from './statements.ts';
import { type Namespace, readUpdateStatement, runUpdate } from './update.ts';
import { readSelection } from './update-statement.ts';
import { withId } from './with-id.ts';

const FIELDS = {
  insert: new Set(['insert', 'document']),
  update: new Set([
    'update',
    'filter',
    'updateMods',
    'multi',
    'upsert',
    'upsertSupplied',
    'arrayFilters',
    'collation',
    'hint',
    'sort',
    'constants',
  ]),
  delete: new Set(['delete', 'filter', 'multi', 'hint', 'collation']),
};

type Kind = keyof typeof FIELDS;

/** What one operation did. `n` counts inserted, matched or removed documents. */
interface Outcome {
  readonly kind: Kind;
  readonly n: number;
  readonly modified: number;
  readonly upsertedId: Value | undefined;
}

const BATCH_BYTES = 12 * 1024 * 1024;
const CURSOR_NAMESPACE = 'admin.$cmd.bulkWrite';

/** The bulkWrite command of MongoDB 8.0: operations over several collections in one message. */
async function bulkWrite(call: Call): Promise<Reply> {
  const operations = requiredDocs(call.command, call.name, 'ops');
  checkBatch(operations.length);
  const namespaces = requiredDocs(call.command, call.name, 'nsInfo').map(readNamespace);
  const parsed = operations.map((operation) => parseOperation(operation, namespaces));
  const { done, errors } = await runStatements(call, parsed, (transaction, operation) =>
    runOperation(transaction, call, operation),
  );
  const errorsOnly = flag(call.command, 'errorsOnly');
  const results = [
    ...(errorsOnly ? [] : done.map(({ index, outcome }) => success(index, outcome))),
    ...errors.filter(isDoc).map(failure),
  ].sort((a, b) => (numberOf(a.get('idx')) ?? 0) - (numberOf(b.get('idx')) ?? 0));
  const sum = (kind: Kind, count: (outcome: Outcome) => number): Value =>
    Int32.of(done.reduce((total, { outcome }) => total + (outcome.kind === kind ? count(outcome) : 0), 0));
  return new Map<string, Value>([
    ['cursor', cursorOf(call, results)],
    ['nErrors', Int32.of(errors.length)],
    ['nInserted', sum('insert', ({ n }) => n)],
    ['nMatched', sum('update', ({ n, upsertedId }) => (upsertedId === undefined ? n : 0))],
    ['nModified', sum('update', ({ modified }) => modified)],
    ['nUpserted', sum('update', ({ upsertedId }) => (upsertedId === undefined ? 0 : 1))],
    ['nDeleted', sum('delete', ({ n }) => n)],
  ]);
}

function readNamespace(info: Doc): Namespace {
  const namespace = info.get('ns');
  if (typeof namespace !== 'string')
    throw new MongoError('MissingField', "BSON field 'bulkWrite.nsInfo.ns' is missing but a required field");
  const dot = namespace.indexOf('.');
  const found = { database: namespace.slice(0, Math.max(0, dot)), name: namespace.slice(dot + 1) };
  checkNamespace(found.database, found.name);
  return found;
}

interface Operation {
  readonly kind: Kind;
  readonly namespace: Namespace;
  readonly statement: Doc;
}

function parseOperation(statement: Doc, namespaces: readonly Namespace[]): Operation {
  const kind = statement.keys().next().value;
  if (kind !== 'insert' && kind !== 'update' && kind !== 'delete')
    throw new MongoError('BadValue', `unknown bulkWrite operation '${String(kind)}'`);
  for (const field of statement.keys())
    if (!FIELDS[kind].has(field))
      throw new MongoError('UnknownField', `BSON field 'bulkWrite.ops.${field}' is an unknown field.`);
  const namespace = namespaces[numberOf(statement.get(kind)) ?? -1];
  if (!namespace) throw new MongoError('BadValue', `BulkWrite ops entry ${kind} has an invalid nsInfo index.`);
  return { kind, namespace, statement };
}

function* runOperation(transaction: Transaction, call: Call, { kind, namespace, statement }: Operation): Work<Outcome> {
  const bypass = flag(call.command, 'bypassDocumentValidation');
  if (kind === 'insert') {
    const doc = optionalDoc(statement, 'document');
    if (!doc)
      throw new MongoError('MissingField', "BSON field 'bulkWrite.ops.document' is missing but a required field");
    insertPrepared(transaction, namespace.database, namespace.name, prepareDoc(withId(doc)), bypass);
    return { kind, n: 1, modified: 0, upsertedId: undefined };
  }
  if (kind === 'delete') {
    const one = !flag(statement, 'multi');
    const n = yield* runDelete(transaction, namespace, readSelection(call, statement, 'filter', one), one, call);
    return { kind, n, modified: 0, upsertedId: undefined };
  }
  const update = readUpdateStatement(call, statement, {
    filter: 'filter',
    update: 'updateMods',
    constants: 'constants',
  });
  const { matched, modified, upsertedId } = yield* runUpdate(transaction, namespace, update, call, bypass);
  return { kind, n: upsertedId === undefined ? matched : 1, modified, upsertedId };
}

function success(index: number, { kind, n, modified, upsertedId }: Outcome): Doc {
  return new Map<string, Value>([
    ['ok', 1],
    ['idx', Int32.of(index)],
    ['n', Int32.of(n)],
    ...(kind === 'update' ? [['nModified', Int32.of(modified)] as [string, Value]] : []),
    ...(upsertedId === undefined ? [] : [['upserted', new Map([['_id', upsertedId]])] as [string, Value]]),
  ]);
}

function failure(error: Doc): Doc {
  const { index, ...rest } = Object.fromEntries(error);
  return new Map<string, Value>([
    ['ok', 0],
    ['idx', index ?? Int32.of(0)],
    ['n', Int32.of(0)],
    ...Object.entries(rest),
  ]);
}

/** The results, as many as a reply can hold; the others wait in a cursor. */
function cursorOf(call: Call, results: readonly Doc[]): Doc {
  const wanted = optionalCount(optionalDoc(call.command, 'cursor') ?? new Map(), 'batchSize') ?? results.length;
  let bytes = 0;
  let fitting = 0;
  for (const result of results.slice(0, wanted)) {
    bytes += encodeDocument(result).length;
    if (bytes > BATCH_BYTES) break;
    fitting++;
  }
  const id = fitting < results.length ? startListCursor(call, CURSOR_NAMESPACE, results.slice(fitting)) : 0n;
  return new Map<string, Value>([
    ['id', id],
    ['firstBatch', results.slice(0, fitting)],
    ['ns', CURSOR_NAMESPACE],
  ]);
}

export const bulkWriteCommands: readonly Command[] = [
  {
    names: ['bulkWrite'],
    fields: ['ops', 'nsInfo', 'ordered', 'errorsOnly', 'bypassDocumentValidation', 'let', 'cursor'],
    adminOnly: true,
    run: bulkWrite,
  },
];
