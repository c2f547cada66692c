import { createHandings } from '../../src/capabilities/hand-over/create-handings.ts';
import type { Reply } from '../../src/chat/chat-adapter.ts';
import { accountKind } from '../../src/crm/account/account.ts';
import { contactKind } from '../../src/crm/contact/contact.ts';
import { dealKind } from '../../src/crm/deal/deal.ts';
import { handingKind } from '../../src/crm/handing/handing.ts';
import { personKind } from '../../src/crm/person/person.ts';
import { taskKind } from '../../src/crm/task/task.ts';
import { fillMany } from '../support/many-customers.ts';
import { fillTeam } from '../support/sales-team.ts';
import { until } from '../support/until.ts';
import { World } from '../support/world.ts';

const CUSTOMERS = 140;
/** The book's limit for one change set. */
const MOST = 500;

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', async (records) => {
    await fillTeam(records, []);
    await fillMany(records, CUSTOMERS, 'lin');
  });
});
afterEach(() => world.close());

const texts = (replies: readonly Reply[]) => replies.map(({ message }) => message.text);

/** Waits until no hand-over is in another state. */
const comesTo = (state: string) =>
  until(async () => (await world.kept(handingKind)).every((one) => one.state === state), 60_000);

/** What a person is told behind the talk, once it is there. */
async function shown(person: string, start: string): Promise<Reply> {
  const found = () => world.shownTo(person).findLast(({ message }) => message.text.startsWith(start));
  await until(() => found() !== undefined);
  return found() as Reply;
}

/** How many of everything each person owns. */
async function owned(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const kind of [accountKind, contactKind, dealKind, taskKind] as const)
    for (const { owner } of await world.kept(kind as typeof accountKind))
      counts[`${owner} ${kind.collection}`] = (counts[`${owner} ${kind.collection}`] ?? 0) + 1;
  return counts;
}

const all = (owner: string, alone = owner) => ({
  [`${owner} accounts`]: CUSTOMERS,
  [`${owner} contacts`]: CUSTOMERS,
  [`${owner} deals`]: CUSTOMERS,
  [`${owner} tasks`]: CUSTOMERS + (alone === owner ? 1 : 0),
  ...(alone === owner ? {} : { [`${alone} tasks`]: 1 }),
});

/** Customers of whom one person owns a part and another person the rest. */
async function parted(): Promise<string[]> {
  const owners = new Map((await world.kept(accountKind)).map(({ _id, owner }) => [_id, owner]));
  const hanging = [...(await world.kept(contactKind)), ...(await world.kept(dealKind))];
  return hanging.filter(({ account, owner }) => owners.get(account) !== owner).map(({ account }) => account);
}

const largestSet = async () =>
  Math.max(
    ...(
      await world.records.db
        .collection<{ changes: object[] }>('ledger')
        .find({ 'cause.id': { $not: /^import:many/ } })
        .toArray()
    ).map(({ changes }) => changes.length),
  );

const active = async (id: string) => (await world.kept(personKind)).find(({ _id }) => _id === id)?.active;

test('who leaves with very many customers is gone at once; the customers follow, whole and once, and come back by one word', async () => {
  const li = world.person('li');
  expect(texts(await li.says('林悦离职了'))).toEqual(['✓ 已离职 · 林悦 · 归陈敏', '正在转客户 · 0/140 家']);
  expect(await active('lin')).toBe(false);
  expect(texts(await world.person('lin').says('腾云怎么样了'))).toEqual(['你已经不在团队里,这句没有记。']);
  // Another process at the same work, and one that stops on the way: neither doubles anything.
  const { ledger, stores, clock } = world.records;
  const { rules } = world.app;
  const other = createHandings({ ledger, stores, clock, rules, addressOf: async () => null });
  setTimeout(other.stop, 150);
  await Promise.all([other.sweep(), comesTo('done')]);
  expect(await owned()).toEqual(all('chen'));
  expect(await largestSet()).toBeLessThanOrEqual(MOST);
  const given = '✓ 140 家 · 林悦→陈敏\n140个客户 · 140单在跟 987万 · 141个下一步';
  const done = await shown('li', '✓ 140 家');
  expect(done.message.text).toBe(given);

  await li.says('撤销');
  expect(await active('lin')).toBe(true);
  await comesTo('undone');
  expect(await owned()).toEqual(all('lin'));
  expect((await shown('li', '已撤销')).message.text).toBe('已撤销:林悦的 140 家。\n后来改过的不变。');
  // The new owner had not been told yet, and is not.
  const told = async (until: string) =>
    texts((await world.until(until)).filter(({ to, id }) => to.room === 'direct:chen' && !id.startsWith('rule:')));
  expect(await told('2026-11-23T10:10:00+08:00')).toEqual([]);

  await li.says('恢复');
  expect(await active('lin')).toBe(false);
  await comesTo('done');
  expect(await owned()).toEqual(all('chen'));
  expect((await told('2026-11-23T10:20:00+08:00')).map((text) => text.split('\n').slice(0, 3))).toEqual([
    [
      '林悦离职 · 客户归你',
      '140个客户 · 140单在跟 987万 · 141个下一步',
      '第139号公司 · 需求分析 14万 · 下一步 11/25 周三 报价',
    ],
  ]);
  expect(await largestSet()).toBeLessThanOrEqual(MOST);
}, 90_000);

test('all of a colleague’s go over behind the talk; nobody it is about leaves meanwhile; what was changed since stays', async () => {
  const chen = world.person('chen');
  expect(texts(await chen.says('把林悦的客户都转给张伟'))).toEqual(['正在转客户 · 0/140 家']);
  expect(texts(await chen.says('把林悦的客户都转给Emma'))).toEqual(['林悦的客户还在转,转完再来。']);
  expect(texts(await world.person('li').says('张伟离职了'))).toEqual(['张伟的客户还在转,转完再来。']);
  expect(texts(await chen.says('撤销'))).toEqual(['还在转客户,转完再撤销。']);
  await comesTo('done');
  expect(await owned()).toEqual(all('zhang', 'lin'));
  const done = await shown('chen', '✓ 140 家');
  await chen.says('把第7号公司转给Emma');
  await chen.presses(done, '撤销');
  await comesTo('undone');
  const accounts = await world.kept(accountKind);
  expect(accounts.filter(({ owner }) => owner !== 'lin').map(({ name, owner }) => [name, owner])).toEqual([
    ['第7号公司', 'emma'],
  ]);
  expect(await parted()).toEqual([]);
}, 90_000);
