import type { WsFrame } from '@wecom/aibot-node-sdk';
import type { AdapterHealth } from '../../src/chat/adapter-health.ts';
import { causeOf } from '../../src/chat/causes.ts';
import type { Accepted, ChatAdapter, ChatHost } from '../../src/chat/chat-adapter.ts';
import { createInOrder } from '../../src/chat/in-order.ts';
import type { PlatformPosts } from '../../src/chat/platform-posts.ts';
import { createRecentIds } from '../../src/chat/recent-ids.ts';
import type { Locale } from '../../src/chat/texts.ts';
import type { Worker } from '../../src/chat/worker.ts';
import { ServiceError } from '../../src/errors.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Logger } from '../../src/ports/logger.ts';
import { createAnswers } from './wecom-bot-answers.ts';
import type { BotChat, BotChats } from './wecom-bot-chats.ts';
import type { WecomBotSettings } from './wecom-bot-config.ts';
import { createConnection } from './wecom-bot-connection.ts';
import { decode, type Heard } from './wecom-bot-decode.ts';
import { createDeliver } from './wecom-bot-deliver.ts';
import type { BotContent } from './wecom-bot-encode.ts';
import { codeOf } from './wecom-bot-errors.ts';
import { postKeys, WECOM_BOT } from './wecom-bot-ids.ts';
import { createLeader } from './wecom-bot-leader.ts';
import type { BotLease, Gap } from './wecom-bot-lease.ts';
import { createPresses } from './wecom-bot-presses.ts';
import { wecomBotTexts } from './wecom-bot-texts.ts';

export interface WecomBotOptions {
  settings: WecomBotSettings;
  posts: PlatformPosts;
  chats: BotChats;
  lease: BotLease;
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

/** A shorter time without a connection is not spoken of. */
const GAP_MS = 60_000;
/** Who wrote within this time before it may have written again. */
const LATELY_MS = 24 * 3_600_000;

type Frame = WsFrame<unknown>;

/** WeCom's 智能机器人 as a chat world, over the one WebSocket that WeCom allows it. */
export function createWecomBotAdapter(options: WecomBotOptions): ChatAdapter {
  const { settings, posts, chats, health, clock, logger, pauses = {} } = options;
  const inOrder = createInOrder();
  const answered = createRecentIds();
  const groups = new Set<string>();
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
    logger.warn({ adapter: WECOM_BOT, code }, 'wecom failed');
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
    if (gap === null || gap.until.getTime() - gap.from.getTime() < GAP_MS) return;
    const lately = await chats.wroteSince(new Date(gap.from.getTime() - LATELY_MS));
    if (lately.length > 0) await options.offline(gap, lately);
  }

  async function hear(frame: Frame): Promise<void> {
    const heard = decode(frame.body, settings, clock.now());
    if (heard.kind === 'ignored') return;
    health.heard();
    if (heard.kind === 'entered') {
      if (await chats.greetOnce(heard.user)) await link.welcome(frame, (await texts()).welcome);
    } else if (heard.kind === 'unread') await stateUnread(frame, heard);
    else await inOrder(heard.chat.chat, () => take(frame, heard));
  }

  /** Hands an event to the bot. What is not stored never comes again, so its sender is told. */
  async function take(frame: Frame, heard: Extract<Heard, { kind: 'message' | 'press' }>): Promise<void> {
    const { chat } = heard;
    let accepted: Accepted;
    try {
      if (host === null) throw new ServiceError('wecom: stopping');
      if (chat.group) await tellGroup(chat.chat);
      accepted = await host.accept(heard.kind === 'message' ? await replying(heard) : heard.event);
    } catch (error) {
      failed(codeOf(error));
      if (heard.kind === 'press') await link.send(chat.chat, plain((await texts()).pressNotStored));
      else await link.answer(frame, plain((await texts()).notStored));
      return;
    }
    const { fresh, handled } = accepted;
    handled.catch(() => {});
    if (!fresh) return;
    if (heard.kind === 'press') return presses.expect(heard.task, heard.event.action, frame, handled);
    answers.expect(causeOf(heard.event), chat.chat, frame, handled);
    await remember(heard);
    if (heard.pictures) await link.send(chat.chat, plain((await texts()).pictures));
  }

  /** Told before anything that is said there is taken in: its members are unknown people. */
  async function tellGroup(chat: string): Promise<void> {
    if (groups.has(chat)) return;
    await options.group(chat);
    groups.add(chat);
  }

  /** The row, or the person's own message, whose words are quoted. */
  async function replying({ event, chat, quoted }: Extract<Heard, { kind: 'message' }>) {
    if (quoted === undefined) return event;
    const number = /#(\d{1,9})\s*$/.exec(quoted)?.[1];
    const replyTo =
      (await posts.rowAt(chat.chat, postKeys.words(quoted))) ??
      (number === undefined ? null : await posts.rowAt(chat.chat, postKeys.number(Number(number))));
    return replyTo === null ? event : { ...event, replyTo };
  }

  /** That somebody wrote there, and the words by which a quote of them is known. */
  async function remember({ event, chat }: Extract<Heard, { kind: 'message' }>): Promise<void> {
    const words = { channel: chat.chat, messages: [postKeys.words(event.text)], at: event.sentAt };
    await chats.wrote(chat);
    await posts.posted(event.message, words);
  }

  async function stateUnread(frame: Frame, { id, what, chat }: Extract<Heard, { kind: 'unread' }>): Promise<void> {
    if (answered.has(id)) return;
    answered.add(id);
    await link.answer(frame, plain((await texts())[what]));
    await chats.wrote(chat);
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
      await leader.stop();
      forget();
      connection.close();
      await Promise.allSettled(underWay);
      // A process that only stood by has nothing to say of the connection.
      if (led) health.connection('stopped');
      if (led) await health.stop();
    },

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

const plain = (words: string): BotContent => ({ kind: 'markdown', markdown: words, words });
