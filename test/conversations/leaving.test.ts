import { accountKind } from '../../src/crm/account/account.ts';
import { contactKind } from '../../src/crm/contact/contact.ts';
import { dealKind } from '../../src/crm/deal/deal.ts';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { personKind } from '../../src/crm/person/person.ts';
import { roomKind } from '../../src/crm/room/room.ts';
import { taskKind } from '../../src/crm/task/task.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

const touchedAt = '2026-11-20T10:00:00+08:00';
const deal = (units: number) => ({ units, stage: 'needs' as const, touchedAt });
const customers = [
  { ...tengyun, deal: deal(500_000) },
  { name: '宁波海拓物流有限公司', alias: '海拓', owner: 'lin', deal: deal(200_000) },
  { name: '晨耀光电', alias: '晨耀', owner: 'zhang', deal: deal(90_000) },
];

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, customers));
});
afterEach(() => world.close());

const said = async (person: string, text: string) => (await world.person(person).says(text))[0]?.message.text ?? '';
const owners = async () => ({
  accounts: (await world.kept(accountKind)).map(({ owner }) => owner),
  contacts: (await world.kept(contactKind)).map(({ owner }) => owner),
  deals: (await world.kept(dealKind)).map(({ owner }) => owner),
  steps: (await world.kept(taskKind)).map(({ owner }) => owner),
});
const active = async (id: string) => (await world.kept(personKind)).find(({ _id }) => _id === id)?.active;
const toldTo = async (person: string, until: string) =>
  (await world.until(until)).filter(({ to }) => to.room === `direct:${person}`).map(({ message }) => message);

test('one sentence: who left writes, sees and is told nothing, and their manager gets all that is open', async () => {
  await said('lin', '今天跟腾云王总通了电话,周三发报价');
  expect(await said('li', '林悦离职了')).toBe('✓ 已离职 · 林悦 · 归陈敏\n2个客户 · 2单在跟 70万 · 1个下一步');
  expect(await active('lin')).toBe(false);
  expect(await owners()).toEqual({
    accounts: ['chen', 'chen', 'zhang'],
    contacts: ['chen'],
    deals: ['chen', 'chen', 'zhang'],
    steps: ['chen'],
  });
  expect(await world.kept(interactionKind)).toEqual([expect.objectContaining({ by: 'lin' })]);
  expect((await world.kept(roomKind))[0]?.members).toEqual(['chen', 'zhang']);
  expect(await said('lin', '跟腾云通了电话')).toBe('你已经不在团队里,这句没有记。');
  expect(await said('lin', '本季度漏斗')).toBe('你已经不在团队里,这句没有记。');
  expect(world.shownTo('li').filter(({ message }) => message.text.includes('想加入'))).toEqual([]);
  const told = await toldTo('chen', '2026-11-23T11:00:00+08:00');
  expect(told.map(({ text }) => text)).toEqual([
    '林悦离职 · 客户归你\n2个客户 · 2单在跟 70万 · 1个下一步\n腾云 · 需求分析 50万 · 下一步 11/25 周三 发报价\n海拓 · 需求分析 20万',
  ]);
  const later = await world.until('2026-11-27T12:00:00+08:00');
  expect(later.filter(({ to }) => to.room === 'direct:lin' || to.onlyFor === 'lin')).toEqual([]);
  expect(later.filter(({ to, message }) => to.room === 'direct:chen' && message.text.includes('腾云'))).not.toEqual([]);
});

test('what was on its way to who left does not leave', async () => {
  await said('chen', '把晨耀转给林悦');
  await said('li', '停用林悦');
  expect(await toldTo('lin', '2026-11-23T11:00:00+08:00')).toEqual([]);
});

test('undone, all is as it was, and who was told hears so', async () => {
  const before = await owners();
  await said('li', '停用林悦');
  expect(await said('li', '撤销')).toMatch(/^已撤销:(?=.*林悦离职).*的负责人/);
  expect(await owners()).toEqual(before);
  expect(await active('lin')).toBe(true);
  expect((await world.kept(roomKind))[0]?.members).toEqual(['chen', 'lin', 'zhang']);
  expect(await said('lin', '本季度漏斗')).toContain('合计 2单 · 70万');
  expect(await toldTo('chen', '2026-11-23T11:00:00+08:00')).toEqual([]);
});

test('steps of their own and at others’ customers go along; the reminder that they leave is done', async () => {
  await said('lin', '提醒我周五交报销单');
  await said('zhang', '晨耀下周三去做演示,让林悦去');
  const [question] = await world.person('li').says('林悦12月4日离职');
  await world.person('li').presses(question, '到期提醒');
  expect(await said('li', '停用林悦')).toBe(
    '✓ 已离职 · 林悦 · 归陈敏\n2个客户 · 2单在跟 70万 · 2个下一步\n离职的提醒也完成了',
  );
  const open = async () => (await world.kept(taskKind)).filter(({ doneAt }) => doneAt === null);
  expect((await open()).map(({ owner }) => owner).sort()).toEqual(['chen', 'chen', 'zhang']);
  await said('li', '撤销');
  expect((await open()).map(({ owner }) => owner).sort()).toEqual(['li', 'lin', 'lin', 'zhang']);
});

