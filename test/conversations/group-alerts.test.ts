import { roomKind } from '../../src/crm/room/room.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-22T10:00:00+08:00', (records) => fillTeam(records, [tengyun]));
});
afterEach(() => world.close());

const inGroup = async (text: string) =>
  (await world.person('chen').says(`@跟进 ${text}`, { room: 'sales' }))[0]?.message.text;
const alerts = async () => (await world.kept(roomKind)).map((room) => room.alerts);

test('a group whose members have no customer in common is told so when it subscribes', async () => {
  expect((await inGroup('每天早上把滞留商机发到这个群'))?.split('\n').at(-1)).toBe(
    '现在没有本群人人可看的客户,所以发不出什么',
  );
});

test.each(['关闭本群提醒', 'stop alerts here'])('%s ends all of them, undoably', async (words) => {
  await inGroup('每天早上把滞留商机发到这个群');
  await inGroup('签单了就发到这个群');
  expect(await inGroup(words)).toBe('✓ 不再发到本群 · 滞留商机、赢单');
  expect(await alerts()).toEqual([[]]);
  expect(await inGroup(words)).toBe('已经是这样了。');
  await inGroup('撤销');
  expect(await alerts()).toEqual([['stale-deals', 'wins']]);
});
