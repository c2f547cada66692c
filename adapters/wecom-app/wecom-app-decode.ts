import { z } from 'zod';
import type { Thing } from '../../src/chat/chat-adapter.ts';
import { directRoom } from '../../src/chat/message.ts';
import { decodeContactChange } from './wecom-app-contacts.ts';
import { type Heard, IGNORED } from './wecom-app-heard.ts';
import { isUserId, userIdentity, WECOM_APP } from './wecom-app-ids.ts';
import type { Fields } from './wecom-app-xml.ts';

/** Which app of which company is spoken to. */
export interface WecomSelf {
  corp: string;
  agent: number;
}

/** Reads the fields of one verified, decrypted message or event. */
export function decode(fields: Fields, self: WecomSelf): Heard {
  if (fields.MsgType === 'event' && fields.Event === 'change_external_contact') {
    const change = decodeContactChange(fields, self.corp);
    return change === null ? IGNORED : { kind: 'contact', change };
  }
  const read = envelope.safeParse(fields);
  if (!read.success) return IGNORED;
  if (read.data.AgentID !== String(self.agent)) return { kind: 'elsewhere' };
  return read.data.MsgType === 'event' ? decodePress(fields, read.data, self) : decodeSaid(fields, read.data, self);
}

const envelope = z.object({
  MsgType: z.string(),
  FromUserName: z.string().refine(isUserId),
  CreateTime: z.string().regex(/^\d{1,12}$/),
  AgentID: z.string(),
});
type Envelope = z.infer<typeof envelope>;

const said = z.object({ MsgId: z.string().regex(/^\d{1,40}$/) });
const textFields = z.object({ Content: z.string() });
const voiceFields = z.object({ Recognition: z.string() });

const THINGS: Record<string, Thing['what']> = {
  voice: 'audio',
  image: 'image',
  video: 'video',
  shortvideo: 'video',
  file: 'file',
  location: 'location',
  card: 'contact',
};
const mediaFields = z.object({ MediaId: z.string().min(1).max(1024), FileName: z.string().max(255).default('') });

function decodeSaid(fields: Fields, { MsgType: type, FromUserName, CreateTime }: Envelope, { corp }: WecomSelf): Heard {
  const id = said.safeParse(fields);
  if (!id.success) return IGNORED;
  const user = userIdentity(corp, FromUserName);
  const key = `${WECOM_APP}:${corp}:${id.data.MsgId}`;
  const event = {
    key,
    message: key,
    adapter: WECOM_APP,
    room: directRoom(user),
    user,
    sentAt: instant(CreateTime),
  };
  const text = spokenIn(type, fields).trim();
  if (text !== '')
    return { kind: 'event', event: { ...event, kind: 'message', text, ...(type === 'voice' ? { spoken: true } : {}) } };
  if (type === 'text') return IGNORED;
  const what = Object.hasOwn(THINGS, type) ? THINGS[type] : undefined;
  if (what === undefined) return { kind: 'unread', what: type === 'link' ? 'link' : 'other', user: FromUserName };
  const media = mediaFields.safeParse(fields).data;
  const thing = { ...event, kind: 'thing' as const, what, name: media?.FileName ?? '', blob: null };
  return { kind: 'event', event: thing, ...(media === undefined || what === 'audio' ? {} : { media: media.MediaId }) };
}

/** What was typed, or what WeCom heard in a voice message where the company has that turned on. */
function spokenIn(type: string, fields: Fields): string {
  if (type === 'text') return textFields.safeParse(fields).data?.Content ?? '';
  if (type === 'voice') return voiceFields.safeParse(fields).data?.Recognition ?? '';
  return '';
}

const press = z.object({
  Event: z.literal('template_card_event'),
  EventKey: z.string().min(1).max(1024),
  TaskId: z.string().min(1).max(128),
  ResponseCode: z.string().max(512).default(''),
});

/** Events have no id of their own: who, when, what and on which card name one. */
function decodePress(fields: Fields, { FromUserName, CreateTime }: Envelope, { corp }: WecomSelf): Heard {
  const read = press.safeParse(fields);
  if (!read.success) return IGNORED;
  const { EventKey: action, TaskId: task, ResponseCode: code } = read.data;
  const user = userIdentity(corp, FromUserName);
  return {
    kind: 'event',
    event: {
      kind: 'action',
      key: ['wecom-app-press', user, CreateTime, task, action].join(':'),
      adapter: WECOM_APP,
      room: directRoom(user),
      user,
      sentAt: instant(CreateTime),
      action,
    },
    ...(code === '' ? {} : { press: { task, code } }),
  };
}

const instant = (seconds: string): Date => new Date(Number(seconds) * 1000);
