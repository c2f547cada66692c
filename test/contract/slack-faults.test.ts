import { directRoom } from '../../src/chat/message.ts';
import type { Fault } from '../support/fake-slack.ts';
import { fillTeam } from '../support/sales-team.ts';
import { openSlackTalk } from '../support/slack-talk.ts';
import { type FaultWorld, faultLane } from './fault-lane.ts';

async function open(): Promise<FaultWorld<Fault>> {
  const start = '2026-11-23T10:00:00+08:00';
  const talk = await openSlackTalk(start, ['lin', 'emma'], (records) => fillTeam(records, []), { paced: true });
  const { slack } = talk;
  const channels = new Map<string, string>();
  for (const name of ['lin', 'emma']) channels.set(directRoom(name), await talk.directChannel(name));
  for (const name of ['sales', 'general']) channels.set(slack.channels[name] ?? '', slack.channels[name] ?? '');
  const roomOf = (channel: unknown) => [...channels].find(([, one]) => one === channel)?.[0] ?? String(channel);
  return {
    adapter: 'slack',
    get records() {
      return talk.records;
    },
    rooms: [...channels.keys()],
    async another() {
      const made = (await slack.api('conversations.create', { name: `team-${channels.size}` })) as {
        channel?: { id: string };
      };
      const id = made.channel?.id ?? '';
      channels.set(id, id);
      return id;
    },
    fail: (how) => slack.fail((_, body) => how(body.channel === undefined ? null : roomOf(body.channel))),
    tries: () =>
      slack.calls
        .filter(({ method }) => method === 'chat.postMessage')
        .map(({ body, at }) => ({ room: roomOf(body.channel), text: String(body.text), at })),
    shown: async (room) => (await slack.posts(channels.get(room) ?? '')).map(({ text }) => text),
    restart: () => talk.restarts(0),
    close: talk.close,
  };
}

faultLane('Slack', open, {
  all: ['busy', 'broken', 'cut', 'lost', 'truncated', 'hanging'],
  lost: ['lost', 'truncated'],
  falls: [],
  limited: 'busy',
  down: 'broken',
  refused: 'refused',
  pace: { burst: 5, everyMs: 1_000 },
  looksUp: () => true,
});
