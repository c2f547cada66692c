import { groupKind } from '../../src/crm/group/group.ts';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { joinCodeKind } from '../../src/crm/person/join-code.ts';
import { personKind } from '../../src/crm/person/person.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { until } from '../support/until.ts';
import { World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, [tengyun]));
});
afterEach(() => world.close());

const CODE = /[A-Z2-9]{5}-[A-Z2-9]{5}/;
const said = async (person: string, text: string, room?: string) =>
  (await world.person(person).says(text, room === undefined ? {} : { room }))[0]?.message.text;
const codeOf = async (asked: string) => CODE.exec((await said('li', asked)) ?? '')?.[0] ?? '';
const joined = async () => {
  const [people, groups] = await Promise.all([world.kept(personKind), world.kept(groupKind)]);
  const fresh = people.filter(({ identities }) => identities.some(({ user }) => user.startsWith('u-')));
  return fresh.map(({ name, role, group }) => [name, role, groups.find(({ _id }) => _id === group)?.name ?? null]);
};

test('who types the code in a direct talk joins that team as a rep, and what was kept is logged', async () => {
  await said('li', '建团队 一组');
  const told = await said('li', '加入码 一组 2人 3天');
  expect(told).toMatch(/^加入码 [A-Z2-9]{5}-[A-Z2-9]{5}\n一组 · 2人 · 到11\/26 周四\n私聊发给我就加入$/);
  const code = CODE.exec(told ?? '')?.[0] ?? '';
  world.knows('u-li', { name: '李雷', email: null });
  await said('u-li', '今天跟蓝海科技的赵总通了电话');
  expect(await said('u-li', code.toLowerCase().replace('-', ''))).toBe('已认出你,李雷。之前留着的话马上记。');
  expect(await joined()).toEqual([['李雷', 'rep', '一组']]);
  await until(async () => (await world.kept(interactionKind)).length > 0);
  expect(await world.kept(interactionKind)).toHaveLength(1);
});

test('in a group, a code is only words', async () => {
  const code = await codeOf('加入码');
  await said('u-a', code, 'sales');
  expect(await joined()).toEqual([]);
});

test('used up, expired, stopped or wrong: a clear line each, and nobody joins', async () => {
  const two = await codeOf('加入码 2人');
  for (const user of ['u-a', 'u-b']) expect(await said(user, two)).toMatch(/^已认出你/);
  expect(await said('u-c', two)).toBe('这个加入码用完了,请管理员再发一个。');
  const short = await codeOf('加入码 1天');
  world.clock.pass(25 * 3_600_000);
  expect(await said('u-c', short)).toBe('这个加入码过期了,请管理员再发一个。');
  const stopped = await codeOf('加入码');
  expect(await said('li', `停用加入码 ${stopped}`)).toBe(`✓ 已停用 · 加入码…${stopped.slice(6)}`);
  expect(await said('u-c', stopped)).toBe('没有这个加入码,请对一下再发。');
  expect(await said('u-c', 'AAAAA-AAAAA')).toBe('没有这个加入码,请对一下再发。');
  expect(await joined()).toHaveLength(2);
});

test('who joins at once never get more places than there are', async () => {
  const code = await codeOf('加入码 2人');
  await Promise.all(['u-a', 'u-b', 'u-c', 'u-d'].map((user) => said(user, code)));
  expect(await joined()).toHaveLength(2);
});

test('a guesser is slowed down, also with the right code', async () => {
  const code = await codeOf('加入码');
  for (let guess = 2; guess < 7; guess += 1) await said('u-x', `AAAAA-AAAA${guess}`);
  expect(await said('u-x', code)).toBe('试得太多了,过一会儿再试。');
  expect(await said('u-x', '跟腾云通了电话')).toContain('你还没加入');
  expect(await said('u-y', code)).toMatch(/^已认出你/);
});

test('codes are kept as hashes, listed by their last letters, and stopped by a tap', async () => {
  await said('li', '建团队 一组');
  const code = await codeOf('给一组的加入码');
  const kept = await world.records.db.collection(joinCodeKind.collection).find().toArray();
  expect(JSON.stringify(kept)).not.toContain(code);
  expect(JSON.stringify(kept)).not.toContain(code.slice(0, 5));
  const [list] = await world.person('li').says('有哪些加入码');
  expect(list?.message.text).toBe(`1个加入码在用\n…${code.slice(6)} · 一组 · 剩10人 · 到11/30 周一`);
  await world.person('li').presses(list, `停用${code.slice(6)}`);
  expect(await said('li', '有哪些加入码')).toBe('没有在用的加入码。');
  await said('li', '撤销');
  expect(await said('u-a', code)).toMatch(/^已认出你/);
});

test('in English, after teams were made: one tap, then which team', async () => {
  await world.person('li').says('make Emma an admin');
  const [made] = await world.person('emma').says('create teams North, South');
  const [question] = await world.person('emma').presses(made, 'Join code');
  expect(question?.message.text).toBe('For which team?');
  const [told] = await world.person('emma').presses(question, 'South');
  expect(told?.message.text).toMatch(/^Join code [A-Z2-9]{5}-[A-Z2-9]{5}\nSouth · 10 people · until Mon Nov 30\n/);
  expect(await said('emma', 'join code for North, 3 people, 2 days')).toMatch(/North · 3 people · until Wed Nov 25/);
  expect(await said('emma', 'join code for North valid for two weeks for five people')).toMatch(
    /North · 5 people · until Mon Dec 7/,
  );
  expect(await said('emma', 'how do I invite people?')).toBe('For which team?');
  expect(await said('emma', 'join code for West')).toBe('No team called "West".');
  expect(await said('emma', 'join code for 900 people')).toBe('A join code is for 1 to 500 people.');
  expect(await said('lin', '加入码')).toBe('只有管理员能做这件事。');
});
