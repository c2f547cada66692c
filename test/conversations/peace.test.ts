import { peaceKind } from '../../src/crm/peace/peace.ts';
import { personKind } from '../../src/crm/person/person.ts';
import { taskKind } from '../../src/crm/task/task.ts';
import { heads, lines, pushedTo, said, world } from '../support/quiet-world.ts';

describe('an hour of one’s own', () => {
  test('早上8点半发', async () => {
    expect(await lines('lin', '早上8点半发')).toEqual(['✓ 以后工作日 08:30 发', '到 18:30 为止']);
    expect(heads(await pushedTo('lin', '2026-11-25T08:31:00+08:00'))).toEqual(['久未跟进 · 腾云']);
  });
  test('send at 8:30, taken back', async () => {
    await world.person('emma').says('send at 8:30');
    const [undone] = await world.person('emma').says('undo');
    expect(undone?.message.text).toBe('Undone: reminder settings.\nThe rest stays.');
    expect(await world.kept(peaceKind)).toEqual([]);
    await world.person('emma').says('restore');
    expect((await world.kept(peaceKind))[0]?.from).toBe(510);
  });
  test('an hour of the night is refused, with what can be had', async () => {
    expect(await lines('lin', '晚上11点发')).toEqual(['只能在 6:00 到 18:00 之间,如「早上8点半发」。']);
    expect(await world.kept(peaceKind)).toEqual([]);
  });
});

describe('fewer', () => {
  test('by words and by button, and back', async () => {
    const lin = world.person('lin');
    const [shown] = await lin.says('我的提醒设置');
    expect(shown?.message.text.split('\n')).toEqual([
      '提醒 · 工作日 09:00 · 时区 Asia/Shanghai',
      '正常提醒 · 休息日只发到点的事',
      '改:说「8点半发」「周末别发」「别提醒我生日」',
    ]);
    const [fewer] = await lin.presses(shown, '少提醒');
    expect(fewer?.message.text.split('\n')[0]).toBe('✓ 少提醒');
    expect(fewer?.message.buttons?.map(({ label }) => label)).toEqual(['撤销']);
    expect(heads(await pushedTo('lin', '2026-12-04T12:00:00+08:00'))).toEqual(['久未跟进 · 腾云']);
    expect(await lines('lin', '少提醒')).toEqual(['已经是这样了。']);
    expect((await lines('lin', '多提醒'))?.[0]).toBe('✓ 恢复正常提醒');
  });
  test('in English, in five lines with all that holds', async () => {
    for (const words of ['fewer', 'no weekends', 'no birthdays', 'off until next Friday'])
      await world.person('emma').says(words);
    const shown = await said('emma', 'my reminders');
    expect(shown?.text.split('\n')).toEqual([
      'Reminders · workdays 09:00 · Time zone Asia/Shanghai',
      'fewer · nothing on days off',
      'Not of: birthdays',
      'Away Mon Nov 23 – Thu Dec 3',
      'Change: "send at 8:30", "no weekends", "fewer"',
    ]);
    expect(shown?.buttons?.map(({ label }) => label)).toEqual(['More']);
  });
});

describe('days off', () => {
  test('a step with its own time comes on a Saturday, and not after 周末别发: then it is in Monday’s list', async () => {
    const lin = world.person('lin');
    await lin.says('提醒我周六下午3点给腾云打电话');
    await lin.says('周末别发');
    expect(await pushedTo('lin', '2026-11-29T22:00:00+08:00')).toEqual([]);
    expect((await pushedTo('lin', '2026-11-30T09:01:00+08:00')).join()).toContain('11/28 周六');
  });
  test('without it the brief comes on Saturday', async () => {
    await world.person('lin').says('提醒我周六下午3点给腾云打电话');
    const told = await pushedTo('lin', '2026-11-28T14:31:00+08:00');
    expect(heads(told).at(-1)).toBe('15:00 · 腾云');
  });
  test('全队周末别发: by the manager for their people, not by a rep; one’s own word comes first', async () => {
    expect(await lines('lin', '全队周末别发')).toEqual(['给大家设要主管或管理员来说。']);
    const done = await lines('chen', '全队周末别发');
    expect(done?.at(-1)).toBe('对团队 3 人,各人自己说的优先');
    await world.person('zhang').says('周末也发');
    for (const rep of ['lin', 'zhang']) await world.person(rep).says('提醒我周六下午3点打电话');
    const told = await world.until('2026-11-28T16:00:00+08:00');
    const briefs = told.filter(({ message }) => message.text.startsWith('15:00'));
    expect(briefs.map(({ to }) => to.room)).toEqual(['direct:zhang']);
    await world.person('chen').says('撤销');
    expect((await world.kept(peaceKind)).map(({ _id }) => _id)).toEqual(['person:zhang']);
  });
});

