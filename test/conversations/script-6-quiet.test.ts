import { fillTeam, tengyun } from '../support/sales-team.ts';
import { playTalks } from '../support/scripted-talk.ts';
import { World } from '../support/world.ts';
import { script6 } from './scripts/script-6.ts';

playTalks([script6]);

describe('beside the script', () => {
  let world: World;
  afterEach(() => world.close());

  const touchedOnFriday = {
    ...tengyun,
    deal: { units: 500_000, stage: 'needs' as const, touchedAt: '2026-11-20T15:00:00+08:00' },
  };

  test('a note resets the count', async () => {
    world = await World.open('2026-11-20T16:00:00+08:00', (records) => fillTeam(records, [touchedOnFriday]));
    await world.until('2026-11-24T15:00:00+08:00');
    await world.person('lin').says('跟腾云王总通了电话');
    const pushed = await world.until('2026-11-26T18:00:00+08:00');
    expect(pushed.filter(({ to }) => to.room === 'direct:lin')).toEqual([]);
  });

  test('a step with a clock time is told of thirty minutes before, with done, later and why', async () => {
    world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, [tengyun]));
    const lin = world.person('lin');
    await lin.says('跟腾云王总通了电话,明天下午3点去拜访');
    const pushed = await world.until('2026-11-24T14:31:00+08:00');
    const brief = pushed.at(-1);
    expect(brief?.message.text).toMatch(/15:00/);
    expect(brief?.message.text).toContain('腾云');
    expect(brief?.message.buttons?.map(({ label }) => label)).toEqual(['完成', '明天再说', '为什么']);
    const [why] = await lin.presses(brief, '为什么');
    expect(why?.message.text).toMatch(/30/);
    const [done] = await lin.presses(brief, '完成');
    expect(done?.message.text).toMatch(/^✓ 完成/);
  });

  test('what is overdue when the bot first starts, or after a day of downtime, is one list and no alerts', async () => {
    const years = Array.from({ length: 12 }, (_, at) => ({
      ...touchedOnFriday,
      name: `老客户${at}有限公司`,
      alias: `老客户${at}`,
      contacts: [],
      deal: { units: 500_000, stage: 'needs' as const, touchedAt: '2026-06-01T15:00:00+08:00' },
    }));
    world = await World.open('2026-11-23T11:00:00+08:00', (records) => fillTeam(records, years));
    expect(await world.until('2026-11-23T20:00:00+08:00')).toEqual([]);
    const first = await world.until('2026-11-24T20:00:00+08:00');
    expect(first.map(({ to }) => to.room).sort()).toEqual(['direct:chen', 'direct:lin']);
    await world.person('lin').says('提醒我周三下午3点给老客户1打电话');
    // Nothing runs for two days.
    world.clock.set(new Date('2026-11-26T14:00:00+08:00'));
    const later = (await world.until('2026-11-26T14:01:00+08:00')).filter(({ id }) => id.startsWith('rule:'));
    expect(later.filter(({ to }) => to.room === 'direct:lin')).toHaveLength(1);
    expect(later.find(({ to }) => to.room === 'direct:lin')?.message.text).toContain('打电话');
  });

  test('a note by the manager on a rep’s customer tells the rep, once; at night in the next morning’s list', async () => {
    world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, [tengyun]));
    await world.person('chen').says('跟腾云王总吃了饭,他同意试点');
    const told = (await world.until('2026-11-23T12:00:00+08:00')).filter(({ to }) => to.room === 'direct:lin');
    expect(told.map(({ message }) => message.text)).toEqual([
      '有新记录 · 腾云\n陈敏记了一笔:\n跟腾云王总吃了饭,他同意试点',
    ]);
    await world.until('2026-11-23T22:00:00+08:00');
    await world.person('chen').says('跟腾云王总通了电话');
    expect((await world.until('2026-11-24T08:59:00+08:00')).filter(({ to }) => to.room === 'direct:lin')).toEqual([]);
    const morning = (await world.until('2026-11-24T12:00:00+08:00')).filter(({ to }) => to.room === 'direct:lin');
    expect(morning).toHaveLength(1);
    expect(morning[0]?.message.text).toContain('有新记录 · 腾云');
  });
});
