import { fillTeam, tengyun } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

const touchedAt = '2026-10-20T10:00:00+08:00';
const customers = [
  { ...tengyun, deal: { units: 500_000, stage: 'needs' as const, touchedAt } },
  { name: '宁波海拓物流有限公司', alias: '海拓物流', owner: 'lin', contacts: [{ name: '罗海生', alias: '罗总' }] },
  { name: '芯澜半导体', alias: '芯澜', owner: 'zhang', contacts: [{ name: '孙立', alias: '孙工' }] },
  {
    name: 'Alderbank Holdings plc',
    alias: 'Alderbank',
    owner: 'emma',
    contacts: [{ name: 'Priya Nair', alias: 'Priya' }],
    deal: { units: 40_000, currency: 'USD', stage: 'proposal' as const, touchedAt },
  },
  { name: 'Tern Island Seafood', alias: 'Tern Island', owner: 'emma', contacts: [{ name: 'Bob Lund', alias: 'Bob' }] },
];

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, customers));
});
afterEach(() => world.close());

const answer = async (person: string, question: string) =>
  (await world.person(person).says(question)).map(({ message }) => message.text);

test('one field, one line', async () => {
  await world.person('lin').says('腾云王总电话13800138000,邮箱wang@tengyun.com,生日8月15');
  await world.person('lin').says('跟腾云王总打完电话 下周三下午3点再去');
  const asked = [
    '腾云电话',
    '腾云邮箱',
    '王总生日',
    '腾云负责人',
    '腾云金额',
    '腾云阶段',
    '腾云下一步是什么',
    '腾云的下一步',
  ];
  const answers: string[][] = [];
  for (const question of asked) answers.push(await answer('lin', question));
  expect(answers).toEqual([
    ['腾云 · 电话 · 王建国 +8613800138000'],
    ['腾云 · 邮箱 · 王建国 wang@tengyun.com'],
    ['腾云 · 生日 · 王建国 8月15日(公历)'],
    ['腾云 · 负责人 · 林悦'],
    ['腾云 · 金额 · 50万'],
    ['腾云 · 阶段 · 需求分析'],
    ['腾云 · 下一步 · 12/2 周三 15:00 再去'],
    ['腾云 · 下一步 · 12/2 周三 15:00 再去'],
  ]);
  expect((await answer('lin', '腾云怎么样了'))[0]?.split('\n').length).toBeGreaterThan(3);
});

test('who is who, asked in other words', async () => {
  expect(await answer('lin', '谁负责腾云')).toEqual(['腾云 · 负责人 · 林悦']);
  expect(await answer('lin', '海拓物流的联系人是谁')).toEqual(['海拓物流 · 联系人 · 罗海生']);
  expect(await answer('emma', "who's the contact at Alderbank")).toEqual(['Alderbank · contact · Priya Nair']);
});

test('what was won, and one’s own lists, asked as a question', async () => {
  expect((await answer('lin', '我这个月签了多少')).join()).toMatch(/^漏斗 · 本月/);
  expect((await answer('emma', 'how much did I close this month')).join()).toMatch(/^Pipeline · this month/);
  expect((await answer('lin', '我有几个商机')).join()).toMatch(/^我的商机 · 1单/);
  expect((await answer('emma', 'which customers do I have')).join()).toMatch(/^My customers · 2/);
});

test('of several values none is cut: where one line has not room, each has its own', async () => {
  const lin = world.person('lin');
  await lin.says('腾云王总电话13800138000');
  await lin.says('腾云新来的联系人周敏敏,电话13800138002');
  const [head, ...rows] = (await answer('lin', '腾云电话')).join().split('\n');
  expect([head, ...rows.sort()]).toEqual(['腾云 · 电话', '周敏敏 +8613800138002', '王建国 +8613800138000']);
});

test('the same of another customer, for ten minutes', async () => {
  await world.person('lin').says('罗海生电话13900139000');
  await answer('lin', '腾云电话');
  expect(await answer('lin', '海拓物流呢')).toEqual(['海拓物流 · 电话 · 罗海生 +8613900139000']);
  world.clock.pass(11 * 60_000);
  expect((await answer('lin', '海拓物流呢'))[0]?.split('\n').length).toBeGreaterThan(2);
});

test('what is not on record, and what is not the asker’s to see', async () => {
  expect(await answer('lin', '腾云电话')).toEqual(['腾云还没记电话。']);
  await world.person('zhang').says('孙立电话13700137000');
  for (const question of ['芯澜电话', '谁负责芯澜', '芯澜 phone', '芯澜的下一步'])
    expect(await answer('lin', question)).toEqual(['这个客户不归你看,负责人是张伟。']);
});

test('in English', async () => {
  const emma = world.person('emma');
  await emma.says("Priya's phone is +44 20 7946 0018");
  expect(await answer('emma', "Alderbank's phone")).toEqual(['Alderbank · phone · Priya Nair +442079460018']);
  expect(await answer('emma', 'and Tern Island?')).toEqual(['Tern Island: no phone on record.']);
  expect(await answer('emma', 'who owns Alderbank')).toEqual(['Alderbank · owner · Emma Clarke']);
  expect(await answer('emma', 'Alderbank stage')).toEqual(['Alderbank · stage · Proposal']);
  expect(await answer('emma', "what's next with Alderbank")).toEqual(['Alderbank: no next step on record.']);
  expect(await answer('emma', 'next step for Alderbank')).toEqual(['Alderbank: no next step on record.']);
  expect(await answer('emma', 'Alderbank amount')).toEqual(['Alderbank · amount · $40K']);
});

test('the funnel follows to other days', async () => {
  expect((await answer('chen', '本季度漏斗'))[0]?.split('\n')[0]).toBe('漏斗 · 本季度');
  const [lastMonth] = await answer('chen', '上个月呢');
  expect(lastMonth?.split('\n')[0]).toBe('漏斗 · 10/1 周四 – 10/31 周六');
  expect(lastMonth?.split('\n').slice(-3, -1)).toEqual(['合计 1单 · 50万', '合计 1单 · US$4万']);
  expect((await answer('emma', 'show the pipeline'))[0]?.split('\n')[0]).toBe('Pipeline · this quarter');
  expect((await answer('emma', 'and last month?'))[0]?.split('\n')[0]).toBe('Pipeline · Thu Oct 1 – Sat Oct 31');
});

test('without a name, of the customer just spoken of', async () => {
  expect(await answer('lin', '他电话多少')).toEqual(['查哪个客户?说名字就行,如「腾云怎么样了」。']);
  await world.person('lin').says('腾云王总电话13800138000');
  await world.person('lin').says('跟腾云王总打完电话,报价52万');
  expect(await answer('lin', '他电话多少')).toEqual(['腾云 · 电话 · 王建国 +8613800138000']);
  expect(await answer('lin', '我报了多少')).toEqual(['腾云 · 金额 · 52万']);
  expect(await answer('lin', '上次什么时候联系的')).toEqual(['腾云 · 最近 · 今天 电话 · 跟腾云王总打完电话,报价52万']);
  world.clock.pass(1000);
  await answer('lin', '海拓物流联系人是谁');
  expect(await answer('lin', '他电话呢')).toEqual(['海拓物流还没记电话。']);
  expect(await answer('lin', '今天我都干了啥')).toEqual([expect.stringMatching(/^日报/)]);
  await world.person('emma').says('Called Priya at Alderbank, quoted 45k');
  expect(await answer('emma', "what's her number?")).toEqual(['Priya Nair: no phone on record.']);
  expect(await answer('emma', 'what did I quote')).toEqual(['Alderbank · amount · $45K']);
});
