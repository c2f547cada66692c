import { accountKind } from '../crm/account/account.ts';
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

describe('Script 6', () => {
  test('touched on Friday: silent on Monday and Tuesday, listed once on Wednesday', async () => {
    await world.deal('d1', 'lin', '腾云科技');
    expect(await world.runAt('2026-11-23T09:00')).toEqual([]);
    expect(await world.runAt('2026-11-24T09:00')).toEqual([]);
    const [told, ...more] = await world.runAt('2026-11-25T09:00');
    expect(more).toEqual([]);
    expect(told?.text).toBe('久未跟进 · 腾云科技\n最后 11/20 周五,已3个工作日');
    expect(told?.buttons).toEqual(['记一笔', '暂停', '为什么']);
    expect(await world.runAt('2026-11-25T09:05')).toEqual([]);
    expect(await world.runAt('2026-11-26T09:00')).toEqual([]);
  });

  test('with a visit ahead: silent', async () => {
    await world.deal('d1', 'lin', '腾云科技');
    await world.task('t1', 'lin', '腾云科技', '2026-12-02', '15:00');
    expect(await world.runAt('2026-11-25T09:00')).toEqual([]);
  });

  test('fifty stale deals: one message to the rep and one to the manager', async () => {
    await world.person('li', { role: 'manager', name: '李娜' });
    await world.change({ kind: 'person', collection: 'people' }, 'lin', { manager: 'li', name: '林芳' });
    for (let n = 0; n < 50; n++) {
      await world.account(`客户${n}`, 'lin');
      await world.deal(`d${n}`, 'lin', `客户${n}`);
    }
    const told = await world.runAt('2026-11-25T09:00');
    expect(told.map(({ to }) => to).sort()).toEqual(['direct:li', 'direct:lin']);
    const manager = told.find(({ to }) => to === 'direct:li');
    expect(manager?.text.split('\n')).toHaveLength(7);
    expect(manager?.text.split('\n').slice(0, 2)).toEqual(['团队久未跟 · 客户0 等50项', '昨天起 · 没下一步50']);
    expect(manager?.text).toContain('1 客户0 · 林芳 · 最后 11/20 周五');
    expect(manager?.buttons).toEqual(['全部', '明天再说', '为什么']);
    const all = await world.rules.listAll(manager?.set._id ?? '', {
      viewer: { person: 'li', owners: 'all', ownOwners: 'all', audience: ['li'] },
      locale: 'zh',
      zone: 'Asia/Shanghai',
      now: world.at('2026-11-25T09:10'),
    });
    expect(all).toHaveLength(50);
  });
});

