import { fillTeam } from '../../test/support/sales-team.ts';
import { World } from '../../test/support/world.ts';
import { createOutboxStore } from './outbox-store.ts';
import { createPlatformPostStore, postWrite } from './platform-post-store.ts';

let world: World;
beforeAll(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, []));
});
afterAll(() => world.close());

test('a thread is known to every process, the absence of one costs the store nothing', async () => {
  const { connection, db } = world.records;
  const at = new Date('2026-11-23T02:00:00Z');
  const [here, elsewhere] = [
    createPlatformPostStore(connection, 'slack'),
    createPlatformPostStore(connection, 'slack'),
  ];
  await here.setPlace('slack:a', { channel: 'C1', thread: '1.1' }, at);
  await here.setPlace('slack:b', { channel: 'D1' }, at);
  for (const posts of [here, elsewhere])
    expect(await posts.placeOf('slack:a')).toEqual({ channel: 'C1', thread: '1.1' });
  expect(await here.placeOf('slack:b')).toEqual({ channel: 'D1' });
  expect(await elsewhere.placeOf('slack:b')).toBeNull();
  expect(await db.collection('platform_places').countDocuments({})).toBe(1);
});

test('what was begun is found, and what was posted under its message and its thread', async () => {
  const posts = createPlatformPostStore(world.records.connection, 'slack');
  const at = new Date('2026-11-23T02:00:00Z');
  const place = { channel: 'C1', thread: '1.1' };
  expect(await posts.begin('row/0', place, at)).toBeNull();
  expect(await posts.begin('row/0', place, at)).toMatchObject({ messages: [] });
  expect(await posts.rowAt('C1', '2.2')).toBeNull();
  await posts.posted('row/0', { ...place, messages: ['2.2'], at });
  expect(await posts.rowAt('C1', '2.2')).toBe('row/0');
  expect(await posts.spokeIn('C1', '1.1')).toBe(true);
  expect(await posts.spokeIn('C2', '1.1')).toBe(false);
});

test('a row that is about to leave is noted once, and closed together with what shows it', async () => {
  const { connection, db, seals } = world.records;
  const outbox = createOutboxStore(connection, seals);
  const posts = createPlatformPostStore(connection, 'slack');
  const rows = db.collection<{ _id: string; begun?: Date; state: string }>('outbox');
  const open = { state: 'open', owner: 'me', message: { text: 'x' } };
  await rows.insertMany([
    { _id: 'r/01', ...open },
    { _id: 'r/02', ...open, owner: 'them' },
  ] as never);
  const [first, second] = [new Date(1_000), new Date(2_000)];
  expect(await outbox.begin(['r/01', 'r/02'], 'me', first)).toBe(false);
  expect(await outbox.begin(['r/01'], 'me', second)).toBe(true);
  expect(await rows.findOne({ _id: 'r/01' })).toMatchObject({ begun: first });
  expect(await rows.findOne({ _id: 'r/02' })).not.toHaveProperty('begun');
  const post = { channel: 'C7', messages: ['7.7'], at: second };
  await outbox.close(['r/01'], 'me', 'done', second, [postWrite('slack', 'r/01', post)]);
  expect(await posts.rowAt('C7', '7.7')).toBe('r/01');
  expect(await rows.findOne({ _id: 'r/01' })).toMatchObject({ state: 'done', owner: null, closedAt: second });
});
