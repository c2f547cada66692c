import { taskKind } from '../../src/crm/task/task.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

let world: World;
afterEach(() => world.close());

const touched = '2026-11-20T15:00:00+08:00';
const currencies = ['CNY', 'USD', 'EUR'];
const nine = Array.from({ length: 9 }, (_, at) => ({
  name: `客户${at}有限公司`,
  alias: `客户${at}`,
  owner: 'lin',
  deal: { units: 10_000, currency: currencies[at % 3] ?? 'CNY', stage: 'needs' as const, touchedAt: touched },
}));

const words = async (person: string, text: string) => (await world.person(person).says(text))[0]?.message.text ?? '';

test('under a reminder, its buttons can be typed: done, later, why', async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, [tengyun]));
  await words('lin', '跟腾云王总通了电话,明天下午3点去拜访');
  await world.until('2026-11-24T14:31:00+08:00');
  expect(await words('lin', '为什么')).toContain('规则');
  expect(await words('lin', '暂停')).toBe('上一条提醒里没有「暂停」。');
  expect(await words('lin', '完成')).toMatch(/^✓ 完成/);
  expect(await world.kept(taskKind)).toEqual([expect.objectContaining({ doneAt: expect.any(Date) })]);
  await words('lin', '撤销');
  expect(await world.kept(taskKind)).toEqual([expect.objectContaining({ doneAt: null })]);
});

test('with no reminder before them such words say so', async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, [tengyun]));
  expect(await words('emma', 'Tomorrow')).toBe('I have not nudged you lately.');
});

test('show all is of the last list: an answer, else a reminder', async () => {
  world = await World.open('2026-11-25T08:00:00+08:00', (records) => fillTeam(records, nine));
  await world.until('2026-11-25T09:05:00+08:00');
  expect((await words('lin', '全部')).split('\n').length).toBeGreaterThanOrEqual(9);
  expect((await words('lin', '为什么')).split('\n').at(-1)).toBe('另有7项,说「为什么」加客户名');
  await words('lin', '本季度漏斗');
  expect((await words('lin', '全部')).split('\n')).toHaveLength(9);
  expect(await words('lin', '口径')).toContain('转化');
  await words('lin', '哪些单子好久没跟了');
  expect((await words('lin', '全部')).split('\n')).toHaveLength(10);
});

test('three currencies keep the report within eight lines', async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, nine));
  const lines = (await words('chen', '本季度漏斗')).split('\n');
  expect(lines.length).toBeLessThanOrEqual(8);
  expect(lines.slice(-4, -1)).toEqual(['合计 3单 · 3万', '合计 3单 · €3万', '合计 3单 · US$3万']);
});

test('a correction after a numbered receipt is a message of its own: there is no row to edit', async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, nine.slice(0, 3)));
  const [numbered] = await world.person('lin').says('1客户0同意8万 2客户1打了电话');
  expect(numbered?.message.text.split('\n')).toHaveLength(2);
  const [amended] = await world.person('lin').says('他要合同模板');
  expect(amended?.message.text).toMatch(/^✓ 已改 · 客户1/u);
  expect(amended?.replaces).toBeUndefined();
});
