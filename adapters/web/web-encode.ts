import type { IncomingEvent, Reply } from '../../src/chat/chat-adapter.ts';
import { type Card, type Chart, isDirect, type MessageButton, type Table } from '../../src/chat/message.ts';
import type { WebPerson } from './web-people.ts';

/** One reply as the web shows it; `conversation` is `direct` or a room's id. */
export interface WebReply {
  id: string;
  conversation: string;
  /** In a group: seen by this reader alone. */
  private: boolean;
  /** The id of the earlier reply whose place it takes. */
  replaces?: string;
  text: string;
  card?: Card;
  table?: Table;
  chart?: Chart;
  /** A line beneath a card or table. */
  footer?: string;
  buttons?: MessageButton[];
}

/** What a person said, as the people of its conversation see it; `text` null: taken away again. */
export interface WebSaid {
  /** The client's own id of the message, unique for `from`. */
  id: string;
  conversation: string;
  from: { id: string; name: string };
  text: string | null;
  /** It takes the place of what was said under this id before. */
  edited: boolean;
  replyTo?: string;
}

/** One thing that a person's page shows. */
export type WebItem = { reply: WebReply } | { said: WebSaid };

/** A room as the web names it. */
const encodeRoom = (room: string): string => (isDirect(room) ? 'direct' : room);

/** A reply in the web's shape; what is absent stays absent. */
export function encodeReply({ id, to, private: whispered, replaces, message }: Reply): WebReply {
  return {
    id,
    conversation: encodeRoom(to.room),
    private: whispered,
    ...(replaces === undefined ? {} : { replaces }),
    text: message.text,
    ...(message.card === undefined ? {} : { card: message.card }),
    ...(message.table === undefined ? {} : { table: message.table }),
    ...(message.chart === undefined ? {} : { chart: message.chart }),
    ...(message.footer === undefined ? {} : { footer: message.footer }),
    ...(message.buttons?.length ? { buttons: message.buttons } : {}),
  };
}

/** What somebody said, changed or took away, in the web's shape. */
export function encodeSaid(
  event: Extract<IncomingEvent, { kind: 'message' | 'edit' | 'delete' | 'thing' }>,
  from: WebPerson,
): WebSaid {
  const said = {
    id: ownId(event.message),
    conversation: encodeRoom(event.room),
    from: { id: from.id, name: from.name },
    text: event.kind === 'delete' ? null : event.kind === 'thing' ? event.name : event.text,
    edited: event.kind === 'edit' || event.kind === 'delete',
  };
  if (event.kind !== 'message' || event.replyTo === undefined) return said;
  return { ...said, replyTo: event.replyTo.includes('/') ? event.replyTo : ownId(event.replyTo) };
}

/** The client's own id within a message's identity. */
const ownId = (identity: string): string => identity.slice(identity.lastIndexOf(':') + 1);
