import { contactKind } from '../../src/crm/contact/contact.ts';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { taskKind } from '../../src/crm/task/task.ts';
import type { Team } from '../../src/crm/team/team.ts';
import { fillTeam } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

const hers = {
  name: '海拓物流',
  alias: '海拓',
  owner: 'zhang',
  deal: { units: 420_000, stage: 'needs' as const, touchedAt: '2026-11-20T10:00:00+08:00' },
};

let world: World;
const open = async (settings: Partial<Team>) => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, [hers], settings));
};
afterEach(() => world.close());

test('a note on a colleague’s customer: the owner’s name and nothing else, the note kept, the owner told once', async () => {
  await open({});
  const replies = await world.person('lin').says('跟海拓的人聊了,他们嫌贵');
  expect(replies).toHaveLength(1);
  expect(replies[0]?.message.text).toMatch(/^这个客户不归你看,负责人是张伟。/);
  expect(JSON.stringify(replies)).not.toMatch(/42万|需求/);
  expect(await world.kept(interactionKind)).toEqual([
    expect.objectContaining({ owner: 'lin', note: '跟海拓的人聊了,他们嫌贵' }),
  ]);
  const told = (await world.until('2026-11-23T12:00:00+08:00')).filter(({ to }) => to.room === 'direct:zhang');
  expect(told).toHaveLength(1);
  expect(told[0]?.message.text).toContain('林悦');
});

test('a step at a hidden customer is no further step of the last one', async () => {
  await open({});
  const lin = world.person('lin');
  await lin.says('拜访了青禾的李经理,挺满意');
  const replies = await lin.says('明天9点去海拓');
  expect(replies.map(({ message }) => message.text)).toEqual(['这个客户不归你看,负责人是张伟。\n你这句我留着。']);
  expect(await world.kept(taskKind)).toEqual([]);
  const [english] = await lin.says('Called Wang at 海拓, price ok');
  expect(english?.message.text).toMatch(/^这个客户不归你看,负责人是张伟。/);
});

test('what is said next is about that note, not about the customer before it', async () => {
  await open({});
  const lin = world.person('lin');
  await lin.says('跟青禾茶业的李经理通了电话');
  await lin.says('跟海拓的人聊了,他们嫌贵');
  expect((await lin.says('他电话13900001111')).map(({ message }) => message.text)).toEqual(['这句也留着。']);
  await lin.says('不是海拓,是青禾茶业');
  const notes = await world.kept(interactionKind);
  expect(notes.map(({ note }) => note).sort()).toEqual([
    '跟海拓的人聊了,他们嫌贵\n他电话13900001111',
    '跟青禾茶业的李经理通了电话',
  ]);
  expect(new Set(notes.map(({ account }) => account)).size).toBe(1);
  expect((await world.kept(contactKind)).map(({ phone }) => phone)).not.toContain('+8613900001111');
});

test('among several customers in one message a hidden one is no part of its neighbour', async () => {
  await open({});
  await world.person('lin').says('拜访了青禾茶业,挺满意');
  const replies = await world.person('lin').says('今天跑了两家:青禾茶业同意报价了,海拓约了下周一上午10点');
  expect(replies[0]?.message.text).toContain('这个客户不归你看,负责人是张伟。');
  expect(await world.kept(taskKind)).toEqual([]);
});

test('undone within two minutes, the owner hears nothing', async () => {
  await open({});
  const lin = world.person('lin');
  await lin.says('跟海拓的人聊了,他们嫌贵');
  await lin.says('撤销');
  expect(await world.until('2026-11-23T12:00:00+08:00')).toEqual([]);
});

test.each(['怎么样了', '电话', '的人通了电话,报价10万'])(
  'with owners undisclosed, a hidden customer reads like one that does not exist: …%s',
  async (rest) => {
    const heard: string[][] = [];
    for (const name of ['海拓', '白鹭']) {
      await open({ discloseOwners: false });
      const said = rest.startsWith('的') ? `跟${name}${rest}` : `${name}${rest}`;
      const replies = await world.person('lin').says(said);
      heard.push(replies.map(({ message }) => message.text.replaceAll(name, 'X')));
      if (name === '海拓') await world.close();
    }
    expect(heard[0]).toEqual(heard[1]);
    expect(heard[0]).toHaveLength(1);
  },
);

test('a hidden name and one that does not exist are answered alike, with the name as it was typed', async () => {
  await open({ discloseOwners: false });
  const answers = async (person: string, ask: (name: string) => string) => {
    const heard: string[] = [];
    for (const name of ['海拓', '海拓物流', '不存在公司', '不存在有限公司'])
      heard.push(((await world.person(person).says(ask(name)))[0]?.message.text ?? '').replace(name, 'X'));
    return [...new Set(heard)];
  };
  expect(await answers('lin', (name) => `${name}怎么样了`)).toEqual(['没有叫「X」的客户。']);
  expect(await answers('emma', (name) => `how's ${name}`)).toEqual(['There is no customer called “X”.']);
});
