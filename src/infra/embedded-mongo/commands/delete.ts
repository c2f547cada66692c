import type { Call, Reply } from '../call.ts';
import { MongoError } from '../mongo-error.ts';
import { PAUSE, type Work } from '../pause.ts';
import { removeDocument, type Transaction } from '../storage/documents.ts';
import { Int32 } from '../values/value.ts';
import { collectionName, numberOf } from './arguments.ts';
import type { Command } from './command.ts';
import { readStatements, runStatements, writeReply } from './statements.ts';
import type { Namespace } from './update.ts';
import { readSelection, type Selection, selectAll, selectOne } from './update-statement.ts';

const FIELDS = new Set(['q', 'limit', 'collation', 'hint']);

/** Removes what a filter selects, one document or all; returns how many. */
export function* runDelete(
  transaction: Transaction,
  namespace: Namespace,
  selection: Selection,
  one: boolean,
  call: Call,
): Work<number> {
  const collection = transaction.catalog.find(namespace.database, namespace.name);
  if (!collection) return 0;
  if (one) {
    const stored = yield* selectOne(transaction, collection, selection, call);
    if (stored) removeDocument(transaction, collection, stored);
    return stored ? 1 : 0;
  }
  let removed = 0;
  for (const stored of selectAll(transaction, collection, selection, call)) {
    if (stored === PAUSE) {
      yield stored;
      continue;
    }
    removeDocument(transaction, collection, stored);
    removed++;
  }
  return removed;
}

async function remove(call: Call): Promise<Reply> {
  const namespace = { database: call.database, name: collectionName(call) };
  const statements = readStatements(call, 'deletes', FIELDS);
  const { done, errors } = await runStatements(call, statements, (transaction, statement) => {
    const limit = numberOf(statement.get('limit'));
    if (limit !== 0 && limit !== 1)
      throw new MongoError('FailedToParse', `The limit field in delete objects must be 0 or 1. Got ${String(limit)}`);
    return runDelete(transaction, namespace, readSelection(call, statement, 'q', limit === 1), limit === 1, call);
  });
  const removed = done.reduce((total, { outcome }) => total + outcome, 0);
  return writeReply([['n', Int32.of(removed)]], errors);
}

export const deleteCommands: readonly Command[] = [
  { names: ['delete'], fields: ['deletes', 'ordered', 'let'], run: remove },
];
