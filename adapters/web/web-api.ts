import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import type { ChatHost } from '../../src/chat/chat-adapter.ts';
import { directRoom } from '../../src/chat/message.ts';
import type { BlobStore } from '../../src/ports/blob-store.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { WebAnswer } from './web-answer.ts';
import { personOf, type WebDoors } from './web-auth.ts';
import { readBody, readFileBody } from './web-body.ts';
import type { WebButtons } from './web-buttons.ts';
import * as decode from './web-decode.ts';
import { WebError } from './web-error.ts';
import type { LogEntry, WebLog, WebLogStore } from './web-log.ts';
import type { WebCompany, WebPerson, WebRooms, WebSessions } from './web-people.ts';
import { sendFile } from './web-send-file.ts';
import type { WebStreams } from './web-streams.ts';
import { webTexts } from './web-texts.ts';

export interface WebApiParts {
  /** The bot; throws ServiceError while it does not run. */
  host(): ChatHost;
  sessions: WebSessions;
  rooms: WebRooms;
  doors: WebDoors;
  streams: WebStreams;
  log: WebLog;
  store: WebLogStore;
  clock: Clock;
  answer: WebAnswer;
  buttons: WebButtons;
  blobs: Pick<BlobStore, 'put'>;
  /** The company as this person may change it; null for who may not. */
  company(person: string): Promise<WebCompany | null>;
}

const HISTORY = 100;
/** How long a page waits for what a record says. */
const READ_MS = 5_000;
/** How long it waits for a file. */
const FILE_MS = 20_000;