describe('the morning', () => {
  test('one merged message with everything that is due, no amount in its first line', async () => {
    await world.account('海拓物流', 'lin', { important: true, lastContactAt: world.at('2026-10-20T10:00') });
    await world.deal('d1', 'lin', '腾云科技');
    await world.task('t1', 'lin', '腾云科技', '2026-11-25');
    await world.task('t2', 'lin', null, '2026-11-23');
    await world.contact('王总', 'lin', '腾云科技', { calendar: 'lunar', month: 10, day: 19, year: null, leap: false });
    const [told, ...more] = await world.runAt('2026-11-25T09:00');
    expect(more).toEqual([]);
    expect(told?.text.split('\n')).toEqual([
      '该跟进 · 下一步 等4项',
      '1 逾期 11/23 周一 · 事项t2',
      '2 腾云科技 · 今天 · 事项t1',
      '3 腾云科技 王总 · 11/27 周五生日(农历10月19日) · 还有2天',
      '4 海拓物流 · 36天没联系',
    ]);
    expect(told?.buttons).toEqual(['明天再说', '为什么']);
  });

  test('a birthday alone, for a reader of English', async () => {
    await world.person('emma', { locale: 'en' });
    await world.contact('Priya', 'emma', 'Alderbank', {
      calendar: 'solar',
      month: 11,
      day: 28,
      year: null,
      leap: false,
    });
    const [told] = await world.runAt('2026-11-25T09:00');
    expect(told?.text.split('\n')).toEqual(['Bday · Priya', 'birthday Sat Nov 28 (solar), in 3 days']);
  });

  test('a step alone can be done; a deal cannot', async () => {
    await world.task('t1', 'lin', '腾云科技', '2026-11-25');
    await world.note('n1', 'lin', '腾云科技', '2026-11-20', '对报价有点犹豫');
    const [told] = await world.runAt('2026-11-25T09:00');
    expect(told?.text).toBe('今天 · 腾云科技\n事项t1\n上次 11/20 周五 电话:对报价有点犹豫');
    expect(told?.buttons).toEqual(['完成', '明天再说', '为什么']);
  });

  test('what was overdue at the first start is one list the next morning, in each one’s own zone and language', async () => {
    await world.person('priya', { zone: 'Europe/London', locale: 'en' });
    await world.account('Alderbank', 'priya');
    await world.deal('d1', 'priya', 'Alderbank', { touchedAt: world.at('2026-09-01T10:00') });
    expect(await world.runAt('2026-11-23T16:59')).toEqual([]);
    const [told] = await world.runAt('2026-11-23T17:00');
    expect(told?.text).toBe('Stale · Alderbank\nLast Tue Sep 1, 59 workdays ago');
  });

  test('a day of downtime is one list, and nobody is woken by it', async () => {
    await world.deal('d1', 'lin', '腾云科技');
    await world.task('t1', 'lin', '腾云科技', '2026-11-24', '15:00');
    await world.task('t2', 'lin', '腾云科技', '2026-11-24');
    expect(await world.runAt('2026-11-25T20:00')).toEqual([]);
    const told = await world.runAt('2026-11-26T13:10');
    expect(told).toHaveLength(1);
    expect(told[0]?.text.split('\n')[0]).toBe('该跟进 · 腾云科技 等2项');
  });

  test('nothing on a day off, nothing for those who left', async () => {
    await world.deal('d1', 'lin', '腾云科技', { touchedAt: world.at('2026-11-18T10:00') });
    await world.person('zhao', { active: false });
    await world.task('t1', 'zhao', null, '2026-11-27');
    await world.change(accountKind, '腾云科技', { important: true });
    await world.runAt('2026-11-23T09:00');
    expect(await world.runAt('2026-11-28T09:00')).toEqual([]);
    expect(await world.runAt('2026-11-29T12:00')).toEqual([]);
  });

  test('who is just writing is left alone for a minute', async () => {
    await world.deal('d1', 'lin', '腾云科技');
    await world.wrote('lin', '2026-11-25T00:59:40Z');
    expect(await world.runAt('2026-11-25T09:00')).toEqual([]);
    expect(await world.rules.nextInstant(world.at('2026-11-25T09:00'))).toEqual(new Date('2026-11-25T01:00:40Z'));
    expect(await world.runAt('2026-11-25T01:00:20Z')).toEqual([]);
    expect(await world.runAt('2026-11-25T01:00:40Z')).toHaveLength(1);
    expect(await world.runAt('2026-11-25T01:00:50Z')).toEqual([]);
  });
});

