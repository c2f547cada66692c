import { createSlackAdapter } from '../../adapters/slack/slack-adapter.ts';
import { SLACK } from '../../adapters/slack/slack-ids.ts';
import { readText } from '../../adapters/slack/slack-text.ts';
import type { Records } from '../../src/app/records.ts';
import { keepRoom } from '../../src/crm/room/keep-room.ts';
import { createBlobStore } from '../../src/infra/mongo/blob-store.ts';
import { platformParts } from '../../src/main/platform-parts.ts';
import { APP_TOKEN, BOT_TOKEN, openFakeSlack, type SlackPost } from './fake-slack.ts';
import { payloads } from './slack-payloads.ts';
import { openWholeBot } from './whole-bot.ts';

/** The whole bot with people talking to it over the fake Slack: Bolt, socket, store and outbox are real. */
export async function openSlackTalk(
  start: string,
  people: readonly string[],
  fill: (records: Records) => Promise<void>,
) {
  const slack = await openFakeSlack();
  const bot = await openWholeBot(start, {
    adapter: SLACK,
    people,
    identity: (name) => `${slack.team}:${slack.users[name]}`,
    fill,
    open: (records, http) =>
      createSlackAdapter({
        ...platformParts(SLACK, records),
        settings: { botToken: BOT_TOKEN, apiUrl: slack.apiUrl, door: { kind: 'socket', appToken: APP_TOKEN } },
        http,
        blobs: createBlobStore(records.db, records.seals),
        audience: ({ channel, name, users, open }) =>
          keepRoom(records, { adapter: SLACK, room: channel, name, users, open }),
        channels: async () => [],
        publicUrl: 'https://crm.example.com',
        pauses: { connect: 20, between: 0, home: 20, call: 1_500 },
      }),
  });
  let ts = 1_795_000_000;

  async function directChannel(name: string): Promise<string> {
    const opened = (await slack.api('conversations.open', { users: slack.users[name] })) as {
      channel?: { id: string };
    };
    return opened.channel?.id ?? '';
  }

  const as = (name: string) => payloads(slack, slack.users[name] ?? '');

  return {
    ...bot,
    slack,
    as,
    directChannel,
    /** Types a message, directly or in a channel by naming the bot; resolves when all answers are at Slack. */
    async says(name: string, text: string, channel?: string): Promise<void> {
      ts += 1;
      const where = channel ?? (await directChannel(name));
      const rest = { ts: `${ts}.000100` };
      const said = channel === undefined ? as(name).message(where, text, rest) : as(name).mention(where, text, rest);
      await slack.frame('events_api', said);
      await bot.settled();
    },
    /** A payload over the socket; resolves with what it was acknowledged with, when all answers are at Slack. */
    async sends(payload: Record<string, unknown>): Promise<unknown> {
      const answer = await slack.frame(payload.type === 'event_callback' ? 'events_api' : 'interactive', payload);
      await bot.settled();
      return answer;
    },
    /** Presses the newest button of that label in the direct talk. */
    async presses(name: string, label: string): Promise<void> {
      const channel = await directChannel(name);
      const posts = await slack.posts(channel);
      const shown = posts.flatMap((post) => buttonsOf(post).map((button) => ({ ...button, ts: post.ts })));
      const button = shown.findLast((one) => one.label === label);
      if (button === undefined) throw new Error(`no button ${label} among ${JSON.stringify(shown)}`);
      ts += 1;
      await slack.frame('interactive', as(name).press(channel, button.ts, button.value, `${ts}.5`));
      await bot.settled();
    },
    /** What the direct talk shows now. */
    shownTo: async (name: string): Promise<string[]> =>
      (await slack.posts(await directChannel(name))).map(({ text }) => readText(text, '')),
    async close(): Promise<void> {
      await bot.close();
      await slack.close();
    },
  };
}

function buttonsOf({ blocks = [] }: SlackPost): { label: string; value: string }[] {
  const elements = blocks.flatMap((block) => (block.type === 'actions' ? (block.elements as unknown[]) : []));
  return (elements as { text: { text: string }; value: string }[]).map(({ text, value }) => ({
    label: text.text,
    value,
  }));
}
