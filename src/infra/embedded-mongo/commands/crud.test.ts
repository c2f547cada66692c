import { Double, Int32, Long, type MongoBulkWriteError, type MongoServerError } from 'mongodb';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(() => server.stop());

const failure = (work: Promise<unknown>): Promise<MongoServerError> =>
  work.then(
    () => {
      throw new Error('expected a refusal');
    },
    (error: unknown) => error as MongoServerError,
  );

test('what is inserted comes back as it was, types and field order included', async () => {
  const c = server.collection();
  const given = {
    _id: 1,
    z: new Double(5),
    a: new Int32(5),
    l: Long.fromString('9007199254740993'),
    n: { b: null, a: [] },
  };
  await c.insertOne(given as never);
  const found = await c.findOne({}, { promoteValues: false, bsonRegExp: true });
  expect(Object.keys(found ?? {})).toEqual(['_id', 'z', 'a', 'l', 'n']);
  expect(found).toMatchObject({ z: new Double(5), a: new Int32(5), l: Long.fromString('9007199254740993') });
});

test('a document without _id gets one in front', async () => {
  const c = server.collection();
  await server.client.db('test').command({ insert: c.collectionName, documents: [{ a: 1 }, { b: 2, _id: 'x' }] });
  const all = await c.find().toArray();
  expect(all.map((doc) => Object.keys(doc)[0])).toEqual(['_id', '_id']);
});

test('a multikey unique index refuses an element that another document has, and names it', async () => {
  const c = server.collection();
  await c.createIndex({ guards: 1 }, { unique: true });
  await c.insertOne({ guards: ['a@1', 'b@1'] });
  const error = await failure(c.insertOne({ guards: ['c@1', 'b@1'] }));
  expect(error).toMatchObject({ code: 11000, keyPattern: { guards: 1 }, keyValue: { guards: 'b@1' } });
  await c.insertOne({ guards: ['d@1', 'd@1'] });
  expect(await c.countDocuments()).toBe(2);
  expect(await c.findOne({ guards: 'c@1' })).toBeNull();
});

test('values that differ only behind the cut of their keys are different to a unique index', async () => {
  const c = server.collection();
  await c.createIndex({ text: 1 }, { unique: true });
  const long = 'x'.repeat(400);
  await c.insertOne({ text: `${long}a` });
  await c.insertOne({ text: `${long}b` });
  expect((await failure(c.insertOne({ text: `${long}a` }))).code).toBe(11000);
  expect(await c.countDocuments({ text: { $gt: `${long}a` } })).toBe(1);
  const sorted = await c.find().sort({ text: -1 }).toArray();
  expect(sorted.map(({ text }) => text.at(-1))).toEqual(['b', 'a']);
});

test('an ordered bulk stops at the first error, an unordered one goes on', async () => {
  const c = server.collection();
  const documents = [{ _id: 1 }, { _id: 1 }, { _id: 2 }] as never[];
  const ordered = (await failure(c.insertMany(documents))) as unknown as MongoBulkWriteError;
  expect([ordered.result.insertedCount, await c.countDocuments()]).toEqual([1, 1]);
  await c.deleteMany({});
  await failure(c.insertMany(documents, { ordered: false }));
  expect(await c.countDocuments()).toBe(2);
});

test('update: counts, operators, upsert, and nothing modified when nothing changes', async () => {
  const c = server.collection();
  await c.insertMany([
    { k: 1, n: 0 },
    { k: 2, n: 0 },
  ]);
  expect(await c.updateMany({}, { $inc: { n: 1 } })).toMatchObject({ matchedCount: 2, modifiedCount: 2 });
  expect(await c.updateOne({ k: 1 }, { $set: { n: 1 } })).toMatchObject({ matchedCount: 1, modifiedCount: 0 });
  const upserted = await c.updateOne({ k: 3 }, { $setOnInsert: { made: true }, $set: { n: 7 } }, { upsert: true });
  expect(upserted).toMatchObject({ matchedCount: 0, upsertedCount: 1 });
  expect(await c.findOne({ _id: upserted.upsertedId ?? undefined })).toMatchObject({ k: 3, n: 7, made: true });
});

test('an update that moves documents along the index it walks meets each of them once', async () => {
  const c = server.collection();
  await c.createIndex({ n: 1 });
  await c.insertMany(Array.from({ length: 500 }, (_, n) => ({ n })));
  expect(await c.updateMany({ n: { $gte: 0 } }, { $inc: { n: 1000 } })).toMatchObject({ modifiedCount: 500 });
  expect(await c.countDocuments({ n: { $gte: 1000, $lt: 1500 } })).toBe(500);
});

