import type { Document } from 'mongodb';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(() => server.stop());

const refusals: readonly (readonly [string, Document, number])[] = [
  ['an unknown command', { noSuchThing: 1 }, 59],
  ['a command that is known and not supported', { mapReduce: 'c' }, 115],
  ['a view', { create: 'v', viewOn: 'c', pipeline: [] }, 115],
  ['a capped collection', { create: 'v', capped: true, size: 100 }, 115],
  ['a transaction', { find: 'c', txnNumber: 1, startTransaction: true, autocommit: false }, 20],
  ['a change stream', { aggregate: 'c', pipeline: [{ $changeStream: {} }], cursor: {} }, 40573],
  ['an unknown stage', { aggregate: 'c', pipeline: [{ $noSuch: {} }], cursor: {} }, 40324],
  ['an unknown operator', { find: 'c', filter: { a: { $noSuch: 1 } } }, 2],
  ['$where', { find: 'c', filter: { $where: 'true' } }, 2],
  ['$text', { find: 'c', filter: { $text: { $search: 'a' } } }, 27],
  ['a text index', { createIndexes: 'c', indexes: [{ key: { a: 'text' }, name: 'a' }] }, 67],
  ['a geo index', { createIndexes: 'c', indexes: [{ key: { a: '2dsphere' }, name: 'a' }] }, 67],
  ['a hashed index', { createIndexes: 'c', indexes: [{ key: { a: 'hashed' }, name: 'a' }] }, 67],
  ['a bad namespace', { find: 'a$b' }, 73],
  ['a login', { saslStart: 1, mechanism: 'PLAIN', payload: '' }, 18],
  ['a field that means nothing', { find: 'c', filtre: {} }, 40415],
  ['an index that is not there as hint', { find: 'c', hint: 'no_1' }, 2],
  ['more than one server', { insert: 'c', documents: [{}], writeConcern: { w: 2 } }, 2],
  ['a snapshot read', { find: 'c', readConcern: { level: 'snapshot' } }, 123],
  ['a filter of the wrong type', { find: 'c', filter: 7 }, 14],
  ['a missing cursor option', { aggregate: 'c', pipeline: [] }, 9],
  ['a dropped index that never was', { dropIndexes: 'c', index: 'no' }, 27],
];

test.each(refusals)('%s is refused with MongoDB’s own code', async (_, command, code) => {
  await server.db.collection('c').insertOne({ here: true });
  await expect(server.db.command(command)).rejects.toMatchObject({ code });
});

test('an administrator’s command needs the admin database', async () => {
  await expect(server.db.command({ listDatabases: 1 })).rejects.toMatchObject({ code: 13 });
});

test('a document over 16 MB', async () => {
  const c = server.collection();
  await c.insertOne({ _id: 1, text: 'x'.repeat(16_000_000) } as never);
  await expect(c.updateOne({}, { $set: { more: 'y'.repeat(900_000) } })).rejects.toMatchObject({ code: 10334 });
});
