import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { fillTeam } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

const customers = [
  { name: '宁波海拓物流有限公司', alias: '海拓物流', owner: 'lin', contacts: [{ name: '罗海生', alias: '罗总' }] },
  { name: '海拓供应链管理有限公司', alias: '海拓供应链', owner: 'lin', contacts: [{ name: '罗启铭', alias: '罗总' }] },
  {
    name: 'Alderbank Holdings plc',
    alias: 'Alderbank',
    owner: 'emma',
    contacts: [{ name: 'Sam Poole', alias: 'Sam' }],
  },
  { name: 'Tern Island Seafood', alias: 'Tern Island', owner: 'emma', contacts: [{ name: 'Sam Reed', alias: 'Sam' }] },
];

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, customers));
});
afterEach(() => world.close());

const pushedTo = async (person: string, until: string) =>
  (await world.until(until)).filter(({ to, id }) => to.room === `direct:${person}` && id.startsWith('rule:'));

test('what stays open comes back once, merged, at 18:00; its answer asks the one before', async () => {
  const lin = world.person('lin');
  await lin.says('跟罗总通了电话,年后再看');
  await lin.says('跟海拓的人见了面');
  const before = await pushedTo('lin', '2026-11-23T17:59:00+08:00');
  expect(before).toEqual([]);
  const [evening, ...more] = await pushedTo('lin', '2026-11-23T18:20:00+08:00');
  expect(more).toEqual([]);
  expect(evening?.message.text).toBe('没归好的 · 2条\n哪位罗总?\n哪个海拓?');
  const labels = evening?.message.buttons?.map(({ label }) => label) ?? [];
  const answers = await lin.presses(evening, labels[0] ?? '');
  expect(answers.map(({ message }) => message.text).join()).toContain('哪位罗总?');
  await lin.says('2');
  const accounts = (await world.kept(interactionKind)).map(({ account }) => account);
  expect(accounts).not.toContain(null);
  expect((await lin.says('没归好的'))[0]?.message.text).toBe('都归好了。');
});

test('a number answers the question that came back with its buttons, also one asked in a group', async () => {
  const lin = world.person('lin');
  await lin.says('跟海拓的人见了面');
  await lin.says('@跟进 跟罗总通了电话', { room: 'sales' });
  const [evening] = await pushedTo('lin', '2026-11-23T18:20:00+08:00');
  expect(evening?.message.text).toBe('没归好的 · 2条\n哪个海拓?\n哪位罗总?');
  await lin.says('1');
  const notes = (await world.kept(interactionKind)).map(({ kind, account }) => `${kind} ${account}`);
  expect(notes.sort()).toEqual(['call customer-0', 'meeting null']);
});

test('once only: the next day it waits under 没归好的, and is answered there', async () => {
  const lin = world.person('lin');
  await lin.says('跟罗总通了电话');
  expect(await pushedTo('lin', '2026-11-23T18:30:00+08:00')).toHaveLength(1);
  expect(await pushedTo('lin', '2026-11-24T18:30:00+08:00')).toEqual([]);
  const [list] = await lin.says('没归好的');
  expect(list?.message.text).toBe('没归好的 · 1条\n哪位罗总?');
  await lin.says('1');
  expect((await world.kept(interactionKind))[0]?.account).not.toBeNull();
});

test('nothing at the weekend, nothing after 没归好的别提醒, and the minute after writing is kept', async () => {
  const emma = world.person('emma');
  await world.until('2026-11-27T17:59:40+08:00');
  await emma.says('called Sam, he wants a quote');
  expect(await pushedTo('emma', '2026-11-27T18:00:20+08:00')).toEqual([]);
  const [evening] = await pushedTo('emma', '2026-11-27T18:00:41+08:00');
  expect(evening?.message.text).toBe('Open · 1 question\nWhich Sam?');
  await world.until('2026-11-28T17:00:00+08:00');
  await emma.says('called Sam again');
  expect(await pushedTo('emma', '2026-11-29T20:00:00+08:00')).toEqual([]);
  await emma.says('no open questions');
  expect(await pushedTo('emma', '2026-11-30T18:30:00+08:00')).toEqual([]);
  expect((await emma.says('open questions'))[0]?.message.text.split('\n')).toEqual([
    'Open · 2 items',
    'Which Sam?',
    'Which Sam?',
  ]);
});

test('a note that was set aside is listed without a question', async () => {
  const lin = world.person('lin');
  const [, question] = await lin.says('跟罗总通了电话,嫌贵');
  await lin.presses(question, '都不是');
  expect((await lin.says('没归好的'))[0]?.message.text.split('\n')).toEqual([
    '没归好的 · 1条',
    '11/23 周一 跟罗总通了电话,嫌贵',
    '带上客户名再说一遍就归好了',
  ]);
});
