import type { IncomingEvent } from '../../src/chat/chat-adapter.ts';
import { directRoom } from '../../src/chat/message.ts';
import type { WechatKind, WechatMessage } from './wechat-client.ts';
import type { NumberedButtons } from './wechaty-talks.ts';

/** The name under which the rest of the bot knows this chat world. */
export const WECHATY = 'wechaty';

/** How long a bare number presses the button that was shown under it. */
const NUMBERS_MS = 10 * 60_000;

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
  const action =
    shown !== null && at.getTime() - shown.at.getTime() <= NUMBERS_MS ? pressed(text, shown.ids) : undefined;
  if (action !== undefined) return { ...event, kind: 'action', action };
  // In a group only what names the bot comes here.
  return { ...event, kind: 'message', message: key, text, ...(room === null ? {} : { addressed: true }) };
}

const HAN_DIGITS = '一二三四五六七八九';

/** The button of a bare number: 2, 2, 2., 二. */
function pressed(text: string, ids: readonly string[]): string | undefined {
  const bare = text
    .normalize('NFKC')
    .trim()
    .replace(/[.、。]$/u, '');
  const number = /^[1-9]$/.test(bare) ? Number(bare) : bare.length === 1 ? HAN_DIGITS.indexOf(bare) + 1 : 0;
  return ids[number - 1];
}
