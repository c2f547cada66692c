import { setTimeout as sleep } from 'node:timers/promises';
import type { Absences, Gap } from '../../src/chat/absence.ts';
import type { AdapterHealth } from '../../src/chat/adapter-health.ts';
import type { ChatAdapter, ChatHost, Rate } from '../../src/chat/chat-adapter.ts';
import { createDoorCanary } from '../../src/chat/door-canary.ts';
import type { PlatformPosts } from '../../src/chat/platform-posts.ts';
import type { Locale } from '../../src/chat/texts.ts';
import { ServiceError } from '../../src/errors.ts';
import type { BlobStore } from '../../src/ports/blob-store.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { HttpServer } from '../../src/ports/http-server.ts';
import type { Logger } from '../../src/ports/logger.ts';
import { createWecomClient, fetchToken } from './wecom-app-client.ts';
import type { WecomAppSettings } from './wecom-app-config.ts';
import type { ContactChange } from './wecom-app-contacts.ts';
import { createDeliver, MEMBER_RATE } from './wecom-app-deliver.ts';
import { memberName, outsiderOf } from './wecom-app-directory.ts';
import { codeOf } from './wecom-app-errors.ts';
import { audienceOf, type WecomAudience } from './wecom-app-groups.ts';
import { CALLBACK_PATH, openHttpDoor } from './wecom-app-http.ts';
import { userIdOf, WECOM_APP } from './wecom-app-ids.ts';
import { remedies, remedyOf } from './wecom-app-remedies.ts';
import type { WecomSent } from './wecom-app-sent.ts';
import { createTake } from './wecom-app-take.ts';
import { createToken, type WecomTokens } from './wecom-app-token.ts';
import { createWatch } from './wecom-app-watch.ts';

export interface WecomAppOptions {
  settings: WecomAppSettings;
  http: HttpServer;
  posts: PlatformPosts;
  sent: WecomSent;
  tokens: WecomTokens;
  blobs: BlobStore;
  health: AdapterHealth;
  /** The WeCom identity (`<corp>:<userid>`) of a person; null for one who is not linked. */
  userOf(person: string): Promise<string | null>;
  /** A member's contact outside the company has changed; rejects to have WeCom tell it again. */
  contactChanged(change: ContactChange): Promise<void>;
  /** The groups that the app has made, by room. */
  groups(): Promise<string[]>;
  /** Who is in such a group, told at each start and every ten minutes. */
  audience(audience: WecomAudience): Promise<void>;
  absences: Absences;
  /** No process was there for a while, and WeCom gave up what came then: those who wrote lately are to be told. */
  offline(gap: Gap, users: string[]): Promise<void>;
  /** Where people and WeCom reach the server (`https://crm.example.com`); null while it has no public address. */
  publicUrl: string | null;
  /** The team's language: for the few words of the adapter itself. */
  locale(): Promise<Locale>;
  /** Machine time. */
  clock: Clock;
  logger: Logger;
  /** Pauses and the longest call, in milliseconds, shorter in tests. */
  pauses?: {
    connect?: number;
    answer?: number;
    again?: number;
    look?: number;
    call?: number;
    knock?: number;
    beat?: number;
  };
  memberRate?: Rate;
}

const CONNECT_MS = 1_000;
const LONGEST_MS = 60_000;
const FAREWELL_MS = 1_000;
const GROUPS_MS = 600_000;
/** Anybody can knock at the door: what is refused there is logged once in this time. */
const QUIET_MS = 60_000;