/** The routes under `/api`. */
export function createWebApi(parts: WebApiParts): Router {
  const { sessions, rooms, doors, streams, log, store, clock, answer, buttons, blobs } = parts;
  const api = Router();

  api.post('/session', doors.stranger, readBody, async (request, response) => {
    const session = await sessions.redeem(decode.decodeBody(decode.sessionBody, request.body).code);
    if (!session) throw new WebError(401, (locale) => webTexts(locale).badCode);
    response.json({ token: session.token });
  });

  /** With a join code anybody comes in, under the name that they give. */
  api.post('/join', doors.guesser, readBody, async (request, response) => {
    const { code, name, id } = decode.decodeBody(decode.joinBody, request.body);
    const joined = await sessions.join(code, id ?? randomUUID(), name);
    if ('token' in joined) return void response.json({ token: joined.token });
    throw new WebError(joined.refused === 'named' ? 409 : 401, (locale) =>
      webTexts(locale).joinRefused(joined.refused),
    );
  });

  api.use(doors.signedIn);

  api.get('/me', async (_request, response) => {
    const person = personOf(response);
    const roleLabel = webTexts(person.locale).roles(person.role);
    response.json({ ...person, roleLabel, rooms: await rooms.of(person.id), now: clock.now() });
  });

  /** Teams and people, for who may make them. */
  api.get('/company', async (_request, response) => {
    const shown = await parts.company(personOf(response).id);
    if (shown === null) throw new WebError(404, (locale) => webTexts(locale).notFound);
    response.json(shown);
  });

  /** What the page of a record shows; one that the reader may not know of is the same as none. */
  api.get('/records/:id', async (request, response) => {
    const { id: user } = personOf(response);
    const record = /^[\w-]{1,100}$/.exec(request.params.id)?.[0];
    const asked = { adapter: decode.WEB, room: directRoom(user), user, kind: 'preview', record: record ?? '' } as const;
    const shown = record === undefined ? null : await parts.host().answerNow(asked, READ_MS);
    if (shown === null) throw new WebError(404, (locale) => webTexts(locale).noRecord);
    const { text, card, links } = shown;
    response.json({ text, ...(card === undefined ? {} : { card }), ...(links === undefined ? {} : { links }) });
  });

  api.post('/chat/messages', readBody, async (request, response) => {
    const person = personOf(response);
    const body = decode.decodeBody(decode.messageBody, request.body);
    const event = decode.decodeMessage(await originOf(person, body.conversation), body);
    await answer(response, event);
  });

  /** A file as its bytes; its name percent-encoded in `X-File-Name`, its id as a message's in `X-Message-Id`. */
  api.post('/chat/files', readFileBody, async (request, response) => {
    const person = personOf(response);
    const name = decode.decodeFileName(request.get('x-file-name'));
    const given = request.get('x-message-id');
    const id = given === undefined ? undefined : decode.decodeMessageId(given);
    const bytes: unknown = request.body;
    if (!(bytes instanceof Uint8Array) || bytes.length === 0)
      throw new WebError(400, (locale) => webTexts(locale).badFile);
    const blob = await blobs.put({ name, type: request.get('content-type') ?? 'application/octet-stream', bytes });
    const conversation = String(request.query.conversation ?? 'direct');
    await answer(response, decode.decodeFile(await originOf(person, conversation), { name, blob, id }));
  });

  api.put('/chat/messages/:id', readBody, async (request, response) => {
    const person = personOf(response);
    const id = decode.decodeMessageId(request.params.id);
    const body = decode.decodeBody(decode.editBody, request.body);
    await answer(response, decode.decodeEdit(await originOfMessage(person, id), id, body));
  });

  api.delete('/chat/messages/:id', async (request, response) => {
    const person = personOf(response);
    const id = decode.decodeMessageId(request.params.id);
    await answer(response, decode.decodeDelete(await originOfMessage(person, id), id));
  });

  api.post('/chat/actions', readBody, async (request, response) => {
    const person = personOf(response);
    const body = decode.decodeBody(decode.actionBody, request.body);
    const conversation = body.conversation ?? (await buttons.conversationOf(person.id, body.actionId));
    await answer(response, decode.decodeAction(await originOf(person, conversation), body));
  });

  /** The file that a button gives, to whoever may press it. */
  api.get('/chat/actions/:id/file', async (request, response) => {
    const { id: user } = personOf(response);
    const action = decode.decodeMessageId(request.params.id);
    const room = await buttons.conversationOf(user, action);
    const asked = { adapter: decode.WEB, room: room === 'direct' ? directRoom(user) : room, user, action } as const;
    const file = await parts.host().answerNow({ ...asked, kind: 'file' }, FILE_MS);
    if (file === null) throw new WebError(404, (locale) => webTexts(locale).notFound);
    sendFile(response, file);
  });

  api.get(
    '/chat/events',
    streams.stream(({ item }) => ('reply' in item ? item.reply : undefined)),
  );
  api.get('/chat/log/events', streams.stream(encodeEntry));

  api.get('/chat/log', async (request, response) => {
    const before = /^\d{1,10}$/.exec(String(request.query.before ?? ''))?.[0];
    const entries = await store.before(
      personOf(response).id,
      before ? Number(before) : Number.MAX_SAFE_INTEGER,
      HISTORY,
    );
    response.json({ entries: entries.map(encodeEntry), more: (entries[0]?.seq ?? 1) > 1 });
  });

  /** Where something is said; a room that one is not in is the same as none. */
  async function originOf(person: WebPerson, conversation = 'direct'): Promise<decode.Origin> {
    const room = conversation === 'direct' ? directRoom(person.id) : conversation;
    if (conversation !== 'direct' && !(await rooms.of(person.id)).some(({ id }) => id === room)) {
      throw new WebError(404, (locale) => webTexts(locale).noConversation);
    }
    return { person: person.id, room, at: clock.now() };
  }

  /** Where an own message was said, as the log tells; another person's is the same as none. */
  async function originOfMessage(person: WebPerson, id: string): Promise<decode.Origin> {
    await log.flush();
    const item = (await store.find(person.id, decode.messageIdentity(person.id, id)))?.item;
    if (item === undefined || !('said' in item)) throw new WebError(404, (locale) => webTexts(locale).noMessage);
    return originOf(person, item.said.conversation);
  }

  return api;
}

/** A line of the log as the page gets it. */
const encodeEntry = ({ seq, at, item }: LogEntry) => ({ seq, at, ...item });
