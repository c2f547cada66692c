import { setTimeout as sleep } from 'node:timers/promises';
import type { Receiver } from '@slack/bolt';
import type { AdapterHealth } from '../../src/chat/adapter-health.ts';
import type { ChatAdapter, ChatHost, DeliveryNotes } from '../../src/chat/chat-adapter.ts';
import { createDoorCanary } from '../../src/chat/door-canary.ts';
import { directRoom, personOf } from '../../src/chat/message.ts';
import type { PlatformPosts } from '../../src/chat/platform-posts.ts';
import type { Locale } from '../../src/chat/texts.ts';
import { ServiceError } from '../../src/errors.ts';
import type { BlobStore } from '../../src/ports/blob-store.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { HttpServer } from '../../src/ports/http-server.ts';
import type { Logger } from '../../src/ports/logger.ts';
import { createBolt } from './slack-bolt.ts';
import { createSlackClient } from './slack-client.ts';
import type { SlackSettings } from './slack-config.ts';
import { createDeliver } from './slack-deliver.ts';
import { profileOf } from './slack-directory.ts';
import { codeOf, reachSlack } from './slack-errors.ts';
import { createFiles } from './slack-files.ts';
import { createHear } from './slack-hear.ts';
import { createHome } from './slack-home.ts';
import { createHttpDoor, EVENTS_PATH } from './slack-http.ts';
import { SLACK, type SlackSelf, userIdOf } from './slack-ids.ts';
import { createNow } from './slack-now.ts';
import { slackRemedy } from './slack-remedies.ts';
import { createRooms, type SlackAudience } from './slack-rooms.ts';
import { createSocketDoor } from './slack-socket.ts';

export interface SlackAdapterOptions {
  settings: SlackSettings;
  http: HttpServer;
  posts: PlatformPosts;
  health: AdapterHealth;
  blobs: BlobStore;
  /** The Slack identity (`<team>:<user>`) of a person; null for one who is not linked. */
  userOf(person: string): Promise<string | null>;
  /** Who is in a channel, told before anything that is said there is taken in, and when that changes. */
  audience(audience: SlackAudience): Promise<void>;
  /** The channels whose audience was told of before: it is looked at again at each connection. */
  channels(): Promise<string[]>;
  /** Where the web page is, for links to it (`https://crm.example.com`); null while it has no public address. */
  publicUrl: string | null;
  /** The team's language: for the few words of the adapter itself. */
  locale(): Promise<Locale>;
  /** Machine time. */
  clock: Clock;
  logger: Logger;
  /** Pauses and the longest call, in milliseconds, shorter in tests. */
  pauses?: { connect?: number; between?: number; home?: number; call?: number; knock?: number };
}

const NO_NOTES: DeliveryNotes = { begun: null, posted: () => {} };
const CONNECT_MS = 1_000;
const LONGEST_MS = 60_000;
const FAREWELL_MS = 1_000;

/** Slack as a chat world: events in by socket or HTTP, replies out by its Web API. */
export function createSlackAdapter(options: SlackAdapterOptions): ChatAdapter {
  const { settings, posts, health, clock, logger, pauses = {} } = options;
  const client = createSlackClient(settings, pauses.call);
  const rooms = createRooms(client, () => known());
  const between = pauses.between === undefined ? {} : { betweenMs: pauses.between };
  const deliver = createDeliver({ client, posts, userOf: options.userOf, clock, ...between });
  const stopping = new AbortController();
  const taking = () => (stopping.signal.aborted ? null : host);
  const now = createNow({ client, host: taking, failed });
  const home = createHome({
    client,
    sections: (user) => now.ask('home', { room: directRoom(user), user }, {}),
    failed,
    ...(pauses.home === undefined ? {} : { refreshMs: pauses.home }),
  });
  const canary = createDoorCanary({
    address:
      settings.door.kind === 'http' && options.publicUrl !== null ? new URL(EVENTS_PATH, options.publicUrl) : null,
    health,
    failed: note,
    stopping: stopping.signal,
    ...(pauses.knock === undefined ? {} : { everyMs: pauses.knock }),
  });
  const door = openDoor();
  let host: ChatHost | null = null;
  let self: SlackSelf | null = null;
  let connecting: Promise<void> | undefined;

  const known = (): SlackSelf => {
    if (self === null) throw new ServiceError('slack: not connected yet');
    return self;
  };

  function failed(error: unknown): void {
    note(codeOf(error));
  }

  function note(code: string): void {
    health.failed(code);
    logger.warn({ adapter: SLACK, code, remedy: slackRemedy(code, 'en') }, 'slack failed');
  }

  function openDoor(): Receiver {
    if (settings.door.kind === 'http')
      return createHttpDoor({ http: options.http, signingSecret: settings.door.signingSecret, clock, failed });
    return createSocketDoor({
      appToken: settings.door.appToken,
      apiUrl: settings.apiUrl,
      ...(pauses.connect === undefined ? {} : { firstPauseMs: pauses.connect }),
      connected: () => health.connection('connected'),
      disconnected(error) {
        health.connection('connecting');
        if (error !== null) failed(error);
      },
      failed,
    });
  }

  /** Learns who the bot is, then opens the door. Slack being away must not keep the rest from starting. */
  async function connect(): Promise<void> {
    for (let pause = pauses.connect ?? CONNECT_MS; !stopping.signal.aborted; pause = Math.min(pause * 2, LONGEST_MS)) {
      try {
        const { team_id: team, user_id: user, bot_id: bot } = await reachSlack(() => client.auth.test());
        if (team === undefined || user === undefined) throw new ServiceError('slack: auth.test says nothing');
        self = { team, user, bot: bot ?? '' };
        await createBolt(door, self, settings.botToken, hear).start();
        if (settings.door.kind === 'http') health.connection('connected');
        await lookAgain();
        void canary.watch();
        return;
      } catch (error) {
        failed(error);
        await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
  }

  /** Members may have changed while nobody listened. */
  async function lookAgain(): Promise<void> {
    for (const channel of await options.channels().catch(() => [])) {
      if (stopping.signal.aborted) return;
      await tellAudience(channel, true).catch(failed);
    }
  }

  const { hear, tellAudience } = createHear({
    client,
    posts,
    rooms,
    audience: options.audience,
    publicUrl: options.publicUrl,
    locale: options.locale,
    clock,
    now,
    home,
    fetch: createFiles({ settings, blobs: options.blobs, failed }),
    host: taking,
    self: known,
    heard: canary.heard,
    failed,
  });

  return {
    name: SLACK,
    // chat.postMessage: about one a second in a channel, a few hundred a minute in a workspace; short bursts pass.
    looksUp: true,
    pace: { room: { burst: 5, everyMs: 1_000 }, all: { burst: 20, everyMs: 200 } },

    async start(chat) {
      await posts.prepare();
      host = chat;
      health.connection('connecting');
      connecting = connect();
    },

    async stop() {
      stopping.abort();
      // A call that hangs ends by its own time limit; nobody waits for that.
      await Promise.race([connecting, sleep(FAREWELL_MS, undefined, { ref: false })]);
      await door.stop();
      home.stop();
      health.connection('stopped');
      await health.stop();
    },

    async who(user) {
      const id = userIdOf(user);
      return id === null ? null : profileOf(client, known().team, id);
    },

    async deliver(reply, _, notes = NO_NOTES) {
      known();
      try {
        await deliver(reply, notes);
      } catch (error) {
        health.failed(codeOf(error));
        throw error;
      }
      health.said();
      const person = personOf(reply.to);
      if (person !== null) await home.changed(() => options.userOf(person).catch(() => null));
    },
  };
}
