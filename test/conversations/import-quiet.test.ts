import { dayText } from '../../src/calendar/days.ts';
import { wallTime } from '../../src/calendar/zone.ts';
import type { Reply } from '../../src/chat/chat-adapter.ts';
import { fillTeam } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, []));
});
afterEach(() => world.close());

/** Deals that nobody touched for months, some closed long ago, some people with a birthday today. */
const list = [
  '客户,联系人,金额,阶段,最近联系,生日',
  ...Array.from({ length: 60 }, (_, n) => {
    const [stage, birthday] = [n % 7 === 0 ? '已签约' : '报价', n % 20 === 0 ? '11月23日' : ''];
    return `静${n}号有限公司,王${n},${n + 1}万,${stage},2026-0${1 + (n % 6)}-1${n % 9},${birthday}`;
  }),
].join('\n');

/** The same without its days of the last contact. */
const withoutContact = list
  .split('\n')
  .map((line) => line.split(',').toSpliced(4, 1).join(','))
  .join('\n');

/** What no message and no button of theirs brought about. */
const unasked = (replies: readonly Reply[]): Reply[] => replies.filter(({ id }) => id.startsWith('rule:'));

const perDay = (pushed: readonly Reply[], shownAt: Date): string[] =>
  pushed.map(({ to }) => `${to.onlyFor ?? to.room} ${dayText(wallTime(shownAt.getTime(), 'Asia/Shanghai').day)}`);

/** Brings the list in; what came unasked on each day after, by whom it went to. */
async function bringsIn(csv: string) {
  const lin = world.person('lin');
  const [asked] = await lin.says(csv);
  await lin.presses(asked, '导入 60 家');
  expect((await lin.says('日报')).map(({ message }) => message.text).join()).not.toContain('静');
  expect(unasked(await world.until('2026-11-23T23:00:00+08:00'))).toEqual([]);
  const days: string[] = [];
  for (let day = 24; day <= 30; day++) {
    const at = `2026-11-${day}T23:00:00+08:00`;
    days.push(...perDay(unasked(await world.until(at)), new Date(at)));
  }
  // Nobody hears of it twice in a day.
  expect(new Set(days).size).toBe(days.length);
  for (const { message } of world.delivered()) expect(message.text.split('\n').length).toBeLessThanOrEqual(10);
  expect(days.find((one) => one.startsWith('direct:lin'))).toBe('direct:lin 2026-11-24');
  const [first] = unasked(world.shownTo('lin'));
  return first?.message.text.split('\n').slice(0, 2) ?? [];
}

test('what an import brings in overdue is no alert that day, and one list on the next: by its last contact, not by the day it came', async () => {
  expect(await bringsIn(list)).toEqual([
    expect.stringMatching(/^该跟进 · 静\d+号有限公司 等51项$/),
    expect.stringMatching(/^1 静\d+号有限公司 · 215个工作日没跟$/),
  ]);
});

test('where the list tells no last contact, the day it came is none: in the list of what is quiet, and named so', async () => {
  expect(await bringsIn(withoutContact)).toEqual([
    expect.stringMatching(/^该跟进 · 静\d+号有限公司 等51项$/),
    expect.stringMatching(/^1 静\d+号有限公司 · 没有跟进记录$/),
  ]);
  const lin = world.person('lin');
  const [stale] = await lin.says('哪些单子好久没跟了');
  expect(stale?.message.text).toMatch(/^51单好久没跟\n静\d+号有限公司 · 没有跟进记录 · 林悦/);
  await lin.says('今天跟静59号有限公司王59通了电话');
  const [less] = await lin.says('哪些单子好久没跟了');
  expect(less?.message.text).toMatch(/^50单好久没跟/);
});