test('findOneAndUpdate takes the first by its sort; concurrent claims take different ones', async () => {
  const c = server.collection();
  await c.createIndex({ state: 1, due: 1 });
  await c.insertMany(Array.from({ length: 20 }, (_, i) => ({ state: 'open', due: 20 - i })));
  const claims = await Promise.all(
    Array.from({ length: 20 }, () =>
      c.findOneAndUpdate(
        { state: 'open' },
        { $set: { state: 'taken' } },
        { sort: { due: 1 }, returnDocument: 'after' },
      ),
    ),
  );
  expect(new Set(claims.map((claim) => claim?.due)).size).toBe(20);
  expect(claims[0]).toMatchObject({ due: 1, state: 'taken' });
  expect(await c.findOneAndUpdate({ state: 'open' }, { $set: { state: 'taken' } })).toBeNull();
  expect(await c.findOneAndDelete({ due: 20 })).toMatchObject({ due: 20 });
  expect(
    await c.findOneAndUpdate({ k: 1 }, { $set: { v: 1 } }, { upsert: true, returnDocument: 'after' }),
  ).toMatchObject({ k: 1, v: 1 });
});

test('a cursor stands on its snapshot over many batches and dies when killed', async () => {
  const c = server.collection();
  await c.insertMany(Array.from({ length: 300 }, (_, n) => ({ n })));
  const cursor = c.find().batchSize(50);
  expect((await cursor.next())?.n).toBe(0);
  await c.updateMany({}, { $inc: { n: 1000 } });
  await c.deleteMany({ n: { $gt: 1200 } });
  const rest = await cursor.toArray();
  expect([rest.length, rest.at(-1)?.n]).toEqual([299, 299]);
  const killed = await server.db.command({ find: c.collectionName, batchSize: 2 });
  await server.db.command({ killCursors: c.collectionName, cursors: [killed.cursor.id] });
  const error = await failure(server.db.command({ getMore: killed.cursor.id, collection: c.collectionName }));
  expect(error.code).toBe(43);
});

test('a limit ends its cursor with the last document', async () => {
  const c = server.collection();
  await c.insertMany([{ n: 1 }, { n: 2 }, { n: 3 }]);
  const reply = await server.db.command({ find: c.collectionName, limit: 2, sort: { n: -1 } });
  expect([reply.cursor.id, reply.cursor.firstBatch.map(({ n }: { n: number }) => n)]).toEqual([0, [3, 2]]);
});

test('aggregate, distinct and counts', async () => {
  const c = server.collection();
  await c.createIndex({ team: 1 });
  await c.insertMany([
    { team: 'a', n: 1, tags: ['x', 'y'] },
    { team: 'a', n: 2 },
    { team: 'b', n: 3, tags: ['y'] },
  ]);
  const groups = await c
    .aggregate([
      { $match: { team: { $in: ['a', 'b'] } } },
      { $group: { _id: '$team', n: { $sum: '$n' } } },
      { $sort: { _id: 1 } },
    ])
    .toArray();
  expect(groups).toEqual([
    { _id: 'a', n: 3 },
    { _id: 'b', n: 3 },
  ]);
  expect((await c.distinct('tags')).sort()).toEqual(['x', 'y']);
  expect([await c.countDocuments({ team: 'a' }), await c.countDocuments({}), await c.estimatedDocumentCount()]).toEqual(
    [2, 3, 3],
  );
});

test('$out replaces a collection and keeps its indexes; $merge goes by its unique index', async () => {
  const from = server.collection();
  const into = server.collection();
  await into.createIndex({ n: 1 });
  await into.insertOne({ old: true });
  await from.insertMany([
    { _id: 1, n: 1 },
    { _id: 2, n: 2 },
  ] as never[]);
  await from.aggregate([{ $out: into.collectionName }]).toArray();
  expect(await into.find().toArray()).toEqual([
    { _id: 1, n: 1 },
    { _id: 2, n: 2 },
  ]);
  expect((await into.indexes()).map(({ name }) => name)).toEqual(['_id_', 'n_1']);
  await from.updateOne({ n: 2 }, { $set: { n: 5 } });
  await from
    .aggregate([{ $merge: { into: into.collectionName, whenMatched: 'replace', whenNotMatched: 'discard' } }])
    .toArray();
  expect(await into.findOne({ n: 5 })).toEqual({ _id: 2, n: 5 });
});

test('the bulkWrite command of 8.0 writes to several collections', async () => {
  const [a, b] = [server.collection(), server.collection()];
  const result = await server.client.bulkWrite([
    { name: 'insertOne', namespace: a.namespace, document: {} },
    { name: 'updateOne', namespace: b.namespace, filter: { k: 1 }, update: { $set: { v: 2 } }, upsert: true },
    { name: 'deleteMany', namespace: a.namespace, filter: { _id: { $exists: false } } },
  ]);
  expect(result).toMatchObject({ insertedCount: 1, upsertedCount: 1, deletedCount: 0 });
  expect(await b.findOne({}, { projection: { _id: 0 } })).toEqual({ k: 1, v: 2 });
});

test('maxTimeMS ends a long query, and others are served meanwhile', async () => {
  const c = server.collection();
  await c.insertMany(Array.from({ length: 20_000 }, (_, n) => ({ n, t: `${n}`.repeat(10) })));
  const slow = failure(c.find({ $expr: { $eq: [{ $strLenCP: '$t' }, -1] } }, { maxTimeMS: 10 }).toArray());
  expect((await slow).code).toBe(50);
});
