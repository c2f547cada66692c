import { contactKind } from '../../src/crm/contact/contact.ts';
import { dealKind } from '../../src/crm/deal/deal.ts';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { taskKind } from '../../src/crm/task/task.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

const haituo = {
  name: '宁波海拓物流有限公司',
  alias: '海拓',
  owner: 'lin',
  contacts: [{ name: '罗海生', alias: '罗总' }],
};

const deal = {
  owner: 'lin',
  name: '商机',
  amount: 1_000_000,
  currency: 'CNY',
  stage: 'needs' as const,
  furthest: 'needs' as const,
  closeDate: null,
  openedAt: new Date('2026-11-01T00:00:00Z'),
  touchedAt: new Date('2026-11-01T00:00:00Z'),
  pausedUntil: null,
  closedAt: null,
  lostReason: null,
};

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, [tengyun, haituo]));
});
afterEach(() => world.close());

const lin = () => world.person('lin');
const text = async (words: string) => (await lin().says(words))[0]?.message.text;
const kept = async () => ({
  interactions: (await world.kept(interactionKind)).length,
  tasks: (await world.kept(taskKind)).map(({ day }) => day),
});

test('what is restored can be taken back again, by word and by button, over and over', async () => {
  await lin().says('跟腾云王总通了电话,下周三下午3点再去拜访');
  await lin().says('是周四');
  const whole = { interactions: 1, tasks: ['2026-12-03'] };
  const [receipt] = await lin().says('撤销');
  expect(receipt?.message.text).toMatch(/^已撤销:腾云 · 下一步改回12\/2 周三 15:00 .*拜访。\n其他不变。$/u);

  expect(await text('恢复')).toMatch(/^已恢复:腾云 · 下一步改回12\/3 周四 15:00 .*拜访。$/u);
  expect(await kept()).toEqual(whole);
  expect(await text('恢复')).toBe('没有可恢复的。');
  await lin().says('撤销');
  await lin().says('撤销');
  expect(await kept()).toEqual({ interactions: 0, tasks: [] });

  const [restored] = await lin().says('恢复');
  expect(restored?.message.text).toMatch(/^已恢复:腾云 · 11\/23 周一 电话、12\/2 周三 15:00 .*拜访。$/u);
  expect(await kept()).toEqual({ interactions: 1, tasks: ['2026-12-02'] });
  await lin().presses(restored, '撤销');
  expect(await kept()).toEqual({ interactions: 0, tasks: [] });
});

test('a new note ends what typed 恢复 may bring back', async () => {
  await lin().says('跟腾云王总通了电话');
  await lin().says('撤销');
  await lin().says('去海拓拜访了罗总');
  expect(await text('恢复')).toBe('没有可恢复的。');
  expect(await kept()).toEqual({ interactions: 1, tasks: [] });
});

test('a note that was moved goes back in words: to which customer', async () => {
  await lin().says('跟腾云王总通了电话,下周三再去拜访');
  await lin().says('不是腾云,是海拓');
  expect(await text('撤销')).toBe('已撤销:客户改回腾云。\n其他不变。');
});

test('how a contact took place goes back in words', async () => {
  await lin().says('跟腾云王总通了电话');
  await lin().says('记错了,是拜访');
  expect(await text('撤销')).toBe('已撤销:腾云 · 记录改回11/23 周一 电话。\n其他不变。');
});

test('where two customers had a deal changed, each is named with its own', async () => {
  await world.records.ledger.record({ id: 'import:deals', kind: 'import', by: 'system' }, async (draft) => {
    for (const account of ['customer-0', 'customer-1']) draft.create(dealKind, `deal-${account}`, { ...deal, account });
  });
  await lin().says('腾云输单了');
  await lin().says('不是腾云,是海拓');
  expect(await text('撤销')).toMatch(/^已撤销:(海拓 阶段改回需求分析、腾云 阶段改回输单|腾云 .*、海拓 .*)。/u);
});

test('what somebody else built on is not said to be undone', async () => {
  await world.records.ledger.record({ id: 'import:deal', kind: 'import', by: 'system' }, async (draft) =>
    draft.create(dealKind, 'deal-0', { ...deal, account: 'customer-0' }),
  );
  const [receipt] = await lin().says('跟腾云王总通了电话,报价5万');
  await world.person('chen').says('腾云改成9万');
  const [card] = await lin().presses(receipt, '撤销');
  const [undone] = await lin().presses(card, '撤其余');
  expect(undone?.message.text).toContain('已撤销:腾云 · ');
  expect(undone?.message.text).not.toContain('金额');
  expect(await world.kept(dealKind)).toEqual([expect.objectContaining({ amount: 9_000_000 })]);
});

test('a new person with facts of their own is one person', async () => {
  await lin().says('给腾云加个联系人李雪,财务,电话13800001111');
  const made = (await world.kept(contactKind)).filter(({ name }) => name === '李雪');
  expect(made).toEqual([expect.objectContaining({ phone: '+8613800001111' })]);
});

test('修改 can be typed: a bare value then corrects the last note', async () => {
  await lin().says('跟腾云王总通了电话,下周三再去拜访');
  expect(await text('修改')).toMatch(/^要改成什么/u);
  await lin().says('周四');
  expect((await kept()).tasks).toEqual(['2026-12-03']);
});
