import { groupKind } from '../../src/crm/group/group.ts';
import { addPerson } from '../../src/crm/person/add-person.ts';
import { personKind } from '../../src/crm/person/person.ts';
import { fillTeam } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', async (records) => {
    await fillTeam(records, []);
    const team = await records.stores.team.settings();
    const more = [
      { id: 'kim', name: 'Kim Lee', role: 'rep' as const, locale: 'en' as const },
      { id: 'ada', name: 'Ada Wong', role: 'admin' as const, locale: 'en' as const },
      { id: 'zhang2', name: '张小雨', role: 'rep' as const },
      { id: 'wang', name: '王强', role: 'rep' as const },
    ];
    for (const { id, ...person } of more) await addPerson(records.ledger, `import:${id}`, id, person, team);
  });
});
afterEach(() => world.close());

const said = async (person: string, text: string) => (await world.person(person).says(text))[0]?.message.text;
const groups = async () => (await world.kept(groupKind)).map(({ name }) => name).sort();
const groupOf = async (name: string) => {
  const person = (await world.kept(personKind)).find((one) => one.name === name);
  return (await world.kept(groupKind)).find(({ _id }) => _id === person?.group)?.name ?? null;
};

test('teams are made, filled, managed, renamed and listed by talk', async () => {
  expect(await said('li', '建团队 一组 二组')).toBe('✓ 已建 · 一组、二组');
  expect(await groups()).toEqual(['一组', '二组']);
  expect(await said('li', '把林悦和王强放进一组')).toBe('✓ 一组 · 林悦、王强\n还没人管这个组,说「让某某管」');
  expect(await said('li', '让陈敏管一组和二组')).toBe('✓ 陈敏 · 管一组、二组');
  expect(await said('lin', '谁在一组')).toBe('一组 · 2人 · 陈敏管\n林悦 · 销售\n王强 · 销售');
  expect(await said('li', '一组改名华东组')).toBe('✓ 已改名 · 一组→华东组');
  expect(await said('li', '把小林放进二组')).toBe('✓ 二组 · 林悦\n林悦 华东组→二组');
  expect(await said('li', '把王强移出华东组')).toBe('✓ 已移出 · 华东组 · 王强');
  expect(await said('li', '有哪些团队')).toBe('2个团队\n二组 · 1人 · 陈敏管\n华东组 · 0人 · 陈敏管\n没分组 · 8人');
  expect(await said('li', '解散二组')).toBe(
    '✓ 已解散 · 二组\n1人现在不在任何组'.replace('现在不在任何组', '不在任何组了'),
  );
  expect(await groupOf('林悦')).toBeNull();
});

test('in English, with names that are no Chinese and a rep who becomes a manager', async () => {
  expect(await said('ada', 'create teams North, South')).toBe('✓ Created · North, South');
  expect(await said('ada', 'put Kim in North')).toBe('✓ North · Kim Lee\nNobody manages it yet.');
  expect(await said('ada', 'Emma manages North and South')).toBe(
    '✓ Emma Clarke · manages North, South\nEmma Clarke rep→manager',
  );
  expect(await said('kim', 'who is in North?')).toBe('North · 1 person · Emma Clarke manages\nKim Lee · rep');
  expect(await said('ada', 'rename North to East')).toBe('✓ Renamed · North→East');
  expect(await said('ada', 'take Kim out of East')).toBe('✓ Out of East · Kim Lee');
  expect(await said('ada', 'delete team East')).toBe('✓ Dissolved · East');
});

test('from one team to another, and oneself', async () => {
  await said('ada', 'create teams North, South');
  expect(await said('li', '把林悦放North')).toMatch(/^✓ North · 林悦/);
  expect(await said('ada', 'move 林悦 from North to South')).toMatch(/^✓ South · 林悦\n林悦 North→South/);
  expect(await said('li', '把林悦从South调到North')).toMatch(/^✓ North · 林悦/);
  expect(await said('li', '林悦升主管')).toMatch(/^✓ 林悦 · 销售→主管/);
  expect(await said('ada', 'make me a manager')).toMatch(/^✓ Ada Wong · admin→manager/);
  expect(await said('li', '林悦不当主管了')).toMatch(/^✓ 林悦 · 主管→销售/);
  expect(await said('li', '把我改成销售')).toBe('至少要有一位管理员,先再设一位。');
});

