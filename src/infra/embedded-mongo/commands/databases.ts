import type { Call, Reply } from '../call.ts';
import { MongoError } from '../mongo-error.ts';
import { PAUSE, type Work } from '../pause.ts';
import { compileQuery } from '../query/compile-query.ts';
import { type Collection, namespaceOf } from '../storage/collection.ts';
import { describeFault, type Fault, inspectCollection } from '../storage/inspect.ts';
import { type Doc, Int32, type Value } from '../values/value.ts';
import { collectionName, docOr, flag } from './arguments.ts';
import { collectionStatistics, scaleOf } from './collection-statistics.ts';
import type { Command } from './command.ts';

const doc = (...fields: [string, Value][]): Doc => new Map(fields);
const size = (collections: readonly Collection[]): number =>
  collections.reduce((sum, collection) => sum + collection.size, 0);
const count = (collections: readonly Collection[]): number =>
  collections.reduce((sum, collection) => sum + collection.count, 0);

function listDatabases(call: Call): Reply {
  const { catalog, store } = call.engine;
  const nameOnly = flag(call.command, 'nameOnly');
  const filter = compileQuery(docOr(call.command, 'filter'));
  const names = [...new Set(catalog.list().map(({ database }) => database))];
  const databases = names
    .map((name) => {
      const collections = catalog.list(name);
      return doc(['name', name], ['sizeOnDisk', BigInt(size(collections))], ['empty', count(collections) === 0]);
    })
    .filter(filter.matches);
  if (nameOnly) return doc(['databases', databases.map((database) => doc(['name', database.get('name') ?? '']))]);
  return doc(['databases', databases], ['totalSize', BigInt(store.sizeOnDisk())]);
}

function dbStats(call: Call): Reply {
  const collections = call.engine.catalog.list(call.database);
  const scale = scaleOf(call.command);
  const objects = count(collections);
  return doc(
    ['db', call.database],
    ['collections', BigInt(collections.length)],
    ['views', 0n],
    ['objects', BigInt(objects)],
    ['avgObjSize', objects === 0 ? 0 : size(collections) / objects],
    ['dataSize', size(collections) / scale],
    ['storageSize', size(collections) / scale],
    ['indexes', BigInt(collections.reduce((sum, { indexes }) => sum + indexes.length, 0))],
    ['fsUsedSize', call.engine.store.sizeOnDisk() / scale],
    ['scaleFactor', BigInt(scale)],
  );
}

function collStats(call: Call): Reply {
  const collection = call.engine.catalog.find(call.database, collectionName(call));
  return collectionStatistics(call.database, collectionName(call), collection, scaleOf(call.command));
}

/** Reads every document and walks every index, slice by slice. */
function validate(call: Call): Reply | Promise<Reply> {
  const name = collectionName(call);
  const collection = call.engine.catalog.find(call.database, name);
  if (!collection)
    throw new MongoError('NamespaceNotFound', `Collection '${call.database}.${name}' does not exist to validate.`);
  const snapshot = call.engine.store.snapshot();
  const work = function* (): Work<Doc> {
    try {
      const inspection = inspectCollection(snapshot, collection);
      for (;;) {
        const step = inspection.next();
        if (step.done) return validation(collection, step.value);
        if (call.pauseDue()) yield PAUSE;
      }
    } finally {
      snapshot.release();
    }
  };
  return call.engine.slices.drive(work());
}

function validation(collection: Collection, faults: readonly Fault[]): Doc {
  return doc(
    ['ns', namespaceOf(collection)],
    ['nrecords', Int32.of(collection.count)],
    ['nIndexes', Int32.of(collection.indexes.length)],
    ['valid', faults.length === 0],
    ['errors', faults.map(describeFault)],
    ['warnings', []],
  );
}

export const databaseCommands: readonly Command[] = [
  {
    names: ['listDatabases'],
    fields: ['filter', 'nameOnly', 'authorizedDatabases'],
    adminOnly: true,
    run: listDatabases,
  },
  { names: ['dbStats', 'dbstats'], fields: ['scale', 'freeStorage'], run: dbStats },
  { names: ['collStats', 'collstats'], fields: ['scale'], run: collStats },
  { names: ['validate'], fields: ['full'], run: validate },
];
