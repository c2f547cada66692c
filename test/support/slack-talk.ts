import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSlackAdapter } from '../../adapters/slack/slack-adapter.ts';
import { readText } from '../../adapters/slack/slack-text.ts';
import { type App, createApp } from '../../src/app/create-app.ts';
import { openRecords, type Records } from '../../src/app/records.ts';
import { createAdapterHealth } from '../../src/chat/adapter-health.ts';
import { createAdapterStateStore } from '../../src/chat/adapter-state-store.ts';
import { createPlatformPostStore } from '../../src/chat/platform-post-store.ts';
import { personKind } from '../../src/crm/person/person.ts';
import { keepRoom } from '../../src/crm/room/keep-room.ts';
import { startServer } from '../../src/infra/embedded-mongo/server.ts';
import { createHttpServer } from '../../src/infra/http/create-http-server.ts';
import { createBlobStore } from '../../src/infra/mongo/blob-store.ts';
import { connectMongo } from '../../src/infra/mongo/connect.ts';
import type { Stored } from '../../src/ledger/change-set.ts';
import { INBOX, LEDGER, OUTBOX } from '../../src/ledger/collections.ts';
import type { RecordKind } from '../../src/ledger/ledger.ts';
import { machineClock } from '../../src/ports/clock.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import { APP_TOKEN, BOT_TOKEN, openFakeSlack, type SlackPost } from './fake-slack.ts';
import { payloads } from './slack-payloads.ts';
import { TestClock } from './world.ts';

/** The whole bot with people talking to it over the fake Slack: Bolt, socket, store and outbox are real. */
export async function openSlackTalk(
  start: string,
  people: readonly string[],
  fill: (records: Records) => Promise<void>,
) {
  const clock = new TestClock(start);
  const slack = await openFakeSlack();
  const dataDir = mkdtempSync(join(tmpdir(), 'genjin-slack-'));
  const server = await startServer({ dataDir, now: () => new Date() });
  const connection = await connectMongo(server.uri);
  const records = await openRecords(connection, { clock, logger: silentLogger });
  await fill(records);
  const identity = (name: string) => `${slack.team}:${slack.users[name]}`;
  await records.ledger.record({ id: 'admin:link', kind: 'admin', by: 'system' }, async (draft) => {
    for (const name of people) {
      const person = await draft.read(personKind, name);
      if (person === null) throw new Error(`${name} is in the team`);
      draft.change(personKind, person, {
        identities: [...person.identities, { adapter: 'slack', user: identity(name) }],
      });
    }
  });
  const states = createAdapterStateStore(connection);
  const adapter = createSlackAdapter({
    settings: { botToken: BOT_TOKEN, apiUrl: slack.apiUrl, door: { kind: 'socket', appToken: APP_TOKEN } },
    http: createHttpServer({ host: '127.0.0.1', port: 0, healthy: async () => true }),
    blobs: createBlobStore(records.db, records.seals),
    posts: createPlatformPostStore(connection, 'slack'),
    health: createAdapterHealth({ adapter: 'slack', states, clock: machineClock, logger: silentLogger }),
    userOf: async (person) => (people.includes(person) ? identity(person) : null),
    audience: ({ channel, name, users, open }) =>
      keepRoom(records, { adapter: 'slack', room: channel, name, users, open }),
    channels: async () => [],
    publicUrl: 'https://crm.example.com',
    locale: async () => 'zh',
    clock: machineClock,
    logger: silentLogger,
    pauses: { connect: 20, between: 0, home: 20, call: 1_500 },
  });
  const jobs = { every() {}, start: async () => {}, stop: async () => {} };
  const app: App = createApp({
    records,
    adapters: [adapter],
    blobs: createBlobStore(records.db, records.seals),
    jobs,
    sole: true,
  });
  await app.start();
  await until(async () => (await states.read('slack'))?.connection === 'connected');
  let ts = 1_795_000_000;

  /** Asked in the order in which a message goes: nothing waits to be handled, then to be applied, then to leave. */
  const settled = () =>
    until(async () => {
      const { db } = records;
      // Sets of one instant are a millisecond apart each, so that a clock that stands still lies behind them.
      const now = new Date(clock.now().getTime() + 60_000);
      const stages = [
        { collection: INBOX, waits: { state: { $in: ['open', 'waiting'] } } },
        { collection: LEDGER, waits: { applied: null } },
        { collection: OUTBOX, waits: { state: 'open', due: { $lte: now } } },
      ];
      for (const { collection, waits } of stages)
        if ((await db.collection(collection).countDocuments(waits)) > 0) return false;
      return true;
    });

  async function directChannel(name: string): Promise<string> {
    const opened = (await slack.api('conversations.open', { users: slack.users[name] })) as {
      channel?: { id: string };
    };
    return opened.channel?.id ?? '';
  }

  return {
    slack,
    records,
    /** Types a message, directly or in a channel by naming the bot; resolves when all answers are at Slack. */
    async says(name: string, text: string, channel?: string): Promise<void> {
      ts += 1;
      const by = payloads(slack, slack.users[name] ?? '');
      const where = channel ?? (await directChannel(name));
      const rest = { ts: `${ts}.000100` };
      await slack.frame(
        'events_api',
        channel === undefined ? by.message(where, text, rest) : by.mention(where, text, rest),
      );
      await settled();
    },
    /** A payload over the socket; resolves with what it was acknowledged with, when all answers are at Slack. */
    async sends(payload: Record<string, unknown>): Promise<unknown> {
      const answer = await slack.frame(payload.type === 'event_callback' ? 'events_api' : 'interactive', payload);
      await settled();
      return answer;
    },
    as: (name: string) => payloads(slack, slack.users[name] ?? ''),
    directChannel,
    /** Presses the newest button of that label in the direct talk. */
    async presses(name: string, label: string): Promise<void> {
      const channel = await directChannel(name);
      const posts = await slack.posts(channel);
      const shown = posts.flatMap((post) => buttonsOf(post).map((button) => ({ ...button, ts: post.ts })));
      const button = shown.findLast((one) => one.label === label);
      if (button === undefined) throw new Error(`no button ${label} among ${JSON.stringify(shown)}`);
      ts += 1;
      const by = payloads(slack, slack.users[name] ?? '');
      await slack.frame('interactive', by.press(channel, button.ts, button.value, `${ts}.5`));
      await settled();
    },
    /** What the direct talk shows now. */
    shownTo: async (name: string): Promise<string[]> =>
      (await slack.posts(await directChannel(name))).map(({ text }) => readText(text, '')),
    async until(at: string): Promise<void> {
      const end = new Date(at);
      for (let next = await app.rules.nextInstant(clock.now()); next !== null && next <= end; ) {
        clock.set(next);
        await app.runDue();
        next = await app.rules.nextInstant(clock.now());
      }
      clock.set(end);
      await app.runDue();
      await settled();
    },
    async kept<T extends object>(kind: RecordKind<T>): Promise<Stored<T>[]> {
      const rows = records.db.collection(kind.collection).find({ deleted: { $ne: true } });
      return (await rows.toArray()) as unknown as Stored<T>[];
    },
    async close(): Promise<void> {
      await app.stop();
      await connection.close();
      await server.stop();
      await slack.close();
      rmSync(dataDir, { recursive: true, force: true });
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

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 20) {
    if (await holds()) return;
    await sleep(20);
  }
  throw new Error('it did not come to rest');
}
