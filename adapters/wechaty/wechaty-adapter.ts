import { setTimeout as sleep } from 'node:timers/promises';
import { type Gap, isWorthTelling, latelyBefore } from '../../src/chat/absence.ts';
import type { AdapterHealth } from '../../src/chat/adapter-health.ts';
import type { ChatAdapter, ChatHost, Reply } from '../../src/chat/chat-adapter.ts';
import { createInOrder } from '../../src/chat/in-order.ts';
import { personOf } from '../../src/chat/message.ts';
import { numberedAfter } from '../../src/chat/numbered-buttons.ts';
import type { PlatformPosts } from '../../src/chat/platform-posts.ts';
import type { Locale } from '../../src/chat/texts.ts';
import { ServiceError } from '../../src/errors.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Logger } from '../../src/ports/logger.ts';
import { type WechatClient, type WechatMessage, WechatRefusal, type WechatRoom } from './wechat-client.ts';
import { decodeMessage, sortMessage, WECHATY } from './wechaty-decode.ts';
import { encodeMessage } from './wechaty-encode.ts';
import { wechatyRemedy } from './wechaty-remedies.ts';
import type { WechatTalks } from './wechaty-talks.ts';
import { wechatyTexts } from './wechaty-texts.ts';

export interface WechatyAdapterOptions {
  /** Makes a client; asked again where one is deaf for good. */
  client(): Promise<WechatClient>;
  posts: PlatformPosts;
  talks: WechatTalks;
  health: AdapterHealth;
  /** The contact of a person; null for one who is not linked. */
  userOf(person: string): Promise<string | null>;
  /** Who is in a room, told before anything that is said there is taken in. */
  audience(room: WechatRoom & { self: string | null }): Promise<void>;
  /** The team's language: for the few words of the adapter itself. */
  locale(): Promise<Locale>;
  /** Machine time. */
  clock: Clock;
  logger: Logger;
  /** In milliseconds, shorter in tests. `probe`: between two probes; `sign`: how long a sign of life may take; `say`: how long a word may. */
  pauses?: { probe?: number; sign?: number; say?: number };
}

const PROBE_MS = 15_000;
const SIGN_MS = 5_000;
/** A client that is cut off may leave what it is to say without an answer for ever. */
const SAY_MS = 30_000;
/** Unanswered probes before the client is made anew: its own watchdog takes a minute and says nothing meanwhile. */
const DEAF_AFTER = 3;
/** What takes longer is not waited for at the end. */
const FAREWELL_MS = 1_000;

