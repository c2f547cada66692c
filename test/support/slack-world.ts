import { setTimeout as sleep } from 'node:timers/promises';
import { createSlackAdapter, type SlackAdapterOptions } from '../../adapters/slack/slack-adapter.ts';
import type { SlackAudience } from '../../adapters/slack/slack-rooms.ts';
import { createAdapterHealth } from '../../src/chat/adapter-health.ts';
import type { ChatAdapter } from '../../src/chat/chat-adapter.ts';
import type { Post } from '../../src/chat/platform-posts.ts';
import { machineClock } from '../../src/ports/clock.ts';
import type { HttpServer } from '../../src/ports/http-server.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import type { FakeBot, Respond } from './fake-bot.ts';
import { APP_TOKEN, BOT_TOKEN, type FakeSlack, openFakeSlack, SIGNING_SECRET } from './fake-slack.ts';
import { memoryBlobs, memoryPosts, memoryStates } from './memory-adapter.ts';
import { runAdapter } from './running-adapter.ts';
import { payloads, requestOf, signatureOf } from './slack-payloads.ts';
import { until } from './until.ts';

/** The Slack adapter on real Bolt against the fake Slack, with a fake bot behind it. */
export interface SlackWorld {
  slack: FakeSlack;
  bot: FakeBot;
  adapter: ChatAdapter;
  audiences: SlackAudience[];
  state: ReturnType<typeof memoryStates>;
  posts: ReturnType<typeof memoryPosts>;
  blobs: ReturnType<typeof memoryBlobs>;
  as(name: string): ReturnType<typeof payloads>;
  /** The direct channel of a person. */
  direct(name: string): Promise<string>;
  /** Brings a payload as Slack would, by the world's door; resolves with what it was answered, null: not acknowledged. */
  send(payload: Record<string, unknown>, options?: { waitMs?: number }): Promise<unknown>;
  /** One raw request at the HTTP door. */
  request(options: { body?: string | Buffer; headers: Record<string, string>; method?: string }): Promise<number>;
  settle(): Promise<void>;
  /** The adapter ends, and another one starts on what it left. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function openSlackWorld(
  door: 'http' | 'socket',
  respond: Respond,
  options: Partial<SlackAdapterOptions> = {},
): Promise<SlackWorld> {
  const slack = await openFakeSlack();
  // The emulator puts everybody into a channel.
  await slack.api('conversations.kick', { channel: slack.channels.sales, user: slack.users.stranger });
  const state = memoryStates();
  const posts = options.posts ?? memoryPosts();
  const blobs = memoryBlobs();
  const audiences: SlackAudience[] = [];
  const create = (http: HttpServer) =>
    createSlackAdapter({
      settings: {
        botToken: BOT_TOKEN,
        apiUrl: slack.apiUrl,
        door:
          door === 'http' ? { kind: 'http', signingSecret: SIGNING_SECRET } : { kind: 'socket', appToken: APP_TOKEN },
      },
      http,
      blobs,
      posts,
      health: createAdapterHealth({ adapter: 'slack', states: state, clock: machineClock, logger: silentLogger }),
      userOf: async (person) => (slack.users[person] === undefined ? null : `${slack.team}:${slack.users[person]}`),
      audience: async (audience) => void audiences.push(audience),
      channels: async () => [...new Set(audiences.map(({ channel }) => channel))],
      publicUrl: 'https://crm.example.com',
      locale: async () => 'en',
      clock: machineClock,
      logger: silentLogger,
      pauses: { connect: 20, between: 0, home: 20 },
      ...options,
    });
  /** Plays the deliverer's part: notes what begins, and what shows a row. */
  const begun = new Map<string, Date>();
  const noting = (adapter: ChatAdapter): ChatAdapter => ({
    ...adapter,
    async deliver(reply, locale) {
      const shown: Post[] = [];
      const notes = { begun: begun.get(reply.id) ?? null, posted: (post: Post) => void shown.push(post) };
      if (notes.begun === null) begun.set(reply.id, machineClock.now());
      await adapter.deliver(reply, locale, notes);
      for (const post of shown) await posts.posted(reply.id, post);
    },
  });
  const connected = () => until(() => state.state?.connection === 'connected');
  const running = await runAdapter(respond, (http) => noting(create(http)));
  await connected();

  const request: SlackWorld['request'] = async ({ body, headers, method = 'POST' }) => {
    const answer = await fetch(new URL('/slack/events', running.url), {
      method,
      headers,
      ...(body === undefined ? {} : { body: new Uint8Array(Buffer.from(body)) }),
    });
    await answer.arrayBuffer();
    return answer.status;
  };

  return {
    slack,
    bot: running.bot,
    get adapter() {
      return running.adapter;
    },
    audiences,
    state,
    posts,
    blobs,
    as: (name) => payloads(slack, slack.users[name] ?? ''),
    async direct(name) {
      const opened = (await slack.api('conversations.open', { users: slack.users[name] })) as {
        channel?: { id: string };
      };
      return opened.channel?.id ?? '';
    },
    async send(payload, { waitMs = 3_000 } = {}) {
      if (door === 'socket') {
        const type =
          payload.type === 'event_callback' ? 'events_api' : 'command' in payload ? 'slash_commands' : 'interactive';
        return slack.frame(type, payload, { waitMs });
      }
      const { type, body } = requestOf(payload);
      const stamp = String(Math.floor(Date.now() / 1000));
      const answer = await fetch(new URL('/slack/events', running.url), {
        method: 'POST',
        headers: {
          'content-type': type,
          'x-slack-request-timestamp': stamp,
          'x-slack-signature': signatureOf(stamp, body),
        },
        body,
      });
      const text = await answer.text();
      return answer.status === 200 ? (text === '' ? {} : JSON.parse(text)) : null;
    },
    request,
    settle: () => sleep(50),
    async restart() {
      await running.restart();
      await connected();
    },
    async stop() {
      await running.stop();
      await slack.close();
    },
  };
}
