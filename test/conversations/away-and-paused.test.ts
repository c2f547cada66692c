import { companyDayKind } from '../../src/crm/company-day/company-day.ts';
import { dealKind } from '../../src/crm/deal/deal.ts';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { peaceKind } from '../../src/crm/peace/peace.ts';
import { taskKind } from '../../src/crm/task/task.ts';
import { heads, lines, pushedTo, world } from '../support/quiet-world.ts';

describe('a colleague who is away', () => {
  test('林悦请假到周三, by her manager: she is told, nothing else comes, and 林悦回来了 ends it', async () => {
    expect(await lines('chen', '林悦下周一到周三请假')).toEqual([
      '✓ 林悦 · 请假 11/30 周一–12/2 周三',
      '12/3 周四 一条清单补上,已告诉本人',
    ]);
    expect((await world.kept(taskKind)).length).toBe(0);
    await world.until('2026-11-23T10:03:00+08:00');
    expect(world.shownTo('lin').at(-1)?.message.text).toBe('替你记了请假 · 陈敏\n请假 11/30 周一–12/2 周三');
    await world.person('lin').says('提醒我11月30日给客户发方案');
    expect(await pushedTo('lin', '2026-12-02T22:00:00+08:00')).not.toContainEqual(expect.stringContaining('发方案'));
    expect((await lines('chen', '林悦回来了'))?.[0]).toBe('✓ 林悦 · 已销假');
    expect(await lines('chen', '林悦回来了')).toEqual(['林悦没有设过请假。']);
  });
  test('in English, with an undo; one’s own name is oneself', async () => {
    expect((await lines('chen', 'Emma is off until Wednesday'))?.[0]).toBe(
      '✓ Emma Clarke · 请假 11/23 周一–11/24 周二',
    );
    await world.person('chen').says('撤销');
    expect((await world.kept(peaceKind)).every(({ away }) => away === null)).toBe(true);
    expect((await lines('emma', 'Emma is taking Friday off'))?.[0]).toBe('✓ Away Fri Nov 27');
    expect(await lines('chen', 'Emma’s on leave')).toEqual(['Emma休到哪天?连名字再说一遍。']);
  });
  test('two days that follow each other are both; days apart are asked about', async () => {
    expect((await lines('chen', 'Emma is out Thursday and Friday'))?.[0]).toBe(
      '✓ Emma Clarke · 请假 11/26 周四–11/27 周五',
    );
    expect((await lines('lin', '我周四、周五请假'))?.[0]).toBe('✓ 请假 11/26 周四–11/27 周五');
    expect(await lines('chen', '林悦周三和周五请假')).toEqual(['林悦休到哪天?连名字再说一遍。']);
  });
  test('by nobody else; a customer’s people are nobody’s absence', async () => {
    expect(await lines('zhang', '林悦请假到周三')).toEqual(['林悦的请假由主管或管理员设。']);
    expect((await lines('li', '陈敏明后天不在'))?.[0]).toBe('✓ 陈敏 · 请假 11/24 周二–11/25 周三');
    expect((await lines('chen', '腾云的王总明天请假'))?.[0]).not.toContain('请假 11');
    expect((await world.kept(peaceKind)).map(({ _id }) => _id)).toEqual(['person:chen']);
    expect((await lines('chen', '张伟和林悦明天休息'))?.[0]).toBe('✓ 张伟、林悦 · 请假 11/24 周二');
    expect((await world.kept(peaceKind)).filter(({ away }) => away !== null)).toHaveLength(3);
  });
});

