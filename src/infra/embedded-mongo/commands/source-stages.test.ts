import { SOURCE_STAGES } from '../testing/supported-operators.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(() => server.stop());

test('$collStats says how much a collection holds', async () => {
  const c = server.collection();
  await c.insertMany([{ a: 1 }, { a: 2 }]);
  const [statistics] = await c.aggregate([{ $collStats: { storageStats: { scale: 2 }, count: {} } }]).toArray();
  expect(statistics).toMatchObject({
    ns: c.namespace,
    count: 2,
    storageStats: { count: 2, size: 29, avgObjSize: 29, nindexes: 1, scaleFactor: 2 },
  });
  await expect(c.aggregate([{ $collStats: { latencyStats: {} } }]).toArray()).rejects.toMatchObject({ code: 115 });
});

test('$documents brings the documents it is given', async () => {
  const documents = server.db.aggregate([{ $documents: [{ a: 1 }, { a: { $add: [1, 1] } }] }, { $sort: { a: -1 } }]);
  expect(await documents.toArray()).toEqual([{ a: 2 }, { a: 1 }]);
});

test('$listLocalSessions knows the session that asks', async () => {
  expect(await server.db.aggregate([{ $listLocalSessions: {} }]).toArray()).toHaveLength(1);
});

test.each([...SOURCE_STAGES])('%s is refused behind another stage', async (name) => {
  const pipeline = [{ $match: {} }, { [name]: {} }];
  await expect(server.collection().aggregate(pipeline).toArray()).rejects.toMatchObject({ code: 115 });
});