test('in English, by a manager’s chain, and not for just anybody', async () => {
  await said('li', 'make Emma an admin');
  expect(await said('emma', 'Priya has left the company')).not.toMatch(/Left/);
  expect(await said('emma', 'deactivate Emma')).toBe('Nobody deactivates themselves; ask another admin.');
  expect(await said('emma', 'deactivate Bob')).toBe('No colleague called "Bob".');
  expect(await said('chen', '林悦离职了')).toBe('只有管理员能做这件事。');
  expect(await said('emma', '张伟 left the company')).toBe(
    "✓ Left · 张伟 · now 陈敏's\n1 customer · 1 open deal CN¥90K · 0 steps",
  );
});

test('who has no manager leaves everything to the admin, with what is open in the receipt', async () => {
  await said('li', '建团队 一组');
  await said('li', '把张伟放进一组');
  expect(await said('li', '小张离职了')).toBe(
    '✓ 已离职 · 张伟 · 归李娜\n1个客户 · 1单在跟 9万 · 0个下一步\n晨耀 · 需求分析 9万',
  );
});

test('a manager who leaves: their people and teams answer to the next one up', async () => {
  await said('li', '建团队 一组');
  await said('li', '把林悦放进一组');
  await said('li', '让张伟管一组');
  expect(await said('li', '张伟离职了')).toMatch(/^✓ 已离职 · 张伟 · 归陈敏/);
  expect(await said('chen', '一组的漏斗')).toContain('合计 2单 · 70万');
});

test('who takes over is said with it, and a manager’s people are named as having none', async () => {
  expect(await said('li', '林悦要走了\uff0c客户给张伟')).toBe(
    '✓ 已离职 · 林悦 · 归张伟\n2个客户 · 2单在跟 70万 · 0个下一步',
  );
  expect((await owners()).accounts).toEqual(['zhang', 'zhang', 'zhang']);
  await said('li', '撤销');
  expect(await said('li', 'Emma left')).toBe('✓ 已离职 · Emma Clarke');
  expect(await said('li', 'Lin is leaving, Bob takes over')).not.toMatch(/已离职/);
  expect(await said('li', '陈敏离职\uff0c让小张接手')).toBe('✓ 已离职 · 陈敏\n2人没有主管了');
  expect(await said('li', '我离职了')).toBe('自己停用不了自己,请另一位管理员来。');
});

test('of a day to come it is asked: a step of one’s own then, or now; nobody is deactivated by a date', async () => {
  const li = world.person('li');
  const [question] = await li.says('林悦下周五离职');
  expect(question?.message.text).toBe('林悦 · 12/4 周五 离职\n到那天提醒你?');
  expect(question?.message.buttons?.map(({ label }) => label)).toEqual(['到期提醒', '现在停用', '先放着']);
  expect(await world.kept(taskKind)).toEqual([]);
  const [noted] = await li.presses(question, '到期提醒');
  expect(noted?.message.text).toBe('✓ 已记 · 12/4 周五 林悦离职');
  expect(await world.kept(taskKind)).toEqual([
    expect.objectContaining({ title: '林悦离职', owner: 'li', day: '2026-12-04', account: null }),
  ]);
  expect(await said('li', '撤销')).toMatch(/^已撤销:12\/4 周五 林悦离职/);
  expect(await said('li', '12月4日小林就不干了\uff0c客户给张伟')).toBe('林悦 · 12/4 周五 离职\n到那天提醒你?');
  expect(await said('li', '先放着')).not.toMatch(/✓/);
  expect([await active('lin'), await world.kept(taskKind)]).toEqual([true, []]);
  const [again] = await li.says('林悦的最后一天是12月4日\uff0c客户给张伟');
  const [left] = await li.presses(again, '现在停用');
  expect(left?.message.text).toMatch(/^✓ 已离职 · 林悦 · 归张伟\n/);
  expect(await active('lin')).toBe(false);
});

test('a manager is reminded of their own people; who may not say so, and a contact, leave it a note', async () => {
  const [question] = await world.person('chen').says('Emma leaves the company next Friday');
  expect(question?.message.text).toBe('Emma Clarke · 12/4 周五 离职\n到那天提醒你?');
  expect(question?.message.buttons?.map(({ label }) => label)).toEqual(['到期提醒', '先放着']);
  await world.person('chen').presses(question, '到期提醒');
  expect((await world.kept(taskKind)).map(({ title, owner }) => [title, owner])).toEqual([['Emma Clarke离职', 'chen']]);
  await said('li', 'make Emma an admin');
  const [asked] = await world.person('emma').says("陈敏's last day is Dec 4");
  expect(asked?.message.text).toBe('陈敏 leaves · Fri Dec 4\nRemind you on that day?');
  expect(asked?.message.buttons?.map(({ label }) => label)).toEqual(['Remind me', 'Deactivate now', 'Later']);
  const pushed = await toldTo('chen', '2026-12-04T12:00:00+08:00');
  expect(pushed.map(({ text }) => text)).toContainEqual(expect.stringContaining('Emma Clarke离职'));
  for (const [person, text] of [
    ['lin', '张伟下周五离职'],
    ['lin', '林悦下周五离职'],
    ['li', '王总下周离职'],
    ['li', '腾云的王总下周五离职'],
  ] as const)
    expect(await said(person, text)).not.toMatch(/到那天提醒你|已离职/);
  expect((await world.kept(personKind)).every((person) => person.active)).toBe(true);
});

