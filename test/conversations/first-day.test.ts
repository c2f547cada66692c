import { accountKind } from '../../src/crm/account/account.ts';
import { contactKind } from '../../src/crm/contact/contact.ts';
import { dealKind } from '../../src/crm/deal/deal.ts';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { taskKind } from '../../src/crm/task/task.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

const touchedAt = '2026-11-20T10:00:00+08:00';
const customers = [
  { ...tengyun, deal: { units: 500_000, stage: 'needs' as const, touchedAt } },
  { name: '宁波海拓物流有限公司', alias: '海拓物流', owner: 'lin', contacts: [{ name: '罗海生', alias: '罗总' }] },
  { name: '海拓供应链管理有限公司', alias: '海拓供应链', owner: 'lin', contacts: [{ name: '罗启铭', alias: '罗总' }] },
  {
    name: 'Alderbank Holdings plc',
    alias: 'Alderbank',
    owner: 'emma',
    contacts: [{ name: 'Priya Nair', alias: 'Priya' }],
  },
];

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, customers));
});
afterEach(() => world.close());

test('a firm new name is a customer at once and is marked', async () => {
  const [receipt] = await world.person('lin').says('今天拜访了蓝海科技的李总,聊得不错,报价12万');
  expect(receipt?.message.text.split('\n')[0]).toBe('✓ 已记 · 蓝海科技 (新客户) · 拜访 · 今天');
  expect(await world.kept(accountKind)).toContainEqual(expect.objectContaining({ name: '蓝海科技', owner: 'lin' }));
});

test('two people of that name: the note is kept, one question, and only an answer answers it', async () => {
  const lin = world.person('lin');
  const [receipt, question] = await lin.says('跟罗总通了电话,他挺满意');
  expect(receipt?.message.text).toBe('✓ 已记 · 客户待定 · 电话 · 今天');
  expect(question?.message.text).toBe('哪位罗总?');
  expect(question?.message.buttons?.map(({ label }) => label)).toEqual([
    '海拓物流 罗海生',
    '海拓供应链 罗启铭',
    '都不是',
  ]);
  await lin.says('跟腾云王总见了面');
  expect(await world.kept(interactionKind)).toHaveLength(2);
  const [filed] = await lin.says('2');
  expect(filed?.message.text).toBe('✓ 已记 · 海拓供应链 · 电话 · 今天');
  expect(filed?.replaces).toBe(receipt?.id);
  const calls = (await world.kept(interactionKind)).filter(({ kind }) => kind === 'call');
  expect(calls).toEqual([expect.objectContaining({ account: 'customer-2', contacts: ['contact-2-0'] })]);
});

test('a person of other customers is no further remark on the last one', async () => {
  const lin = world.person('lin');
  await lin.says('跟腾云王总聊了');
  const [receipt, question] = await lin.says('跟罗总聊了,他挺满意');
  expect(receipt?.message.text).toMatch(/^✓ 已记 · 客户待定/);
  expect(question?.message.text).toBe('哪位罗总?');
  expect((await world.kept(contactKind)).filter(({ account }) => account === 'customer-0')).toHaveLength(1);
});

test('a further remark adds to the same record', async () => {
  const lin = world.person('lin');
  await lin.says('刚跟腾云王总打完电话');
  await lin.says('他生日8月15');
  await lin.says('还想看demo');
  expect(await world.kept(interactionKind)).toHaveLength(1);
  expect(await world.kept(contactKind)).toContainEqual(
    expect.objectContaining({
      _id: 'contact-0-0',
      birthday: expect.objectContaining({ calendar: 'solar', month: 8, day: 15 }),
    }),
  );
});

test('a solar birthday becomes lunar with one tap', async () => {
  const lin = world.person('lin');
  await lin.says('刚跟腾云王总打完电话');
  const [receipt] = await lin.says('他生日8月15');
  const [amended] = await lin.presses(receipt, '是农历');
  expect(amended?.message.text).toContain('8月15日(农历)');
  expect(await world.kept(contactKind)).toContainEqual(
    expect.objectContaining({
      _id: 'contact-0-0',
      birthday: expect.objectContaining({ calendar: 'lunar', month: 8, day: 15 }),
    }),
  );
});

test('in the group a tick for all, the receipt for the writer alone', async () => {
  const replies = await world.person('lin').says('@跟进 今天拜访了腾云王总,报价60万', { room: 'sales' });
  expect(replies.map(({ to, message }) => [to.onlyFor, message.text.split('\n')[0]])).toEqual([
    [undefined, '已记 ✓'],
    ['lin', '✓ 已记 · 腾云 · 拜访 · 今天'],
  ]);
});

test('English: log, correct, undo', async () => {
  const emma = world.person('emma');
  const [receipt] = await emma.says('Call with Priya at Alderbank, wants pricing for 40 seats by Thu');
  expect(receipt?.message.text).toMatch(/^✓ Logged · Alderbank · Call · today\nNext: .*, Thu Nov 26$/);
  await emma.says('no, Friday');
  expect(await world.kept(taskKind)).toEqual([expect.objectContaining({ day: '2026-11-27' })]);
  expect((await world.kept(dealKind)).filter(({ owner }) => owner === 'emma')).toEqual([]);
  const [undone] = await emma.says('undo');
  expect(undone?.message.text).toMatch(/^Undone: /);
  expect(await world.kept(taskKind)).toEqual([expect.objectContaining({ day: '2026-11-26' })]);
});

