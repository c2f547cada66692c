import type { Call, Reply } from '../call.ts';
import type { Engine } from '../engine.ts';
import { MongoError } from '../mongo-error.ts';
import type { Work } from '../pause.ts';
import { type Collection, namespaceOf } from '../storage/collection.ts';
import type { Transaction } from '../storage/documents.ts';
import { buildIndex } from '../storage/index-build.ts';
import type { Index } from '../storage/index-definition.ts';
import { valuesEqual, valuesIdentical } from '../values/compare.ts';
import { type Doc, Int32, isDoc, type Maybe, type Value } from '../values/value.ts';
import { collectionName, requiredDocs } from './arguments.ts';
import type { Command } from './command.ts';
import { openListCursor } from './cursor-commands.ts';
import { indexSpecification, isIdKey } from './index-specification.ts';

const MAX_INDEXES = 64;

/** Index builds wait for each other, so that the same index asked for twice is built once. */
const builds = new WeakMap<Engine, Promise<unknown>>();

async function createIndexes(call: Call): Promise<Reply> {
  const name = collectionName(call);
  const specs = requiredDocs(call.command, call.name, 'indexes').map(indexSpecification);
  if (specs.length === 0) throw new MongoError('BadValue', 'Must specify at least one index to create');
  const { catalog, commits } = call.engine;
  const build = (builds.get(call.engine) ?? Promise.resolve()).then(() =>
    commits.submit((writer) => createAll({ writer, catalog }, call.database, name, specs)),
  );
  builds.set(
    call.engine,
    build.catch(() => undefined),
  );
  return build;
}

function* createAll(transaction: Transaction, database: string, name: string, specs: readonly Doc[]): Work<Doc> {
  const found = transaction.catalog.find(database, name);
  const collection = found ?? transaction.catalog.create(transaction.writer, database, name, new Map());
  const before = collection.indexes.length;
  for (const spec of specs) {
    if (alreadyThere(collection, spec)) continue;
    if (collection.indexes.length >= MAX_INDEXES)
      throw new MongoError('CannotCreateIndex', `add index fails, too many indexes for ${namespaceOf(collection)}`);
    yield* buildIndex(transaction, collection, spec);
  }
  const after = collection.indexes.length;
  return new Map<string, Value>([
    ['numIndexesBefore', Int32.of(before)],
    ['numIndexesAfter', Int32.of(after)],
    ['createdCollectionAutomatically', found === undefined],
    ...(before === after ? [['note', 'all indexes already exist'] as const] : []),
  ]);
}

/** Whether exactly this index exists; one that is almost the same is an error (85 or 86), by MongoDB's own rules. */
function alreadyThere(collection: Collection, spec: Doc): boolean {
  if (isIdKey(spec.get('key') as Doc)) return true;
  const sameName = collection.indexes.find(({ name }) => name === spec.get('name'));
  if (sameName) {
    if (!sameIdentity(sameName, spec))
      throw new MongoError(
        'IndexKeySpecsConflict',
        `An existing index has the same name as the requested index, but other keys or options: ${sameName.name}`,
      );
    if (!sameOptions(sameName, spec))
      throw new MongoError(
        'IndexOptionsConflict',
        `An equivalent index already exists with the same name but different options: ${sameName.name}`,
      );
    return true;
  }
  const sameKey = collection.indexes.find((index) => sameIdentity(index, spec));
  if (sameKey)
    throw new MongoError('IndexOptionsConflict', `Index already exists with a different name: ${sameKey.name}`);
  return false;
}

const same = (index: Index, spec: Doc, field: string): boolean => valuesEqual(index.spec.get(field), spec.get(field));
const sameIdentity = (index: Index, spec: Doc): boolean =>
  ['key', 'unique', 'sparse', 'partialFilterExpression'].every((field) => same(index, spec, field)) &&
  sameFieldOrder(index.spec.get('key'), spec.get('key'));
const sameOptions = (index: Index, spec: Doc): boolean =>
  ['expireAfterSeconds', 'hidden'].every((field) => same(index, spec, field));
