import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { IncomingEvent } from '../../src/chat/chat-adapter.ts';
import { WebError } from './web-error.ts';
import { webTexts } from './web-texts.ts';

/** The name under which the rest of the bot knows this chat world. */
export const WEB = 'web';

/** Ids that a client gives to its messages: anything visible but `/` and `#`, which our own ids use. */
const clientId = z.string().regex(/^[^\p{C}\s/#]{1,128}$/u);
const conversation = z.string().min(1).max(200);
const text = z.string();

export const messageBody = z.strictObject({
  id: clientId.optional(),
  text,
  conversation: conversation.optional(),
  /** The id of a reply, or of an own message. */
  replyTo: z.string().min(1).max(300).optional(),
});
export const editBody = z.strictObject({ id: clientId.optional(), text });
export const actionBody = z.strictObject({
  id: clientId.optional(),
  actionId: z.string().min(1).max(200),
  conversation: conversation.optional(),
});
export const sessionBody = z.strictObject({ code: z.string().min(1).max(200) });
export const joinBody = z.strictObject({
  code: z.string().min(1).max(40),
  name: z
    .string()
    .transform((name) => name.replace(/\s+/gu, ' ').trim())
    .pipe(z.string().regex(/^[^\p{C}]{1,30}$/u)),
  id: clientId.optional(),
});
export const clockBody = z.strictObject({ now: z.iso.datetime({ offset: true }).transform((now) => new Date(now)) });

/** Reads a request's body by its shape, or throws the WebError that says what is wrong with it. */
export function decodeBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const read = schema.safeParse(body ?? {});
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  if (issue?.code === 'unrecognized_keys') {
    const names = issue.keys.map((key) => key.slice(0, 40)).join(', ');
    throw new WebError(400, (locale) => webTexts(locale).unknownFields(names));
  }
  const field = issue?.path.join('.') ?? '';
  if (field === 'id') throw new WebError(400, (locale) => webTexts(locale).badMessageId);
  if (field === '') throw new WebError(400, (locale) => webTexts(locale).badJson);
  throw new WebError(400, (locale) => webTexts(locale).badField(field));
}

/** Reads an own message's id from the path. */
export function decodeMessageId(id: unknown): string {
  const read = clientId.safeParse(id);
  if (!read.success) throw new WebError(400, (locale) => webTexts(locale).badMessageId);
  return read.data;
}

/** Who sent something, into which room, and when. */
export interface Origin {
  person: string;
  room: string;
  at: Date;
}

/** An event's outer part; the message's identity is its key. */
const envelope = (origin: Origin, key: string) => ({
  key,
  adapter: WEB,
  room: origin.room,
  user: origin.person,
  sentAt: origin.at,
});

/** The identity of a person's own message in the rest of the bot. */
export const messageIdentity = (person: string, id: string): string => `web:${person}:${id}`;

/** The name of a file, as the header `X-File-Name` has it: percent-encoded, for headers hold ASCII alone. */
export function decodeFileName(header: string | undefined): string {
  try {
    const name = decodeURIComponent(header ?? '')
      .replace(/[\p{C}/\\]+/gu, ' ')
      .trim();
    if (name !== '' && name.length <= 200) return name;
  } catch {
    // Not an encoding of anything: no name.
  }
  throw new WebError(400, (locale) => webTexts(locale).badFile);
}

/** A file that was sent; without an id each request is one of its own. */
export function decodeFile(
  origin: Origin,
  file: { name: string; blob: string; id: string | undefined },
): IncomingEvent {
  const message = messageIdentity(origin.person, file.id ?? randomUUID());
  return { ...envelope(origin, message), kind: 'thing', message, what: 'file', name: file.name, blob: file.blob };
}

/** A message as it came; without an id each request is a message of its own. */
export function decodeMessage(origin: Origin, body: z.infer<typeof messageBody>): IncomingEvent & { kind: 'message' } {
  const message = messageIdentity(origin.person, body.id ?? randomUUID());
  const event = { ...envelope(origin, message), kind: 'message' as const, message, text: readableText(body.text) };
  if (body.replyTo === undefined) return event;
  // Our rows are named `<set>/<n>`; a client's own ids have no slash.
  const ours = body.replyTo.includes('/');
  return { ...event, replyTo: ours ? body.replyTo : messageIdentity(origin.person, body.replyTo) };
}

/** An edit of an own message. `body.id` names the edit itself, for repeats. */
export function decodeEdit(
  origin: Origin,
  id: string,
  body: z.infer<typeof editBody>,
): IncomingEvent & { kind: 'edit' } {
  const key = `web-edit:${origin.person}:${body.id ?? randomUUID()}`;
  const message = messageIdentity(origin.person, id);
  return { ...envelope(origin, key), kind: 'edit', message, text: readableText(body.text) };
}

/** An own message taken away; it can only go once. */
export function decodeDelete(origin: Origin, id: string): IncomingEvent & { kind: 'delete' } {
  const message = messageIdentity(origin.person, id);
  return { ...envelope(origin, `web-delete:${origin.person}:${id}`), kind: 'delete', message };
}

/** A press of a button; each press without an id of its own is a new one. */
export function decodeAction(origin: Origin, body: z.infer<typeof actionBody>): IncomingEvent & { kind: 'action' } {
  const key = `web-action:${origin.person}:${body.id ?? randomUUID()}`;
  return { ...envelope(origin, key), kind: 'action', action: body.actionId };
}

/** Text that a person could have meant: something visible, whole characters, no controls but tab and line ends. */
function readableText(said: string): string {
  if (/[\p{Cs}\p{Cc}]/u.test(said.replace(/[\t\n\r]/g, ''))) {
    throw new WebError(400, (locale) => webTexts(locale).notText);
  }
  if (!/[^\p{C}\p{Z}\s]/u.test(said)) throw new WebError(400, (locale) => webTexts(locale).empty);
  return said;
}
