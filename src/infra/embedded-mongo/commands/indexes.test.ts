import type { Document } from 'mongodb';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ expirySeconds: 0.05 });
});

afterAll(() => server.stop());

function stageOf(plan: Document): string {
  return plan.inputStage?.stage ?? plan.stage;
}

async function winning(query: { explain(v: 'queryPlanner'): Promise<Document> }): Promise<Document> {
  return (await query.explain('queryPlanner')).queryPlanner.winningPlan;
}

test('the same index again is no news, almost the same is a conflict', async () => {
  const c = server.collection();
  const create = (index: Document) => server.db.command({ createIndexes: c.collectionName, indexes: [index] });
  expect(await create({ key: { a: 1 }, name: 'a_1' })).toMatchObject({ numIndexesBefore: 1, numIndexesAfter: 2 });
  expect(await create({ key: { a: 1 }, name: 'a_1' })).toMatchObject({
    numIndexesAfter: 2,
    note: 'all indexes already exist',
  });
  await expect(create({ key: { a: 1 }, name: 'other' })).rejects.toMatchObject({ code: 85 });
  await expect(create({ key: { b: 1 }, name: 'a_1' })).rejects.toMatchObject({ code: 86 });
  await expect(create({ key: { a: 1 }, name: 'a_1', unique: true })).rejects.toMatchObject({ code: 86 });
});

test('an index is built over what is there, and not left behind when it cannot be unique', async () => {
  const c = server.collection();
  await c.insertMany(Array.from({ length: 1000 }, (_, n) => ({ n, half: n >> 1 })));
  await c.createIndex({ n: -1 });
  expect(
    await c
      .find({ n: { $lt: 5 } })
      .hint('n_-1')
      .map(({ n }) => n)
      .toArray(),
  ).toEqual([4, 3, 2, 1, 0]);
  await expect(c.createIndex({ half: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
  expect((await c.indexes()).map(({ name }) => name)).toEqual(['_id_', 'n_-1']);
});

test('explain tells whether an index serves, also for the sort', async () => {
  const c = server.collection();
  await c.createIndex({ state: 1, due: -1 });
  await c.insertMany([
    { state: 'open', due: 1 },
    { state: 'open', due: 2 },
  ]);
  expect(stageOf(await winning(c.find({ state: 'open' }).sort({ due: 1 })))).toBe('IXSCAN');
  expect(await winning(c.find({ state: 'open' }).sort({ other: 1 }))).toMatchObject({ stage: 'SORT' });
  expect(stageOf(await winning(c.find({ due: 1 })))).toBe('COLLSCAN');
  expect(
    await c
      .find({ state: 'open' })
      .sort({ due: 1 })
      .map(({ due }) => due)
      .toArray(),
  ).toEqual([1, 2]);
});

test('a partial index serves only queries that imply its filter', async () => {
  const c = server.collection();
  await c.createIndex({ k: 1 }, { unique: true, partialFilterExpression: { live: true } });
  await c.insertMany([{ k: 1, live: true }, { k: 1, live: false }, { k: 1 }]);
  await expect(c.insertOne({ k: 1, live: true })).rejects.toMatchObject({ code: 11000 });
  expect(await c.countDocuments({ k: 1 })).toBe(3);
  expect(stageOf(await winning(c.find({ k: 1 })))).toBe('COLLSCAN');
  expect(stageOf(await winning(c.find({ k: 1, live: true })))).toBe('IXSCAN');
});

test('a sparse unique index lets any number of documents go without', async () => {
  const c = server.collection();
  await c.createIndex({ k: 1 }, { unique: true, sparse: true });
  await c.insertMany([{ a: 1 }, { a: 2 }, { k: 1 }]);
  expect(await c.countDocuments({ k: null })).toBe(2);
  expect(await c.find().sort({ k: 1 }).toArray()).toHaveLength(3);
});

test('documents expire when their time has come, not before', async () => {
  const c = server.collection();
  await c.createIndex({ at: 1 }, { expireAfterSeconds: 10 });
  await c.insertMany([
    { at: new Date('2030-01-01T00:00:00Z') },
    { at: new Date('2030-01-01T01:00:00Z') },
    { at: 'never' },
  ]);
  server.setTime(new Date('2030-01-01T00:00:11Z'));
  for (let i = 0; i < 40 && (await c.countDocuments()) > 2; i++) await new Promise((done) => setTimeout(done, 25));
  expect(await c.countDocuments()).toBe(2);
  expect(
    await server.db.command({ collMod: c.collectionName, index: { name: 'at_1', expireAfterSeconds: 99 } }),
  ).toMatchObject({
    expireAfterSeconds_old: 10,
    expireAfterSeconds_new: 99,
  });
});

test('collections: create, list, rename, validate, drop', async () => {
  const c = await server.db.createCollection('made', { validator: { n: { $type: 'int' } } });
  await expect(c.insertOne({ n: 'text' })).rejects.toMatchObject({ code: 121 });
  await c.insertOne({ n: 1 });
  await c.rename('renamed');
  expect((await server.db.listCollections({ name: 'renamed' }).toArray())[0]).toMatchObject({ type: 'collection' });
  expect(await server.db.command({ validate: 'renamed' })).toMatchObject({ valid: true, nrecords: 1 });
  expect(await server.db.command({ collStats: 'renamed' })).toMatchObject({ count: 1 });
  await server.db.collection('renamed').drop();
  expect(await server.db.listCollections({ name: 'renamed' }).toArray()).toEqual([]);
});
