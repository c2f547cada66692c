import { accountKind } from '../../src/crm/account/account.ts';
import { dealKind } from '../../src/crm/deal/deal.ts';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) =>
    fillTeam(records, [tengyun, { name: '芯澜半导体有限公司', alias: '芯澜', owner: 'lin' }]),
  );
});
afterEach(() => world.close());

test('a field told of another customer leaves the last record with its own', async () => {
  const lin = world.person('lin');
  await lin.says('跟腾云王总打了电话');
  await lin.says('芯澜金额改成40万');
  expect(await world.kept(interactionKind)).toContainEqual(
    expect.objectContaining({ kind: 'call', account: 'customer-0' }),
  );
  expect(await world.kept(dealKind)).toEqual([
    expect.objectContaining({ account: 'customer-1', amount: 40_000_000, currency: 'CNY' }),
  ]);
  expect(await world.kept(accountKind)).toHaveLength(2);
});

test('a price of nothing is a note without a sum', async () => {
  const [receipt] = await world.person('lin').says('芯澜报价0元');
  expect(receipt?.message.text).toMatch(/^✓ 已记 · 芯澜/);
  expect(await world.kept(dealKind)).toEqual([]);
});
