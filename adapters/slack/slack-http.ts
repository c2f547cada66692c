import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App, Receiver } from '@slack/bolt';
import { DOOR_STATUS } from '../../src/chat/door-canary.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { HttpServer } from '../../src/ports/http-server.ts';
import { through } from './slack-bolt.ts';
import { isSigned } from './slack-signature.ts';

/** Slack's own limit for an event is far below; what is longer is not from Slack. */
const BODY_LIMIT = 1024 * 1024;

/** Where Slack posts to: events, commands and presses alike. */
export const EVENTS_PATH = '/slack/events';

export interface HttpDoorParts {
  http: HttpServer;
  signingSecret: string;
  /** Machine time, by which a request is fresh. */
  clock: Clock;
  failed(error: unknown): void;
}

/** Slack's door on the server that listens: signed, fresh, small requests alone, answered when they are stored. */
export function createHttpDoor({ http, signingSecret, clock, failed }: HttpDoorParts): Receiver {
  let app: App | null = null;
  let open = false;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.split('?', 1)[0] !== EVENTS_PATH) return answer(response, 404);
    if (request.method === 'HEAD') return answer(response, DOOR_STATUS);
    if (request.method !== 'POST') return answer(response, 405);
    const body = await read(request);
    if (body === null) return answer(response, 413);
    const { 'x-slack-request-timestamp': stamp, 'x-slack-signature': signature } = request.headers;
    if (!isSigned(signingSecret, { stamp, signature, body }, clock.now())) return answer(response, 401);
    const payload = parse(body, request.headers['content-type'] ?? '');
    if (payload === null) return answer(response, 400);
    if (payload.type === 'url_verification') return answer(response, 200, { challenge: String(payload.challenge) });
    if (app === null || !open) return answer(response, 503);
    try {
      answer(response, 200, await through(app, payload));
    } catch (error) {
      failed(error);
      answer(response, 503);
    }
  }

  http.mount('/slack', (request, response) => {
    serve(request, response).catch(() => {
      // The sender broke off: there is nobody to answer.
      response.destroy();
    });
  });

  return {
    init(bolt) {
      app = bolt;
    },
    async start() {
      open = true;
    },
    async stop() {
      open = false;
    },
  };
}

/** The raw body; null when it is too long. */
async function read(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length > BODY_LIMIT) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** Events are JSON; commands are a form; presses are a form whose one field is JSON. Null for anything else. */
function parse(body: Buffer, type: string): Record<string, unknown> | null {
  const text = body.toString('utf8');
  if (type.startsWith('application/json')) return objectOf(text);
  if (!type.startsWith('application/x-www-form-urlencoded')) return null;
  const form = new URLSearchParams(text);
  const payload = form.get('payload');
  return payload === null ? Object.fromEntries(form) : objectOf(payload);
}

function objectOf(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function answer(response: ServerResponse, status: number, body?: Record<string, unknown>): void {
  response.writeHead(status, { 'cache-control': 'no-store', ...(body ? { 'content-type': 'application/json' } : {}) });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