test('politely, in other words, several at once', async () => {
  expect(await said('li', '帮我建两个团队\uff0c一组和二组')).toBe('✓ 已建 · 一组、二组');
  expect(await said('li', '建个团队叫三组')).toBe('✓ 已建 · 三组');
  expect(await said('li', '请把林悦\uff0c王强和张小雨加到一组')).toMatch(/^✓ 一组 · 林悦、王强、张小雨/);
  expect(await said('li', '一组和二组归陈敏管')).toBe('✓ 陈敏 · 管一组、二组');
  expect(await said('li', '把三组改成华东组吧')).toBe('✓ 已改名 · 三组→华东组');
  expect(await said('li', '把华东组解散了吧')).toMatch(/^✓ 已解散 · 华东组/);
  expect(await said('ada', 'could you create two teams: East and West please')).toBe('✓ Created · East, West');
  expect(await said('ada', 'Kim Lee should lead both East and West')).toMatch(/^✓ Kim Lee · manages East, West/);
  for (const text of ['采购部由李总负责', '把采购部的会改成周五', '腾云的负责人换成李总', '王总不当经理了'])
    expect(await said('li', text)).not.toMatch(/团队|同事|✓ 李/);
});

test('several placements in one message: each is done, one receipt, one undo', async () => {
  await said('li', '建团队 一组 二组');
  expect(await said('li', '林悦放一组\uff0c张伟放二组')).toBe('✓ 一组 · 林悦\n✓ 二组 · 张伟');
  expect(await said('li', '撤销')).toMatch(/^已撤销:/);
  expect([await groupOf('林悦'), await groupOf('张伟')]).toEqual([null, null]);
  expect(await said('li', '麻烦把林悦和王强加到一组\uff0c再把小张加到二组里')).toBe('哪位小张?');
  expect(await said('li', '张伟')).toBe('✓ 一组 · 林悦、王强\n✓ 二组 · 张伟');
  expect(await said('ada', 'put Kim and Emma in team 1 and 林悦 in team 2 please')).toBe(
    '✓ 一组 · Kim Lee, Emma Clarke\n✓ 二组 · 林悦\n林悦 一组→二组',
  );
  expect(await said('ada', 'move Kim to team 2, Emma to team 1')).toBe(
    '✓ 二组 · Kim Lee\nEmma Clarke is in 一组 already.\nKim Lee 一组→二组',
  );
  expect(await said('li', '林悦去一组 赵六去一组')).not.toMatch(/✓ 一组/);
  expect(await said('li', '把林悦放一组\uff0c赵六放二组')).toBe('没有叫「赵六」的同事。');
  expect(await groupOf('林悦')).toBe('二组');
  expect(await said('lin', '林悦放一组\uff0c张伟放一组')).toBe('只有管理员能做这件事。');
  expect(await said('li', '林悦去腾云\uff0c张伟去海拓')).not.toMatch(/团队|✓ 腾云 · 林悦/);
});

test('the team first, as a list is written down; also while it is made', async () => {
  expect(await said('li', '建团队 一组\uff1a林悦、张伟\uff1b二组\uff1a王强')).toBe(
    '✓ 已建 · 一组、二组\n✓ 一组 · 林悦、张伟\n✓ 二组 · 王强',
  );
  await said('li', '撤销');
  expect([await groups(), await groupOf('林悦')]).toEqual([[], null]);
  await said('li', '建团队 一组 二组');
  expect(await said('li', '一组放林悦')).toMatch(/^✓ 一组 · 林悦\n/);
  expect(await said('li', '二组\uff1a林悦、张伟')).toMatch(/^✓ 二组 · 林悦、张伟\n林悦 一组→二组/);
  expect(await said('li', '一组放王强和林悦\uff0c二组放Emma')).toBe(
    '✓ 一组 · 王强、林悦\n✓ 二组 · Emma Clarke\n林悦 二组→一组',
  );
  expect(await said('ada', 'team 1: Kim, Emma')).toMatch(/^✓ 一组 · Kim Lee, Emma Clarke/);
  expect(await said('li', '三组\uff1a林悦')).toMatch(/^没有叫「三组」的团队/);
  expect(await said('li', '不对\uff0c林悦放二组')).toMatch(/^✓ 二组 · 林悦/);
  expect(await said('li', '陈敏管这三个组')).not.toMatch(/✓/);
  await said('ada', 'create teams North and South');
  expect(await said('ada', 'Emma runs both')).toMatch(/^✓ Emma Clarke · manages North, South/);
  for (const text of ['王总\uff1a周五再看', '一组有谁', '一组的负责人是李总', '林悦加张伟'])
    expect(await said('li', text)).not.toMatch(/✓ 一组|没有叫/);
});