describe('a customer’s pause', () => {
  const until = async () => (await world.kept(dealKind))[0]?.pausedUntil;

  test('腾云先放一放, 哪些暂停了, 别暂停腾云了, and back by an undo', async () => {
    const lin = world.person('lin');
    const [question] = await lin.says('腾云先放一放');
    expect(question?.message.text).toBe('腾云暂停多久?');
    await lin.presses(question, '一个月');
    expect(await until()).toBe('2026-12-23');
    expect(await lines('lin', '哪些暂停了')).toEqual(['1单暂停中', '腾云 · 暂停到 12/23 周三 · 50万']);
    expect(await lines('lin', '别暂停腾云了')).toEqual(['✓ 恢复跟进 · 腾云', '原来暂停到 12/23 周三']);
    expect(await until()).toBeNull();
    expect(await lines('lin', '腾云继续跟')).toEqual(['腾云没有暂停,一直在跟。']);
    await lin.says('撤销');
    expect(await until()).toBe('2026-12-23');
    expect(await world.kept(interactionKind)).toEqual([]);
  });
  test('先放一放 after a note is its customer’s; a name in the middle of a word is none', async () => {
    await world.person('lin').says('刚跟腾云通了电话');
    expect(await lines('lin', '先放一放')).toEqual(['腾云暂停多久?']);
    expect((await lines('lin', '先放一放到1月'))?.at(-1)).toBe('暂停到 2027/1/1 周五');
    expect((await lines('emma', 'resume bank'))?.[0]).not.toContain('paused');
  });
  test('what a reminder was told to say no more of is a pause too', async () => {
    await world.until('2026-11-25T09:01:00+08:00');
    await world.person('lin').presses(world.shownTo('lin').at(-1), '暂停');
    expect(await lines('lin', '暂停的单子')).toEqual(['1单暂停中', '腾云 · 有新进展再说 · 50万']);
    expect(await lines('lin', '恢复跟进腾云')).toEqual(['✓ 恢复跟进 · 腾云']);
    expect(await lines('lin', 'what is paused')).toEqual(['没有暂停的商机。']);
  });
  test('a manager’s word is told to the owner; without a deal there is nothing to pause', async () => {
    await world.person('lin').says('腾云暂停到1月5日');
    expect((await lines('chen', 'resume 腾云'))?.[0]).toBe('✓ 恢复跟进 · 腾云');
    await world.until('2026-11-23T10:03:00+08:00');
    expect(world.shownTo('lin').at(-1)?.message.text).toContain('陈敏记了一笔:\n恢复跟进 · 腾云');
    expect(await lines('emma', 'park alderbank')).toEqual(['Alderbank has no open deal to pause.']);
  });
});

