import { setTimeout as sleep } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import { causeOfRow } from '../../src/chat/causes.ts';
import type { DeliveryNotes, Reply } from '../../src/chat/chat-adapter.ts';
import { personOf } from '../../src/chat/message.ts';
import type { Place, PlatformPosts, Post } from '../../src/chat/platform-posts.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { directTalk } from './slack-direct.ts';
import { encodeMessage, type SlackContent, withoutChart } from './slack-encode.ts';
import { isInDoubt, reachSlack, SlackRefusal } from './slack-errors.ts';
import { userIdOf } from './slack-ids.ts';
import { findPosted } from './slack-lookup.ts';

/** Between two messages of one reply: Slack takes about one a second in a channel. */
const BETWEEN_MS = 1_000;
const REMEMBERED = 5_000;

export interface DelivererParts {
  client: webApi.WebClient;
  posts: PlatformPosts;
  /** The platform's user behind a person; null for one who is not linked to Slack. */
  userOf(person: string): Promise<string | null>;
  /** Machine time: what Slack's stamps are compared with. */
  clock: Clock;
  betweenMs?: number;
}

/** Data that a message carries unseen, by which it is found again. */
export const METADATA = 'genjin';

/** People who cannot be shown something in the channel they wrote in. */
const NOT_THERE = new Set([
  'user_not_in_channel',
  'channel_not_found',
  'not_in_channel',
  'user_not_found',
  'is_archived',
]);
/** What was to be changed is gone, or is too old for it. */
const UNCHANGEABLE = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed', 'channel_not_found']);

/** Brings replies to Slack: once each, as far as Slack lets itself be asked what it has. */
export function createDeliver({ client, posts, userOf, clock, betweenMs = BETWEEN_MS }: DelivererParts) {
  const directChannels = new Map<string, string>();
  /** Rows whose last try was refused in so many words: nothing is to be looked up. */
  const refused = new Set<string>();

  return async function deliver(reply: Reply, notes: DeliveryNotes): Promise<void> {
    const contents = encodeMessage(reply.message);
    const person = personOf(reply.to);
    if (reply.private && person !== null && (await whispered(reply, person, contents))) return;
    const channel = person === null ? reply.to.room : await directChannel(person);
    if (reply.replaces !== undefined && (await changed(reply.replaces, channel, contents, notes))) return;
    await post(reply, { channel, ...(await threadOf(reply, channel)) }, contents, notes);
  };

  /** Shows something to one member of a channel; false where it must go to them directly. */
  async function whispered(reply: Reply, person: string, contents: SlackContent[]): Promise<boolean> {
    const channel = reply.to.room;
    const { thread, begun } = await placeOf(reply);
    // A thread that nobody has written in yet would not show it.
    const where = thread === undefined || !begun ? { channel } : { channel, thread_ts: thread };
    try {
      const user = await userId(person);
      for (const [at, content] of contents.entries()) {
        if (at > 0) await sleep(betweenMs);
        await taken(content, (shown) => client.chat.postEphemeral({ ...where, user, ...shown }));
      }
      return true;
    } catch (error) {
      if (error instanceof SlackRefusal && NOT_THERE.has(error.code)) return false;
      throw error;
    }
  }

  /** Puts a reply in the place of an earlier one; false where that one cannot be changed any more. */
  async function changed(
    earlier: string,
    channel: string,
    contents: SlackContent[],
    { posted }: DeliveryNotes,
  ): Promise<boolean> {
    const shown = await posts.find(earlier);
    if (shown === null || shown.messages.length !== contents.length || shown.channel !== channel) return false;
    try {
      for (const [at, content] of contents.entries())
        await taken(content, (now) => client.chat.update({ channel, ts: shown.messages[at] ?? '', ...now }));
    } catch (error) {
      if (error instanceof SlackRefusal && UNCHANGEABLE.has(error.code)) return false;
      throw error;
    }
    posted({ ...placeAlone(shown), messages: shown.messages, at: clock.now() });
    return true;
  }

  async function post(
    { id }: Reply,
    place: Place,
    contents: SlackContent[],
    { begun, posted }: DeliveryNotes,
  ): Promise<void> {
    if (begun !== null && (await posts.find(id)) !== null) return;
    const at = begun ?? clock.now();
    const there =
      begun === null || refused.has(id) ? new Map<number, string>() : await findPosted(client, id, { ...place, at });
    const ts: string[] = [];
    for (const [part, content] of contents.entries()) {
      const known = there.get(part);
      if (known === undefined && ts.length > 0) await sleep(betweenMs);
      ts.push(known ?? (await postPart(id, part, place, content)));
    }
    refused.delete(id);
    posted({ ...place, messages: ts, at });
  }

  async function postPart(row: string, part: number, place: Place, content: SlackContent): Promise<string> {
    try {
      const { ts } = await taken(content, (shown) =>
        client.chat.postMessage({
          channel: place.channel,
          ...(place.thread === undefined ? {} : { thread_ts: place.thread }),
          ...shown,
          mrkdwn: false,
          unfurl_links: false,
          unfurl_media: false,
          metadata: { event_type: METADATA, event_payload: { row, part } },
        }),
      );
      return ts ?? '';
    } catch (error) {
      // A later part: the earlier ones are there, and are to be found.
      if (part > 0 || isInDoubt(error)) refused.delete(row);
      else {
        if (refused.size > REMEMBERED) refused.clear();
        refused.add(row);
      }
      throw error;
    }
  }

  /** The thread that the answer to a message belongs to. */
  async function threadOf(reply: Reply, channel: string): Promise<{ thread?: string }> {
    const { thread } = await placeOf(reply, channel);
    return thread === undefined ? {} : { thread };
  }

  async function placeOf(reply: Reply, channel = reply.to.room): Promise<{ thread?: string; begun: boolean }> {
    const place = await posts.placeOf(causeOfRow(reply.id));
    if (place?.thread === undefined || place.channel !== channel) return { begun: false };
    return { thread: place.thread, begun: await posts.spokeIn(channel, place.thread) };
  }

  async function userId(person: string): Promise<string> {
    // Who has not joined yet is known by the platform's identity alone.
    const user = userIdOf((await userOf(person)) ?? person);
    if (user === null) throw new SlackRefusal('not_linked');
    return user;
  }

  async function directChannel(person: string): Promise<string> {
    const user = await userId(person);
    const known = directChannels.get(user);
    if (known !== undefined) return known;
    const channel = await directTalk(client, user);
    directChannels.set(user, channel);
    return channel;
  }
}

/** Charts are new in Slack: where one is refused, its message goes without it. */
async function taken<T>(content: SlackContent, call: (content: SlackContent) => Promise<T>): Promise<T> {
  try {
    return await reachSlack(() => call(content));
  } catch (error) {
    const plain = withoutChart(content);
    if (plain === null || !(error instanceof SlackRefusal) || !error.code.startsWith('invalid_blocks')) throw error;
    return reachSlack(() => call(plain));
  }
}

const placeAlone = ({ channel, thread }: Post): Place => ({ channel, ...(thread === undefined ? {} : { thread }) });
