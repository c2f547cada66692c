import { fillTeam, tengyun } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

const customers = [
  { ...tengyun, deal: { units: 600_000, stage: 'needs' as const, touchedAt: '2026-11-20T15:00:00+08:00' } },
  {
    name: '芯澜微电子',
    alias: '芯澜',
    owner: 'lin',
    deal: { units: 60_000, stage: 'needs' as const, touchedAt: '2026-11-20T15:00:00+08:00' },
  },
];

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, customers));
});
afterEach(() => world.close());

const text = async (person: string, words: string) => (await world.person(person).says(words))[0]?.message.text;
const toManager = async (until: string) =>
  (await world.until(until))
    .filter(({ to, id }) => to.room === 'direct:chen' && id.startsWith('rule:'))
    .map(({ message }) => message.text);
/** The ticks of the next minutes. */
async function minutes(count: number): Promise<string[]> {
  const told: string[] = [];
  for (let n = 0; n < count; n++)
    told.push(...(await toManager(new Date(world.clock.now().getTime() + 60_000).toISOString())));
  return told;
}

test('超过50万的单子有变化告诉我: a single alert two minutes later, of big ones alone', async () => {
  expect(await text('chen', '超过50万的单子有变化告诉我')).toBe('✓ 超过50万的单子一变就告诉你\n你手下的阶段和金额变化');
  expect(await text('chen', '我的提醒设置')).toContain('超过50万的单子一变就说');
  await minutes(2);
  await world.person('lin').says('腾云同意65万,进入商务谈判');
  await world.person('lin').says('芯澜同意7万,进入商务谈判');
  expect(await minutes(1)).toEqual([]);
  expect(await minutes(3)).toEqual([
    expect.stringMatching(/^大单变化 · 腾云\n阶段 .*→商务谈判\n金额 60万→65万\n林悦记的$/),
  ]);
  expect(await text('chen', '为什么')).toContain('你要的大单变化');
  expect(await text('chen', '大单变化别告诉我')).toBe('✓ 大单变化不再单独说');
  await world.person('lin').says('腾云改成66万');
  expect(await minutes(4)).toEqual([]);
});

test('undone within two minutes, nobody hears of it; one’s own change is no news', async () => {
  await text('chen', 'tell me when a deal over 500k moves');
  await minutes(2);
  await world.person('lin').says('腾云同意65万');
  await minutes(1);
  await world.person('lin').says('撤销');
  expect(await minutes(4)).toEqual([]);
  await world.person('chen').says('腾云同意70万');
  expect(await minutes(4)).toEqual([]);
});

test('what comes in with a list is no change, whatever day it was last spoken of; what changes then is one', async () => {
  await text('chen', '超过50万的单子有变化告诉我');
  await minutes(2);
  const lin = world.person('lin');
  const [asked] = await lin.says(
    '客户,联系人,金额,阶段,最近联系\n星汉船舶,江涛,88万,报价,2026-11-23\n云海重工,陆川,99万,谈判,',
  );
  await lin.presses(asked, '导入 2 家');
  await lin.says('撤销');
  await lin.says('恢复');
  expect(await minutes(5)).toEqual([]);
  await lin.says('星汉船舶同意90万');
  expect((await minutes(4)).join()).toContain('金额 88万→90万');
});

test('in the evening it waits for the next list', async () => {
  await text('chen', '超过50万的单子有变化就告诉我');
  await world.until('2026-11-23T19:00:00+08:00');
  await world.person('lin').says('腾云同意65万');
  expect(await minutes(4)).toEqual([]);
  const told = await toManager('2026-11-24T09:01:00+08:00');
  expect(told.join()).toContain('大单变化');
});
