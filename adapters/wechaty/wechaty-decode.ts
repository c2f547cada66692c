import type { IncomingEvent } from '../../src/chat/chat-adapter.ts';
import { directRoom } from '../../src/chat/message.ts';
import { type NumberedButtons, pressedByNumber } from '../../src/chat/numbered-buttons.ts';
import type { WechatKind, WechatMessage } from './wechat-client.ts';

/** The name under which the rest of the bot knows this chat world. */
export const WECHATY = 'wechaty';

/** What is to be done with a message. `reply`: a stated answer of the adapter's own. */
export type Heard = { kind: 'ignored' } | { kind: 'event' } | { kind: 'unreadable'; what: Exclude<WechatKind, 'text'> };

/** Sorts a message: the bot's own and what a group says to itself are nothing; what cannot be read gets an answer. */
export function sortMessage({ own, kind, toBot, text }: WechatMessage): Heard {
  if (own || !toBot || kind === 'system') return { kind: 'ignored' };
  if (kind !== 'text') return { kind: 'unreadable', what: kind };
  return text.trim() === '' ? { kind: 'ignored' } : { kind: 'event' };
}

/** A message in our terms; a bare number is a press of the button that was last shown under it, for ten minutes. */
export function decodeMessage(message: WechatMessage, shown: NumberedButtons | null): IncomingEvent {
  const { id, from, room, text, at } = message;
  const key = `wechaty:${id}`;
  const event = { key, adapter: WECHATY, room: room?.id ?? directRoom(from), user: from, sentAt: at };
  const action = pressedByNumber(text, shown, at);
  if (action !== undefined) return { ...event, kind: 'action', action };
  // In a group only what names the bot comes here.
  return { ...event, kind: 'message', message: key, text, ...(room === null ? {} : { addressed: true }) };
}
