import type { Call, Reply } from '../call.ts';
import { MongoError } from '../mongo-error.ts';
import { PAUSE, type Work } from '../pause.ts';
import type { Transaction } from '../storage/documents.ts';
import type { CompiledUpdate } from '../update/compile-update.ts';
import { type Doc, Int32, type Value } from '../values/value.ts';
import { collectionName, flag } from './arguments.ts';
import type { Command } from './command.ts';
import { readStatements, runStatements, writeReply } from './statements.ts';
import {
  readSelection,
  readUpdate,
  type Selection,
  selectAll,
  selectOne,
  updateStored,
  upsert,
} from './update-statement.ts';

export interface Namespace {
  readonly database: string;
  readonly name: string;
}

export interface UpdateOutcome {
  readonly matched: number;
  readonly modified: number;
  readonly upsertedId: Value | undefined;
}

/** One statement of an update, checked and compiled. */
export interface UpdateStatement {
  readonly selection: Selection;
  readonly update: CompiledUpdate;
  readonly multi: boolean;
  readonly upsert: boolean;
}

const FIELDS = new Set(['q', 'u', 'c', 'upsert', 'multi', 'collation', 'arrayFilters', 'hint', 'sort']);

/** What the parts of a statement are called; `bulkWrite` has other names for them. */
const STATEMENT_NAMES = { filter: 'q', update: 'u', constants: 'c' };

export function readUpdateStatement(call: Call, statement: Doc, names = STATEMENT_NAMES): UpdateStatement {
  const multi = flag(statement, 'multi');
  const given = statement.get(names.update);
  if (given === undefined)
    throw new MongoError('MissingField', `BSON field 'update.updates.${names.update}' is missing but a required field`);
  const update = readUpdate(call, statement, given, statement.get(names.constants));
  if (multi && update.kind === 'replacement')
    throw new MongoError('FailedToParse', 'multi update is not supported for replacement-style update');
  if (multi && statement.has('sort')) throw new MongoError('FailedToParse', 'Cannot specify sort with multi=true');
  return {
    selection: readSelection(call, statement, names.filter, !multi),
    update,
    multi,
    upsert: flag(statement, 'upsert'),
  };
}

export function* runUpdate(
  transaction: Transaction,
  namespace: Namespace,
  statement: UpdateStatement,
  call: Call,
  bypass: boolean,
): Work<UpdateOutcome> {
  const { selection, update, multi } = statement;
  const collection = transaction.catalog.find(namespace.database, namespace.name);
  let matched = 0;
  let modified = 0;
  if (collection && multi) {
    for (const stored of selectAll(transaction, collection, selection, call)) {
      if (stored === PAUSE) {
        yield stored;
        continue;
      }
      matched++;
      if (updateStored(transaction, collection, stored, selection, update, bypass).modified) modified++;
    }
  } else if (collection) {
    const stored = yield* selectOne(transaction, collection, selection, call);
    if (stored) {
      matched = 1;
      if (updateStored(transaction, collection, stored, selection, update, bypass).modified) modified = 1;
    }
  }
  if (matched > 0 || !statement.upsert) return { matched, modified, upsertedId: undefined };
  const { doc } = upsert(transaction, namespace, selection, update, bypass);
  return { matched: 0, modified: 0, upsertedId: doc.get('_id') ?? null };
}

async function update(call: Call): Promise<Reply> {
  const namespace = { database: call.database, name: collectionName(call) };
  const bypass = flag(call.command, 'bypassDocumentValidation');
  const statements = readStatements(call, 'updates', FIELDS);
  const { done, errors } = await runStatements(call, statements, (transaction, statement) =>
    runUpdate(transaction, namespace, readUpdateStatement(call, statement), call, bypass),
  );
  const upserted = done.flatMap(({ index, outcome }): Value[] =>
    outcome.upsertedId === undefined
      ? []
      : [
          new Map<string, Value>([
            ['index', Int32.of(index)],
            ['_id', outcome.upsertedId],
          ]),
        ],
  );
  const sum = (count: (outcome: UpdateOutcome) => number): Value =>
    Int32.of(done.reduce((total, { outcome }) => total + count(outcome), 0));
  return writeReply(
    [
      ['n', sum(({ matched, upsertedId }) => matched + (upsertedId === undefined ? 0 : 1))],
      ['nModified', sum(({ modified }) => modified)],
      ...(upserted.length > 0 ? [['upserted', upserted] as const] : []),
    ],
    errors,
  );
}

export const updateCommands: readonly Command[] = [
  { names: ['update'], fields: ['updates', 'ordered', 'bypassDocumentValidation', 'let'], run: update },
];