const sameFieldOrder = (left: Maybe, right: Maybe): boolean =>
  isDoc(left) && isDoc(right) && [...left.keys()].join('\0') === [...right.keys()].join('\0');

function listIndexes(call: Call): Reply | Promise<Reply> {
  const collection = existing(call);
  return openListCursor(
    call,
    namespaceOf(collection),
    collection.indexes.filter(({ ready }) => ready).map(({ spec }) => spec),
  );
}

async function dropIndexes(call: Call): Promise<Reply> {
  existing(call);
  const wanted = call.command.get('index');
  const { catalog, commits } = call.engine;
  return commits.apply((writer) => {
    const collection = existing(call);
    const before = collection.indexes.length;
    for (const index of indexesToDrop(collection, wanted)) catalog.dropIndex(writer, collection, index);
    return new Map<string, Value>([['nIndexesWas', Int32.of(before)]]);
  });
}

function indexesToDrop(collection: Collection, wanted: Maybe): Index[] {
  const droppable = collection.indexes.filter(({ name }) => name !== '_id_');
  if (wanted === '*') return droppable;
  const wishes = Array.isArray(wanted) ? wanted : [wanted];
  return wishes.map((wish) => {
    if (wish === '_id_' || (isDoc(wish) && isIdKey(wish)))
      throw new MongoError('InvalidOptions', 'cannot drop _id index');
    const found = droppable.filter(({ name, spec }) =>
      isDoc(wish) ? valuesIdentical(spec.get('key'), wish) || sameKeys(spec.get('key'), wish) : name === wish,
    );
    const [index] = found;
    if (!index)
      throw new MongoError(
        'IndexNotFound',
        isDoc(wish) ? "can't find index with that key" : `index not found with name [${String(wish)}]`,
      );
    if (found.length > 1)
      throw new MongoError('AmbiguousIndexKeyPattern', `${found.length} indexes have that key, drop by name`);
    return index;
  });
}

const sameKeys = (left: Maybe, right: Doc): boolean => sameFieldOrder(left, right) && valuesEqual(left, right);

/** The part of collMod that concerns one index: when its documents expire, and whether queries see it. */
export function changeIndex({ writer, catalog }: Transaction, collection: Collection, change: Doc): Doc {
  const key = change.get('keyPattern');
  const name = change.get('name');
  const index = collection.indexes.find((other) =>
    isDoc(key) ? sameKeys(other.spec.get('key'), key) : other.name === name,
  );
  if (!index)
    throw new MongoError(
      'IndexNotFound',
      `cannot find index ${String(name ?? 'with that key')} for ns ${namespaceOf(collection)}`,
    );
  const spec = new Map(index.spec);
  const reply: Doc = new Map();
  for (const field of ['expireAfterSeconds', 'hidden']) {
    const value = change.get(field);
    if (value === undefined) continue;
    const before = spec.get(field);
    if (before !== undefined || field === 'hidden') reply.set(`${field}_old`, before ?? false);
    reply.set(`${field}_new`, value);
    spec.set(field, value);
  }
  if (reply.size === 0) throw new MongoError('InvalidOptions', 'no expireAfterSeconds or hidden field');
  if (spec.get('hidden') === false) spec.delete('hidden');
  catalog.changeIndex(writer, collection, index, indexSpecification(spec));
  return reply;
}

function existing(call: Call): Collection {
  const name = collectionName(call);
  const collection = call.engine.catalog.find(call.database, name);
  if (!collection) throw new MongoError('NamespaceNotFound', `ns does not exist: ${call.database}.${name}`);
  return collection;
}

export const indexCommands: readonly Command[] = [
  { names: ['createIndexes'], fields: ['indexes', 'commitQuorum', 'ignoreUnknownIndexOptions'], run: createIndexes },
  { names: ['listIndexes'], fields: ['cursor'], run: listIndexes },
  { names: ['dropIndexes', 'deleteIndexes'], fields: ['index'], run: dropIndexes },
];
