import { fillTeam } from '../../test/support/sales-team.ts';
import { World } from '../../test/support/world.ts';
import type { OutboxRow } from '../chat/outbox-row.ts';
import { createOutboxStore } from '../chat/outbox-store.ts';
import { personKind } from '../crm/person/person.ts';
import { pushesKind } from '../rules/nudge.ts';
import { tellOffline } from './tell-offline.ts';

const gap = { from: new Date('2026-11-23T09:20:00+08:00'), until: new Date('2026-11-23T09:59:00+08:00') };
const chats = [
  { chat: 'linyue', group: false },
  { chat: 'stranger', group: false },
  { chat: 'wrG1', group: true },
];

let world: World;
afterEach(() => world.close());

async function open(start: string): Promise<OutboxRow[]> {
  world = await World.open(start, (records) => fillTeam(records, []));
  const { ledger, connection, seals, worker } = world.records;
  await ledger.record({ id: 'admin:link', kind: 'admin', by: 'system' }, async (draft) => {
    const lin = await draft.read(personKind, 'lin');
    if (lin === null) throw new Error('lin is in the team');
    draft.change(personKind, lin, { identities: [...lin.identities, { adapter: 'wecom-bot', user: 'linyue' }] });
  });
  for (let again = 0; again < 2; again++)
    await tellOffline({ ...world.records, allowPush: world.app.rules.allowPush }, 'wecom-bot', gap, chats);
  const due = new Date('2026-12-01T00:00:00Z');
  const outbox = createOutboxStore(connection, seals);
  return [...(await outbox.held(worker.id(), 10)), ...(await outbox.claimDue('test', ['wecom-bot'], due, 10))];
}

test('the gap is named once to those who wrote lately, in the group too; strangers are left alone', async () => {
  const rows = await open('2026-11-23T10:00:00+08:00');
  expect(rows.map(({ to }) => to.room).sort()).toEqual(['direct:lin', 'wrG1']);
  expect(rows.find(({ to }) => to.room === 'direct:lin')?.message.text).toBe(
    '刚才断线39分钟(9:20–9:59),这期间发的没收到,请再发一次。',
  );
  expect(rows.every(({ due }) => due <= world.clock.now())).toBe(true);
  expect(await world.kept(pushesKind)).toMatchObject([{ _id: 'lin', count: 1 }]);
});

test('who is at home hears of it the next working morning', async () => {
  const rows = await open('2026-11-23T23:30:00+08:00');
  expect(rows.map(({ due }) => due.toISOString())).toEqual(['2026-11-24T01:00:00.000Z', '2026-11-24T01:00:00.000Z']);
});
