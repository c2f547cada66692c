import type { Call, Reply } from '../call.ts';
import { MongoError } from '../mongo-error.ts';
import type { Work } from '../pause.ts';
import { compileProjection } from '../projection/compile-projection.ts';
import { removeDocument, type Transaction } from '../storage/documents.ts';
import type { CompiledUpdate } from '../update/compile-update.ts';
import { type Doc, Int32, type Value } from '../values/value.ts';
import { collectionName, docOr, flag } from './arguments.ts';
import type { Command } from './command.ts';
import { queryOptions } from './query-arguments.ts';
import { readSelection, readUpdate, type Selection, selectOne, updateStored, upsert } from './update-statement.ts';

interface Modification {
  readonly selection: Selection;
  /** Absent: remove. */
  readonly update: CompiledUpdate | undefined;
  readonly upsert: boolean;
  readonly returnNew: boolean;
  readonly project: (doc: Doc) => Value;
}

async function findAndModify(call: Call): Promise<Reply> {
  const namespace = { database: call.database, name: collectionName(call) };
  const modification = readModification(call);
  const bypass = flag(call.command, 'bypassDocumentValidation');
  const { catalog, commits } = call.engine;
  return commits.submit((writer) => modify({ writer, catalog }, namespace, modification, call, bypass));
}

function readModification(call: Call): Modification {
  const { command } = call;
  const given = command.get('update');
  const remove = flag(command, 'remove');
  const wantsUpsert = flag(command, 'upsert');
  const returnNew = flag(command, 'new');
  if (remove === (given !== undefined))
    throw new MongoError(
      'FailedToParse',
      remove ? 'Cannot specify both an update and remove=true' : 'Either an update or remove=true must be specified',
    );
  if (remove && wantsUpsert) throw new MongoError('FailedToParse', 'Cannot specify both upsert=true and remove=true');
  if (remove && returnNew)
    throw new MongoError(
      'FailedToParse',
      "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document",
    );
  const update = given === undefined ? undefined : readUpdate(call, command, given);
  return {
    selection: readSelection(call, command, 'query', true),
    update,
    upsert: wantsUpsert,
    returnNew,
    project: projector(call),
  };
}

function projector(call: Call): (doc: Doc) => Value {
  const spec = docOr(call.command, 'fields');
  if (spec.size === 0) return (doc) => doc;
  const projection = compileProjection(spec, { ...queryOptions(call), forFind: true });
  return (doc) => projection.apply(doc);
}

function* modify(
  transaction: Transaction,
  namespace: { database: string; name: string },
  { selection, update, upsert: wantsUpsert, returnNew, project }: Modification,
  call: Call,
  bypass: boolean,
): Work<Doc> {
  const collection = transaction.catalog.find(namespace.database, namespace.name);
  const stored = collection && (yield* selectOne(transaction, collection, selection, call));
  if (collection && stored && update) {
    const { after } = updateStored(transaction, collection, stored, selection, update, bypass);
    return reply(
      [
        ['n', Int32.of(1)],
        ['updatedExisting', true],
      ],
      project(returnNew ? after : stored.doc),
    );
  }
  if (collection && stored) {
    removeDocument(transaction, collection, stored);
    return reply([['n', Int32.of(1)]], project(stored.doc));
  }
  if (!update) return reply([['n', Int32.of(0)]], null);
  if (!wantsUpsert)
    return reply(
      [
        ['n', Int32.of(0)],
        ['updatedExisting', false],
      ],
      null,
    );
  const { doc } = upsert(transaction, namespace, selection, update, bypass);
  return reply(
    [
      ['n', Int32.of(1)],
      ['updatedExisting', false],
      ['upserted', doc.get('_id') ?? null],
    ],
    returnNew ? project(doc) : null,
  );
}

const reply = (lastError: [string, Value][], value: Value): Doc =>
  new Map<string, Value>([
    ['lastErrorObject', new Map(lastError)],
    ['value', value],
  ]);

export const findAndModifyCommands: readonly Command[] = [
  {
    names: ['findAndModify', 'findandmodify'],
    fields: [
      'query',
      'sort',
      'remove',
      'update',
      'new',
      'fields',
      'upsert',
      'bypassDocumentValidation',
      'collation',
      'arrayFilters',
      'hint',
      'let',
    ],
    run: findAndModify,
  },
];
