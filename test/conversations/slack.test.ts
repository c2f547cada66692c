import { roomKind } from '../../src/crm/room/room.ts';
import { countCommands } from '../bench/command-count.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { openSlackTalk } from '../support/slack-talk.ts';
import { sameTalk } from './same-talk.ts';

const START = '2026-11-23T10:00:00+08:00';
const touchedAt = '2026-11-20T10:00:00+08:00';
const customers = [{ ...tengyun, deal: { units: 500_000, stage: 'needs' as const, touchedAt } }];

sameTalk(
  'Slack',
  openSlackTalk,
  [
    'colleagues',
    'strangers',
    'group',
    'known group',
    'threads',
    'edits',
    'deletes',
    'unfurls',
    'older buttons',
    'doctor',
  ],
  { beside: true },
);

/** What is sent however few talk: polls, sweeps, what is read once a second, marks that gather; and the test's own looks. */
const BY_ITSELF = [
  /^(?:aggregate|getMore|distinct|findAndModify)/,
  /^find (?:inbox|outbox|ledger|workers|handings|imports|company_days|groups|teams|rates)\b/,
  /^find (?:accounts|contacts) by (?:_id|account), deleted$/,
  /^find \w+ by (?:active, deleted|.*updatedAt)/,
  /^update (?:ledger|workers|adapter_states)/,
];

test('a logged note costs seven commands to the store', async () => {
  const talk = await openSlackTalk(START, ['lin'], (records) => fillTeam(records, customers));
  const notes = [
    '今天下午跟腾云的王总通了电话,对80万报价有点犹豫',
    '上午去腾云拜访了王总',
    '腾云的王总发来邮件,说预算批了',
  ];
  try {
    await talk.says('lin', '跟腾云的王总通了电话');
    const counted = countCommands(talk.records.connection);
    for (const note of notes) {
      talk.clock.pass(60_000);
      await talk.says('lin', note);
    }
    const sent = Object.entries(counted.stop()).filter(([shape]) => !BY_ITSELF.some((one) => one.test(shape)));
    expect(sent.reduce((sum, [, times]) => sum + times, 0)).toBeLessThanOrEqual(7 * notes.length);
  } finally {
    await talk.close();
  }
});

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
    await talk.says('lin', '本季度漏斗', { channel: sales });
    expect(await audience(sales)).toMatchObject({ adapter: 'slack', outsiders: true });
    expect(said('chat.postMessage')).not.toContain('50万');
    expect(said('chat.postEphemeral')).toContain('50万');
    for (const name of ['stranger', 'admin', 'emma', 'chen', 'li', 'zhang']) {
      const user = talk.slack.users[name];
      await talk.slack.api('conversations.kick', { channel: sales, user });
      const event = { type: 'member_left_channel', user, channel: sales };
      await talk.slack.frame('events_api', { type: 'event_callback', event });
    }
    expect(await audience(sales)).toMatchObject({ members: ['lin'], outsiders: false });
    await talk.says('lin', '本季度漏斗', { channel: sales });
    expect(said('chat.postMessage')).toContain('50万');
  } finally {
    await talk.close();
  }
});
