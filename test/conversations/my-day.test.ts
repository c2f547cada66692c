import { taskKind } from '../../src/crm/task/task.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

const touchedAt = '2026-11-20T10:00:00+08:00';
const customers = [
  { ...tengyun, deal: { units: 500_000, stage: 'needs' as const, touchedAt } },
  { name: '宁波海拓物流有限公司', alias: '海拓物流', owner: 'lin' },
  {
    name: 'Alderbank Holdings plc',
    alias: 'Alderbank',
    owner: 'emma',
    contacts: [{ name: 'Priya Nair', alias: 'Priya' }],
  },
  { name: 'Tern Island Seafood', alias: 'Tern Island', owner: 'emma' },
];

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, customers));
});
afterEach(() => world.close());

const steps = async () =>
  (await world.kept(taskKind)).map(({ title, day, time, doneAt }) => [title, day, time, doneAt !== null]);
const text = ([reply]: { message: { text: string } }[]) => reply?.message.text;

async function twoSteps() {
  const lin = world.person('lin');
  await lin.says('提醒我今天给腾云发方案');
  await lin.says('提醒我今天下午3点给海拓物流打电话');
  return lin;
}

test('the day’s steps are numbered, and the numbers act on them', async () => {
  const lin = await twoSteps();
  const [list] = await lin.says('今天');
  const rows = list?.message.text.split('\n') ?? [];
  expect(rows).toEqual(['今天 · 2件事', expect.stringMatching(/^1 .*发方案/), expect.stringMatching(/^2 .*15:00$/)]);

  expect(text(await lin.says('1完成'))).toMatch(/^✓ 完成 · .*发方案$/);
  expect(text(await lin.says('2推到周五'))).toMatch(/^✓ 已改 · .*\n11\/23 周一 15:00→11\/27 周五 15:00$/);
  const now = await steps();
  expect(now.map(([, day, time, done]) => [day, time, done]).sort()).toEqual([
    ['2026-11-23', null, true],
    ['2026-11-27', '15:00', false],
  ]);
  await lin.says('撤销');
  expect((await steps()).map(([, day]) => day)).toEqual(['2026-11-23', '2026-11-23']);
  expect(text(await lin.says('9完成'))).toBe('清单里没有第 9 条。');
});

test('several at once, a full-width number, and a day that does not exist', async () => {
  const lin = await twoSteps();
  await lin.says('今天');
  const [question] = await lin.says('2推到2月30日');
  expect(question?.message.text).toBe('2月30日没有这一天。是 2/28 还是 3/1?');
  expect((await steps()).map(([, day]) => day)).toEqual(['2026-11-23', '2026-11-23']);
  await lin.says('3/1');
  expect((await steps()).map(([, day]) => day).sort()).toEqual(['2026-11-23', '2027-03-01']);
  await lin.says('1、2完成');
  expect((await steps()).map(([, , , done]) => done)).toEqual([true, true]);
});

test('after ten minutes the numbers mean nothing any more', async () => {
  const lin = await twoSteps();
  await lin.says('今天');
  world.clock.pass(11 * 60_000);
  await lin.says('1完成');
  expect((await steps()).map(([, , , done]) => done)).toEqual([false, false]);
});

test('more than five: five rows, the rest behind 全部, numbered on', async () => {
  const lin = world.person('lin');
  for (const what of ['方案', '报价', '合同', '样品', '发票', '资料']) await lin.says(`提醒我今天给腾云发${what}`);
  const [list] = await lin.says('今天');
  expect(list?.message.text.split('\n')).toHaveLength(7);
  expect(list?.message.text.split('\n').at(-1)).toBe('另有 1 件');
  const [all] = await lin.presses(list, '全部');
  expect(all?.message.text.split('\n').at(-1)).toMatch(/^6 /);
  await lin.says('6完成');
  expect((await steps()).filter(([, , , done]) => done)).toHaveLength(1);
});

test('in English', async () => {
  const emma = world.person('emma');
  await emma.says('send pricing to Alderbank today');
  await emma.says('call Tern Island today at 3pm');
  expect(text(await emma.says('my day'))).toMatch(/^Today · 2 steps\n1 .*\n2 .*15:00$/);
  expect(text(await emma.says('2 done'))).toMatch(/^✓ Done · /);
  expect(text(await emma.says('push 1 to Friday'))).toMatch(/^✓ Changed · .*\nMon Nov 23→Fri Nov 27$/);
  expect((await steps()).map(([, day, , done]) => [day, done]).sort()).toEqual([
    ['2026-11-23', true],
    ['2026-11-27', false],
  ]);
});

