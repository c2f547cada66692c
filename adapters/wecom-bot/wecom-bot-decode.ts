import type { IncomingEvent } from '../../src/chat/chat-adapter.ts';
import { directRoom } from '../../src/chat/message.ts';
import type { BotChat } from './wecom-bot-chats.ts';
import type { WecomBotSettings } from './wecom-bot-config.ts';
import { messageIdentity, WECOM_BOT } from './wecom-bot-ids.ts';
import {
  type BotContents,
  type BotEvent,
  type BotMedia,
  type BotMessage,
  botEvent,
  botMessage,
} from './wecom-bot-payload.ts';

/** What is neither words nor bytes. */
export type Unread = 'other' | 'empty';

type Of<K extends IncomingEvent['kind']> = Extract<IncomingEvent, { kind: K }>;

/** Something that was sent, and where its bytes lie; its event names no bytes yet. */
export interface HeardThing {
  event: Of<'thing'>;
  media: BotMedia;
}

/** What came from WeCom, in our terms. */
export type Heard =
  | {
      kind: 'said';
      chat: BotChat;
      /** Its words; null where there were none. */
      message: Of<'message'> | null;
      things: HeardThing[];
      /** The words of the message that this one quotes. */
      quoted?: string;
    }
  | { kind: 'press'; event: Of<'action'>; chat: BotChat; task: string }
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
  const common = {
    adapter: WECOM_BOT,
    room,
    user: message.from.userid,
    sentAt: sentAt(message, now),
    // In a group only what names the bot comes here.
    ...(chat.group ? { addressed: true as const } : {}),
  };
  const things = mediaOf(message).map(({ what, media }, at): HeardThing => {
    const own = text === '' && at === 0 ? identity : `${identity}:${at + 1}`;
    const thing = { what, name: media.filename ?? '', blob: null };
    return { media, event: { kind: 'thing', key: own, message: own, ...common, ...thing } };
  });
  if (text === '' && things.length === 0) {
    const what = message.msgtype === 'text' || message.msgtype === 'mixed' ? 'empty' : 'other';
    return { kind: 'unread', what, id: identity, chat };
  }
  const quoted = message.quote === undefined ? '' : wordsOf(message.quote).trim();
  return {
    kind: 'said',
    chat,
    message:
      text === ''
        ? null
        : {
            kind: 'message',
            key: identity,
            message: identity,
            ...common,
            text,
            ...(message.msgtype === 'voice' ? { spoken: true } : {}),
          },
    things,
    ...(quoted === '' ? {} : { quoted }),
  };
}

/** What was sent beside words; a voice message whose words are not told is one. */
function mediaOf({ msgtype, image, file, video, voice, mixed }: BotMessage) {
  const found: { what: 'image' | 'file' | 'video' | 'audio'; media: BotMedia }[] = [];
  if (msgtype === 'image') found.push({ what: 'image', media: image ?? {} });
  if (msgtype === 'file') found.push({ what: 'file', media: file ?? {} });
  if (msgtype === 'video') found.push({ what: 'video', media: video ?? {} });
  if (msgtype === 'voice' && (voice?.content ?? '').trim() === '') found.push({ what: 'audio', media: {} });
  for (const item of mixed?.msg_item ?? [])
    if (item.msgtype === 'image') found.push({ what: 'image', media: item.image ?? {} });
  return found;
}

function wordsOf({ text, voice, mixed }: BotContents): string {
  const parts = mixed?.msg_item.map((item) => item.text?.content ?? '').filter((part) => part.trim() !== '');
  return text?.content ?? voice?.content ?? parts?.join('\n') ?? '';
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
