import { causeOfRow } from '../../src/chat/causes.ts';
import type { Reply } from '../../src/chat/chat-adapter.ts';
import { isDirect, personOf } from '../../src/chat/message.ts';
import type { PlatformPosts } from '../../src/chat/platform-posts.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { createAnswers } from './wecom-bot-answers.ts';
import type { BotChats } from './wecom-bot-chats.ts';
import type { BotLink } from './wecom-bot-connection.ts';
import { type BotContent, encodeMessage, encodeUpdate, type Marks } from './wecom-bot-encode.ts';
import { isStale, WecomRefusal } from './wecom-bot-errors.ts';
import { postKeys, taskOf } from './wecom-bot-ids.ts';
import type { createPresses } from './wecom-bot-presses.ts';

export interface DeliverParts {
  link: BotLink;
  posts: PlatformPosts;
  chats: BotChats;
  answers: ReturnType<typeof createAnswers>;
  presses: ReturnType<typeof createPresses>;
  /** The userid of a person; null for one who is not linked. */
  userOf(person: string): Promise<string | null>;
  texts(): Promise<{ openFirst: string }>;
  /** Machine time. */
  clock: Clock;
}

/**
 * Brings replies to WeCom, each part once as far as can be known: WeCom cannot be asked what it has, so a part whose
 * answer was lost is said again.
 */
export function createDeliver({ link, posts, chats, answers, presses, userOf, texts, clock }: DeliverParts) {
  return async function deliver(reply: Reply): Promise<void> {
    const person = personOf(reply.to);
    // Who has not joined yet is known by the platform's id alone.
    const chat = person === null ? reply.to.room : ((await userOf(person)) ?? person);
    const earlier = await posts.begin(reply.id, { channel: chat }, clock.now());
    const keys = [...(earlier?.messages ?? [])];
    const marks = await marksOf(reply, chat);
    const post = (more: string[]) => {
      keys.push(...more);
      return posts.posted(reply.id, { channel: chat, messages: keys, at: earlier?.at ?? clock.now() });
    };
    if (keys.length === 0 && reply.replaces !== undefined) {
      const more = await changed(reply, reply.replaces, marks);
      if (more !== null) return post(more);
    }
    const contents = encodeMessage(reply.message, marks);
    for (const content of contents.slice(keys.filter(isPart).length)) {
      await say(reply, chat, content);
      await post(keysOf(content, content === contents.at(-1) ? marks.number : null));
    }
  };

  /** Receipts, questions and reminders carry buttons and no table; they get the number that a quote of them will carry. */
  async function marksOf({ id, message }: Reply, chat: string): Promise<Marks> {
    const numbered = (message.buttons ?? []).length > 0 && message.card === undefined;
    const number = numbered ? await chats.nextNumber(chat) : null;
    return { number, task: (at) => taskOf(id, at) };
  }

  /** Puts a reply in the place of the card that was just pressed; null where there is none, or it does not fit. */
  async function changed(reply: Reply, before: string, marks: Marks): Promise<string[] | null> {
    const shown = await posts.find(before);
    const task = shown?.messages.find((key) => key.startsWith(postKeys.task('')))?.slice(1);
    if (task === undefined) return null;
    const content = encodeUpdate(reply.message, { ...marks, task: () => task });
    const to = content === null ? null : presses.take(task);
    if (content === null || to === null) return null;
    try {
      await link.update(to, content.card);
    } catch (error) {
      if (isStale(error) || error instanceof WecomRefusal) return null;
      throw error;
    }
    presses.shows(task, content.card);
    return keysOf(content, marks.number);
  }

  async function say(reply: Reply, chat: string, content: BotContent): Promise<void> {
    if (!(await answers.answer(causeOfRow(reply.id), chat, content))) {
      try {
        await link.send(chat, content);
      } catch (error) {
        // Nobody can be written to who never wrote: the group says how, and an admin finds the words among the failed.
        if (reply.private && !isDirect(reply.to.room) && error instanceof WecomRefusal) await sayHow(reply.to.room);
        throw error;
      }
    }
    if (content.kind === 'card') presses.shows(content.card.task_id, content.card);
  }

  async function sayHow(group: string): Promise<void> {
    const { openFirst: words } = await texts();
    await link.send(group, { kind: 'markdown', markdown: words, words }).catch(() => {});
  }
}

const isPart = (key: string): boolean => key.startsWith('t:');

const keysOf = (content: BotContent, number: number | null): string[] => [
  postKeys.words(content.words),
  ...(content.kind === 'card' ? [postKeys.task(content.card.task_id)] : []),
  ...(number === null ? [] : [postKeys.number(number)]),
];
