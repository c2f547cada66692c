import type { Reply } from '../../src/chat/chat-adapter.ts';
import { accountKind } from '../../src/crm/account/account.ts';
import { dealKind } from '../../src/crm/deal/deal.ts';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { roomKind } from '../../src/crm/room/room.ts';
import { taskKind } from '../../src/crm/task/task.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { openSlackTalk } from '../support/slack-talk.ts';
import { World } from '../support/world.ts';

const START = '2026-11-23T10:00:00+08:00';
const touchedAt = '2026-11-20T10:00:00+08:00';
const customers = [
  { ...tengyun, deal: { units: 500_000, stage: 'needs' as const, touchedAt } },
  { name: '宁波海拓物流有限公司', alias: '海拓物流', owner: 'lin', contacts: [{ name: '罗海生', alias: '罗总' }] },
  { name: '海拓供应链管理有限公司', alias: '海拓供应链', owner: 'lin', contacts: [{ name: '罗启铭', alias: '罗总' }] },
];

const SCRIPT = [
  { says: '今天下午跟腾云的王总通了电话,对80万报价有点犹豫,下周三下午3点再去拜访' },
  { says: '不是80万是85万' },
  { says: '跟罗总通了电话,他挺满意' },
  { presses: '海拓物流 罗海生' },
  { says: '拜访了海拓供应链,报价12万' },
  { says: '撤销' },
  { says: '本季度漏斗' },
  { until: '2026-12-02T18:00:00+08:00' },
];

const KINDS = [accountKind, dealKind, interactionKind, taskKind];

/** What a record says, without what names it: ids, versions and sets differ from run to run. */
const content = (rows: readonly object[]) =>
  rows
    .map((row) => {
      const { _id, v, updatedAt, writers, ...rest } = row as Record<string, unknown>;
      return JSON.stringify(rest, (key, value) =>
        /^(source|interaction|task|deal|message|set|cause)$/.test(key) && typeof value === 'string' ? '(id)' : value,
      );
    })
    .sort();

/** What a reader sees who is shown corrections in the place of what they correct. */
function inPlace(replies: readonly Reply[]): string[] {
  const lines: { id: string; text: string }[] = [];
  for (const { id, replaces, message } of replies) {
    const earlier = lines.find((line) => line.id === replaces);
    if (earlier === undefined) lines.push({ id, text: message.text });
    else Object.assign(earlier, { id, text: message.text });
  }
  return lines.map(({ text }) => text);
}

test('the same talk over Slack leaves the same records as in memory', async () => {
  const world = await World.open(START, (records) => fillTeam(records, customers));
  const talk = await openSlackTalk(START, ['lin'], (records) => fillTeam(records, customers));
  try {
    let replies = [] as Awaited<ReturnType<typeof world.until>>;
    for (const { says, presses, until } of SCRIPT) {
      if (says !== undefined) {
        replies = await world.person('lin').says(says);
        await talk.says('lin', says);
      } else if (presses !== undefined) {
        const question = replies.find(({ message }) => message.buttons?.some(({ label }) => label === presses));
        replies = await world.person('lin').presses(question, presses);
        await talk.presses('lin', presses);
      } else if (until !== undefined) {
        await world.until(until);
        await talk.until(until);
      }
    }
    for (const kind of KINDS)
      expect(content(await talk.kept<object>(kind))).toEqual(content(await world.kept<object>(kind)));
    expect(await talk.kept(interactionKind)).toHaveLength(2);
    expect(await talk.shownTo('lin')).toEqual(inPlace(world.shownTo('lin')));
    expect((await talk.shownTo('lin')).at(-1)).toMatch(/^15:00 · 腾云/);
  } finally {
    await world.close();
    await talk.close();
  }
}, 60_000);

test('in a channel with somebody unknown nothing private is said but to the asker alone; once all may know, it is', async () => {
  const talk = await openSlackTalk(START, ['lin', 'emma'], (records) => fillTeam(records, customers));
  const said = (method: string) =>
    talk.slack.calls
      .filter((call) => call.method === method)
      .map(({ body }) => String(body.text))
      .join('\n');
  const audience = async (room: string) => (await talk.kept(roomKind)).find((kept) => kept.room === room);
  try {
    const sales = talk.slack.channels.sales ?? '';
    await talk.says('lin', '本季度漏斗', sales);
    expect(await audience(sales)).toMatchObject({ adapter: 'slack', outsiders: true });
    expect(said('chat.postMessage')).not.toContain('50万');
    expect(said('chat.postEphemeral')).toContain('50万');
    for (const name of ['stranger', 'admin', 'emma']) {
      const user = talk.slack.users[name];
      await talk.slack.api('conversations.kick', { channel: sales, user });
      const event = { type: 'member_left_channel', user, channel: sales };
      await talk.slack.frame('events_api', { type: 'event_callback', event });
    }
    expect(await audience(sales)).toMatchObject({ members: ['lin'], outsiders: false });
    await talk.says('lin', '本季度漏斗', sales);
    expect(said('chat.postMessage')).toContain('50万');
  } finally {
    await talk.close();
  }
}, 60_000);
