import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { DOOR_STATUS } from '../../src/chat/door-canary.ts';
import { createRecentIds } from '../../src/chat/recent-ids.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { HttpServer } from '../../src/ports/http-server.ts';
import { passiveReply, type Refused, readCheck, readMessage } from './wecom-app-callback.ts';
import type { WecomAppSettings } from './wecom-app-config.ts';
import type { Fields } from './wecom-app-xml.ts';

/** Where WeCom posts to. */
export const CALLBACK_PATH = '/wecom/callback';

/** WeCom waits five seconds, then sends again. */
export const ANSWER_MS = 4_500;
/** An unanswered request is held until WeCom has surely given it up: a refusal would not be sent again. */
const HOLD_MS = 2_000;
/** More than WeCom would post to one app within the ten minutes in which a stamp is taken. */
const REMEMBERED = 20_000;

/** What becomes of a message: taken, with words to answer at once or none; or not taken, so that WeCom sends it again. */
export type Taken = { taken: true; reply?: { user: string; text: string } } | { taken: false };

export interface HttpDoorParts {
  http: HttpServer;
  settings: WecomAppSettings;
  /** Machine time, by which a request is fresh. */
  clock: Clock;
  /** Must give its answer within `withinMs`. */
  take(fields: Fields, withinMs: number): Promise<Taken>;
  refused(why: Refused['why']): void;
  stopping: AbortSignal;
  answerMs?: number;
}

/** WeCom's door on the server that listens: signed, fresh, small requests alone, each once, answered when they are stored. */
export function openHttpDoor(parts: HttpDoorParts): void {
  const { settings, clock, stopping, answerMs = ANSWER_MS } = parts;
  const answered = createRecentIds(REMEMBERED);

  function check(url: string, response: ServerResponse): void {
    const brought = readCheck(url, settings, clock.now());
    if (brought.kind === 'refused') refuse(brought, response);
    else answer(response, 200, brought.content);
  }

  async function hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const began = performance.now();
    const brought = await readMessage(request, settings, clock);
    if (brought.kind === 'refused') return refuse(brought, response);
    // One that was not answered may come again just as it was.
    const mark = `${brought.stamp.nonce}:${brought.signature}`;
    if (answered.has(mark)) return answer(response, 401);
    const verdict = await parts.take(brought.content, answerMs - (performance.now() - began));
    if (!verdict.taken) return hold(response);
    answered.add(mark);
    const { reply } = verdict;
    answer(response, 200, reply === undefined ? '' : passiveReply(reply.user, reply.text, settings, clock.now()));
  }

  function refuse({ status, why }: Refused, response: ServerResponse): void {
    parts.refused(why);
    answer(response, status);
  }

  async function hold(response: ServerResponse): Promise<void> {
    await sleep(HOLD_MS * (answerMs / ANSWER_MS), undefined, { signal: stopping, ref: false }).catch(() => {});
    response.destroy();
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url ?? '';
    if (url.split('?', 1)[0] !== CALLBACK_PATH) return answer(response, 404);
    if (stopping.aborted) return void response.destroy();
    if (request.method === 'HEAD') return answer(response, DOOR_STATUS);
    if (request.method === 'GET') return check(url, response);
    return request.method === 'POST' ? hear(request, response) : answer(response, 405);
  }

  parts.http.mount(CALLBACK_PATH, (request, response) => {
    serve(request, response).catch(() => {
      // The sender broke off: there is nobody to answer.
      response.destroy();
    });
  });
}

/** Nothing but the words: WeCom compares them sign by sign. */
function answer(response: ServerResponse, status: number, body = ''): void {
  const type = body.startsWith('<xml>') ? 'application/xml' : 'text/plain';
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }).end(body);
}
