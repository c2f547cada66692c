import { setTimeout as sleep } from 'node:timers/promises';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

const haituo = { name: '宁波海拓物流有限公司', alias: '海拓', owner: 'zhang' };

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, [tengyun, haituo]));
});
afterEach(() => world.close());

const said = async (person: string, text: string) => (await world.person(person).says(text))[0]?.message.text ?? '';
const UNASKED = /^(?:有新记录|想加入|新同事|归你了|已转走|该跟进)/u;
/** What a person was told unasked since they were last asked about, once time has passed to an instant, Shanghai. */
const heard = new Map<string, number>();
beforeEach(() => heard.clear());
async function toldTo(person: string, until: string, count = 1): Promise<string[]> {
  await world.until(`${until}+08:00`);
  const told = () =>
    world
      .shownTo(person)
      .map(({ message }) => message.text)
      .filter((text) => UNASKED.test(text))
      .slice(heard.get(person) ?? 0);
  for (let waited = 0; told().length < count && waited < 5_000; waited += 20) await sleep(20);
  const now = told();
  heard.set(person, (heard.get(person) ?? 0) + now.length);
  return now;
}

test('what waited its two minutes waits on while its recipient is writing', async () => {
  await said('lin', '跟海拓的人聊了,他们嫌贵');
  world.clock.pass(90_000);
  await said('zhang', '海拓电话');
  expect(await toldTo('zhang', '2026-11-23T10:02:20', 0)).toEqual([]);
  await said('zhang', '海拓怎么样了');
  expect(await toldTo('zhang', '2026-11-23T10:03:10', 0)).toEqual([]);
  expect(await toldTo('zhang', '2026-11-23T10:03:25')).toEqual([
    '有新记录 · 海拓\n林悦记了一笔:\n跟海拓的人聊了,他们嫌贵',
  ]);
});

test('put off, it can still be taken back, and no correction comes', async () => {
  await said('lin', '跟海拓的人聊了,他们嫌贵');
  world.clock.pass(90_000);
  await said('zhang', '海拓电话');
  expect(await toldTo('zhang', '2026-11-23T10:02:20', 0)).toEqual([]);
  await said('lin', '撤销');
  expect(await toldTo('zhang', '2026-11-23T12:00:00', 0)).toEqual([]);
});

test('a stranger at night: the admin sees the card in the morning, and the stranger is told so', async () => {
  world.clock.set(new Date('2026-11-23T21:00:00+08:00'));
  const waits = '你还没加入,李娜明天 09:00看到。这句我留着,加入后就记。';
  expect(await said('u-new', '今天跟腾云的王总通了电话')).toBe(waits);
  expect(await said('u-new', '他要报价')).toBe(waits);
  expect(await toldTo('li', '2026-11-24T08:59:00', 0)).toEqual([]);
  expect(await toldTo('li', '2026-11-24T09:00:00')).toEqual(['想加入 · u-new\nweb 用户 u-new']);
  expect(await said('u-new', '还要样品')).toContain('已告诉管理员李娜');
});

test('who made a join code is told of the first by it at once, of the others in one list', async () => {
  await said('li', '建团队 一组');
  const code = /[A-Z2-9]{5}-[A-Z2-9]{5}/.exec(await said('li', '加入码 一组'))?.[0] ?? '';
  world.clock.pass(5 * 60_000);
  for (const [user, name] of ['李雷', '韩梅', '王强'].entries()) {
    world.knows(`u-${user}`, { name, email: null });
    expect(await said(`u-${user}`, code)).toContain(name);
    world.clock.pass(60_000);
  }
  expect(await toldTo('li', '2026-11-23T18:00:00')).toEqual(['新同事 · 李雷\n用你的加入码加入了一组']);
  const [list] = await toldTo('li', '2026-11-24T09:00:00');
  expect(list?.split('\n').slice(1)).toEqual([
    expect.stringMatching(/^1 韩梅 · 新同事/),
    expect.stringMatching(/^2 王强 · 新同事/),
  ]);
});

test('a customer handed over: its former and its new owner are told in one line, by whom and to whom', async () => {
  await said('chen', '把海拓转给林悦');
  expect(await toldTo('zhang', '2026-11-23T12:00:00')).toEqual(['已转走 · 海拓\n陈敏转给了林悦']);
  expect((await toldTo('lin', '2026-11-23T12:00:00')).map((text) => text.split('\n')[0])).toEqual([
    '归你了 · 海拓 · 陈敏转来',
  ]);
  await said('lin', '把海拓转给张伟');
  await said('lin', '撤销');
  expect(await toldTo('zhang', '2026-11-23T13:00:00', 0)).toEqual([]);
  await said('lin', '把海拓转给张伟');
  expect(await toldTo('zhang', '2026-11-23T14:00:00')).toEqual([expect.stringContaining('归你了 · 海拓 · 林悦转来')]);
  world.clock.set(new Date('2026-11-23T20:00:00+08:00'));
  await said('li', '把张伟的客户都转给Emma');
  expect(await toldTo('zhang', '2026-11-24T09:00:00')).toEqual(['已转走 · 海拓\n李娜转给了Emma Clarke']);
});
