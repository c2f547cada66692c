import { groupKind } from '../../src/crm/group/group.ts';
import { personKind } from '../../src/crm/person/person.ts';
import { fillTeam } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, []));
});
afterEach(() => world.close());

const said = async (person: string, text: string) => (await world.person(person).says(text))[0]?.message.text;
const person = async (name: string) => (await world.kept(personKind)).find((one) => one.name === name);
const role = async (name: string) => (await person(name))?.role;

test('roles are set by talk, and taken back', async () => {
  expect(await said('li', '把林悦设为主管')).toBe('✓ 林悦 · 销售→主管');
  expect(await role('林悦')).toBe('manager');
  expect(await said('li', '撤销')).toBe('已撤销:林悦的角色。\n其他不变。');
  expect(await role('林悦')).toBe('rep');
  expect(await said('li', '把林悦和张伟设为管理员')).toBe('✓ 林悦 · 销售→管理员\n✓ 张伟 · 销售→管理员');
  expect(await said('lin', '把张伟设为销售')).toBe('✓ 张伟 · 管理员→销售');
  expect(await said('li', 'make Emma a manager')).toBe('✓ Emma Clarke · 销售→主管');
  expect(await said('li', '把林悦设为管理员')).toBe('林悦已经是管理员。');
  expect(await said('li', '张伟改成销售主管')).toBe('✓ 张伟 · 销售→主管');
  expect(await said('li', '王总的职务改成经理')).not.toContain('同事');
  expect(await said('li', '把赵六设为主管')).toBe('没有叫「赵六」的同事。');
  expect(await said('zhang', '把张伟设为管理员')).toBe('只有管理员能做这件事。');
  expect(await said('emma', 'make Emma an admin')).toBe('Only an admin can do that.');
});

test('colleagues are added with a role in more words, names and words in different languages', async () => {
  expect(await said('li', '添加同事 钱芳 销售主管')).toContain('✓ 已加 · 钱芳 · 主管');
  expect(await said('li', '把李雷加进来,做销售')).toContain('✓ 已加 · 李雷 · 销售');
  expect(await said('li', '添加 何平(主管)')).toContain('✓ 已加 · 何平 · 主管');
  await said('li', '建团队 一组');
  expect(await said('li', 'add colleague Sam Roe as a manager in 一组')).toContain('✓ 已加 · Sam Roe · 主管 · 一组');
});

test('the last admin stays one, by a command and by an undo', async () => {
  expect(await said('li', '把李娜设为销售')).toBe('至少要有一位管理员,先再设一位。');
  await said('li', '把林悦设为管理员');
  expect(await said('lin', '把李娜设为销售')).toBe('✓ 李娜 · 管理员→销售');
  // Who is no admin any more takes nothing back; else nobody would be one.
  expect(await said('li', '撤销')).toMatch(/管理员/);
  expect([await role('林悦'), await role('李娜')]).toEqual(['admin', 'rep']);
  expect(await said('lin', '把林悦设为主管')).toBe('至少要有一位管理员,先再设一位。');
});

test('two admins who demote each other at once: one of them stays', async () => {
  await said('li', '把林悦设为管理员');
  await Promise.all([said('li', '把林悦设为销售'), said('lin', '把李娜设为销售')]);
  expect([await role('林悦'), await role('李娜')].filter((one) => one === 'admin')).toHaveLength(1);
});

test('who becomes a rep manages no team any more', async () => {
  await said('li', '建团队 一组');
  await said('li', '让陈敏管一组');
  expect(await said('li', '把陈敏设为销售')).toBe('✓ 陈敏 · 主管→销售\n一组没人管了');
  expect((await world.kept(groupKind)).map(({ manager }) => manager)).toEqual([null]);
  await said('li', '撤销');
  expect((await world.kept(groupKind)).map(({ manager }) => manager)).toEqual(['chen']);
});

test('a colleague is added with a role and a team, and comes in by a code of their own', async () => {
  await said('li', '建团队 一组');
  const told = await said('li', '加同事 赵六 主管 一组');
  expect(told).toMatch(/^✓ 已加 · 赵六 · 主管 · 一组\n赵六的加入码 [A-Z2-9]{5}-[A-Z2-9]{5}\n/);
  const code = /[A-Z2-9]{5}-[A-Z2-9]{5}/.exec(told ?? '')?.[0] ?? '';
  expect(await said('u-zhao', code)).toBe('已认出你,赵六。之前留着的话马上记。');
  expect((await person('赵六'))?.identities).toContainEqual({ adapter: 'web', user: 'u-zhao' });
  expect(await said('u-other', code)).toBe('这个加入码用完了,请管理员再发一个。');
  expect(await said('li', '加同事 赵六')).toBe('已经有一位「赵六」了。');
  expect(await said('li', 'add colleague Kim Lee as manager')).toMatch(/^✓ 已加 · Kim Lee · 主管\n/);
});
