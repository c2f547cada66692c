import { type Collection, type Db, type Document, MongoClientBulkWriteError, MongoServerError } from 'mongodb';
import { bulkWriter } from './bulk-writer.ts';
import type { ChangeSet } from './change-set.ts';
import { LEDGER, OUTBOX, SUBJECT_KEYS } from './collections.ts';
import { type LedgerStore, type StoredDocument, WriteRefused } from './ledger-store.ts';
import { readSet } from './schema.ts';

/** Acknowledged by a majority and on disk: what is committed survives any crash or change of primary. */
export const DURABLE = { w: 'majority', j: true } as const;

const DUPLICATE_KEY = 11000;
/** Labels under which a server says that it cannot tell, or that another try may succeed. */
const UNCERTAIN = ['RetryableWriteError', 'RetryableError', 'TransientTransactionError'];

/** The code under which the store certainly did not do what it was asked; undefined where it may have. */
function refusal(error: unknown): string | number | undefined {
  if (error instanceof MongoClientBulkWriteError)
    return error.writeErrors.get(0)?.code ?? (error.partialResult?.insertedCount ? undefined : refusal(error.cause));
  if (!(error instanceof MongoServerError) || error.name === 'MongoWriteConcernError') return undefined;
  return UNCERTAIN.some((label) => error.hasErrorLabel(label)) ? undefined : error.code;
}

export const ledgerIndexes = async (db: Db): Promise<void> => {
  await db.collection(LEDGER).createIndexes([
    { key: { guards: 1 }, unique: true, name: 'guards' },
    { key: { 'changes.id': 1 }, name: 'records' },
    { key: { follows: 1 }, name: 'follows', sparse: true },
    { key: { applied: 1 }, name: 'applied' },
  ]);
  await db.collection(SUBJECT_KEYS).createIndex({ erasedAt: 1 }, { name: 'erased', sparse: true });
};

/** The ledger's store over MongoDB's driver. Decisions read from the primary, whatever the connection string says. */
export function mongoLedgerStore(db: Db): LedgerStore {
  const options = { ignoreUndefined: true, readPreference: 'primary', writeConcern: DURABLE } as const;
  const collection = (name: string): Collection<{ _id: string } & Document> => db.collection(name, options);
  const ledger = db.collection<ChangeSet>(LEDGER, options);
  const bulk = bulkWriter(db);
  const find = async (filter: Document, limit = 0): Promise<ChangeSet[]> =>
    (await ledger.find(filter).limit(limit).toArray()).map(readSet);

  return {
    write: bulk.write,
    async insert(set, effects) {
      try {
        const landed = effects && (await bulk.insertThenWrite(LEDGER, { ...set }, effects));
        if (landed != null) return landed;
        await ledger.insertOne(set);
        return 'inserted';
      } catch (error) {
        const code = refusal(error);
        if (code === undefined) throw error;
        if (code === DUPLICATE_KEY) return 'clash';
        throw new WriteRefused(`the store refused a change set (code ${code})`, { cause: error });
      }
    },
    setsById: (ids) => find({ _id: { $in: ids } }),
    setsGuarding: (guards) => find({ guards: { $in: guards } }),
    setsTouching: (ids) => find({ 'changes.id': { $in: ids } }),
    setsFollowing: (ids) => find({ follows: { $in: ids } }),
    async *everySet() {
      for await (const set of ledger.find({})) yield readSet(set);
    },
    unapplied: (limit) => find({ applied: null }, limit),
    async read(name, ids) {
      return (await collection(name)
        .find({ _id: { $in: [...ids] } })
        .toArray()) as Document[] as StoredDocument[];
    },
    async sent(rows) {
      const filter = { _id: { $in: [...rows] }, $or: [{ state: 'done' }, { state: 'open', owner: { $ne: null } }] };
      const found = await collection(OUTBOX)
        .find(filter, { projection: { _id: 1 } })
        .toArray();
      return new Set(found.map((row) => row._id));
    },
    async markApplied(ids, at) {
      // Not majority: a lost mark means one more harmless apply.
      await ledger.updateMany({ _id: { $in: [...ids] } }, { $set: { applied: at } }, { writeConcern: { w: 1 } });
    },
  };
}