test('别提醒我生日, and again', async () => {
  const lin = world.person('lin');
  await lin.says('腾云王总生日11月28日');
  expect(await lines('lin', '别提醒我生日')).toEqual(['✓ 不再提醒 · 生日']);
  expect((await pushedTo('lin', '2026-11-27T18:00:00+08:00')).join()).not.toContain('生日');
  expect(await lines('lin', '恢复生日提醒')).toEqual(['✓ 照常提醒 · 生日']);
});

describe('away', () => {
  test('休到下周五: nothing until then, one list on the Monday after', async () => {
    const [undo] = [await said('lin', '休到下周五')];
    expect(undo?.text.split('\n')).toEqual(['✓ 请假 11/23 周一–12/4 周五', '12/7 周一 一条清单补上,其间只有到点的事']);
    await world.person('zhang').says('提醒林悦明天给客户发方案');
    expect(await pushedTo('lin', '2026-12-06T22:00:00+08:00')).toEqual([]);
    expect(await pushedTo('lin', '2026-12-07T12:00:00+08:00')).toHaveLength(1);
  });
  test('我下周一到周三请假: a step with its own time is still told', async () => {
    const lin = world.person('lin');
    expect(await lines('lin', '我下周一到周三请假')).toEqual([
      '✓ 请假 11/30 周一–12/2 周三',
      '12/3 周四 一条清单补上,其间只有到点的事',
    ]);
    expect((await world.kept(taskKind)).length).toBe(0);
    await lin.says('12月1日下午3点去拜访腾云');
    expect(heads(await pushedTo('lin', '2026-12-01T14:31:00+08:00'))).toEqual(['15:00 · 腾云']);
  });
  test('off until Friday: back on Friday', async () => {
    expect(await lines('emma', 'off until Friday')).toEqual([
      '✓ Away Mon Nov 23 – Thu Nov 26',
      'One list on Fri Nov 27; till then timed steps only',
    ]);
    expect(await lines('emma', "I'm back")).toEqual(['✓ Back; reminders as usual']);
    expect(await lines('emma', "I'm back")).toEqual(['You are not marked as away.']);
  });
  test('a day that does not exist, and a length without a beginning, are asked about', async () => {
    expect(await lines('lin', '休到2月30日')).toEqual(['2月30日没有这一天。是 2/28 还是 3/1?']);
    expect((await lines('lin', '2/28'))?.[0]).toBe('✓ 请假 11/23 周一–2027/2/28 周日');
    const lin = world.person('lin');
    const [question] = await lin.says('请假两天');
    expect(question?.message.buttons?.map(({ label }) => label)).toEqual(['今天起', '明天起']);
    const [answer] = await lin.presses(question, '明天起');
    expect(answer?.message.text.split('\n')[0]).toBe('✓ 请假 11/24 周二–11/25 周三');
  });
});

describe('a time zone of one’s own', () => {
  test('我在纽约: mornings by New York’s clock', async () => {
    expect(await lines('lin', '我在纽约')).toEqual(['✓ 时区 America/New_York', '那里现在 21:00']);
    expect((await world.kept(personKind)).find(({ _id }) => _id === 'lin')?.zone).toBe('America/New_York');
    expect(await pushedTo('lin', '2026-11-25T21:30:00+08:00')).toEqual([]);
    expect(heads(await pushedTo('lin', '2026-11-25T22:01:00+08:00'))).toEqual(['久未跟进 · 腾云']);
    expect((await lines('lin', '撤销'))?.[0]).toContain('时区');
  });
  test('my time zone is New York; a place that has none', async () => {
    expect((await lines('emma', 'my time zone is New York'))?.[0]).toBe('✓ Time zone America/New_York');
    expect((await lines('emma', 'my time zone is Mars'))?.join()).toContain('"Mars"');
    expect((await world.kept(personKind)).find(({ _id }) => _id === 'emma')?.zone).toBe('America/New_York');
  });
});
