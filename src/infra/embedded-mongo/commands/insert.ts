import type { Call, Reply } from '../call.ts';
import { finished } from '../pause.ts';
import { insertDocument, type Transaction } from '../storage/documents.ts';
import { Int32 } from '../values/value.ts';
import { collectionName, flag } from './arguments.ts';
import { validatorOf } from './collection-options.ts';
import { ensureCollection } from './collections.ts';
import type { Command } from './command.ts';
import { type Prepared, prepareInsert } from './prepared-document.ts';
import { checkBatch, runStatements, writeReply } from './statements.ts';

async function insert(call: Call): Promise<Reply> {
  const name = collectionName(call);
  checkBatch(call.documents.length);
  const bypass = flag(call.command, 'bypassDocumentValidation');
  const { done, errors } = await runStatements(call, call.documents, (transaction, bytes) => {
    insertPrepared(transaction, call.database, name, prepareInsert(bytes), bypass);
    return finished(undefined);
  });
  return writeReply([['n', Int32.of(done.length)]], errors);
}

/** Inserts one document; the collection springs into being with it. */
export function insertPrepared(
  transaction: Transaction,
  database: string,
  name: string,
  prepared: Prepared,
  bypass: boolean,
): void {
  const collection = ensureCollection(transaction, database, name);
  validatorOf(collection, bypass)(prepared.doc, undefined);
  insertDocument(transaction, collection, prepared.doc, prepared.bytes);
}

export const insertCommands: readonly Command[] = [
  { names: ['insert'], fields: ['documents', 'ordered', 'bypassDocumentValidation'], run: insert },
];
