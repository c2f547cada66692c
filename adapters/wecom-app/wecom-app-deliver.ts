import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Rate, Reply } from '../../src/chat/chat-adapter.ts';
import { withSparkline } from '../../src/chat/degrade.ts';
import { personOf } from '../../src/chat/message.ts';
import type { PlatformPosts } from '../../src/chat/platform-posts.ts';
import { createRoomLimits } from '../../src/chat/rate.ts';
import type { Locale } from '../../src/chat/texts.ts';
import { ServiceError } from '../../src/errors.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { cardOf, numbered } from './wecom-app-card.ts';
import type { WecomClient } from './wecom-app-client.ts';
import type { WecomSelf } from './wecom-app-decode.ts';
import { cleaned, encodeAlone, encodeMessage, type WecomContent } from './wecom-app-encode.ts';
import { isInDoubt, WecomRefusal } from './wecom-app-errors.ts';
import { groupOf, userIdOf } from './wecom-app-ids.ts';
import type { WecomSent } from './wecom-app-sent.ts';
import { wecomAppTexts } from './wecom-app-texts.ts';

/** A member gets at most 30 messages a minute and 1,000 an hour of an app; WeCom drops the rest without a word. */
export const MEMBER_RATE: Rate = { burst: 10, everyMs: 3_640 };
/** Longer than this a delivery does not wait for its turn: it comes again. */
const PATIENCE_MS = 20_000;
/** A card can be changed this long: WeCom's 72 hours, less an hour on the way. */
const CHANGEABLE_MS = 71 * 3_600_000;
/** WeCom drops what was said before within this time, which makes a second try harmless. */
const SAME_SECONDS = 4 * 3_600;
const REMEMBERED = 10_000;

export interface DeliverParts {
  client: WecomClient;
  posts: PlatformPosts;
  sent: WecomSent;
  self: WecomSelf;
  markdown: boolean;
  /** The identity of a person at WeCom; null for one who is not linked. */
  userOf(person: string): Promise<string | null>;
  clock: Clock;
  rate?: Rate;
}

/** Where something is said: to a member, or in a group that the app made. */
type To = { touser: string } | { chatid: string };

