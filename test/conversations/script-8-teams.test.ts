import { addPerson } from '../../src/crm/person/add-person.ts';
import { personKind } from '../../src/crm/person/person.ts';
import { fillTeam } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

const touchedAt = '2026-11-20T10:00:00+08:00';
const customer = (name: string, alias: string, owner: string, units: number) => ({
  name,
  alias,
  owner,
  deal: { units, stage: 'needs' as const, touchedAt },
});
const customers = [
  customer('腾云科技', '腾云', 'lin', 500_000),
  customer('海拓物流', '海拓', 'zhang', 300_000),
  customer('芯澜半导体', '芯澜', 'chen', 10_000),
  customer('Alderbank', 'Alder', 'emma', 70_000),
  customer('晨耀光电', '晨耀', 'wu', 90_000),
];

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', async (records) => {
    await fillTeam(records, customers);
    const team = await records.stores.team.settings();
    await addPerson(records.ledger, 'import:wu', 'wu', { name: '吴越', role: 'manager' }, team);
  });
  for (const text of ['建团队 一组 二组 North', '把林悦放进一组', '把张伟放进二组', 'put Emma in North'])
    await world.person('li').says(text);
  await world.person('li').says('让陈敏管一组和二组');
});
afterEach(() => world.close());

const said = async (person: string, text: string) => (await world.person(person).says(text))[0]?.message.text ?? '';
const total = async (person: string, text: string) => {
  const lines = (await said(person, text)).split('\n');
  return [lines[0], lines.at(-1)];
};

test('a manager sees the teams that they manage, exactly, and their own', async () => {
  expect(await total('chen', '本季度漏斗')).toEqual(['漏斗 · 本季度', '合计 3单 · 81万']);
  await said('li', '把Emma放进二组');
  expect(await total('chen', '本季度漏斗')).toEqual(['漏斗 · 本季度', '合计 4单 · 88万']);
  await said('li', '把张伟移出二组');
  // In no team he answers to the manager whom he was given.
  expect(await total('chen', '本季度漏斗')).toEqual(['漏斗 · 本季度', '合计 4单 · 88万']);
  await said('li', '让吴越管二组');
  expect(await total('chen', '本季度漏斗')).toEqual(['漏斗 · 本季度', '合计 3单 · 81万']);
  expect(await total('wu', '本季度漏斗')).toEqual(['漏斗 · 本季度', '合计 2单 · 16万']);
  expect(await total('lin', '本季度漏斗')).toEqual(['漏斗 · 本季度', '合计 1单 · 50万']);
  expect(await total('li', '本季度漏斗')).toEqual(['漏斗 · 本季度', '合计 5单 · 97万']);
});

test('the scope follows: 二组呢, 上个月呢, a colleague by a familiar name', async () => {
  await said('chen', '本季度漏斗');
  expect(await total('chen', '二组呢')).toEqual(['漏斗 · 本季度 · 二组', '合计 1单 · 30万']);
  expect(await said('chen', '上个月呢')).toBe('这段时间没有商机。');
  expect(await total('chen', '本月呢')).toEqual(['漏斗 · 本月 · 二组', '合计 1单 · 30万']);
  expect((await said('chen', '口径')).split('\n')[0]).toBe('范围:二组');
  expect(await total('chen', '小林呢')).toEqual(['漏斗 · 本月 · 林悦', '合计 1单 · 50万']);
  expect(await said('chen', '三组呢')).toBe('没有叫「三组」的团队。');
  expect(await said('chen', 'and North?')).toBe('North的不归你看。');
});

test('a team or a colleague in the question itself', async () => {
  expect(await total('chen', '一组的漏斗')).toEqual(['漏斗 · 本季度 · 一组', '合计 1单 · 50万']);
  expect(await total('chen', '小张的漏斗')).toEqual(['漏斗 · 本季度 · 张伟', '合计 1单 · 30万']);
  expect(await said('chen', '三组的漏斗')).toBe('没有叫「三组」的团队。');
  expect((await total('chen', '本季度的漏斗'))[0]).toBe('漏斗 · 本季度');
  expect(await said('lin', '二组的漏斗')).toBe('二组的不归你看。');
  await said('li', '让Emma管North');
  expect((await said('emma', "show North's pipeline")).split('\n')[0]).toBe('Pipeline · this quarter · North');
  expect(await said('emma', 'pipeline of 一组')).toBe('一组 is not yours to see.');
});

test('down by taps, from the company to a team to a person to a deal; each tap is judged anew', async () => {
  const chen = world.person('chen');
  const [company] = await chen.says('本季度漏斗');
  expect(company?.message.buttons?.map(({ label }) => label)).toEqual(['一组', '二组', '全部']);
  const li = world.person('li');
  const [all] = await li.says('本季度漏斗');
  expect(all?.message.buttons?.map(({ label }) => label)).toEqual(['按团队', '口径', '全部']);
  const [which] = await li.presses(all, '按团队');
  expect(which?.message.buttons?.map(({ label }) => label)).toEqual(['North', '一组', '二组']);
  await li.says('把吴越放进一组');
  const [team] = await chen.presses(company, '一组');
  expect(team?.message.text.split('\n')[0]).toBe('漏斗 · 本季度 · 一组');
  expect(team?.message.buttons?.map(({ label }) => label)).toEqual(['林悦', '吴越', '全部']);
  const [person] = await chen.presses(team, '林悦');
  expect(person?.message.text.split('\n').at(-1)).toBe('合计 1单 · 50万');
  const [deals] = await chen.presses(person, '全部');
  expect(deals?.message.text).toBe('腾云 · 需求分析 · 50万');
  // Who answers to the manager still stands between; then nobody does.
  await li.says('让吴越管二组');
  expect((await chen.presses(company, '二组'))[0]?.message.text).toContain('30万');
  const [again] = await chen.says('本季度漏斗');
  await li.says('让Emma管二组');
  const [gone] = await chen.presses(again, '二组');
  expect(gone?.message.text).toBe('二组的不归你看。');
});

test('the deals gone quiet follow the same way', async () => {
  world.clock.pass(20 * 86_400_000);
  expect((await said('chen', '哪些单子好久没跟了')).split('\n')[0]).toBe('3单好久没跟');
  expect((await said('chen', '二组呢')).split('\n')).toEqual(['二组 · 1单好久没跟', expect.stringMatching(/^海拓 · /)]);
  expect(await said('chen', 'and North?')).toBe('North的不归你看。');
  expect((await said('chen', '全部')).split('\n')[0]).toBe('二组 · 1单好久没跟');
});

test('before anybody is told: whoever is in a team answers to its manager alone', async () => {
  const chen = (await world.kept(personKind)).find(({ name }) => name === '陈敏');
  expect((await world.kept(personKind)).filter(({ manager }) => manager === chen?._id)).toHaveLength(3);
  expect(await said('chen', 'Emma的漏斗')).toBe('这段时间没有商机。');
});
