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
  { paced = false } = {},
) {
  const slack = await openFakeSlack();
  const bot = await openWholeBot(start, {
    adapter: SLACK,
    people,
    identity: (name) => `${slack.team}:${slack.users[name]}`,
    fill,
    paced,
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

  const close = bot.close;
  const said = new Map<string, string>();

  /** Types a message; resolves with its stamp when all answers are at Slack. */
  async function says(name: string, text: string, { channel, thread }: Where = {}): Promise<string> {
    ts += 1;
    const where = channel ?? (await directChannel(name));
    const stamp = `${ts}.000100`;
    said.set(stamp, text);
    const rest = { ts: stamp, ...(thread === undefined ? {} : { thread_ts: thread }) };
    const by = as(name);
    await sends(channel === undefined ? by.message(where, text, rest) : by.mention(where, text, rest));
    return stamp;
  }

  /** A payload over the socket; resolves with what it was acknowledged with, when all answers are at Slack. */
  async function sends(payload: Record<string, unknown>): Promise<unknown> {
    const answer = await slack.frame(payload.type === 'event_callback' ? 'events_api' : 'interactive', payload);
    await bot.settled();
    return answer;
  }

  async function changes(name: string, message: string, text: string, rest?: Record<string, unknown>): Promise<void> {
    await sends(as(name).changed(await directChannel(name), message, said.get(message) ?? '', text, rest));
    said.set(message, text);
  }

  return Object.assign(bot, {
    slack,
    as,
    directChannel,
    says,
    sends,
    edits: (name: string, message: string, text: string) => changes(name, message, text),
    unfurls: (name: string, message: string) =>
      changes(name, message, said.get(message) ?? '', { attachments: [{ text: 'a page' }] }),
    deletes: async (name: string, message: string): Promise<void> =>
      void (await sends(as(name).deleted(await directChannel(name), message, said.get(message) ?? ''))),
    under: (name: string, message: string, text: string) => says(name, text, { thread: message }),
    /** A channel of nobody but those who are linked. */
    group: {
      known: true,
      async says(name: string, text: string): Promise<void> {
        const channel = slack.channels.sales ?? '';
        for (const [other, user] of Object.entries(slack.users))
          if (!people.includes(other) && user !== slack.bot) await slack.api('conversations.kick', { channel, user });
        await says(name, text, { channel });
      },
      /** Answers stand in threads, which a channel's history does not list. */
      shown: async (): Promise<string[]> =>
        slack.calls
          .filter(({ method, body }) => method === 'chat.postMessage' && body.channel === slack.channels.sales)
          .map(({ body }) => readText(String(body.text), '')),
    },
    /** Presses the newest button of that label in the direct talk. */
    async presses(name: string, label: string): Promise<void> {
      const channel = await directChannel(name);
      const posts = await slack.posts(channel);
      const shown = posts.flatMap((post) => buttonsOf(post).map((button) => ({ ...button, ts: post.ts })));
      const button = shown.findLast((one) => one.label === label);
      if (button === undefined) throw new Error(`no button ${label} among ${JSON.stringify(shown)}`);
      ts += 1;
      await sends(as(name).press(channel, button.ts, button.value, `${ts}.5`));
    },
    async shownTo(name: string): Promise<string[]> {
      const alone = slack.calls.filter(
        ({ method, body }) => method === 'chat.postEphemeral' && body.user === slack.users[name],
      );
      const texts = [...(await slack.posts(await directChannel(name))), ...alone.map(({ body }) => body)];
      return texts.map(({ text }) => readText(String(text), ''));
    },
    async close(): Promise<void> {
      await close();
      await slack.close();
    },
  });
}

interface Where {
  /** A channel, by naming the bot; the direct talk where it is left out. */
  channel?: string;
  thread?: string;
}

function buttonsOf({ blocks = [] }: SlackPost): { label: string; value: string }[] {
  const elements = blocks.flatMap((block) => (block.type === 'actions' ? (block.elements as unknown[]) : []));
  return (elements as { text: { text: string }; value: string }[]).map(({ text, value }) => ({
    label: text.text,
    value,
  }));
}