/** Brings replies to WeCom: once each, as far as it drops what it has already. */
export function createDeliver(parts: DeliverParts): (reply: Reply, locale: Locale) => Promise<void> {
  const { client, posts, sent, self, clock, rate = MEMBER_RATE } = parts;
  const limitOf = createRoomLimits(rate);
  /** Changes whose answer was lost: if their code is then used up, they were made. */
  const inDoubt = new Set<string>();

  return async function deliver(given, locale) {
    const reply = { ...given, message: cleaned(withSparkline(given.message)) };
    const to = await receiverOf(reply);
    const channel = 'touser' in to ? to.touser : reply.to.room;
    const { fileFollows, replaced } = wecomAppTexts(locale);
    const options = { row: reply.id, markdown: parts.markdown, fileFollows };
    if (reply.replaces !== undefined && (await changed(reply, reply.replaces, channel, replaced))) return;
    // Nobody can answer in a group, so there is nothing to press.
    const contents =
      'touser' in to
        ? encodeMessage(reply.message, options)
        : encodeAlone(reply.message, { ...options, markdown: false });
    const earlier = await posts.begin(reply.id, { channel }, clock.now());
    const messages = [...(earlier?.messages ?? [])];
    for (const content of contents.slice(messages.length)) {
      messages.push(await say(to, content, `${reply.id}:${messages.length}`));
      await posts.posted(reply.id, { channel, messages, at: earlier?.at ?? clock.now() });
    }
  };

  async function receiverOf({ to }: Reply): Promise<To> {
    const person = personOf(to);
    if (person === null) {
      const chatid = groupOf(to.room);
      if (chatid === null) throw new WecomRefusal('no_such_room');
      return { chatid };
    }
    // Who has not joined yet is known by the platform's identity alone.
    const user = userIdOf(self.corp, (await parts.userOf(person)) ?? person);
    if (user === null) throw new WecomRefusal('not_linked');
    return { touser: user };
  }

  /** Puts a reply in the place of an earlier card; false where that one cannot be changed, or would not say all of it. */
  async function changed(reply: Reply, earlier: string, channel: string, replaced: string): Promise<boolean> {
    const shown = await posts.find(earlier);
    const [task, ...others] = shown?.messages ?? [];
    const { card, whole } = cardOf(numbered(reply.message));
    if (task === undefined || others.length > 0 || shown?.channel !== channel || !whole) return false;
    const response_code = await sent.codeOf(task, new Date(clock.now().getTime() - CHANGEABLE_MS));
    if (response_code === null) return false;
    // A card keeps its buttons' place: without new ones the old stand grey.
    const none = { button_list: [{ text: replaced, style: 4, key: 'none' }], replace_text: replaced };
    const template_card = card.button_list.length > 0 ? card : { ...card, ...none };
    await turnOf(channel);
    try {
      const about = { userids: [channel], agentid: self.agent, response_code };
      await client.call('message/update_template_card', { ...about, template_card });
    } catch (error) {
      if (!(error instanceof WecomRefusal)) {
        if (inDoubt.size > REMEMBERED) inDoubt.clear();
        if (isInDoubt(error)) inDoubt.add(reply.id);
        throw error;
      }
      if (!inDoubt.has(reply.id)) {
        await sent.spend(task);
        return false;
      }
    }
    inDoubt.delete(reply.id);
    await posts.posted(reply.id, { channel, messages: [task], at: clock.now() });
    await sent.spend(task);
    return true;
  }

  /** Says one thing; gives the id by which it is known: a card's own, else WeCom's. */
  async function say(to: To, content: WecomContent, part: string): Promise<string> {
    const [receiver] = Object.values(to) as [string];
    const body = await bodyOf(content);
    await turnOf(receiver);
    if ('chatid' in to) {
      await client.call('appchat/send', { ...to, ...body });
      return part;
    }
    // A card's id is unlike any other's; a file is another one each time it is uploaded.
    const checked = content.kind === 'card' || (content.kind !== 'file' && (await isAlone(receiver, content, part)));
    const same = checked ? { enable_duplicate_check: 1, duplicate_check_interval: SAME_SECONDS } : {};
    const answer = await client.call('message/send', { ...to, agentid: self.agent, ...body, ...same });
    if (typeof answer.invaliduser === 'string' && answer.invaliduser !== '') throw new WecomRefusal('81013');
    if (content.kind !== 'card') return String(answer.msgid ?? part);
    const task = content.card.task_id ?? part;
    if (typeof answer.response_code === 'string') await sent.keepCode(task, answer.response_code, clock.now());
    return task;
  }

  /** WeCom would drop the same words of another row too. */
  function isAlone(receiver: string, content: WecomContent, part: string): Promise<boolean> {
    const words = createHash('sha256').update(`${self.corp}:${self.agent}:${receiver}:${JSON.stringify(content)}`);
    const at = clock.now();
    return sent.isAlone(words.digest('base64url'), part, at, new Date(at.getTime() - SAME_SECONDS * 1000));
  }

  async function bodyOf(content: WecomContent): Promise<Record<string, unknown>> {
    switch (content.kind) {
      case 'text':
      case 'markdown':
        return { msgtype: content.kind, [content.kind]: { content: content.content } };
      case 'card':
        return { msgtype: 'template_card', template_card: content.card };
      case 'file': {
        const { name, bytes } = content;
        const media_id = await client.upload('file', { name, type: 'text/csv', bytes });
        return { msgtype: 'file', file: { media_id } };
      }
    }
  }

  async function turnOf(receiver: string): Promise<void> {
    for (let waited = 0; ; ) {
      const ms = limitOf(receiver)?.take() ?? 0;
      if (ms === 0) return;
      waited += ms;
      if (waited > PATIENCE_MS) throw new ServiceError('wecom: too much for one member', { retryAfterMs: ms });
      await sleep(ms);
    }
  }
}
