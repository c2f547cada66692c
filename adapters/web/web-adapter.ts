import { setMaxListeners } from 'node:events';
import { fileURLToPath } from 'node:url';
import express, { type Express } from 'express';
import helmet from 'helmet';
import type { ChatAdapter, ChatHost, Reply } from '../../src/chat/chat-adapter.ts';
import { type GivenFile, isDirect } from '../../src/chat/message.ts';
import { ServiceError } from '../../src/errors.ts';
import type { BlobStore } from '../../src/ports/blob-store.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { HttpServer } from '../../src/ports/http-server.ts';
import type { Logger } from '../../src/ports/logger.ts';
import { createAnswer } from './web-answer.ts';
import { createWebApi } from './web-api.ts';
import { createDoors, type WebDoors } from './web-auth.ts';
import { createButtons } from './web-buttons.ts';
import { WEB } from './web-decode.ts';
import { createDemoApi } from './web-demo-api.ts';
import { encodeReply } from './web-encode.ts';
import { answerErrors, WebError } from './web-error.ts';
import { createWebLog, type WebLogStore } from './web-log.ts';
import type { WebCompany, WebDemo, WebRooms, WebSessions } from './web-people.ts';
import { sendFile } from './web-send-file.ts';
import { createStreams } from './web-streams.ts';
import { createWebTail } from './web-tail.ts';
import { webTexts } from './web-texts.ts';

export interface WebAdapterOptions {
  http: HttpServer;
  sessions: WebSessions;
  rooms: WebRooms;
  store: WebLogStore;
  /** Where files that people send are kept. */
  blobs: Pick<BlobStore, 'put'>;
  /** What a link to a kept file leads to, for the one whom it was made for; null where there is nothing. */
  fileBehind(token: string): Promise<GivenFile | null>;
  /** The company as this person may change it; null for who may not. */
  company(person: string): Promise<WebCompany | null>;
  /** The business clock: what the page takes for now. */
  clock: Clock;
  logger: Logger;
  /** Present only in a demonstration. */
  demo?: WebDemo;
  /** The page is opened by https: browsers are told to stay there. */
  secure?: boolean;
  /** How many proxies stand in front. */
  trustProxy?: number;
  requestsPerMinute?: number;
  answerWithinMs?: number;
  pollMs?: number;
  beatMs?: number;
}

/** The web as a chat world: the chat page and its API, mounted on the server that listens. */
export function createWebAdapter(options: WebAdapterOptions): ChatAdapter {
  const { rooms, store, clock, logger } = options;
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal);
  let running: ChatHost | null = null;

  const tail = createWebTail(store, options.pollMs ?? 1_000);
  const log = createWebLog(store, {
    written: tail.written,
    lost: (count) => logger.warn({ count }, 'web log: what people wrote is missing from their pages'),
  });
  const streams = createStreams({ tail, store, logger, sessions: options.sessions, beatMs: options.beatMs ?? 20_000 });
  const doors = createDoors(options.sessions, options.requestsPerMinute ?? 1_200);
  const host = () => {
    if (running && !stopping.signal.aborted) return running;
    throw new ServiceError('web: not running');
  };
  const buttons = createButtons(store);
  const answerWithinMs = options.answerWithinMs ?? 10_000;
  const answer = createAnswer({ host, rooms, log, clock, buttons, answerWithinMs, stopping: stopping.signal });
  const api = createWebApi({
    host,
    sessions: options.sessions,
    rooms,
    doors,
    streams,
    log,
    store,
    clock,
    answer,
    buttons,
    blobs: options.blobs,
    company: options.company,
  });

  return {
    name: WEB,
    // The log writes what comes together in one command, so many at a time is cheaper than few.
    pace: { parallel: 256 },

    async start(chat) {
      await store.prepare();
      running = chat;
      options.http.mount('/', createApp(options, api, doors));
    },

    async stop() {
      stopping.abort();
      streams.close();
      tail.stop();
      doors.close();
      await log.flush();
    },

    async deliver(reply) {
      const line = { id: reply.id, at: clock.now(), item: { reply: encodeReply(reply) } };
      const readers = await readersOf(reply, rooms);
      await log.append(readers.map((person) => ({ ...line, person })));
    },
  };
}

/** Whose pages show a reply: the one it is for, else everybody who is in the room now. */
async function readersOf({ to }: Reply, rooms: WebRooms): Promise<string[]> {
  if (to.onlyFor !== undefined) return [to.onlyFor];
  return isDirect(to.room) ? [to.room.slice('direct:'.length)] : rooms.members(to.room);
}

const page = fileURLToPath(new URL('./page/', import.meta.url));

function createApp(options: WebAdapterOptions, api: express.Router, doors: WebDoors): Express {
  const { clock, logger, demo, secure, trustProxy } = options;
  const app = express();
  app
    .set('trust proxy', trustProxy ?? 0)
    .set('query parser', 'simple')
    .set('etag', false);
  app.use(helmet(headers(secure ?? false)));
  app.use('/api', (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  app.use('/api', api);
  if (demo) app.use('/demo', createDemoApi(demo, clock));
  app.get('/f/:token', doors.stranger, async (request, response) => {
    const file = await options.fileBehind(String(request.params.token));
    if (file === null) throw new WebError(404, (locale) => webTexts(locale).noFile);
    sendFile(response.set('Cache-Control', 'no-store'), file);
  });
  app.get('/r/:id', (_request, response) => response.set('Cache-Control', 'no-cache').sendFile(`${page}record.html`));
  app.use(express.static(page, { setHeaders: (response) => void response.setHeader('Cache-Control', 'no-cache') }));
  app.use(() => {
    throw new WebError(404, (locale) => webTexts(locale).notFound);
  });
  app.use(answerErrors(logger));
  return app;
}

/** The page loads nothing but its own files, runs no inline script, makes no markup of text, and is framed by nobody. */
const headers = (secure: boolean): Parameters<typeof helmet>[0] => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'"],
      'manifest-src': ["'self'"],
      'connect-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
      'require-trusted-types-for': ["'script'"],
    },
  },
  xFrameOptions: { action: 'deny' },
  strictTransportSecurity: secure,
});
