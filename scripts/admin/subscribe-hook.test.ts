import { roomKind } from '../../src/crm/room/room.ts';
import { fillTeam } from '../../test/support/sales-team.ts';
import { World } from '../../test/support/world.ts';
import { subscribeHook } from './subscribe-hook.ts';

let world: World;
beforeAll(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, []));
});
afterAll(() => world.close());

const hooks = [{ name: 'sales', url: 'https://x/?key=secret', mentions: [] }];
const subscribe = (asked: Partial<Parameters<typeof subscribeHook>[2]>) =>
  subscribeHook(world.records, hooks, { name: 'sales', members: ['lin', 'chen'], alerts: 'wins', ...asked }, 'zh');
const kept = async () => (await world.kept(roomKind)).find(({ room }) => room === 'hook:sales');

test('alerts go to the group of a hook, bounded by who the administrator says is in it, until they are ended', async () => {
  expect(await subscribe({ alerts: 'stale-deals, wins' })).toBe('群「sales」(2人)会收到:stale-deals, wins');
  expect(await kept()).toMatchObject({
    adapter: 'wecom-hook',
    members: ['chen', 'lin'],
    outsiders: false,
    alerts: ['stale-deals', 'wins'],
  });
  await subscribe({ members: ['lin'] });
  expect(await kept()).toMatchObject({ members: ['lin'], alerts: ['wins'] });
  expect(await subscribe({ members: [], alerts: 'none' })).toContain('不再');
  expect(await kept()).toMatchObject({ members: ['lin'], alerts: [] });
});

test.each([
  [{ name: 'other' }, /没有「other」/],
  [{ alerts: 'weather' }, /stale-deals/],
  [{ alerts: undefined }, /stale-deals/],
  [{ members: [] }, /--members/],
])('%j is refused in words', async (asked, words) => {
  await expect(subscribe(asked)).rejects.toThrow(words);
});
