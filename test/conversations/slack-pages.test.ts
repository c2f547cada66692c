import { setTimeout as sleep } from 'node:timers/promises';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { openSlackTalk } from '../support/slack-talk.ts';
import { until } from '../support/until.ts';

const START = '2026-11-25T10:00:00+08:00';
const touchedAt = '2026-11-02T10:00:00+08:00';
const customers = [
  { ...tengyun, deal: { units: 500_000, stage: 'needs' as const, touchedAt } },
  { name: '宁波海拓物流有限公司', alias: '海拓物流', owner: 'zhang' },
];

let talk: Awaited<ReturnType<typeof openSlackTalk>>;
beforeEach(async () => {
  talk = await openSlackTalk(START, ['lin', 'emma'], (records) => fillTeam(records, customers));
});
afterEach(() => talk.close());

const bodies = (method: string) => talk.slack.calls.filter((call) => call.method === method).map(({ body }) => body);

/** The calls of a method, once there are that many. */
async function once(method: string, count: number): Promise<Record<string, unknown>[]> {
  await until(() => bodies(method).length >= count);
  return bodies(method);
}

test('home shows the day and the deals at risk, and anew after a change', async () => {
  await talk.sends(talk.as('lin').homeOpened());
  const [first] = await once('views.publish', 1);
  expect(first).toMatchObject({ user_id: talk.slack.users.lin, view: { type: 'home' } });
  expect(JSON.stringify(first)).toContain('今天没有要做的事');
  expect(JSON.stringify(first)).toContain('1单好久没跟');
  await talk.says('lin', '刚跟腾云的王总通了电话,今天下午3点再去拜访');
  const later = JSON.stringify((await once('views.publish', 2)).at(-1));
  expect(later).toContain('今天 · 1件事');
  expect(later).not.toContain('好久没跟');
  expect(bodies('views.publish').every(({ user_id }) => user_id === talk.slack.users.lin)).toBe(true);
  const before = bodies('views.publish').length;
  await talk.sends(talk.as('stranger').homeOpened());
  const strangers = (await once('views.publish', before + 1)).at(-1);
  expect(strangers).toMatchObject({ user_id: talk.slack.users.stranger });
  expect(JSON.stringify(strangers)).toContain('管理员就能让你加入');
});

const link = (id: string) => `https://crm.example.com/r/${id}`;

test('a link to a customer shows its file, as far as everybody there may know of it', async () => {
  const lin = talk.as('lin');
  const direct = await talk.directChannel('lin');
  const urls = [
    link('customer-0'),
    link('customer-1'),
    'https://evil.example.com/r/customer-0',
    `${link('customer-0')}/x`,
  ];
  await talk.sends(lin.links(direct, '5.1', urls));
  const [own] = await once('chat.unfurl', 1);
  expect(Object.keys(own?.unfurls as object)).toEqual([link('customer-0')]);
  expect(JSON.stringify(own)).toContain('腾云');
  // In the channel there is somebody unknown.
  const sales = talk.slack.channels.sales ?? '';
  await talk.sends(lin.links(sales, '5.2', urls));
  await talk.sends(lin.links('COMPOSER', '5.3', urls, 'composer'));
  await sleep(200);
  expect(bodies('chat.unfurl')).toHaveLength(1);
});
