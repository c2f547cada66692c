import type { z } from 'zod';
import { directRoom } from '../../src/chat/message.ts';
import { type Heard, IGNORED, instant } from './slack-heard.ts';
import { messageIdentity, SLACK, type SlackSelf, userIdentity } from './slack-ids.ts';
import { decodeInteraction } from './slack-interaction.ts';
import {
  emojiOf,
  homeOpened,
  linkShared,
  type SaidMessage,
  type SlackMessage,
  slackEvent,
  slackMessage,
} from './slack-message.ts';
import { mentions, readText } from './slack-text.ts';
import { spokenIn, thingsIn } from './slack-things.ts';

/**
 * Reads one verified payload (an event, a command, a press, a shortcut) as it came over HTTP or the socket. `now`: when a
 * command was given, which says nothing of its time.
 */
export function decode(body: unknown, self: SlackSelf, now: Date): Heard {
  const envelope = slackEvent.safeParse(body);
  if (envelope.success) return decodeEvent(envelope.data.event, self);
  return decodeInteraction(body, self, now);
}

function decodeEvent(event: z.infer<typeof slackEvent>['event'], self: SlackSelf): Heard {
  if (MEMBERSHIP.has(event.type)) {
    const channel = typeof event.channel === 'string' ? event.channel : event.channel?.id;
    return channel === undefined ? IGNORED : { kind: 'membership', channel };
  }
  if (event.type === 'app_home_opened') return decodeHome(event, self);
  if (event.type === 'link_shared') return decodeLinks(event, self);
  if (event.type !== 'message' && event.type !== 'app_mention') return IGNORED;
  const read = slackMessage.safeParse(event);
  if (!read.success) return IGNORED;
  const message = read.data;
  if (message.subtype === 'message_changed') return decodeChange(message, self);
  if (message.subtype === 'message_deleted') return decodeDeletion(message, message.previous_message, self);
  return SAID.has(message.subtype ?? '') ? decodeSaid(message, self) : IGNORED;
}

const MEMBERSHIP = new Set([
  'member_joined_channel',
  'member_left_channel',
  'channel_shared',
  'channel_unshared',
  'channel_rename',
  'group_rename',
]);
function decodeHome(event: unknown, self: SlackSelf): Heard {
  const read = homeOpened.safeParse(event);
  return read.success ? { kind: 'home', user: userIdentity(self.team, read.data.user) } : IGNORED;
}

/** While a message is being written nobody knows who will read it: its links are shown once it is posted. */
function decodeLinks(event: unknown, self: SlackSelf): Heard {
  const read = linkShared.safeParse(event);
  if (!read.success || read.data.user === self.user || read.data.source === 'composer') return IGNORED;
  const { channel, message_ts: ts, user, links } = read.data;
  const who = userIdentity(self.team, user);
  const room = channel.startsWith('D') ? directRoom(who) : channel;
  return { kind: 'links', asker: { room, user: who }, urls: links.map(({ url }) => url), channel, ts };
}

const SAID = new Set(['', 'file_share', 'thread_broadcast', 'me_message']);

/** Of a channel only what is for the bot is taken in. */
const addressed = ({ direct }: { direct: boolean }) => (direct ? {} : { addressed: true as const });

/** What kind of talk a message belongs to; null for one by the bot itself or another bot. */
function origin(message: SaidMessage, channel: string, self: SlackSelf) {
  const { user, ts } = message;
  if (user === undefined || ts === undefined || message.bot_id !== undefined || user === self.user) return null;
  const identity = userIdentity(message.user_team ?? message.source_team ?? message.team ?? self.team, user);
  const direct = message.channel_type === 'im' || channel.startsWith('D');
  return { user: identity, ts, direct, room: direct ? directRoom(identity) : channel };
}

function decodeSaid(message: SlackMessage, self: SlackSelf): Heard {
  const { channel, thread_ts: root } = message;
  const from = origin(message, channel, self);
  if (from === null) return IGNORED;
  const named = message.type === 'app_mention' || mentions(message.text, self.user);
  const inThread = root !== undefined && root !== from.ts;
  if (!from.direct && !named && !inThread) return IGNORED;
  const identity = messageIdentity(self.team, channel, from.ts);
  const { files = [] } = message;
  const heard = spokenIn(files);
  const text = [readText(message.text, self.user, emojiOf(message.blocks)), ...heard]
    .filter((words) => words !== '')
    .join('\n');
  const thread = inThread ? root : from.direct ? undefined : from.ts;
  const common = { adapter: SLACK, room: from.room, user: from.user, sentAt: instant(from.ts), ...addressed(from) };
  const where = {
    place: { channel, ...(thread === undefined ? {} : { thread }) },
    onlyIfAnswering: !from.direct && !named,
  };
  const replyTo = inThread ? { replyTo: messageIdentity(self.team, channel, root) } : {};
  const spoken = heard.length === 0 ? {} : { spoken: true as const };
  const said: Heard & { kind: 'event' } = {
    kind: 'event',
    event: { ...common, kind: 'message', key: identity, message: identity, text, ...replyTo, ...spoken },
    ...where,
  };
  const things = thingsIn(files, identity, common);
  if (things.length === 0) return text === '' ? IGNORED : said;
  return { kind: 'files', said: text === '' ? null : said, files: things, ...where };
}

/** A rewritten text is an edit; an unfurled link, a pinned or an answered message is nothing. */
function decodeChange(change: SlackMessage, self: SlackSelf): Heard {
  const { message, previous_message: before, channel } = change;
  if (message === undefined) return IGNORED;
  if (message.subtype === 'tombstone') return decodeDeletion(change, before, self);
  const from = origin({ ...message, channel_type: change.channel_type }, channel, self);
  if (from === null || message.edited === undefined || before?.text === message.text) return IGNORED;
  const identity = messageIdentity(self.team, channel, from.ts);
  const text = readText(message.text, self.user, emojiOf(message.blocks));
  if (text === '') return IGNORED;
  const named = mentions(message.text, self.user) || mentions(before?.text ?? '', self.user);
  const root = message.thread_ts;
  if (!from.direct && !named && root === undefined) return IGNORED;
  const thread = root ?? (from.direct ? undefined : from.ts);
  const key = `slack-edit:${self.team}:${channel}:${from.ts}:${message.edited.ts}`;
  const common = { key, adapter: SLACK, room: from.room, user: from.user, sentAt: instant(message.edited.ts) };
  return {
    kind: 'event',
    event: { ...common, ...addressed(from), kind: 'edit', message: identity, text },
    place: { channel, ...(thread === undefined ? {} : { thread }) },
    onlyIfAnswering: !from.direct && !named,
  };
}

function decodeDeletion(change: SlackMessage, gone: SaidMessage | undefined, self: SlackSelf): Heard {
  if (gone === undefined) return IGNORED;
  const { channel } = change;
  const from = origin({ ...gone, channel_type: change.channel_type }, channel, self);
  if (from === null) return IGNORED;
  const named = mentions(gone.text, self.user);
  if (!from.direct && !named && gone.thread_ts === undefined) return IGNORED;
  const key = `slack-delete:${self.team}:${channel}:${from.ts}`;
  const sentAt = instant(change.event_ts ?? change.ts ?? from.ts);
  return {
    kind: 'event',
    event: {
      kind: 'delete',
      key,
      adapter: SLACK,
      room: from.room,
      user: from.user,
      sentAt,
      message: messageIdentity(self.team, channel, from.ts),
    },
    place: { channel, ...(gone.thread_ts === undefined ? {} : { thread: gone.thread_ts }) },
    onlyIfAnswering: !from.direct && !named,
  };
}
