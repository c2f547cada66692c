import { contactKind } from '../../src/crm/contact/contact.ts';
import { dealKind } from '../../src/crm/deal/deal.ts';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { taskKind } from '../../src/crm/task/task.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

const touchedAt = '2026-11-20T10:00:00+08:00';
const customers = [
  { ...tengyun, deal: { units: 500_000, stage: 'needs' as const, touchedAt } },
  {
    name: 'Alderbank Holdings plc',
    alias: 'Alderbank',
    owner: 'emma',
    contacts: [{ name: 'Priya Nair', alias: 'Priya' }],
    deal: { units: 40_000, currency: 'USD', stage: 'needs' as const, touchedAt },
  },
  { name: '宁波海拓物流有限公司', alias: '海拓物流', owner: 'lin', contacts: [{ name: '罗海生', alias: '罗总' }] },
  { name: '海拓供应链管理有限公司', alias: '海拓供应链', owner: 'lin', contacts: [{ name: '罗启铭', alias: '罗总' }] },
];

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, customers));
});
afterEach(() => world.close());

const labels = (reply: { message: { buttons?: { label: string }[] } } | undefined) =>
  reply?.message.buttons?.map(({ label }) => label);
const deal = async (index: number) => (await world.kept(dealKind)).find(({ _id }) => _id === `deal-${index}`);

describe('a day that does not exist', () => {
  test('the step is written without it, one question, and the answer can be taken back', async () => {
    const lin = world.person('lin');
    const [receipt, question, ...more] = await lin.says('2月30日再去拜访腾云');
    expect(receipt?.message.text).toBe('✓ 已记 · 腾云\n下一步 未定日期 再去拜访腾云');
    expect(question?.message.text).toBe('2月30日没有这一天。是 2/28 还是 3/1?');
    expect(labels(question)).toEqual(['2027/2/28 周日', '2027/3/1 周一', '先放着']);
    expect(more).toEqual([]);
    expect(await world.kept(taskKind)).toEqual([expect.objectContaining({ day: null, account: 'customer-0' })]);
    expect(await world.kept(interactionKind)).toEqual([]);

    const [settled] = await lin.presses(question, '2027/3/1 周一');
    expect(settled?.replaces).toBe(receipt?.id);
    expect(settled?.message.text).toBe('✓ 已记 · 腾云\n下一步 2027/3/1 周一 再去拜访腾云');
    expect(await world.kept(taskKind)).toEqual([expect.objectContaining({ day: '2027-03-01' })]);
    await lin.says('撤销');
    expect(await world.kept(taskKind)).toEqual([expect.objectContaining({ day: null })]);
  });

  test('with a clock time, the time stays with the day', async () => {
    const lin = world.person('lin');
    await lin.says('跟腾云王总通了电话,2月30日下午3点再去拜访');
    await lin.says('2/28');
    expect(await world.kept(taskKind)).toEqual([expect.objectContaining({ day: '2027-02-28', time: '15:00' })]);
  });

  test('of a visit that took place: the receipt names no day, the nearest ones are past', async () => {
    const lin = world.person('lin');
    const [receipt, question] = await lin.says('2月30日拜访了腾云王总');
    expect(receipt?.message.text).toBe('✓ 已记 · 腾云 · 拜访');
    expect(labels(question)).toEqual(['2/28 周六', '3/1 周日', '先放着']);
    await lin.says('1');
    expect(await world.kept(interactionKind)).toEqual([expect.objectContaining({ day: '2026-02-28' })]);
  });

  test('of a birthday', async () => {
    const lin = world.person('lin');
    const [, question] = await lin.says('腾云王总生日2月30日');
    expect(question?.message.text).toBe('2月30日没有这一天。是 2/28 还是 3/1?');
    await lin.says('1');
    const [king] = (await world.kept(contactKind)).filter(({ _id }) => _id === 'contact-0-0');
    expect(king?.birthday).toMatchObject({ calendar: 'solar', month: 2, day: 28 });
  });

  test('in English', async () => {
    const emma = world.person('emma');
    const [, question] = await emma.says('Call with Priya at Alderbank, visit again on Feb 30');
    expect(question?.message.text).toBe('There is no Feb 30. Is it Feb 28 or Mar 1?');
    expect(labels(question)).toEqual(['Sun Feb 28, 2027', 'Mon Mar 1, 2027', 'Later']);
    expect(await world.kept(taskKind)).toEqual([expect.objectContaining({ day: null })]);
    await emma.says('Mar 1');
    expect(await world.kept(taskKind)).toEqual([expect.objectContaining({ day: '2027-03-01' })]);
    await emma.says('undo');
    expect(await world.kept(taskKind)).toEqual([expect.objectContaining({ day: null })]);
  });
});