/** A WeCom app (企业微信自建应用) as a chat world: messages in by its callback, replies out by the server API. */
export function createWecomAppAdapter(options: WecomAppOptions): ChatAdapter {
  const { settings, posts, sent, health, clock, logger, pauses = {}, memberRate = MEMBER_RATE } = options;
  const { corp, agent, secret, apiUrl, markdown } = settings;
  const self = { corp, agent };
  const words = remedies('en');
  const stopping = new AbortController();
  const token = createToken({
    tokens: options.tokens,
    fetchToken: () => fetchToken(apiUrl, { corp, secret }),
    clock,
    ...(pauses.look === undefined ? {} : { lookMs: pauses.look }),
  });
  const client = createWecomClient(apiUrl, token, pauses.call);
  const deliver = createDeliver({
    client,
    posts,
    sent,
    self,
    markdown,
    userOf: options.userOf,
    clock,
    rate: memberRate,
  });
  const canary = createDoorCanary({
    address: options.publicUrl === null ? null : new URL(CALLBACK_PATH, options.publicUrl),
    health,
    failed,
    stopping: stopping.signal,
    ...(pauses.knock === undefined ? {} : { everyMs: pauses.knock }),
  });
  const watch = createWatch({
    absences: options.absences,
    offline: options.offline,
    reached: canary.isOpen,
    clock,
    failed,
    stopping: stopping.signal,
    ...(pauses.beat === undefined ? {} : { beatMs: pauses.beat }),
  });
  let host: ChatHost | null = null;
  let connecting: Promise<void> | undefined;
  let watching: Promise<void> | undefined;
  let quietUntil = 0;

  function failed(code: string): void {
    health.failed(code);
    warn(code);
  }

  const warn = (code: string) =>
    logger.warn({ adapter: WECOM_APP, code, remedy: remedyOf(code, words) }, 'wecom failed');

  /** A signed request that cannot be read is our fault to mend; an unsigned one may be anybody's. */
  function refused(why: string): void {
    if (why === 'stale_stamp' || why === 'bad_cipher') failed(why);
    else if (why === 'bad_signature' && performance.now() >= quietUntil) {
      quietUntil = performance.now() + QUIET_MS;
      warn(why);
    }
  }

  /** Gets a token, to know that the secret is right. WeCom being away must not keep the rest from starting. */
  async function connect(): Promise<void> {
    for (let pause = pauses.connect ?? CONNECT_MS; !stopping.signal.aborted; pause = Math.min(pause * 2, LONGEST_MS)) {
      try {
        await token.get();
        health.connection('connected');
        void canary.watch();
        return await lookAgain();
      } catch (error) {
        failed(codeOf(error));
        await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
  }

  /** Members may add others to a group, and WeCom tells nobody. */
  async function lookAgain(): Promise<void> {
    while (!stopping.signal.aborted) {
      for (const room of await options.groups().catch(() => []))
        await audienceOf(client, corp, room)
          .then(options.audience)
          .catch((error: unknown) => failed(codeOf(error)));
      await sleep(GROUPS_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
  }

  return {
    name: WECOM_APP,
    // message/send: 10,000 a minute for the company; what one member may get is counted by message, not by row.
    pace: { room: memberRate, all: { burst: 50, everyMs: 10 } },

    async start(chat) {
      await posts.prepare();
      await sent.prepare();
      await options.absences.prepare();
      host = chat;
      const take = createTake({
        self,
        sent,
        client,
        blobs: options.blobs,
        host: () => {
          if (host === null || stopping.signal.aborted) throw new ServiceError('wecom: stopping');
          return host;
        },
        outsider: (contact) => outsiderOf(client, contact),
        contactChanged: options.contactChanged,
        locale: options.locale,
        clock,
        heard: canary.heard,
        wrote: (user) => options.absences.wrote(user, clock.now()),
        failed,
        stopping: stopping.signal,
        ...(pauses.again === undefined ? {} : { againMs: pauses.again }),
      });
      openHttpDoor({
        http: options.http,
        settings,
        clock,
        take,
        refused,
        stopping: stopping.signal,
        ...(pauses.answer === undefined ? {} : { answerMs: pauses.answer }),
      });
      connecting = connect();
      watching = watch.run();
    },

    async stop() {
      stopping.abort();
      // A call that hangs ends by its own time limit; nobody waits for that.
      const ended = Promise.all([connecting, watching?.then(watch.end)]);
      await Promise.race([ended, sleep(FAREWELL_MS, undefined, { ref: false })]);
      health.connection('stopped');
      await health.stop();
    },

    async who(user) {
      const account = userIdOf(corp, user);
      const name = account === null ? null : await memberName(client, account);
      return name === null ? null : { name, email: null };
    },

    async deliver(reply, locale) {
      try {
        await deliver(reply, locale);
      } catch (error) {
        failed(codeOf(error));
        throw error;
      }
      health.said();
    },
  };
}
