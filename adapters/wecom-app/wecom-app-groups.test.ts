import { until } from '../../test/support/until.ts';
import { openWecomAppWorld, settingsFor, type WecomAppWorld } from '../../test/support/wecom-app-world.ts';
import { createGroup, type WecomAudience } from './wecom-app-groups.ts';

const CORP = 'ww1436e0e65a779aee';
let world: WecomAppWorld;
afterEach(() => world.stop());

const make = () => createGroup(settingsFor(world.wecom.apiUrl), '销售群', ['lin', 'emma']);

test('words are for all, what is private goes to the one person', async () => {
  world = await openWecomAppWorld(() => []);
  const to = { adapter: 'wecom-app', room: await make() };
  const buttons = [{ id: 'b', label: '恭喜' }];
  await world.adapter.deliver({ id: 'rule:a/0', to, private: false, message: { text: '腾云签了', buttons } }, 'zh');
  const alone = { ...to, onlyFor: 'lin' };
  await world.adapter.deliver({ id: 'rule:b/0', to: alone, private: true, message: { text: '旧值 80万' } }, 'zh');
  expect(world.wecom.shown.map((one) => [one.to, one.text])).toEqual([
    ['chat1', '腾云签了'],
    ['lin', '旧值 80万'],
  ]);
});

test('who is in the groups is told at the start; a group that is gone is no reason to stop', async () => {
  const told: WecomAudience[] = [];
  const rooms: string[] = ['wecom-group:gone'];
  world = await openWecomAppWorld(() => [], {
    groups: async () => rooms,
    audience: async (audience) => void told.push(audience),
  });
  rooms.push(await make());
  world.wecom.groups.get('chat1')?.userlist.push('Stranger');
  await world.restart();
  await until(() => told.length > 0);
  const users = ['lin', 'emma', 'stranger'].map((user) => `${CORP}:${user}`);
  expect(told).toEqual([{ room: rooms[1], name: '销售群', users }]);
});

test('a group needs two members whom the app reaches', async () => {
  world = await openWecomAppWorld(() => []);
  const settings = settingsFor(world.wecom.apiUrl);
  await expect(createGroup(settings, '一人', ['lin'])).rejects.toMatchObject({ name: 'WecomRefusal' });
  await expect(createGroup(settings, '外人', ['lin', 'nobody'])).rejects.toMatchObject({ code: '60111' });
});
