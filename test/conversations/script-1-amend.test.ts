import { dealKind } from '../../src/crm/deal/deal.ts';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { taskKind } from '../../src/crm/task/task.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, [tengyun]));
});
afterEach(() => world.close());

const kept = async () => ({
  interactions: await world.kept(interactionKind),
  deals: await world.kept(dealKind),
  tasks: await world.kept(taskKind),
});

test('a note, two corrections, one step back: one record all along', async () => {
  const lin = world.person('lin');
  const [receipt] = await lin.says('刚跟腾云王总打完电话 80万嫌贵 下周三下午3点再去');
  expect(receipt?.message.text.split('\n')).toEqual([
    '✓ 已记 · 腾云 · 电话 · 今天',
    '新商机 · 金额 80万 · 阶段 商务谈判',
    expect.stringContaining('下一步 12/2 周三 15:00'),
  ]);
  const [amended] = await lin.says('不是80万是85万');
  expect(amended?.replaces).toBe(receipt?.id);
  await lin.says('是周四');

  const now = await kept();
  expect(now.interactions).toHaveLength(1);
  expect(now.interactions[0]).toMatchObject({
    kind: 'call',
    day: '2026-11-23',
    account: 'customer-0',
    contacts: ['contact-0-0'],
  });
  expect(now.deals).toEqual([expect.objectContaining({ amount: 85_000_000, currency: 'CNY', stage: 'negotiation' })]);
  expect(now.tasks).toEqual([
    expect.objectContaining({ day: '2026-12-03', time: '15:00', dueAt: new Date('2026-12-03T15:00:00+08:00') }),
  ]);

  const [undone] = await lin.says('撤销');
  expect(undone?.message.text).toMatch(/^已撤销:/);
  const back = await kept();
  expect(back.tasks).toEqual([expect.objectContaining({ day: '2026-12-02', time: '15:00' })]);
  expect(back.deals).toEqual([expect.objectContaining({ amount: 85_000_000 })]);
});

test('the button takes back the whole record with its corrections', async () => {
  const lin = world.person('lin');
  await lin.says('刚跟腾云王总打完电话 80万嫌贵 下周三下午3点再去');
  await lin.says('不是80万是85万');
  const [amended] = await lin.says('是周四');
  await lin.presses(amended, '撤销');
  expect(await kept()).toEqual({ interactions: [], deals: [], tasks: [] });
});

test('restore brings back what was undone', async () => {
  const lin = world.person('lin');
  await lin.says('刚跟腾云王总打完电话 80万嫌贵 下周三下午3点再去');
  const before = await kept();
  const [undone] = await lin.says('撤销');
  expect((await kept()).interactions).toEqual([]);
  await lin.presses(undone, '恢复');
  const after = await kept();
  expect(after.interactions).toEqual(
    before.interactions.map((one) => expect.objectContaining({ _id: one._id, note: one.note })),
  );
  expect(after.deals).toEqual([expect.objectContaining({ amount: 80_000_000 })]);
});

test('修改 lets a bare value correct', async () => {
  const lin = world.person('lin');
  const [receipt] = await lin.says('刚跟腾云王总打完电话 报价80万');
  await lin.presses(receipt, '修改');
  await lin.says('85万');
  expect((await kept()).deals).toEqual([expect.objectContaining({ amount: 85_000_000 })]);
  expect((await kept()).interactions).toHaveLength(1);
});

test('a second press of a button does nothing and says nothing', async () => {
  const lin = world.person('lin');
  const [receipt] = await lin.says('刚跟腾云王总打完电话 80万嫌贵');
  await lin.presses(receipt, '撤销');
  expect(await lin.presses(receipt, '撤销')).toEqual([]);
});

test('what somebody else built on stays, and a card says so', async () => {
  const lin = world.person('lin');
  const [receipt] = await lin.says('刚跟腾云王总打完电话 报价80万 下周三下午3点再去');
  await world.person('chen').says('腾云 90万');
  await world.person('chen').says('跟腾云谈到90万');
  const [card] = await lin.presses(receipt, '撤销');
  expect(card?.message.text).toBe('撤不了整条:金额后来被陈敏改成90万。');
  expect(card?.message.buttons?.map(({ label }) => label)).toEqual(['撤其余', '都留着']);
  expect((await kept()).deals).toEqual([expect.objectContaining({ amount: 90_000_000 })]);
  await lin.presses(card, '撤其余');
  expect((await kept()).tasks).toEqual([]);
  expect((await kept()).deals).toEqual([expect.objectContaining({ amount: 90_000_000 })]);
});