describe('the company’s own days', () => {
  test('an admin sets days off and of work; they are listed, counted and undone', async () => {
    expect(await lines('li', '11月25日到26日放假')).toEqual([
      '✓ 公司放假 · 11/25 周三–11/26 周四',
      '这几天不发提醒,工作日也不算',
    ]);
    expect((await lines('li', '11月28日补班'))?.[0]).toBe('✓ 公司上班 · 11/28 周六');
    expect(await lines('lin', '哪天放假')).toEqual([
      '接下来的放假和补班',
      '放假 11/25 周三–11/26 周四',
      '上班 11/28 周六',
      '2027年的公共假期还没录入',
    ]);
    expect((await lines('emma', 'Which days are off?'))?.[1]).toBe('Off Wed Nov 25 – Thu Nov 26');
    expect(await lines('li', '11月28日补班')).toEqual(['已经是这样了 · 11/28 周六']);
    expect(await pushedTo('lin', '2026-11-27T08:00:00+08:00')).toEqual([]);
    expect(heads(await pushedTo('lin', '2026-11-28T12:00:00+08:00'))).toEqual(['久未跟进 · 腾云']);
    await world.person('li').says('撤销');
    expect((await lines('lin', '放假安排'))?.join()).not.toContain('11/28');
  });
  test('in English, taken back by words', async () => {
    expect((await lines('li', 'Dec 31 is a company holiday'))?.[0]).toBe('✓ 公司放假 · 12/31 周四');
    expect((await lines('li', '12月31日不放假了'))?.[0]).toBe('✓ 公司上班 · 12/31 周四');
    expect((await lines('li', 'we’re closed on Dec 31'))?.[0]).toBe('✓ 公司放假 · 12/31 周四');
  });
  test('a holiday by its name is its next one, for as many days as are told; a stretch goes from one to another', async () => {
    const off = async (said: string) => {
      const [head] = (await lines('li', said)) ?? [];
      await world.person('li').says('撤销');
      return head;
    };
    expect(await off('元旦放假')).toBe('✓ 公司放假 · 2027/1/1 周五');
    expect(await off('国庆放三天')).toBe('✓ 公司放假 · 2027/10/1 周五–2027/10/3 周日');
    expect(await off('中秋节休息')).toBe('✓ 公司放假 · 2027/9/15 周三');
    expect(await off('春节从除夕放到初六')).toBe('✓ 公司放假 · 2027/2/5 周五–2027/2/11 周四');
    expect(await off('12月25日(圣诞节)放假')).toBe('✓ 公司放假 · 12/25 周五');
    expect(await off('12月29日放假三天,请周知')).toBe('✓ 公司放假 · 12/29 周二–12/31 周四');
    expect(await off('平安夜和圣诞节放假')).toBe('✓ 公司放假 · 12/24 周四–12/25 周五');
    expect(await off('we’re off on New Year’s Day')).toBe('✓ 公司放假 · 2027/1/1 周五');
    expect(await off('We are closed over Christmas (Dec 25)')).toBe('✓ 公司放假 · 12/25 周五');
    expect(await off('Thanksgiving is a company holiday')).toBe('✓ 公司放假 · 11/26 周四');
    expect(await off('we get Christmas Eve off')).toBe('✓ 公司放假 · 12/24 周四');
    expect(await off('放假\uff1a元旦')).toBe('✓ 公司放假 · 2027/1/1 周五');
    expect(await off('放假 国庆')).toBe('✓ 公司放假 · 2027/10/1 周五');
    expect(await off("holiday: New Year's Day")).toBe('✓ 公司放假 · 2027/1/1 周五');
    expect(await off('国庆放假(10月1日-7日)')).toBe('✓ 公司放假 · 2027/10/1 周五–2027/10/7 周四');
    expect(await off('国庆放假\uff1a10月1日至10月5日')).toBe('✓ 公司放假 · 2027/10/1 周五–2027/10/5 周二');
    expect(await off('圣诞节放假三天(12月25日)')).toBe('✓ 公司放假 · 12/25 周五–12/27 周日');
    expect(await off('Christmas (Dec 24-26) is a company holiday')).toBe('✓ 公司放假 · 12/24 周四–12/26 周六');
    expect(await off('12月24日和25日放假')).toBe('✓ 公司放假 · 12/24 周四–12/25 周五');
    expect(await off('12月25日和1月1日放假')).toBe('哪几天?如「12月31日放假」。');
  });
  test('what no calendar has is asked for; questions and half days set nothing', async () => {
    expect(await lines('li', '开斋节放假')).toEqual(['开斋节是哪天?如「12月31日放假」。']);
    expect((await lines('li', 'Diwali is a company holiday'))?.[0]).toContain('Diwali是哪天?');
    expect(await lines('li', '元旦和春节放假')).toEqual(['哪几天?如「12月31日放假」。']);
    expect(await lines('li', '今年国庆放假')).toEqual(['这几天已经过了。']);
    for (const asked of [
      '元旦放假吗',
      '元旦放假?',
      '国庆放几天假',
      'are we off on New Year’s Day?',
      'Is Christmas a holiday?',
    ])
      expect((await lines('li', asked))?.[0]).toMatch(/^(?:接下来的放假和补班|半年内除周末没有放假。)$/);
    for (const other of ['元旦放半天假', '国庆节后放假一天', '张国庆放假', '周五放到下周一', '0000年春节放假'])
      await world.person('li').says(other);
    expect(await world.kept(companyDayKind)).toEqual([]);
    for (const said of ['元旦放假', '中秋节休息'])
      expect((await lines('lin', said))?.[0]).toBe('公司的放假由管理员设。要记你自己的假,点下面。');
  });
  test('a rep is told who sets them, with a button for leave of their own', async () => {
    const [refused] = await world.person('lin').says('12月31日放假');
    expect(refused?.message.text).toBe('公司的放假由管理员设。要记你自己的假,点下面。');
    const [mine] = await world.person('lin').presses(refused, '我请假');
    expect(mine?.message.text.split('\n')[0]).toBe('✓ 请假 12/31 周四');
    expect((await lines('lin', '我1月4日放假'))?.[0]).toBe('✓ 请假 2027/1/4 周一');
    expect(await lines('emma', 'we work on Dec 26')).toEqual(["An admin sets the company's working days."]);
    expect(await world.kept(companyDayKind)).toEqual([]);
  });
});
