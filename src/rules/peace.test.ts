import { dealKind } from '../crm/deal/deal.ts';
import { COMPANY_PEACE, ownPeace, peaceUnder } from '../crm/peace/peace.ts';
import { startStore, startWorld, type World } from './testing/world.ts';

let store: Awaited<ReturnType<typeof startStore>>;
let world: World;
beforeAll(async () => {
  store = await startStore();
});
afterAll(() => store.stop());
beforeEach(async () => {
  world = await startWorld(store);
  await world.person('li', { role: 'manager' });
  await world.person('lin', { manager: 'li' });
  await world.account('腾云科技', 'lin');
  await world.runAt('2026-11-23T08:00');
});
afterEach(() => world.stop());

const toLin = async (time: string) => (await world.runAt(time)).filter(({ to }) => to === 'direct:lin');

test('a morning hour of one’s own, once a day though the hour changes', async () => {
  await world.deal('d1', 'lin', '腾云科技');
  await world.peace(ownPeace('lin'), { from: 8 * 60 + 30 });
  expect(await toLin('2026-11-25T08:29')).toEqual([]);
  expect(await toLin('2026-11-25T08:30')).toHaveLength(1);
  await world.change({ kind: 'peace', collection: 'peace' }, ownPeace('lin'), { from: 10 * 60 });
  expect(await toLin('2026-11-25T10:00')).toEqual([]);
});

test('fewer: a quiet deal is named once', async () => {
  await world.deal('d1', 'lin', '腾云科技');
  await world.peace(ownPeace('lin'), { fewer: true });
  expect(await toLin('2026-11-25T09:00')).toHaveLength(1);
  expect(await toLin('2026-11-30T09:00')).toEqual([]);
  expect(await toLin('2026-12-04T09:00')).toEqual([]);
});

test('a topic that is muted is not told; the other ones are', async () => {
  await world.contact('王总', 'lin', '腾云科技', { calendar: 'solar', month: 11, day: 28, year: null, leap: false });
  await world.task('t1', 'lin', '腾云科技', '2026-11-25');
  await world.peace(ownPeace('lin'), { muted: { birthday: true } });
  const [told] = await toLin('2026-11-25T09:00');
  expect(told?.text.split('\n')[0]).toBe('今天 · 腾云科技');
});

test('what a manager asks for everybody holds for who has not said otherwise', async () => {
  await world.person('wu', { manager: 'li' });
  await world.account('海拓物流', 'wu');
  for (const [owner, account] of [
    ['lin', '腾云科技'],
    ['wu', '海拓物流'],
  ] as const)
    await world.contact(`王${owner}`, owner, account, {
      calendar: 'solar',
      month: 11,
      day: 28,
      year: null,
      leap: false,
    });
  await world.peace(COMPANY_PEACE, { muted: { birthday: false }, from: 600 });
  await world.peace(peaceUnder('li'), { muted: { birthday: true } });
  await world.peace(ownPeace('lin'), { muted: { birthday: false } });
  const told = await world.runAt('2026-11-25T10:00');
  expect(told.map(({ to }) => to)).toEqual(['direct:lin']);
});

test('away: nothing but a step whose own time was told, and one list on the day after', async () => {
  await world.deal('d1', 'lin', '腾云科技');
  await world.task('t1', 'lin', null, '2026-11-26');
  await world.task('t2', 'lin', null, '2026-11-26', '15:00');
  await world.peace(ownPeace('lin'), { away: { from: '2026-11-24', until: '2026-11-27' } });
  for (const day of ['24', '25', '26', '27']) expect(await toLin(`2026-11-${day}T09:00`)).toEqual([]);
  expect(await world.rules.nextInstant(world.at('2026-11-26T14:00'))).toEqual(world.at('2026-11-26T14:30'));
  const list = await toLin('2026-11-30T09:00');
  expect(list.map(({ text }) => text.split('\n')[0])).toEqual(['该跟进 · 下一步 等3项']);
});

test('days off for good: a step of Saturday waits for Monday’s list', async () => {
  await world.task('t1', 'lin', '腾云科技', '2026-11-28', '15:00');
  await world.peace(ownPeace('lin'), { daysOff: true });
  expect(await toLin('2026-11-28T14:30')).toEqual([]);
  expect((await toLin('2026-11-30T09:00'))[0]?.text.split('\n')[0]).toBe('逾期 · 腾云科技');
});

describe('what a colleague’s act makes due', () => {
  const note = (n: number, time: string) =>
    world.ledger.record({ id: `note:${n}`, kind: 'message', by: 'li' }, (draft) =>
      world.rules.tell(
        draft,
        { adapter: 'web', room: 'direct:lin' },
        {
          recipient: 'lin',
          account: '腾云科技',
          customer: '腾云科技',
          state: '有新记录',
          detail: `李娜记了一笔:\n第${n}条`,
        },
        world.at(time),
      ),
    );

  test('at night it is in the next list, once, and not when it was undone', async () => {
    world.setClock('2026-11-24T21:00');
    await note(1, '2026-11-24T21:02');
    await note(2, '2026-11-24T21:02');
    await world.ledger.record({ id: 'undo', kind: 'message', by: 'li' }, (draft) => world.ledger.undo(draft, 'note:2'));
    const [told, ...more] = await toLin('2026-11-25T09:00');
    expect(more).toEqual([]);
    expect(told?.text).toBe('有新记录 · 腾云科技\n李娜记了一笔:\n第1条');
    expect(await toLin('2026-11-26T09:00')).toEqual([]);
  });

  test('over the cap of a day it is merged, and the cap holds the next day too', async () => {
    await world.deal('d1', 'lin', '腾云科技', { touchedAt: world.at('2026-11-23T15:00') });
    world.setClock('2026-11-25T10:00');
    for (let n = 0; n < 20; n++) await note(n, '2026-11-25T10:02');
    expect(world.told.filter(({ to }) => to === 'direct:lin')).toHaveLength(6);
    const [list, ...more] = await toLin('2026-11-26T09:00');
    expect(more).toEqual([]);
    expect(list?.text.split('\n')[0]).toBe('该跟进 · 腾云科技 等15项');
    await world.change(dealKind, 'd1', { touchedAt: world.at('2026-11-26T09:30') });
    expect(await toLin('2026-11-27T09:00')).toEqual([]);
  });
});
