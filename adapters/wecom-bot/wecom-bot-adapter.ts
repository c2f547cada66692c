import { setTimeout as sleep } from 'node:timers/promises';
import { type Gap, isWorthTelling, latelyBefore } from '../../src/chat/absence.ts';
import type { AdapterHealth } from '../../src/chat/adapter-health.ts';
import type { ChatAdapter, ChatHost } from '../../src/chat/chat-adapter.ts';
import type { PlatformPosts } from '../../src/chat/platform-posts.ts';
import type { Locale } from '../../src/chat/texts.ts';
import type { Worker } from '../../src/chat/worker.ts';
import { ServiceError } from '../../src/errors.ts';
import type { BlobStore } from '../../src/ports/blob-store.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Logger } from '../../src/ports/logger.ts';
import { createAnswers } from './wecom-bot-answers.ts';
import type { BotChat, BotChats } from './wecom-bot-chats.ts';
import type { WecomBotSettings } from './wecom-bot-config.ts';
import { createConnection } from './wecom-bot-connection.ts';
import { createDeliver } from './wecom-bot-deliver.ts';
import { codeOf } from './wecom-bot-errors.ts';
import { createHear } from './wecom-bot-hear.ts';
import { WECOM_BOT } from './wecom-bot-ids.ts';
import { createLeader } from './wecom-bot-leader.ts';
import type { BotLease } from './wecom-bot-lease.ts';
import { createMedia } from './wecom-bot-media.ts';
import { createPresses } from './wecom-bot-presses.ts';
import { wecomBotRemedy } from './wecom-bot-remedies.ts';
import { wecomBotTexts } from './wecom-bot-texts.ts';

export interface WecomBotOptions {
  settings: WecomBotSettings;
  posts: PlatformPosts;
  chats: BotChats;
  lease: BotLease;
  blobs: BlobStore;
  health: AdapterHealth;
  worker: Pick<Worker, 'id' | 'sure' | 'living'>;
  /** The userid of a person; null for one who is not linked. */
  userOf(person: string): Promise<string | null>;
  /** A group in which people talk with the bot: WeCom tells nobody who is in it. */
  group(chat: string): Promise<void>;
  /** Nothing was heard for a while, and WeCom does not send it again: those who wrote lately are to be told. */
  offline(gap: Gap, chats: BotChat[]): Promise<void>;
  /** Gives an outbox row back that only the process at the connection can deliver. */
  handBack(row: string): Promise<void>;
  /** The team's language: for the words of the adapter itself. */
  locale(): Promise<Locale>;
  /** Machine time. */
  clock: Clock;
  logger: Logger;
  /** Pauses in milliseconds, shorter in tests. */
  pauses?: { connect?: number; beat?: number; refused?: number; look?: number; thinking?: number };
}

const FAREWELL_MS = 1_000;

/** WeCom's 智能机器人 as a chat world, over the one WebSocket that WeCom allows it. */
export function createWecomBotAdapter(options: WecomBotOptions): ChatAdapter {
  const { settings, posts, chats, health, logger, pauses = {} } = options;
  const underWay = new Set<Promise<unknown>>();
  let host: ChatHost | null = null;

  const texts = async () => wecomBotTexts(await options.locale());
  const connection = createConnection({
    settings,
    pauses,
    heard: (frame) => background(hear(frame)),
    connected() {
      health.connection('connected');
      background(lookBack());
    },
    disconnected() {
      forget();
      if (leader.leads()) health.connection('connecting');
    },
    kicked: () => background(kicked()),
    failed,
  });
  const { link } = connection;
  const answers = createAnswers({
    link,
    texts,
    ...(pauses.thinking === undefined ? {} : { thinkingMs: pauses.thinking }),
  });
  const presses = createPresses(link);
  const deliver = createDeliver({ ...options, link, answers, presses, texts });
  const hear = createHear({
    ...options,
    link,
    answers,
    presses,
    fetched: createMedia({ blobs: options.blobs, plain: settings.url.startsWith('ws:'), texts, failed }),
    host: () => host,
    texts,
    heard: health.heard,
    failed,
  });
  const leader = createLeader({
    lease: options.lease,
    worker: options.worker,
    hears: connection.subscribed,
    taken: connection.open,
    lost: connection.close,
    logger,
    ...(pauses.look === undefined ? {} : { lookMs: pauses.look }),
  });

  function failed(code: string): void {
    health.failed(code);
    logger.warn({ adapter: WECOM_BOT, code, remedy: wecomBotRemedy(code, 'en') }, 'wecom failed');
  }

  function background(work: Promise<unknown>): void {
    const own = work.catch((error: unknown) => failed(codeOf(error))).finally(() => underWay.delete(own));
    underWay.add(own);
  }

  /** What came by a connection that is gone cannot be answered by another. */
  function forget(): void {
    answers.clear();
    presses.clear();
  }

  async function kicked(): Promise<void> {
    forget();
    if (!(await leader.kicked())) return;
    failed('kicked');
    // Written at once, error and all: whoever takes over writes its own state from then on.
    health.connection('connecting');
  }

  /** After a while without a connection those who wrote lately learn of it: nothing comes again. */
  async function lookBack(): Promise<void> {
    const gap = await options.lease.gap(options.worker.id());
    if (gap === null || !isWorthTelling(gap)) return;
    const lately = await chats.wroteSince(latelyBefore(gap));
    if (lately.length > 0) await options.offline(gap, lately);
  }

  return {
    name: WECOM_BOT,
    // 30 a minute and 1,000 an hour in one conversation, answers and pushes together; some room is left for our own words.
    pace: { room: { burst: 10, everyMs: 3_700 } },

    async start(chat) {
      await posts.prepare();
      await chats.prepare();
      host = chat;
      leader.start();
    },

    async stop() {
      host = null;
      const led = leader.leads();
      await connection.end();
      await leader.stop();
      forget();
      connection.close();
      // A store that does not answer must not hold up the stop: its driver gives up by itself.
      await Promise.race([Promise.allSettled(underWay), sleep(FAREWELL_MS, undefined, { ref: false })]);
      // A process that only stood by has nothing to say of the connection.
      if (led) health.connection('stopped');
      if (led) await health.stop();
    },

    delivers: () => leader.leads(),

    async deliver(reply) {
      if (!leader.leads()) {
        await options.handBack(reply.id);
        throw new ServiceError('wecom: another process is connected');
      }
      try {
        await deliver(reply);
      } catch (error) {
        health.failed(codeOf(error));
        throw error;
      }
      health.said();
    },
  };
}
