import { fillTeam } from '../../test/support/sales-team.ts';
import { World } from '../../test/support/world.ts';
import { createHandBack } from './hand-back-store.ts';
import type { OutboxRow } from './outbox-row.ts';
import { createOutboxStore } from './outbox-store.ts';

let world: World;
beforeAll(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, []));
});
afterAll(() => world.close());

test('a row that is given back is anybody’s, at once and with its attempts as they were; another’s stays', async () => {
  const { connection, db, seals } = world.records;
  const store = createOutboxStore(connection, seals);
  const row = (_id: string, owner: string) => ({
    _id,
    set: _id,
    to: { adapter: 'else', room: 'direct:lin' },
    lane: 'else/direct:lin',
    message: { text: 'x' },
    state: 'open' as const,
    owner,
    due: new Date('2026-11-23T09:59:00+08:00'),
    at: new Date('2026-11-23T09:59:00+08:00'),
    attempts: 3,
  });
  await db.collection<OutboxRow>('outbox').insertMany([row('mine/0', 'me'), row('theirs/0', 'them')]);
  const handBack = createHandBack(connection, { id: () => 'me' });
  for (const id of ['mine/0', 'theirs/0', 'nobody/0']) await handBack(id);
  // The deliverer that gave it back counts no attempt: it holds the row no longer.
  expect(await store.failed('mine/0', 'me')).toBeNull();
  const claimed = await store.claimDue('next', ['else'], new Date(0), 10);
  expect(claimed).toMatchObject([{ _id: 'mine/0', owner: 'next', attempts: 3 }]);
});
