import { contactKind } from '../../src/crm/contact/contact.ts';
import { dealKind } from '../../src/crm/deal/deal.ts';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { taskKind } from '../../src/crm/task/task.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

const touchedAt = '2026-11-20T10:00:00+08:00';
const needs = (units: number, currency = 'CNY') => ({ units, currency, stage: 'needs' as const, touchedAt });
const customers = [
  { ...tengyun, deal: needs(500_000) },
  {
    name: '宁波海拓物流有限公司',
    alias: '海拓物流',
    owner: 'lin',
    contacts: [{ name: '罗海生', alias: '罗总' }],
    deal: needs(200_000),
  },
  { name: '海拓供应链管理有限公司', alias: '海拓供应链', owner: 'lin', contacts: [{ name: '罗启铭', alias: '罗总' }] },
  {
    name: 'Alderbank Holdings plc',
    alias: 'Alderbank',
    owner: 'emma',
    contacts: [{ name: 'Priya Nair', alias: 'Priya' }],
    deal: needs(40_000, 'USD'),
  },
];

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, customers));
});
afterEach(() => world.close());

const lines = ([reply]: { message: { text: string } }[]) => reply?.message.text.split('\n');
const people = async (account: string) =>
  (await world.kept(contactKind))
    .filter((one) => one.account === account)
    .map(({ name, leftOn }) => [name, leftOn ?? null]);

describe('somebody is no longer there', () => {
  test('the new contact is made, the old one’s file says since when, and undo takes both back', async () => {
    const lin = world.person('lin');
    expect(lines(await lin.says('腾云的王总离职了,现在由周经理对接'))).toEqual([
      '✓ 已记 · 腾云 · 跟进 · 今天',
      '对接人 王建国→周经理',
    ]);
    expect((await people('customer-0')).sort()).toEqual([
      ['周经理', null],
      ['王建国', '2026-11-23'],
    ]);
    const file = lines(await lin.says('腾云怎么样了'));
    expect(file?.filter((line) => line.startsWith('联系人'))).toEqual([
      '联系人 周经理',
      '联系人 王建国 · 11/23 周一 起不在',
    ]);
    await lin.says('撤销');
    expect(await people('customer-0')).toEqual([['王建国', null]]);
  });

  test('within a talk about a new customer: facts told alone are those of whom it came to last, never a namesake’s', async () => {
    const emma = world.person('emma');
    await emma.says('Had a call with Tom at Redwood Labs, they like the pilot');
    expect(lines(await emma.says('his cell is +1 415-555-0123'))).toContain('Tom phone +14155550123');
    expect(lines(await emma.says("Tom's moving to a new role, Priya takes over"))).toContain('Contact Tom→Priya');
    expect(lines(await emma.says('priya@redwood.io'))).toContain('Priya e-mail priya@redwood.io');
    expect(lines(await emma.says('lunch with Priya on Friday'))).toEqual([
      '✓ Logged · Redwood Labs',
      'Next: Lunch with Priya, Fri Nov 27',
    ]);
    expect(lines(await emma.says("what's Priya's email"))).toEqual(['Redwood Labs · e-mail · Priya priya@redwood.io']);
    const lin = world.person('lin');
    await lin.says('跟华海精工的刘厂长打了电话,说产线要升级');
    expect(lines(await lin.says('电话137 0000 1234'))).toContain('刘厂长 电话 +8613700001234');
    expect(lines(await lin.says('换成李工了'))).toContain('对接人 刘厂长→李工');
    expect(lines(await lin.says('他电话13912345678'))).toContain('李工 电话 +8613912345678');
    expect((await world.kept(contactKind)).filter(({ phone }) => phone !== null)).toHaveLength(3);
  });

  test('told without the customer it goes on about the open record, in English', async () => {
    const emma = world.person('emma');
    await emma.says('Call with Priya at Alderbank, all good');
    expect(lines(await emma.says('Priya has left, replaced by Tom Reed'))).toEqual([
      '✓ Changed · Alderbank · Call · today',
      'Contact Priya Nair→Tom Reed',
    ]);
    expect(await world.kept(interactionKind)).toHaveLength(1);
    expect((await people('customer-3')).sort()).toEqual([
      ['Priya Nair', '2026-11-23'],
      ['Tom Reed', null],
    ]);
  });

  test('without a successor', async () => {
    expect(lines(await world.person('lin').says('海拓供应链的罗启铭离职了'))).toContain('罗启铭 不再对接');
    expect(await people('customer-2')).toEqual([['罗启铭', '2026-11-23']]);
  });
});