test('who the colleagues are: all of them, or those one works with', async () => {
  await said('li', '建团队 一组');
  await said('li', '把林悦放一组');
  await said('li', '让陈敏管一组');
  const all = await said('lin', '有哪些同事');
  expect(all).toMatch(/^同事 · 9人\n/);
  expect(all?.split('\n')).toHaveLength(6);
  for (const text of ['团队里都有谁', '公司里有多少人\uff1f', '列一下同事', '同事名单'])
    expect(await said('lin', text)).toBe(all);
  const [list] = await world.person('kim').says('who is on the team?');
  expect(list?.message.text).toMatch(/^9 colleagues\n/);
  for (const text of ['list my colleagues', 'Show all team members', 'who are my colleagues'])
    expect(await said('kim', text)).toBe(list?.message.text);
  const [whole] = await world.person('kim').presses(list, 'Show all');
  expect(whole?.message.text.split('\n')).toHaveLength(10);
  expect(whole?.message.text).toContain('林悦 · rep · 一组');
  expect(await said('chen', '我的团队都有谁')).toBe(
    '我的团队 · 4人\n陈敏 · 主管\nEmma Clarke · 销售\n林悦 · 销售 · 一组\n张伟 · 销售',
  );
  expect(await said('kim', "who's on my team")).toBe(list?.message.text);
});

test('every change can be taken back, and stands again when restored', async () => {
  await said('li', '建团队 一组 二组');
  await said('li', '把林悦放进一组');
  expect(await said('li', '撤销')).toBe('已撤销:林悦的团队。\n其他不变。');
  expect(await groupOf('林悦')).toBeNull();
  await said('li', '恢复');
  expect(await groupOf('林悦')).toBe('一组');
  await said('li', '撤销');
  expect(await said('li', '撤销')).toMatch(/^已撤销:(?:一组、二组|二组、一组)。/);
  expect(await groups()).toEqual([]);
});

test('only an admin changes teams', async () => {
  for (const person of ['lin', 'chen']) expect(await said(person, '建团队 一组')).toBe('只有管理员能做这件事。');
  expect(await said('kim', 'create team North')).toBe('Only an admin can do that.');
  expect(await groups()).toEqual([]);
});

test('unknown names are said, names that fit several are asked with buttons', async () => {
  await said('li', '建团队 一组 二组');
  expect(await said('li', '把林悦放进三组')).toBe('没有叫「三组」的团队。\n现有:一组、二组');
  expect(await said('li', '把赵六放进一组')).toBe('没有叫「赵六」的同事。');
  expect(await said('li', '建团队 一组')).toBe('已经有「一组」了。');
  const [question] = await world.person('li').says('把小张放进一组');
  expect(question?.message.text).toBe('哪位小张?');
  expect(question?.message.buttons?.map(({ label }) => label)).toEqual(['张伟', '张小雨']);
  const [done] = await world.person('li').presses(question, '张小雨');
  expect(done?.message.text).toMatch(/^✓ 一组 · 张小雨/);
  expect(await said('ada', 'put Kim in Nroth')).toBe('No team called "Nroth".\nThere are: 一组, 二组');
});

test('what only sounds like a command is none', async () => {
  await said('li', '建团队 一组 二组');
  for (const text of [
    'put Kim in touch with the lawyers of Alderbank',
    'Wang manages procurement',
    '腾云的李总管采购',
    '李总负责采购部',
    '下周带客户去技术部',
    '成立了采购部',
    '王总负责二组',
    '取消采购部的会',
  ])
    expect(await said('li', text)).not.toMatch(/团队|team/i);
});
