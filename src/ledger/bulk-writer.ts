import { type AnyBulkWriteOperation, type AnyClientBulkWriteModel, type Db, MongoClientBulkWriteError } from 'mongodb';
import type { Landed, Write } from './ledger-store.ts';

/** MongoDB 8.0, the first server with one bulk write over several collections. */
const WIRE_VERSION_8_0 = 25;
const DUPLICATE_KEY = 11000;
const TRIES = 4;

type Row = { _id: string } & Record<string, unknown>;

const options = { ordered: true, ignoreUndefined: true, writeConcern: { w: 'majority', j: true } } as const;

export interface BulkWriter {
  /** Writes in order. Returns how many found their document or made it. */
  write(writes: readonly Write[]): Promise<number>;
  /** Inserts a document and, only if that succeeds, writes the others; null where the server cannot in one round trip. */
  insertThenWrite(collection: string, row: Row, writes: () => Promise<readonly Write[]>): Promise<Landed | null>;
}

/** Writes to several collections, in one round trip where the server can, else in one for each run to the same collection. */
export function bulkWriter(db: Db): BulkWriter {
  let acrossCollections: Promise<boolean> | undefined;
  const ask = async () => {
    const hello = await db.admin().command({ hello: 1 });
    return Number(hello.maxWireVersion) >= WIRE_VERSION_8_0;
  };
  const canCross = () => {
    acrossCollections ??= ask().catch((error: unknown) => {
      acrossCollections = undefined;
      throw error;
    });
    return acrossCollections;
  };
  return {
    async write(writes) {
      if (writes.length === 0) return 0;
      for (let tries = 1; ; tries++) {
        try {
          return (await canCross()) ? await writeAtOnce(db, updates(db, writes)) : await writeByCollection(db, writes);
        } catch (error) {
          // Two upserts of one document at the same moment: the second one finds it when asked again.
          if (tries >= TRIES || !isDuplicate(error)) throw error;
        }
      }
    },
    async insertThenWrite(collection, document, writes) {
      if (!(await canCross())) return null;
      const namespace = `${db.databaseName}.${collection}`;
      try {
        return await writeAtOnce(db, [{ name: 'insertOne', namespace, document }, ...updates(db, await writes())]);
      } catch (error) {
        const at = error instanceof MongoClientBulkWriteError ? [...error.writeErrors.keys()][0] : undefined;
        if (at === undefined) throw error;
        // In order, so that what failed is the first that was not done.
        if (at > 0) return 'inserted';
        if (isDuplicate(error)) return 'clash';
        throw error;
      }
    },
  };
}

const updates = (db: Db, writes: readonly Write[]) =>
  writes.map(
    ({ collection, ...write }): AnyClientBulkWriteModel<Row> => ({
      name: 'updateOne',
      namespace: `${db.databaseName}.${collection}`,
      ...write,
    }),
  );

async function writeAtOnce(db: Db, models: readonly AnyClientBulkWriteModel<Row>[]): Promise<number> {
  const result = await db.client.bulkWrite<Record<string, Row>>(models, options);
  return result.matchedCount + result.upsertedCount;
}

async function writeByCollection(db: Db, writes: readonly Write[]): Promise<number> {
  let met = 0;
  for (let from = 0, to = 0; from < writes.length; from = to) {
    const name = writes[from]?.collection ?? '';
    while (writes[to]?.collection === name) to++;
    const run = writes
      .slice(from, to)
      .map(({ collection: _, ...write }): AnyBulkWriteOperation<Row> => ({ updateOne: write }));
    const result = await db.collection<Row>(name).bulkWrite(run, options);
    met += result.matchedCount + result.upsertedCount;
  }
  return met;
}

function isDuplicate(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('code' in error && error.code === DUPLICATE_KEY) return true;
  if (!('writeErrors' in error) || !(error.writeErrors instanceof Map)) return false;
  return [...error.writeErrors.values()].some((one: { code?: number }) => one.code === DUPLICATE_KEY);
}