describe('a corrected birthday', () => {
  test('shows from what to what', async () => {
    const lin = world.person('lin');
    await lin.says('腾云王总生日8月15');
    expect(lines(await lin.says('不对,他生日是8月16'))).toContain('王建国 生日 8月15日(公历)→8月16日(公历)');
  });

  test('also one that had been on record for long, in English', async () => {
    const emma = world.person('emma');
    await emma.says("Priya's birthday is Aug 15");
    world.clock.pass(60 * 60_000);
    expect(lines(await emma.says("Priya's birthday is Aug 16"))).toContain(
      'Priya Nair birthday Aug 15 (solar)→Aug 16 (solar)',
    );
  });
});

describe('corrections while the customer is open', () => {
  test('a sum: the receipt says what changed, and the answer writes the corrected one', async () => {
    const lin = world.person('lin');
    await lin.says('跟罗总通了电话,报价30万');
    expect(lines(await lin.says('不是30万是35万'))).toEqual(['✓ 已改 · 客户待定 · 电话 · 今天', '金额 30万→35万']);
    expect(lines(await lin.says('1'))?.[0]).toBe('✓ 已记 · 海拓物流 · 电话 · 今天');
    const [deal] = (await world.kept(dealKind)).filter(({ account }) => account === 'customer-1');
    expect(deal).toMatchObject({ amount: 35_000_000, stage: 'proposal' });
  });

  test('taken back before the answer, the first sum counts again', async () => {
    const lin = world.person('lin');
    await lin.says('跟罗总通了电话,报价30万');
    await lin.says('不是30万是35万');
    await lin.says('撤销');
    await lin.says('1');
    const [deal] = (await world.kept(dealKind)).filter(({ account }) => account === 'customer-1');
    expect(deal).toMatchObject({ amount: 30_000_000 });
  });

  test('the customer itself', async () => {
    const lin = world.person('lin');
    await lin.says('跟罗总通了电话,报价30万');
    expect(lines(await lin.says('不对,是海拓物流'))).toEqual([
      '✓ 已改 · 海拓物流 · 电话 · 今天',
      '金额 20万→30万',
      '阶段 需求分析→方案报价',
    ]);
  });
});

test('a corrected customer moves interaction, deal change and steps together, and undo moves them back', async () => {
  const lin = world.person('lin');
  await lin.says('跟腾云王总通了电话,报价60万,周四发方案');
  await lin.says('不对,是海拓物流');
  const standing = async () => ({
    notes: (await world.kept(interactionKind)).map(({ account }) => account),
    steps: (await world.kept(taskKind)).map(({ account, deal }) => [account, deal]),
    deals: (await world.kept(dealKind)).slice(0, 2).map(({ amount, stage }) => [amount, stage]),
  });
  expect(await standing()).toEqual({
    notes: ['customer-1'],
    steps: [['customer-1', 'deal-1']],
    deals: [
      [50_000_000, 'needs'],
      [60_000_000, 'proposal'],
    ],
  });
  await lin.says('撤销');
  expect(await standing()).toEqual({
    notes: ['customer-0'],
    steps: [['customer-0', 'deal-0']],
    deals: [
      [60_000_000, 'proposal'],
      [20_000_000, 'needs'],
    ],
  });
});

test('刚才那条 is the last record', async () => {
  const lin = world.person('lin');
  await lin.says('跟腾云王总通了电话,报价60万');
  await lin.says('刚才那条金额改成65万');
  await lin.says('刚才那条改成昨天');
  expect(await world.kept(interactionKind)).toEqual([expect.objectContaining({ day: '2026-11-22' })]);
  expect((await world.kept(dealKind))[0]).toMatchObject({ amount: 65_000_000 });
});

test('what has no customer of its own goes on about the open record', async () => {
  const lin = world.person('lin');
  await lin.says('刚跟腾云王总打完电话');
  await lin.says('报价单发了');
  await lin.says('他说考虑考虑');
  await lin.says('还想看demo');
  const [note, ...others] = await world.kept(interactionKind);
  expect(others).toEqual([]);
  expect(note?.note.split('\n')).toEqual(['刚跟腾云王总打完电话', '报价单发了', '他说考虑考虑', '还想看demo']);
  expect((await world.kept(dealKind))[0]).toMatchObject({ stage: 'proposal' });
  expect(await world.kept(taskKind)).toEqual([expect.objectContaining({ day: null, account: 'customer-0' })]);
});