describe('two values for one field', () => {
  test('of two sums neither is written; the rest is', async () => {
    const lin = world.person('lin');
    const [receipt, question] = await lin.says('跟腾云王总通了电话,报价80万或者85万');
    expect(receipt?.message.text).toBe('✓ 已记 · 腾云 · 电话 · 今天\n阶段 需求分析→方案报价');
    expect(question?.message.text).toBe('金额是 80万 还是 85万?');
    expect(labels(question)).toEqual(['80万', '85万', '先放着']);
    expect(await deal(0)).toMatchObject({ amount: 50_000_000, stage: 'proposal' });
    await lin.says('2');
    expect(await deal(0)).toMatchObject({ amount: 85_000_000 });
    await lin.says('撤销');
    expect(await deal(0)).toMatchObject({ amount: 50_000_000, stage: 'proposal' });
  });

  test('a sum and a day: the second question comes when the first is answered, and 先放着 leaves it open', async () => {
    const emma = world.person('emma');
    const replies = await emma.says('Called Priya at Alderbank, quoted 80k or 85k, visit again Thursday or Friday');
    const questions = replies.filter(({ message }) => message.text.endsWith('?'));
    expect(questions.map(({ message }) => message.text)).toEqual(['Next step: Thu Nov 26 or Fri Nov 27?']);
    const answered = await emma.says('Friday');
    expect(answered.map(({ message }) => message.text).at(-1)).toBe('Amount: $80K or $85K?');
    expect((await emma.says('later')).map(({ message }) => message.text)).toEqual(['Left open.']);
    expect(await world.kept(taskKind)).toEqual([expect.objectContaining({ day: '2026-11-27' })]);
    expect(await deal(1)).toMatchObject({ amount: 4_000_000, stage: 'proposal' });
  });

  test('a stage that is only guessed is asked, and yes is an answer', async () => {
    const lin = world.person('lin');
    const [, question] = await lin.says('跟腾云王总通了电话,这单可能丢了');
    expect(question?.message.text).toBe('阶段是输单吗?');
    expect(await deal(0)).toMatchObject({ stage: 'needs' });
    expect(await world.kept(interactionKind)).toHaveLength(1);
    await lin.says('是');
    expect(await deal(0)).toMatchObject({ stage: 'lost' });
  });

  test('never more than two questions, and the customer first; a sum waits for its deal', async () => {
    const lin = world.person('lin');
    const replies = await lin.says('跟罗总通了电话,报价30万或者35万,周四或周五再去拜访');
    expect(replies.map(({ message }) => message.text).at(-1)).toBe('哪位罗总?');
    const next = await lin.says('1');
    expect(next.map(({ message }) => message.text).at(-1)).toBe('下一步是 11/26 周四 还是 11/27 周五?');
    expect((await lin.says('1')).map(({ message }) => message.text.split('\n')[0])).toEqual([
      '✓ 已记 · 海拓物流 · 电话 · 今天',
    ]);
    expect(await world.kept(taskKind)).toEqual([expect.objectContaining({ day: '2026-11-26', account: 'customer-2' })]);
    expect((await world.kept(dealKind)).filter(({ account }) => account === 'customer-2')).toEqual([
      expect.objectContaining({ amount: null, stage: 'proposal' }),
    ]);
  });

  test('a sum of which the deal had none opens it, once it is answered', async () => {
    const lin = world.person('lin');
    await lin.says('跟海拓物流通了电话,金额30万或者35万');
    expect((await world.kept(dealKind)).filter(({ account }) => account === 'customer-2')).toEqual([]);
    await lin.says('35万');
    expect((await world.kept(dealKind)).filter(({ account }) => account === 'customer-2')).toEqual([
      expect.objectContaining({ amount: 35_000_000, currency: 'CNY' }),
    ]);
  });

  test('what is open in a further remark is asked too, and goes on the same step', async () => {
    const lin = world.person('lin');
    await lin.says('刚跟腾云王总打完电话,周三发方案');
    const [, question] = await lin.says('还要周四或周五再去一趟');
    expect(question?.message.text).toBe('下一步是 11/26 周四 还是 11/27 周五?');
    await lin.says('周五');
    const days = (await world.kept(taskKind)).map(({ day }) => day);
    expect(days.sort()).toEqual(['2026-11-25', '2026-11-27']);
  });
});
