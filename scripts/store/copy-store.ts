import {
  type AnyBulkWriteOperation,
  type Collection,
  type Db,
  type Document,
  type IndexDescription,
  MongoBulkWriteError,
  type MongoClient,
} from 'mongodb';

const BATCH = 1_000;
/** The database of an address that names none. */
const DEFAULT_DATABASE = 'test';
const DUPLICATE = 11000;
/** BSON as it is, or a whole double would arrive as an int. */
const AS_IT_IS = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true } as const;

export interface CopyProgress {
  readonly namespace: string;
  readonly done: number;
  readonly total: number;
}

export interface Copied {
  collections: number;
  documents: number;
  indexes: number;
  /** Collections of the target with more documents than the source has. */
  readonly surplus: { readonly namespace: string; readonly more: number }[];
}

/**
 * Copies every collection with its options, documents and indexes. What an interrupted run has copied is put in place
 * again, so that running it once more finishes; what else the target holds is left alone and reported. The default
 * database becomes the one that the target's address names.
 */
export async function copyStore(
  source: MongoClient,
  target: MongoClient,
  report: (progress: CopyProgress) => void,
): Promise<Copied> {
  const copied: Copied = { collections: 0, documents: 0, indexes: 0, surplus: [] };
  const { databases } = await source.db().admin().listDatabases({ nameOnly: true });
  for (const { name } of databases) {
    const from = source.db(name);
    const into = name === DEFAULT_DATABASE ? target.db() : target.db(name);
    for (const { name: collection, options } of await listed(from)) {
      await ensureCollection(into, collection, options);
      const pair = { from: from.collection(collection), into: into.collection(collection) };
      const documents = await copyDocuments(pair, report);
      const surplus = (await pair.into.countDocuments()) - documents;
      if (surplus > 0) copied.surplus.push({ namespace: pair.into.namespace, more: surplus });
      copied.collections++;
      copied.documents += documents;
      copied.indexes += await copyIndexes(pair);
    }
  }
  return copied;
}

interface Listed {
  readonly name: string;
  readonly options: Document;
}

async function listed(db: Db): Promise<Listed[]> {
  const all = (await db.listCollections().toArray()) as { name: string; options?: Document }[];
  return all.map(({ name, options = {} }) => ({ name, options }));
}

async function ensureCollection(db: Db, name: string, options: Document): Promise<void> {
  if ((await db.listCollections({ name }).toArray()).length === 0) await db.createCollection(name, options);
}

interface Pair {
  readonly from: Collection;
  readonly into: Collection;
}

async function copyDocuments({ from, into }: Pair, report: (progress: CopyProgress) => void): Promise<number> {
  const total = await from.countDocuments();
  const { namespace } = into;
  let done = 0;
  report({ namespace, done, total });
  for await (const batch of batches(from)) {
    await put(into, batch);
    done += batch.length;
    report({ namespace, done, total });
  }
  return done;
}

async function* batches(from: Collection): AsyncGenerator<Document[]> {
  let batch: Document[] = [];
  for await (const document of from.find({}, AS_IT_IS).batchSize(BATCH)) {
    batch.push(document);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Inserts a batch; documents that are there from an earlier run are replaced by what they are now. */
async function put(into: Collection, batch: readonly Document[]): Promise<void> {
  const options = { ordered: false, forceServerObjectId: true, bypassDocumentValidation: true } as const;
  try {
    await into.insertMany(batch, options);
  } catch (error) {
    if (!(error instanceof MongoBulkWriteError)) throw error;
    const errors = [error.writeErrors].flat();
    if (errors.length === 0 || errors.some(({ code }) => code !== DUPLICATE)) throw error;
    const replacing = errors.map(({ index }): AnyBulkWriteOperation => {
      const { _id, ...replacement } = batch[index] ?? {};
      return { replaceOne: { filter: { _id }, replacement } };
    });
    await into.bulkWrite(replacing, { ordered: false, bypassDocumentValidation: true });
  }
}

/** Indexes come last: built in one go they cost less, and a unique one sees every document. */
async function copyIndexes({ from, into }: Pair): Promise<number> {
  const own = (await from.indexes()).filter(({ name }) => name !== '_id_');
  const specs = own.map(({ v: _, ...spec }) => spec as IndexDescription);
  if (specs.length > 0) await into.createIndexes(specs);
  return specs.length;
}