describe('the daily report', () => {
  test('what was logged, done and comes next, in the writer’s own words', async () => {
    const lin = await twoSteps();
    await lin.says('刚跟腾云王总打完电话 80万嫌贵 下周一下午3点再去');
    await lin.says('今天');
    await lin.says('2完成');
    expect(text(await lin.says('日报'))?.split('\n')).toEqual([
      '日报 · 11/23 周一 · 跟进 1 条',
      '腾云 · 电话 · 刚跟腾云王总打完电话 80万嫌贵 下周一下午3点再去',
      expect.stringMatching(/^海拓物流 · 完成 · /),
      expect.stringMatching(/^下一步 11\/23 周一 · 腾云 · .*发方案$/),
      '下一步 11/30 周一 15:00 · 腾云 · 再去',
    ]);
    expect(text(await world.person('chen').says('日报'))).toBe('今天还没有记录,也没有下一步。');
  });

  test('at most eight lines, the whole behind 全部', async () => {
    const lin = world.person('lin');
    for (let hour = 0; hour < 10; hour++) await lin.says('又跟腾云王总通了电话');
    const [report] = await lin.says('日报');
    expect(report?.message.text.split('\n')).toHaveLength(8);
    const [all] = await lin.says('全部');
    expect(all?.message.text.split('\n')).toHaveLength(11);
    expect(report?.message.buttons?.map(({ label }) => label)).toEqual(['全部']);
  });

  test('in English', async () => {
    const emma = world.person('emma');
    await emma.says('Call with Priya at Alderbank, wants pricing for 40 seats by Thu');
    expect(text(await emma.says('daily report'))?.split('\n')).toEqual([
      'Daily report · Mon Nov 23 · 1 note',
      expect.stringMatching(/^Alderbank · Call · Call with Priya/),
      expect.stringMatching(/^Next Thu Nov 26 · Alderbank · /),
    ]);
    expect(text(await emma.says('my day'))).toMatch(/^Today: nothing to do\.\nNext up: Alderbank/);
  });

  test('where every line is there, cut, it counts none as missing', async () => {
    const emma = world.person('emma');
    for (const what of ['prices', 'delivery', 'support'])
      await emma.says(`Call with Priya at Alderbank about ${what}: she asks what it would take to have it all at once`);
    const [report] = await emma.says('daily report');
    expect(report?.message.text).toMatch(/…/);
    expect(report?.message.text).not.toMatch(/and \d+ more/);
    expect(report?.message.buttons?.map(({ label }) => label)).toEqual(['Show all']);
  });
});

describe('other days', () => {
  test('tomorrow, next week, and all that is open, by their own heads', async () => {
    const lin = world.person('lin');
    await lin.says('明天下午3点给海拓物流打电话');
    await lin.says('下周三给腾云发方案');
    expect(text(await lin.says('今天'))).toBe(
      '今天没有要做的事。\n下一件 海拓物流 · 给海拓物流打电话 · 11/24 周二 15:00',
    );
    expect(text(await lin.says('明天有什么事'))).toMatch(/^明天 · 1件事\n1 海拓物流 · .* · 11\/24 周二 15:00$/);
    expect(text(await lin.says('下周呢'))).toMatch(/^11\/30 周一 – 12\/6 周日 · 1件事\n1 腾云 · .* · 12\/2 周三$/);
    expect(text(await lin.says('1推到周四'))).toMatch(/12\/2 周三→/);
    expect(text(await lin.says('我的待办'))).toMatch(/^待办 · 2件事\n1 海拓物流 .*\n2 腾云 /);
    expect(text(await lin.says('周五有什么安排'))).toBe('11/27 周五没有要做的事。');
  });

  test('a step that waits for its customer says so', async () => {
    const lin = world.person('lin');
    await lin.says('提醒我今天交周报');
    expect(text(await lin.says('今天'))).toMatch(/^今天 · 1件事\n1 客户待定 · .*周报$/);
  });

  test('a manager asks for a colleague’s; a colleague is told that they are not theirs', async () => {
    await world.person('lin').says('明天下午3点给海拓物流打电话');
    const chen = world.person('chen');
    expect(text(await chen.says('林悦明天有什么安排'))).toMatch(/^林悦 · 明天 · 1件事\n1 海拓物流 /);
    expect(text(await chen.says('后天呢'))).toBe('林悦 · 11/25 周三没有要做的事。');
    expect(text(await world.person('emma').says("what's on for 林悦 tomorrow"))).toMatch(/not yours to see/);
  });
});
