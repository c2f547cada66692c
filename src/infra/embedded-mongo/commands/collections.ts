import type { Call, Reply } from '../call.ts';
import { MongoError } from '../mongo-error.ts';
import { compileQuery } from '../query/compile-query.ts';
import { type Collection, namespaceOf } from '../storage/collection.ts';
import type { Transaction } from '../storage/documents.ts';
import { valuesEqual } from '../values/compare.ts';
import { type Doc, Int32, isDoc, type Value } from '../values/value.ts';
import { checkNamespace, collectionName, docOr, flag, optionalDoc } from './arguments.ts';
import { checkValidation, collectionOptions } from './collection-options.ts';
import type { Command } from './command.ts';
import { openListCursor } from './cursor-commands.ts';
import { changeIndex } from './indexes.ts';

/** A collection springs into being with the first write to it, as in MongoDB. */
export function ensureCollection({ writer, catalog }: Transaction, database: string, name: string): Collection {
  return catalog.find(database, name) ?? catalog.create(writer, database, name, new Map());
}

async function create(call: Call): Promise<Reply> {
  const name = collectionName(call);
  const options = collectionOptions(call.command);
  const { catalog, commits } = call.engine;
  return commits.apply((writer) => {
    const found = catalog.find(call.database, name);
    if (found && !valuesEqual(found.options, options))
      throw new MongoError(
        'NamespaceExists',
        `namespace ${namespaceOf(found)} already exists, but with different options`,
      );
    if (!found) catalog.create(writer, call.database, name, options);
    return new Map();
  });
}

async function drop(call: Call): Promise<Reply> {
  const name = collectionName(call);
  const { catalog, commits } = call.engine;
  const reply: Doc = await commits.apply((writer) => {
    const collection = catalog.find(call.database, name);
    if (!collection) return new Map();
    catalog.drop(writer, collection);
    return new Map<string, Value>([
      ['nIndexesWas', Int32.of(collection.indexes.length)],
      ['ns', namespaceOf(collection)],
    ]);
  });
  call.engine.removeDropped();
  return reply;
}

async function renameCollection(call: Call): Promise<Reply> {
  const from = splitNamespace(call.command.get('renameCollection'));
  const to = splitNamespace(call.command.get('to'));
  if (from.database === to.database && from.name === to.name)
    throw new MongoError('IllegalOperation', "Can't rename a collection to itself");
  const { catalog, commits } = call.engine;
  await commits.apply((writer) => {
    const source = catalog.find(from.database, from.name);
    if (!source)
      throw new MongoError('NamespaceNotFound', `Source collection ${from.database}.${from.name} does not exist`);
    const target = catalog.find(to.database, to.name);
    if (target && !flag(call.command, 'dropTarget')) throw new MongoError('NamespaceExists', 'target namespace exists');
    if (target) catalog.drop(writer, target);
    catalog.rename(writer, source, to.database, to.name);
  });
  call.engine.removeDropped();
  return new Map();
}

function splitNamespace(value: Value | undefined): { database: string; name: string } {
  if (typeof value !== 'string') throw new MongoError('TypeMismatch', 'a namespace must be a string');
  const dot = value.indexOf('.');
  const database = value.slice(0, Math.max(dot, 0));
  const name = value.slice(dot + 1);
  checkNamespace(database, dot < 0 ? '' : name);
  return { database, name };
}

/** Changes the validator of a collection, or one index: its expiry, or whether queries see it. */
async function collMod(call: Call): Promise<Reply> {
  const name = collectionName(call);
  const { command } = call;
  const { catalog, commits } = call.engine;
  checkValidation(command);
  return commits.apply((writer) => {
    const collection = catalog.find(call.database, name);
    if (!collection) throw new MongoError('NamespaceNotFound', `ns does not exist: ${call.database}.${name}`);
    const options = new Map(collection.options);
    for (const field of ['validator', 'validationLevel', 'validationAction']) {
      const value = command.get(field);
      if (isDoc(value) && value.size === 0) options.delete(field);
      else if (value !== undefined) options.set(field, value);
    }
    collection.options = options;
    catalog.save(writer, collection);
    const change = optionalDoc(command, 'index');
    return change ? changeIndex({ writer, catalog }, collection, change) : new Map();
  });
}

function listCollections(call: Call): Reply | Promise<Reply> {
  const nameOnly = flag(call.command, 'nameOnly');
  const filter = compileQuery(docOr(call.command, 'filter'));
  const described = call.engine.catalog.list(call.database).map((collection) => describe(collection, nameOnly));
  return openListCursor(call, `${call.database}.$cmd.listCollections`, described.filter(filter.matches));
}

function describe(collection: Collection, nameOnly: boolean): Doc {
  const brief = new Map<string, Value>([
    ['name', collection.name],
    ['type', 'collection'],
  ]);
  if (nameOnly) return brief;
  return brief
    .set('options', collection.options)
    .set(
      'info',
      new Map<string, Value>([
        ['readOnly', false],
        ['uuid', collection.uuid],
      ]),
    )
    .set('idIndex', collection.indexes[0]?.spec ?? new Map());
}

async function dropDatabase(call: Call): Promise<Reply> {
  const { catalog, commits } = call.engine;
  const dropped = await commits.apply((writer) => {
    const collections = catalog.list(call.database);
    for (const collection of collections) catalog.drop(writer, collection);
    return collections.length > 0;
  });
  call.engine.removeDropped();
  return dropped ? new Map([['dropped', call.database]]) : new Map();
}

export const collectionCommands: readonly Command[] = [
  {
    names: ['create'],
    fields: [
      'validator',
      'validationLevel',
      'validationAction',
      'capped',
      'size',
      'max',
      'autoIndexId',
      'idIndex',
      'collation',
      'timeseries',
      'viewOn',
      'pipeline',
      'storageEngine',
      'indexOptionDefaults',
      'clusteredIndex',
      'changeStreamPreAndPostImages',
      'expireAfterSeconds',
      'encryptedFields',
      'flags',
    ],
    run: create,
  },
  { names: ['drop'], fields: [], run: drop },
  { names: ['dropDatabase'], fields: [], run: dropDatabase },
  { names: ['renameCollection'], fields: ['to', 'dropTarget'], adminOnly: true, run: renameCollection },
  { names: ['collMod'], fields: ['index', 'validator', 'validationLevel', 'validationAction'], run: collMod },
  {
    names: ['listCollections'],
    fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
    run: listCollections,
  },
];