describe('a step with a clock time', () => {
  test('14:30 brief for 15:00 with the last note, and no second word of it in the morning', async () => {
    await world.task('t1', 'lin', '腾云科技', '2026-11-25', '15:00');
    await world.note('n1', 'lin', '腾云科技', '2026-11-20', '对报价有点犹豫');
    expect(await world.runAt('2026-11-25T09:00')).toEqual([]);
    expect(await world.runAt('2026-11-25T14:29')).toEqual([]);
    const [told, ...more] = await world.runAt('2026-11-25T14:30');
    expect(more).toEqual([]);
    expect(told?.text).toBe('15:00 · 腾云科技\n事项t1\n上次 11/20 周五 电话:对报价有点犹豫');
    expect(told?.buttons).toEqual(['完成', '明天再说', '为什么']);
    expect(await world.runAt('2026-11-25T14:31')).toEqual([]);
    const [next] = await world.runAt('2026-11-26T09:00');
    expect(next?.text).toBe('逾期 · 腾云科技\n事项t1(11/25 周三)\n上次 11/20 周五 电话:对报价有点犹豫');
  });

  test('also at night and on a day off, at most six a day', async () => {
    for (let n = 0; n < 8; n++) await world.task(`t${n}`, 'lin', '腾云科技', '2026-11-28', '22:00');
    expect(await world.runAt('2026-11-28T21:30')).toHaveLength(6);
    expect(await world.runAt('2026-11-28T21:40')).toHaveLength(0);
    const [rest] = await world.runAt('2026-11-30T09:00');
    expect(rest?.text.split('\n')[0]).toBe('该跟进 · 腾云科技 等8项');
  });

  test('told by its brief before a morning that came late: not a second time that day', async () => {
    await world.task('t1', 'lin', '腾云科技', '2026-11-25', '09:00');
    expect(await world.runAt('2026-11-25T08:30')).toHaveLength(1);
    expect((await world.runAt('2026-11-25T11:00')).map(({ text }) => text.split('\n')[0])).toEqual([
      '怎么样? · 腾云科技',
    ]);
    expect(await world.runAt('2026-11-26T09:00')).toHaveLength(1);
  });

  test('its brief could not be given: it is in the list of a morning that came late', async () => {
    await world.task('t1', 'lin', '腾云科技', '2026-11-25', '09:00');
    expect(await world.runAt('2026-11-25T11:00')).toHaveLength(1);
  });

  test('moved after its brief: told again at its new time', async () => {
    await world.task('t1', 'lin', '腾云科技', '2026-11-25', '15:00');
    expect(await world.runAt('2026-11-25T14:30')).toHaveLength(1);
    await world.change(taskKind, 't1', { time: '17:00', dueAt: world.at('2026-11-25T17:00') });
    expect(await world.runAt('2026-11-25T16:30')).toHaveLength(1);
  });
});

test('stepping from instant to instant meets every morning and every brief in order', async () => {
  await world.deal('d1', 'lin', '腾云科技');
  await world.task('t1', 'lin', '腾云科技', '2026-12-02', '15:00');
  const seen: string[] = [];
  let now = world.at('2026-11-23T10:00');
  for (;;) {
    const next = await world.rules.nextInstant(now);
    if (next === null || next > world.at('2026-12-03T10:00')) break;
    now = next;
    for (const told of await world.runAt(now.toISOString()))
      seen.push(`${now.toISOString()} ${told.text.split('\n')[0]}`);
  }
  expect(seen).toEqual([
    '2026-12-02T06:30:00.000Z 15:00 · 腾云科技',
    '2026-12-02T08:00:00.000Z 怎么样? · 腾云科技',
    '2026-12-03T01:00:00.000Z 逾期 · 腾云科技',
  ]);
});

test('what somebody else’s act makes due keeps to hours, cap and the minute after writing', async () => {
  const allowed = async (time: string): Promise<Date | undefined> => {
    let at: Date | undefined;
    world.setClock(time);
    await world.ledger.record({ id: `note:${time}`, kind: 'message', by: 'zhao' }, async (draft) => {
      at = (await world.rules.allowPush(draft, 'lin', world.at(time))).notBefore;
    });
    return at;
  };
  expect(await allowed('2026-11-25T20:00')).toEqual(world.at('2026-11-26T09:00'));
  await world.wrote('lin', '2026-11-25T01:59:30Z');
  expect(await allowed('2026-11-25T10:00')).toEqual(new Date('2026-11-25T02:00:30Z'));
  for (let minute = 1; minute <= 5; minute++)
    expect(await allowed(`2026-11-25T10:0${minute}`)).toEqual(world.at(`2026-11-25T10:0${minute}`));
  expect(await allowed('2026-11-25T10:06')).toEqual(world.at('2026-11-26T09:00'));
});