test('an admin takes back who left; of a colleague, being back tells of a journey', async () => {
  await said('li', '建团队 一组');
  await said('li', '把林悦放进一组');
  expect(await said('li', '林悦回来了')).not.toMatch(/已恢复/);
  await said('li', '停用林悦');
  expect(await said('chen', '恢复林悦的账号')).toBe('只有管理员能做这件事。');
  expect(await said('li', '林悦回来了')).toBe('✓ 已恢复 · 林悦 · 销售 · 一组\n转走的客户没有转回');
  expect(await active('lin')).toBe(true);
  expect((await owners()).accounts).toEqual(['li', 'li', 'zhang']);
  await said('li', '撤销');
  expect(await active('lin')).toBe(false);
  expect(await said('li', 'reactivate 林悦')).toMatch(/^✓ 已恢复/);
});

test('a contact who leaves is no colleague', async () => {
  expect(await said('li', '腾云的王总离职了')).not.toContain('已离职');
  expect(await said('li', '王总离职了')).not.toContain('已离职');
  expect((await world.kept(personKind)).every((person) => person.active)).toBe(true);
});

test('who comes back by a code is who they were', async () => {
  await said('li', '停用林悦');
  const code = /[A-Z2-9]{5}-[A-Z2-9]{5}/.exec(await said('li', '加入码'))?.[0] ?? '';
  expect(await said('lin', code)).toMatch(/^已认出你,林悦/);
  expect(await active('lin')).toBe(true);
});

describe('customers handed over', () => {
  test('one, the new owner told once, the history its writer’s', async () => {
    await said('lin', '今天跟腾云王总通了电话,周三发报价');
    expect(await said('chen', '把腾云转给张伟')).toBe('✓ 腾云 · 林悦→张伟\n1个客户 · 1单在跟 50万 · 1个下一步');
    expect((await owners()).accounts).toEqual(['zhang', 'lin', 'zhang']);
    expect(await world.kept(interactionKind)).toEqual([expect.objectContaining({ by: 'lin' })]);
    expect(await said('zhang', '腾云怎么样了')).toContain('今天跟腾云王总通了电话');
    expect((await toldTo('zhang', '2026-11-23T12:00:00+08:00')).map(({ text }) => text.split('\n')[0])).toEqual([
      '归你了 · 腾云 · 陈敏转来',
    ]);
    expect(await said('chen', '撤销')).toBe('已撤销:腾云的负责人。\n其他不变。');
    expect((await owners()).accounts).toEqual(['lin', 'lin', 'zhang']);
  });

  test('all of a colleague’s, by familiar names', async () => {
    expect(await said('chen', '把小林的客户都转给小张')).toBe(
      '✓ 2个客户 · 林悦→张伟\n2个客户 · 2单在跟 70万 · 0个下一步',
    );
    expect((await owners()).accounts).toEqual(['zhang', 'zhang', 'zhang']);
    expect(await said('chen', '撤销')).toMatch(/^已撤销:(?=.*腾云的负责人).*海拓的负责人/);
  });

  test.each([
    ['让小张接手林悦的客户', '✓ 2个客户 · 林悦→张伟'],
    ['林悦的客户都由张伟接手', '✓ 2个客户 · 林悦→张伟'],
    ["let 张伟 take over 林悦's customers", '✓ 2个客户 · 林悦→张伟'],
    ['让张伟接手腾云', '✓ 腾云 · 林悦→张伟'],
  ])('taken over: %s', async (text, head) => {
    expect((await said('chen', text)).split('\n')[0]).toBe(head);
  });

  test('in English, and only what is one’s own to give', async () => {
    expect(await said('lin', 'transfer all my customers to Emma')).toMatch(/^✓ 2个客户 · 林悦→Emma Clarke/);
    expect(await said('lin', '把张伟的客户转给林悦')).toBe('张伟的客户不归你转。');
    expect(await said('emma', 'transfer 腾云 to Emma')).toBe("腾云 is Emma Clarke's already.");
    expect(await said('chen', '把腾云转给赵六')).toBe('没有叫「赵六」的同事。');
    expect((await owners()).accounts).toEqual(['emma', 'emma', 'zhang']);
  });
});
