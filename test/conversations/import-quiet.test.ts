import { dayText } from '../../src/calendar/days.ts';
import { wallTime } from '../../src/calendar/zone.ts';
import type { Reply } from '../../src/chat/chat-adapter.ts';
import { fillTeam } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, []));
}, 30_000);
afterEach(() => world.close());

/** Deals that nobody touched for months, some closed long ago, some people with a birthday today. */
const list = [
  '客户,联系人,金额,阶段,最近联系,生日',
  ...Array.from({ length: 60 }, (_, n) => {
    const [stage, birthday] = [n % 7 === 0 ? '已签约' : '报价', n % 20 === 0 ? '11月23日' : ''];
    return `静${n}号有限公司,王${n},${n + 1}万,${stage},2026-0${1 + (n % 6)}-1${n % 9},${birthday}`;
  }),
].join('\n');

/** What no message and no button of theirs brought about. */
const unasked = (replies: readonly Reply[]): Reply[] => replies.filter(({ id }) => id.startsWith('rule:'));

const perDay = (pushed: readonly Reply[], shownAt: Date): string[] =>
  pushed.map(({ to }) => `${to.onlyFor ?? to.room} ${dayText(wallTime(shownAt.getTime(), 'Asia/Shanghai').day)}`);

test('what an import brings in overdue is no alert that day, and one list to each on a day after', async () => {
  const lin = world.person('lin');
  const [asked] = await lin.says(list);
  await lin.presses(asked, '导入 60 家');
  expect(unasked(await world.until('2026-11-23T23:00:00+08:00'))).toEqual([]);
  const days: string[] = [];
  for (let day = 24; day <= 30; day++) {
    const at = `2026-11-${day}T23:00:00+08:00`;
    days.push(...perDay(unasked(await world.until(at)), new Date(at)));
  }
  // Nobody hears of it twice in a day, and there is a day on which the one who imported hears of it all at once.
  expect(new Set(days).size).toBe(days.length);
  expect(days.filter((one) => one.startsWith('direct:lin'))).not.toEqual([]);
  const toLin = unasked(world.shownTo('lin')).map(({ message }) => message.text.split('\n')[0]);
  expect(toLin).toEqual([expect.stringMatching(/^该跟进 · 静\d+号有限公司 等51项$/)]);
  for (const { message } of world.delivered()) expect(message.text.split('\n').length).toBeLessThanOrEqual(10);
}, 60_000);