test('a message that was rewritten is read again into the same record', async () => {
  const emma = world.person('emma');
  await emma.says('Call with Priya at Alderbank, quoted $45k', { message: 'web:emma:m1' });
  await emma.edits('web:emma:m1', 'Call with Priya at Alderbank, quoted $52k');
  expect(await world.kept(interactionKind)).toHaveLength(1);
  expect((await world.kept(dealKind)).filter(({ owner }) => owner === 'emma')).toEqual([
    expect.objectContaining({ amount: 5_200_000, currency: 'USD' }),
  ]);
});

test('a message whose record was undone, rewritten: read as if it were said now', async () => {
  const emma = world.person('emma');
  const [receipt] = await emma.says('Call with Priya at Alderbank, quoted $45k', { message: 'web:emma:m1' });
  await emma.presses(receipt, 'Undo');
  const [again] = await emma.edits('web:emma:m1', 'Met Priya at Alderbank, quoted $52k');
  expect(again?.message.text).toMatch(/^✓ Logged · Alderbank · Meeting · today/);
  expect(again?.replaces).toBeUndefined();
  expect(await world.kept(interactionKind)).toEqual([expect.objectContaining({ kind: 'meeting' })]);
});

test('a message that was deleted: its record goes only when asked', async () => {
  const emma = world.person('emma');
  await emma.says('Call with Priya at Alderbank, quoted $45k', { message: 'web:emma:m1' });
  const [asked] = await emma.deletes('web:emma:m1');
  expect(asked?.message.buttons?.map(({ label }) => label)).toEqual(['Undo record', 'Keep it']);
  expect(await world.kept(interactionKind)).toHaveLength(1);
  await emma.presses(asked, 'Undo record');
  expect(await world.kept(interactionKind)).toHaveLength(0);
});

test('an important customer untouched for thirty days is told of, to owner and manager', async () => {
  const lin = world.person('lin');
  const [marked] = await lin.says('海拓物流是重点客户');
  expect(marked?.message.text).toMatch(/^✓ 重点客户 · 海拓物流/);
  const before = await world.until('2026-12-22T18:00:00+08:00');
  expect(before.filter(({ message }) => message.text.includes('海拓物流'))).toEqual([]);
  const pushed = await world.until('2026-12-24T18:00:00+08:00');
  const told = pushed.filter(({ message }) => message.text.includes('海拓物流'));
  expect(told.map(({ to }) => to.room).sort()).toEqual(['direct:chen', 'direct:lin']);
});

test('a win is told in the group that subscribed, two minutes later, and not at all when undone before', async () => {
  const chen = world.person('chen');
  const lin = world.person('lin');
  await chen.says('@跟进 签单了就发到这个群', { room: 'sales' });
  await lin.says('腾云签了 50万');
  await lin.says('撤销');
  const none = await world.until('2026-11-23T10:30:00+08:00');
  expect(none.filter(({ to }) => to.room === 'sales')).toEqual([]);
  await lin.says('腾云签了 50万');
  const told = (await world.until('2026-11-23T11:00:00+08:00')).filter(({ to }) => to.room === 'sales');
  expect(told).toHaveLength(1);
  expect(told[0]?.message.text).toContain('林悦');
  await lin.says('撤销');
  const corrected = (await world.until('2026-11-23T11:30:00+08:00')).filter(({ to }) => to.room === 'sales');
  expect(corrected.map(({ message }) => message.text)).toEqual(['更正:林悦撤销了刚才那条。']);
});

test('a reminder can be put off, paused and explained; typed 为什么 explains the last one', async () => {
  const lin = world.person('lin');
  const [reminder] = (await world.until('2026-11-25T09:30:00+08:00')).filter(({ to }) => to.room === 'direct:lin');
  expect(reminder?.message.text).toContain('腾云');
  const [why] = await lin.says('为什么');
  expect(why?.message.text).toMatch(/规则/);
  const [later] = await lin.says('明天再说');
  expect(later?.message.text).toContain('11/26 周四');
});

test('a stranger’s words are kept and the admin hears of it once', async () => {
  const [answer] = await world.person('nobody').says('跟腾云通了电话');
  expect(answer?.message.text).toBe('你还没加入,已告诉管理员李娜。你刚才那句我留着,加入后就记。');
  await world.person('nobody').says('喂');
  await world.until('2026-11-23T10:10:00+08:00');
  expect(world.shownTo('li')).toHaveLength(1);
});

test('not understood: an example first, then only help; thanks and ok are silence', async () => {
  const lin = world.person('lin');
  expect((await lin.says('晚上吃啥呢'))[0]?.message.text).toMatch(/^没看出要记什么/);
  const [again] = await lin.says('吃火锅吧');
  expect(again?.message.text).toBe('没懂。');
  expect((await lin.presses(again, '帮助'))[0]?.message.text).toMatch(/^直接说发生了什么/);
  for (const quiet of ['好的', '谢谢', '👍', 'ok']) expect(await lin.says(quiet)).toEqual([]);
});

test('long text is kept whole and its beginning read', async () => {
  const lin = world.person('lin');
  const long = `刚跟腾云王总打完电话。${'他们流程很长。'.repeat(900)}`;
  const replies = await lin.says(long);
  expect(replies.some(({ message }) => message.text.includes('4,000') || message.text.includes('4000'))).toBe(true);
  expect(await world.kept(interactionKind)).toEqual([expect.objectContaining({ note: long })]);
});
