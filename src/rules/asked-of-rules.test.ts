import { dealKind } from '../crm/deal/deal.ts';
import { taskKind } from '../crm/task/task.ts';
import { startStore, startWorld, type World } from './testing/world.ts';

let store: Awaited<ReturnType<typeof startStore>>;
let world: World;
beforeAll(async () => {
  store = await startStore();
});
afterAll(() => store.stop());
beforeEach(async () => {
  world = await startWorld(store);
  await world.person('lin');
  await world.account('腾云科技', 'lin');
  await world.runAt('2026-11-23T08:00');
});
afterEach(() => world.stop());

describe('what people ask of it', () => {
  const asker = { zone: 'Asia/Shanghai', now: new Date('2026-11-25T01:10:00Z') };
  const act = (id: string, decide: Parameters<World['ledger']['record']>[1]) =>
    world.ledger.record({ id, kind: 'action', by: 'lin' }, decide);

  test('tomorrow: the same thing the next morning, once, and why says when', async () => {
    await world.deal('d1', 'lin', '腾云科技');
    const [told] = await world.runAt('2026-11-25T09:00');
    const asking = {
      viewer: { person: 'lin', owners: new Set(['lin']), ownOwners: new Set(['lin']), audience: ['lin'] },
      locale: 'zh' as const,
      zone: 'Asia/Shanghai',
      now: asker.now,
    };
    expect(await world.rules.explain(told?.set._id ?? '', asking)).toEqual([
      '规则:商机满3个工作日没跟',
      '依据:腾云科技,最后 11/20 周五,到 11/25 周三 没有下一步',
      '下次:11/30 周一 09:00',
      '要停:记一笔就重算,或按[暂停]',
    ]);
    await act('a1', async (draft) => {
      const until = await world.rules.snooze(
        draft,
        { rule: 'stale-deal', subject: 'd1', recipient: 'lin', days: 1 },
        asker,
      );
      expect(until).toBe('2026-11-26');
    });
    expect((await world.rules.explain(told?.set._id ?? '', asking))?.[2]).toBe('下次:11/26 周四 09:00');
    expect(await world.runAt('2026-11-26T09:00')).toHaveLength(1);
    expect(await world.runAt('2026-11-27T09:00')).toEqual([]);
    expect(await world.runAt('2026-11-30T09:00')).toHaveLength(1);
  });

  test('pause: silence until the next touch', async () => {
    await world.deal('d1', 'lin', '腾云科技');
    await world.runAt('2026-11-25T09:00');
    await act('a1', async (draft) => {
      await world.rules.pause(draft, { rule: 'stale-deal', subject: 'd1', recipient: 'lin', paused: true }, asker);
    });
    expect(await world.runAt('2026-11-30T09:00')).toEqual([]);
    await world.change(dealKind, 'd1', { touchedAt: world.at('2026-11-30T10:00') });
    expect(await world.runAt('2026-12-03T09:00')).toHaveLength(1);
  });

  test('a whole list is put off', async () => {
    await world.deal('d1', 'lin', '腾云科技');
    await world.task('t1', 'lin', null, '2026-11-25');
    const [told] = await world.runAt('2026-11-25T09:00');
    expect(told?.text).toContain('等2项');
    await act('a1', async (draft) => {
      await world.rules.snooze(draft, { rule: 'morning', subject: 'lin:2026-11-25', recipient: 'lin', days: 3 }, asker);
    });
    expect(await world.runAt('2026-11-26T09:00')).toEqual([]);
    expect(await world.runAt('2026-11-27T09:00')).toEqual([]);
    expect((await world.runAt('2026-11-30T09:00'))[0]?.text).toContain('等2项');
  });

  test('somebody else’s list is not theirs to put off', async () => {
    await world.deal('d1', 'lin', '腾云科技');
    await world.runAt('2026-11-25T09:00');
    await act('a1', async (draft) => {
      const asked = { rule: 'morning', subject: 'lin:2026-11-25', recipient: 'zhao', days: 1 };
      expect(await world.rules.snooze(draft, asked, asker)).toBeNull();
    });
  });

  test('a step is put off from its brief', async () => {
    await world.task('t1', 'lin', '腾云科技', '2026-11-25', '15:00');
    await world.runAt('2026-11-25T14:30');
    await act('a1', async (draft) => {
      const asked = { rule: 'step-due', subject: 't1', recipient: 'lin', days: 3 };
      expect(await world.rules.snooze(draft, asked, asker)).toBe('2026-11-30');
    });
    expect(await world.runAt('2026-11-26T09:00')).toEqual([]);
    expect(await world.runAt('2026-11-30T09:00')).toHaveLength(1);
  });

  test('why, for a list, for a brief, in English; for nothing of ours', async () => {
    const asking = {
      viewer: { person: 'lin', owners: new Set(['lin']), ownOwners: new Set(['lin']), audience: ['lin'] },
      locale: 'en' as const,
      zone: 'Asia/Shanghai',
      now: asker.now,
    };
    await world.deal('d1', 'lin', '腾云科技');
    await world.task('t1', 'lin', null, '2026-11-25');
    await world.contact('Priya', 'lin', '腾云科技', { calendar: 'solar', month: 11, day: 28, year: null, leap: false });
    await world.task('t2', 'lin', '腾云科技', '2026-11-25', '15:00');
    await world.change(dealKind, 'd1', { pausedUntil: '2026-11-25' });
    await world.change(taskKind, 't2', { account: null });
    const [list] = await world.runAt('2026-11-25T09:00');
    expect(await world.rules.explain(list?.set._id ?? '', asking)).toEqual([
      'Rule: daily list at 09:00, 3 now',
      '事项t1, set for Wed Nov 25 · next step is due → Thu Nov 26 09:00',
      'Priya, birthday Sat Nov 28 (solar) · birthday, 3/0 days ahead → Fri Nov 27 09:00',
      'and 1 more: “why” and a name',
    ]);
    const [brief] = await world.runAt('2026-11-25T14:30');
    expect(await world.rules.explain(brief?.set._id ?? '', asking)).toEqual([
      'Rule: 30 minutes before a step',
      'Because: 事项t2, set for Wed Nov 25 15:00',
      'Next: not again; undone, it is in the next day’s list',
      'To stop: [Done], or say which day',
    ]);
    expect(await world.rules.explain('test:0', asking)).toBeNull();
    expect(await world.rules.explain('nowhere', asking)).toBeNull();
  });
});
