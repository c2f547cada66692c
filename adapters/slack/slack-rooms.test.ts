import type { webApi } from '@slack/bolt';
import { createRooms } from './slack-rooms.ts';

/** A Slack of one channel with that many members, the bot among them. */
function open(info: object, count = 2) {
  const members = Array.from({ length: count }, (_, at) => `U${at}`);
  const asked: string[] = [];
  const client = {
    conversations: {
      info: async () => ({ channel: { name: 'sales', ...info } }),
      members: async ({ cursor = '0', limit }: { cursor?: string; limit: number }) => {
        asked.push(cursor);
        const end = Number(cursor) + limit;
        const next_cursor = end < members.length ? String(end) : '';
        return { members: members.slice(Number(cursor), end), response_metadata: { next_cursor } };
      },
    },
  } as unknown as webApi.WebClient;
  return { asked, rooms: createRooms(client, () => ({ team: 'T1', user: 'U0', bot: 'B1' })) };
}

test.each([
  { is_private: false },
  { is_private: true, is_ext_shared: true },
  { is_private: true, is_pending_ext_shared: true },
  { is_private: true, is_org_shared: true },
])(
  'people whom nobody lists hear what is said in a channel with %j: its members are not even asked for',
  async (info) => {
    const { rooms, asked } = open(info);
    expect(await rooms.membersOf('C1')).toEqual({ channel: 'C1', name: 'sales', users: [], open: true });
    expect(asked).toEqual([]);
  },
);

test('a private channel is its members but the bot, all pages of them, asked once a minute at most', async () => {
  const { rooms, asked } = open({ is_private: true }, 250);
  const [audience] = await Promise.all([rooms.membersOf('C1'), rooms.membersOf('C1')]);
  expect(audience).toMatchObject({ open: false, users: { length: 249 } });
  expect(audience.users).not.toContain('T1:U0');
  expect(asked).toEqual(['0', '200']);
  rooms.forget('C1');
  await rooms.membersOf('C1');
  expect(asked).toHaveLength(4);
});

test('a channel of more people than are read has unknown ones', async () => {
  const { rooms } = open({ is_private: true }, 2_001);
  expect((await rooms.membersOf('C1')).open).toBe(true);
});