/** WeChat through a Wechaty puppet: text alone, no repeats, no receipts, so it watches itself. */
export function createWechatyAdapter(options: WechatyAdapterOptions): ChatAdapter {
  const { posts, talks, health, clock, logger, pauses = {} } = options;
  const inOrder = createInOrder();
  const stopping = new AbortController();
  let host: ChatHost | null = null;
  let client: WechatClient | null = null;
  let hears = false;
  let watching: Promise<void> | undefined;
  const saying = new Set<Promise<void>>();

  function failed(code: string): void {
    health.failed(code);
    logger.warn({ adapter: WECHATY, code, remedy: wechatyRemedy(code, 'en') }, 'wechaty failed');
  }

  async function connect(): Promise<WechatClient> {
    const made = await options.client();
    made.onMessage((message) => {
      inOrder(message.room?.id ?? message.from, () => hear(message)).catch(() => failed('not_heard'));
    });
    made.onError(failed);
    await made.start();
    return made;
  }

  /** Keeps a client that hears: probes it, makes a new one of a deaf one, tells of the time away. */
  async function watch(): Promise<void> {
    for (let silent = 0; !stopping.signal.aborted; ) {
      try {
        client ??= await connect();
        silent = client.self() !== null && (await client.answers(pauses.sign ?? SIGN_MS)) ? 0 : silent + 1;
        if (silent === 0) await alive();
        else deaf();
        if (silent >= DEAF_AFTER) {
          failed('deaf');
          await letGo();
          silent = 0;
        }
      } catch (error) {
        deaf();
        failed(error instanceof ServiceError ? 'not_installed' : 'not_started');
        await letGo();
      }
      await sleep(pauses.probe ?? PROBE_MS, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  async function alive(): Promise<void> {
    const now = clock.now();
    const before = await talks.lastAlive();
    health.connection('connected');
    const gap = { from: before ?? now, until: now };
    if (!hears && isWorthTelling(gap)) await tellOfAbsence(gap);
    hears = true;
    await talks.alive(now);
  }

  function deaf(): void {
    hears = false;
    health.connection('connecting');
  }

  async function letGo(): Promise<void> {
    const gone = client;
    client = null;
    await gone?.stop().catch(() => {});
  }

  /** Nothing is sent again by WeChat: those who wrote lately learn that they may have to. */
  async function tellOfAbsence(gap: Gap): Promise<void> {
    const minutes = Math.round((gap.until.getTime() - gap.from.getTime()) / 60_000);
    const words = wechatyTexts(await options.locale()).away(minutes);
    for (const contact of await talks.heardSince(latelyBefore(gap)))
      await client?.say({ contact }, words).catch(() => failed('not_said'));
  }

  async function hear(message: WechatMessage): Promise<void> {
    const heard = sortMessage(message);
    if (heard.kind === 'ignored' || host === null || stopping.signal.aborted) return;
    const back = message.room === null ? { contact: message.from } : { room: message.room.id };
    const texts = wechatyTexts(await options.locale());
    if (heard.kind === 'unreadable')
      return void (await client?.say(back, texts[heard.what === 'system' ? 'other' : heard.what]));
    try {
      await take(host, message);
    } catch (error) {
      failed(error instanceof ServiceError ? 'not_stored' : 'not_heard');
      await client?.say(back, texts.notStored);
    }
  }

  async function take(to: ChatHost, message: WechatMessage): Promise<void> {
    if (message.room !== null) await options.audience({ ...message.room, self: client?.self() ?? null });
    const shown = await talks.lastNumbered(message.room?.id ?? message.from);
    const { handled } = await to.accept(decodeMessage(message, shown));
    handled.catch(() => {});
    health.heard();
    await talks.heard(message.from, clock.now()).catch(() => failed('not_noted'));
  }

  /** The client, while it hears and this process goes on. */
  function there(): WechatClient {
    if (client === null || !hears || stopping.signal.aborted) throw new ServiceError('wechaty: away');
    return client;
  }

  async function deliver({ id, to, message }: Reply, locale: Locale): Promise<void> {
    const now = clock.now();
    there();
    const person = personOf(to);
    // Who has not joined yet is known by the platform's identity alone.
    const place = person === null ? to.room : ((await options.userOf(person)) ?? person);
    const earlier = await posts.begin(id, { channel: place }, now);
    const messages = [...(earlier?.messages ?? [])];
    const { shown, first } = numberedAfter(await talks.lastNumbered(place), message, now);
    const texts = encodeMessage(message, wechatyTexts(locale).byNumber, first);
    for (const text of texts.slice(messages.length)) {
      const said = reach(
        there().say(person === null ? { room: place } : { contact: place }, text),
        pauses.say ?? SAY_MS,
      );
      saying.add(said);
      await said.finally(() => saying.delete(said));
      // The platform gives no ids: that it was said is all there is to know.
      messages.push(`${id}:${messages.length}`);
      await posts.posted(id, { channel: place, messages, at: earlier?.at ?? now });
    }
    if (shown !== null && message.buttons?.length) await talks.numbered(place, shown);
  }

  return {
    name: WECHATY,
    // An account that writes faster than a person is soon blocked.
    pace: { room: { burst: 3, everyMs: 2_000 }, all: { burst: 5, everyMs: 1_000 } },

    async start(chat) {
      await posts.prepare();
      host = chat;
      watching = watch();
    },

    async stop() {
      stopping.abort();
      await watching;
      // Without its answer nobody would know whether it was said.
      await Promise.race([Promise.allSettled(saying), sleep(FAREWELL_MS, undefined, { ref: false })]);
      await letGo();
      health.connection('stopped');
      await health.stop();
    },

    async who(user) {
      const name = (await client?.nameOf(user)) ?? null;
      return name === null ? null : { name, email: null };
    },

    async deliver(reply, locale) {
      try {
        await deliver(reply, locale);
      } catch (error) {
        health.failed(codeOf(error));
        throw error;
      }
      health.said();
    },
  };
}

/** What the client does not know it never will; what else goes wrong on the way, or takes longer, may be tried again. */
async function reach(work: Promise<void>, withinMs: number): Promise<void> {
  const late = sleep(withinMs, undefined, { ref: false }).then((): never => {
    throw new Error('took too long');
  });
  try {
    await Promise.race([work, late]);
  } catch (cause) {
    if (cause instanceof WechatRefusal) throw cause;
    throw new ServiceError('wechaty: not said', { cause });
  }
}

const codeOf = (error: unknown): string =>
  error instanceof WechatRefusal
    ? error.code
    : error instanceof ServiceError && error.cause === undefined
      ? 'away'
      : 'not_said';
