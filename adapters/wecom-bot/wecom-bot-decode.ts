import type { IncomingEvent } from '../../src/chat/chat-adapter.ts';
import { directRoom } from '../../src/chat/message.ts';
import type { BotChat } from './wecom-bot-chats.ts';
import type { WecomBotSettings } from './wecom-bot-config.ts';
import { messageIdentity, WECOM_BOT } from './wecom-bot-ids.ts';
import { type BotContents, type BotEvent, type BotMessage, botEvent, botMessage } from './wecom-bot-payload.ts';

/** A kind of message that is not read, or one without words. */
export type Unread = 'image' | 'voice' | 'file' | 'video' | 'other' | 'empty';

/** What came from WeCom, in our terms. */
export type Heard =
  | {
      kind: 'message';
      event: Extract<IncomingEvent, { kind: 'message' }>;
      chat: BotChat;
      /** The words of the message that this one quotes. */
      quoted?: string;
      /** Pictures stood between the words. */
      pictures: boolean;
    }
  | { kind: 'press'; event: Extract<IncomingEvent, { kind: 'action' }>; chat: BotChat; task: string }
  | { kind: 'unread'; what: Unread; id: string; chat: BotChat }
  | { kind: 'entered'; user: string }
  | { kind: 'ignored' };

const IGNORED: Heard = { kind: 'ignored' };

/** Reads the body of a callback as the connection brought it. `now`: when it came, for one that does not say. */
export function decode(body: unknown, settings: Pick<WecomBotSettings, 'bot' | 'name'>, now: Date): Heard {
  const event = botEvent.safeParse(body);
  if (event.success) return isForUs(event.data, settings) ? decodeEvent(event.data, now) : IGNORED;
  const message = botMessage.safeParse(body);
  return message.success && isForUs(message.data, settings) ? decodeMessage(message.data, settings, now) : IGNORED;
}

const isForUs = ({ aibotid, from }: BotMessage | BotEvent, { bot }: { bot: string }): boolean =>
  aibotid === bot && from.userid !== bot;

/** Where something was said; null for a group that is not named. */
function placeOf({ chattype, chatid, from }: BotMessage | BotEvent): { chat: BotChat; room: string } | null {
  const group = chattype === 'group' || (chattype === undefined && chatid !== undefined);
  if (!group) return { chat: { chat: from.userid, group }, room: directRoom(from.userid) };
  return chatid === undefined ? null : { chat: { chat: chatid, group }, room: chatid };
}

const sentAt = ({ create_time }: BotMessage | BotEvent, now: Date): Date =>
  create_time === undefined ? now : new Date(create_time * 1000);

function decodeMessage(message: BotMessage, settings: Pick<WecomBotSettings, 'name'>, now: Date): Heard {
  const place = placeOf(message);
  if (place === null) return IGNORED;
  const { chat, room } = place;
  const identity = messageIdentity(message.aibotid, message.msgid);
  const said = wordsOf(message);
  const text = (chat.group ? withoutMention(said, settings.name) : said).trim();
  const pictures = message.mixed?.msg_item.some(({ msgtype }) => msgtype === 'image') ?? false;
  if (text === '') return { kind: 'unread', what: pictures ? 'image' : kindOf(message), id: identity, chat };
  const quoted = message.quote === undefined ? '' : wordsOf(message.quote).trim();
  return {
    kind: 'message',
    event: {
      kind: 'message',
      key: identity,
      message: identity,
      adapter: WECOM_BOT,
      room,
      user: message.from.userid,
      sentAt: sentAt(message, now),
      text,
    },
    chat,
    ...(quoted === '' ? {} : { quoted }),
    pictures,
  };
}

function wordsOf({ text, voice, mixed }: BotContents): string {
  const parts = mixed?.msg_item.map((item) => item.text?.content ?? '').filter((part) => part.trim() !== '');
  return text?.content ?? voice?.content ?? parts?.join('\n') ?? '';
}

const KINDS = new Set<string>(['image', 'voice', 'file', 'video'] satisfies Unread[]);

function kindOf({ msgtype }: BotMessage): Unread {
  if (KINDS.has(msgtype)) return msgtype as Unread;
  return msgtype === 'text' || msgtype === 'mixed' ? 'empty' : 'other';
}

/**
 * In a group the words keep `@name`, by which the bot was called. Where its name is not told, only a mention that the
 * message begins with is taken for it: another one may be a colleague.
 */
function withoutMention(text: string, name: string | undefined): string {
  const begun = text.replace(/^\s*@[^\s@]+\s*/u, '');
  if (name === undefined) return begun;
  const called = text.split(`@${name}`);
  return called.length > 1 ? called.map((part) => part.trim()).join(' ') : begun;
}

function decodeEvent(body: BotEvent, now: Date): Heard {
  const { event, from } = body;
  if (event.eventtype === 'enter_chat') return { kind: 'entered', user: from.userid };
  if (event.eventtype !== 'template_card_event') return IGNORED;
  const { event_key: action, task_id: task } = { ...event, ...event.template_card_event };
  const place = placeOf(body);
  if (action === undefined || task === undefined || place === null) return IGNORED;
  return {
    kind: 'press',
    event: {
      kind: 'action',
      key: `${WECOM_BOT}-press:${body.aibotid}:${body.msgid}`,
      adapter: WECOM_BOT,
      room: place.room,
      user: from.userid,
      sentAt: sentAt(body, now),
      action,
    },
    chat: place.chat,
    task,
  };
}
