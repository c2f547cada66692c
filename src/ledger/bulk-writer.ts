import type { AnyBulkWriteOperation, AnyClientBulkWriteModel, Db } from 'mongodb';
import type { Write } from './ledger-store.ts';

/** MongoDB 8.0, the first server with one bulk write over several collections. */
const WIRE_VERSION_8_0 = 25;
const DUPLICATE_KEY = 11000;
const TRIES = 4;

type Row = { _id: string } & Record<string, unknown>;

const options = { ordered: true, ignoreUndefined: true, writeConcern: { w: 'majority', j: true } } as const;

/**
 * Writes to several collections in order, in one round trip where the server can, else in one for each run of writes to
 * the same collection. Returns how many writes found their document or made it.
 */
export function bulkWriter(db: Db): (writes: readonly Write[]) => Promise<number> {
  let acrossCollections: Promise<boolean> | undefined;
  const ask = async () => {
    const hello = await db.admin().command({ hello: 1 });
    return Number(hello.maxWireVersion) >= WIRE_VERSION_8_0;
  };
  const write = async (writes: readonly Write[]): Promise<number> => {
    acrossCollections ??= ask().catch((error: unknown) => {
      acrossCollections = undefined;
      throw error;
    });
    return (await acrossCollections) ? writeAtOnce(db, writes) : writeByCollection(db, writes);
  };
  return async (writes) => {
    if (writes.length === 0) return 0;
    for (let tries = 1; ; tries++) {
      try {
        return await write(writes);
      } catch (error) {
        // Two upserts of one document at the same moment: the second one finds it when asked again.
        if (tries >= TRIES || !isDuplicate(error)) throw error;
      }
    }
  };
}

async function writeAtOnce(db: Db, writes: readonly Write[]): Promise<number> {
  const models = writes.map(
    ({ collection, ...write }): AnyClientBulkWriteModel<Row> => ({
      name: 'updateOne',
      namespace: `${db.databaseName}.${collection}`,
      ...write,
    }),
  );
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
