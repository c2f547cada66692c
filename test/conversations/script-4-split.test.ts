import { dealKind } from '../../src/crm/deal/deal.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

const touchedAt = '2026-11-20T10:00:00+08:00';
const needs = (units: number, currency = 'CNY') => ({ units, currency, stage: 'needs' as const, touchedAt });
const customers = [
  { ...tengyun, deal: needs(500_000) },
  { name: '宁波海拓物流有限公司', alias: '海拓物流', owner: 'lin', deal: needs(200_000) },
  { name: '晨耀新能源有限公司', alias: '晨耀', owner: 'lin', deal: needs(100_000) },
  { name: 'Alderbank Holdings plc', alias: 'Alderbank', owner: 'emma', deal: needs(40_000, 'USD') },
  { name: 'Tern Island Seafood', alias: 'Tern Island', owner: 'emma', deal: needs(20_000, 'USD') },
  { name: 'Northwind Traders', alias: 'Northwind', owner: 'emma', deal: needs(10_000, 'USD') },
];

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, customers));
});
afterEach(() => world.close());

const deals = async (from: number) =>
  (await world.kept(dealKind))
    .slice(from, from + 3)
    .map(({ stage, pausedUntil, lostReason }) => [stage, pausedUntil, lostReason]);

test('three customers in one message: three records, one numbered receipt, and 撤销2 leaves two', async () => {
  const lin = world.person('lin');
  const replies = await lin.says('1腾云报价发了 2海拓物流年后再看 3晨耀不做了没预算');
  expect(replies.map(({ message }) => message.text)).toEqual([
    [
      '1 ✓ 已记 · 腾云 / 阶段 需求分析→方案报价',
      '2 ✓ 已记 · 海拓物流 / 暂停到 2027/2/13 周六',
      '3 ✓ 已记 · 晨耀 / 阶段 需求分析→输单 · 没预算',
    ].join('\n'),
  ]);
  expect(replies[0]?.message.buttons?.map(({ label }) => label)).toEqual(['撤销1', '撤销2', '撤销3']);
  expect(await deals(0)).toEqual([
    ['proposal', null, null],
    ['needs', '2027-02-13', null],
    ['lost', null, '没预算'],
  ]);
  const [undone] = await lin.says('撤销2');
  expect(undone?.message.text).toBe('已撤销:海拓物流 · 暂停。\n其他不变。');
  expect(await deals(0)).toEqual([
    ['proposal', null, null],
    ['needs', null, null],
    ['lost', null, '没预算'],
  ]);
  await lin.says('撤销3');
  expect((await deals(0))[2]).toEqual(['needs', null, null]);
});

test('in English', async () => {
  const emma = world.person('emma');
  const [receipt] = await emma.says(
    '1 Alderbank proposal sent\n2 Tern Island on hold until March\n3 Northwind lost, no budget',
  );
  expect(receipt?.message.text.split('\n').map((line) => line.split(' / ')[1])).toEqual([
    'Stage Needs→Proposal',
    'Paused until Mon Mar 1, 2027',
    'Stage Needs→Lost · no budget',
  ]);
  const [undone] = await emma.says('undo 2');
  expect(undone?.message.text).toMatch(/^Undone: Tern Island · /);
  expect(await deals(3)).toEqual([
    ['proposal', null, null],
    ['needs', null, null],
    ['lost', null, 'no budget'],
  ]);
});
