import { type TestDatabase, testDatabase } from '../ledger/testing/test-database.ts';
import { createInboxBatches } from './inbox-batch-store.ts';
import type { InboxRow } from './inbox-row.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function setUp(name: string) {
  const inbox = database.db(name).collection<InboxRow>('inbox');
  await inbox.createIndex({ conversation: 1 }, { unique: true, partialFilterExpression: { state: 'open' } });
  const writes = createInboxBatches(inbox);
  const insert = (key: string, conversation: string, n = 0) =>
    writes.insert(
      { _id: key, order: { $lt: new Date(0) } },
      { $setOnInsert: { conversation, state: 'open', owner: 'me', attempts: 1, n }, $currentDate: { order: true } },
    );
  const states = async () => {
    const rows = await inbox.find({}, { sort: { _id: 1 } }).toArray();
    return rows.map(({ _id, state, owner }) => `${_id} ${state} ${owner}`);
  };
  return { inbox, writes, insert, states };
}

test('events of one moment are stored by one command, each told what became of it', async () => {
  const { inbox, insert } = await setUp('together');
  expect(await insert('a', 'A')).toBe('fresh');
  let became: unknown[] = [];
  const commands = await database.commandsOf(async () => {
    became = await Promise.all([insert('b', 'B'), insert('c', 'C'), insert('d', 'D')]);
  });
  expect(became).toEqual(['fresh', 'fresh', 'fresh']);
  expect(commands).toEqual(['update']);
  const known = [insert('b', 'elsewhere', 9), insert('e', 'E'), insert('f', 'A')];
  expect(await Promise.all(known)).toEqual(['known', 'fresh', 'behind']);
  expect(await inbox.findOne({ _id: 'b' })).toMatchObject({ conversation: 'B', n: 0, order: expect.any(Date) });
  expect(await inbox.countDocuments()).toBe(5);
});

test('what the store does not take fails every event of its moment, and the next moment is stored', async () => {
  const { inbox } = await setUp('failing');
  let down = true;
  const broken = {
    updateOne: inbox.updateOne.bind(inbox),
    updateMany: inbox.updateMany.bind(inbox),
    bulkWrite: (async (...args: Parameters<typeof inbox.bulkWrite>) => {
      if (down) throw new Error('the connection broke');
      return inbox.bulkWrite(...args);
    }) as typeof inbox.bulkWrite,
  };
  const writes = createInboxBatches(broken);
  const both = () =>
    Promise.allSettled(['a', 'b'].map((key) => writes.insert({ _id: key }, { $setOnInsert: { conversation: key } })));
  expect((await both()).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  down = false;
  expect(await both()).toEqual(['fresh', 'fresh'].map((value) => ({ status: 'fulfilled', value })));
});

test('rows that are done with in one moment are closed by one command for each end; those of another stay', async () => {
  const { writes, insert, states } = await setUp('closing');
  await Promise.all(['a', 'b', 'c', 'd'].map((key) => insert(key, key)));
  const commands = await database.commandsOf(() =>
    Promise.all([
      writes.close('a', 'me', 'done'),
      writes.close('b', 'me', 'dead'),
      writes.close('c', 'me', 'done'),
      writes.close('d', 'another', 'done'),
    ]),
  );
  expect(commands).toEqual(['update', 'update', 'update']);
  expect(await states()).toEqual(['a done null', 'b dead null', 'c done null', 'd open me']);
});
