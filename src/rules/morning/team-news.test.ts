import { accountKind } from '../../crm/account/account.ts';
import { dealKind } from '../../crm/deal/deal.ts';
import { startStore, startWorld, type World } from '../testing/world.ts';

let store: Awaited<ReturnType<typeof startStore>>;
let world: World;
beforeAll(async () => {
  store = await startStore();
});
afterAll(() => store.stop());
beforeEach(async () => {
  world = await startWorld(store);
  await world.person('li', { role: 'manager', name: '李娜' });
  await world.person('lin', { manager: 'li', name: '林芳' });
  await world.person('wu', { name: '吴刚' });
  for (const [id, owner] of [
    ['腾云', 'lin'],
    ['芯澜', 'lin'],
    ['海拓', 'lin'],
    ['别家', 'wu'],
  ] as const) {
    await world.account(id, owner);
    await world.deal(`d-${id}`, owner, id, { touchedAt: world.at('2026-11-23T10:00') });
  }
  await world.runAt('2026-11-23T11:00');
});
afterEach(() => world.stop());

const toManager = async (time: string) => (await world.runAt(time)).filter(({ to }) => to === 'direct:li');
const move = (id: string, patch: object, time: string) => {
  world.setClock(time);
  return world.change(dealKind, `d-${id}`, { touchedAt: world.at(time), ...patch });
};

test('what was closed and has moved since the last working day, of their own people alone', async () => {
  await move('腾云', { stage: 'won', closedAt: world.at('2026-11-24T10:00') }, '2026-11-24T10:00');
  await move('芯澜', { stage: 'negotiation' }, '2026-11-24T11:00');
  await move('海拓', { amount: 900_000_00 }, '2026-11-24T12:00');
  await move('别家', { stage: 'won', closedAt: world.at('2026-11-24T13:00') }, '2026-11-24T13:00');
  const [told, ...more] = await toManager('2026-11-25T09:00');
  expect(more).toEqual([]);
  expect(told?.text.split('\n')).toEqual(['团队 · 昨天起 · 成交1 · 推进1 · 没下一步2', '成交:腾云']);
  expect(await toManager('2026-11-26T09:00')).toEqual([]);
});

test('nothing happened: silence', async () => {
  expect(await toManager('2026-11-24T09:00')).toEqual([]);
});

test('on Monday last week, against the one before', async () => {
  await move('腾云', { stage: 'negotiation' }, '2026-11-26T10:00');
  await world.task('t1', 'lin', '芯澜', '2026-12-20');
  await world.task('t2', 'lin', '海拓', '2026-12-20');
  await world.task('t3', 'lin', '腾云', '2026-12-20');
  const [first] = await toManager('2026-11-30T09:00');
  expect(first?.text.split('\n')[0]).toBe('团队 · 上周 · 成交0 · 推进1');
  await move('腾云', { stage: 'won', closedAt: world.at('2026-12-02T10:00') }, '2026-12-02T10:00');
  await toManager('2026-12-03T09:00');
  const [second] = await toManager('2026-12-07T09:00');
  expect(second?.text.split('\n')[0]).toBe('团队 · 上周 · 成交1(前周0) · 推进0(前周1)');
});

test('the three with most at stake open the list', async () => {
  const quiet = world.at('2026-11-10T10:00');
  await world.change(dealKind, 'd-海拓', { touchedAt: quiet, amount: 10_000_00 });
  await world.change(dealKind, 'd-芯澜', { touchedAt: world.at('2026-11-18T10:00'), amount: 5_000_000_00 });
  await world.change(dealKind, 'd-腾云', { touchedAt: quiet, amount: null, currency: null });
  const [told] = await toManager('2026-11-24T09:00');
  expect(told?.text.split('\n')).toEqual([
    '团队久未跟 · 芯澜 等3项',
    '昨天起 · 没下一步3',
    '1 芯澜 · 林芳 · 最后 11/18 周三',
    '2 海拓 · 林芳 · 最后 11/10 周二',
    '3 腾云 · 林芳 · 最后 11/10 周二',
  ]);
});

test('a neglected key customer weighs with its deals; why says of each row what put it there', async () => {
  const quiet = world.at('2026-10-10T10:00');
  await world.change(accountKind, '海拓', { important: true, lastContactAt: quiet });
  await world.change(dealKind, 'd-海拓', { touchedAt: quiet, amount: 100_000_00 });
  await world.change(dealKind, 'd-芯澜', { touchedAt: world.at('2026-11-18T10:00'), amount: 200_000_00 });
  const told = (await world.runAt('2026-11-24T09:00')).find(({ to }) => to === 'direct:li');
  expect(told?.text.split('\n').slice(2)).toEqual([
    '1 海拓 · 重点客户 · 林芳 · 最后 10/10 周六',
    '2 芯澜 · 林芳 · 最后 11/18 周三',
  ]);
  const { check, facts } = told?.message.recheck ?? { check: '', facts: {} };
  expect(await world.rules.recheckHandlers[check]?.(facts, 'li')).toBe('send');
  const asking = {
    viewer: { person: 'li', owners: new Set(['li', 'lin']), ownOwners: new Set(['li', 'lin']), audience: ['li'] },
    locale: 'zh' as const,
    zone: 'Asia/Shanghai',
    now: world.at('2026-11-24T09:10'),
  };
  const set = told?.set._id ?? '';
  expect((await world.rules.explain(set, asking))?.slice(0, 2)).toEqual([
    '规则:每个工作日09:00一条,这次2项',
    expect.stringMatching(/^海拓\(林芳\),最后 10\/10 周六;按金额×没跟天数排 · 下属的重点客户久未联系 → /),
  ]);
  expect(await world.rules.explain(set, asking, { account: '芯澜', customer: '芯澜', task: null })).toEqual([
    '规则:下属的商机久未跟进',
    '依据:芯澜(林芳),最后 11/18 周三;按金额×没跟天数排',
    '下次:11/30 周一 09:00',
    '要停:记一笔或定了下一步就不在',
  ]);
});
