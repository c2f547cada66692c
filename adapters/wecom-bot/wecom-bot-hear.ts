import type { WsFrame } from '@wecom/aibot-node-sdk';
import { causeOf } from '../../src/chat/causes.ts';
import type { Accepted, ChatHost, IncomingEvent } from '../../src/chat/chat-adapter.ts';
import { createInOrder } from '../../src/chat/in-order.ts';
import type { PlatformPosts } from '../../src/chat/platform-posts.ts';
import { createRecentIds } from '../../src/chat/recent-ids.ts';
import { ServiceError } from '../../src/errors.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { createAnswers } from './wecom-bot-answers.ts';
import type { BotChat, BotChats } from './wecom-bot-chats.ts';
import type { WecomBotSettings } from './wecom-bot-config.ts';
import type { BotLink } from './wecom-bot-connection.ts';
import { decode, type Heard } from './wecom-bot-decode.ts';
import type { BotContent } from './wecom-bot-encode.ts';
import { codeOf } from './wecom-bot-errors.ts';
import { postKeys } from './wecom-bot-ids.ts';
import type { createMedia } from './wecom-bot-media.ts';
import type { createPresses } from './wecom-bot-presses.ts';
import type { wecomBotTexts } from './wecom-bot-texts.ts';

export interface HearParts {
  settings: WecomBotSettings;
  link: BotLink;
  posts: PlatformPosts;
  chats: BotChats;
  answers: ReturnType<typeof createAnswers>;
  presses: ReturnType<typeof createPresses>;
  fetched: ReturnType<typeof createMedia>;
  /** The rest of the bot; null once this process takes nothing more. */
  host(): ChatHost | null;
  group(chat: string): Promise<void>;
  texts(): Promise<ReturnType<typeof wecomBotTexts>>;
  heard(): void;
  failed(code: string): void;
  /** Machine time. */
  clock: Clock;
}

type Frame = WsFrame<unknown>;
type Said = Extract<Heard, { kind: 'said' }>;

/** Takes in what the connection brings: nothing is sent again, so what is not stored is answered. */
export function createHear(parts: HearParts) {
  const { settings, link, posts, chats, answers, presses, texts } = parts;
  const inOrder = createInOrder();
  const answered = createRecentIds();
  const groups = new Set<string>();

  return async function hear(frame: Frame): Promise<void> {
    const heard = decode(frame.body, settings, parts.clock.now());
    if (heard.kind === 'ignored') return;
    parts.heard();
    if (heard.kind === 'entered') {
      if (await chats.greetOnce(heard.user)) await link.welcome(frame, (await texts()).welcome);
    } else if (heard.kind === 'unread') await stateUnread(frame, heard);
    else if (heard.kind === 'press') await inOrder(heard.chat.chat, () => takePress(frame, heard));
    else await inOrder(heard.chat.chat, () => takeSaid(frame, heard));
  };

  async function takeSaid(frame: Frame, said: Said): Promise<void> {
    const { chat, message, things } = said;
    if (message !== null) {
      const event = await replying(said, message);
      if (!(await take(frame, chat, () => event))) return;
      const words = { channel: chat.chat, messages: [postKeys.words(message.text)], at: message.sentAt };
      await posts.posted(message.message, words);
    }
    for (const thing of things) if (!(await take(frame, chat, () => parts.fetched(thing)))) return;
    await chats.wrote(chat);
  }

  /** Hands an event to the bot; false where there is no more to it: it was there before, or could not be stored. */
  async function take(
    frame: Frame,
    chat: BotChat,
    event: () => IncomingEvent | Promise<IncomingEvent>,
  ): Promise<boolean> {
    let taken: IncomingEvent;
    let accepted: Accepted;
    try {
      taken = await event();
      accepted = await accept(chat, taken);
    } catch (error) {
      parts.failed(codeOf(error));
      await link.answer(frame, plain((await texts()).notStored));
      return false;
    }
    if (accepted.fresh) answers.expect(causeOf(taken), chat.chat, frame, accepted.handled);
    return accepted.fresh;
  }

  async function takePress(frame: Frame, { event, chat, task }: Extract<Heard, { kind: 'press' }>): Promise<void> {
    try {
      const { fresh, handled } = await accept(chat, event);
      if (fresh) presses.expect(task, event.action, frame, handled);
    } catch (error) {
      parts.failed(codeOf(error));
      await link.send(chat.chat, plain((await texts()).pressNotStored));
    }
  }

  async function accept(chat: BotChat, event: IncomingEvent): Promise<Accepted> {
    const host = parts.host();
    if (host === null) throw new ServiceError('wecom: stopping');
    // Told before anything that is said there is taken in: its members are unknown people.
    if (chat.group && !groups.has(chat.chat)) {
      await parts.group(chat.chat);
      groups.add(chat.chat);
    }
    const accepted = await host.accept(event);
    accepted.handled.catch(() => {});
    return accepted;
  }

  /** What is quoted is known by its words, else by the number that it ends in: a row of ours, or the person's own message. */
  async function replying({ chat, quoted }: Said, event: Extract<IncomingEvent, { kind: 'message' }>) {
    if (quoted === undefined) return event;
    const number = /#(\d{1,9})\s*$/.exec(quoted)?.[1];
    const replyTo =
      (await posts.rowAt(chat.chat, postKeys.words(quoted))) ??
      (number === undefined ? null : await posts.rowAt(chat.chat, postKeys.number(Number(number))));
    return replyTo === null ? event : { ...event, replyTo };
  }

  async function stateUnread(frame: Frame, { id, what, chat }: Extract<Heard, { kind: 'unread' }>): Promise<void> {
    if (answered.has(id)) return;
    answered.add(id);
    await link.answer(frame, plain((await texts())[what]));
    await chats.wrote(chat);
  }
}

const plain = (words: string): BotContent => ({ kind: 'markdown', markdown: words, words });
