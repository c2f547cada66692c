import { once } from 'node:events';
import type { RequestHandler, Response } from 'express';
import type { Logger } from '../../src/ports/logger.ts';
import { personOf, tokenOf } from './web-auth.ts';
import { WebError } from './web-error.ts';
import type { LogEntry, WebLogStore } from './web-log.ts';
import type { WebSessions } from './web-people.ts';
import type { WebTail } from './web-tail.ts';
import { webTexts } from './web-texts.ts';

const STREAMS_PER_PERSON = 20;

export interface WebStreams {
  /**
   * A server-sent event stream of one's own log, after `Last-Event-ID` or from now on. `show` makes an event's data of a
   * line; a line of which it makes nothing is passed over.
   */
  stream(show: (entry: LogEntry) => unknown): RequestHandler;
  close(): void;
}

interface Parts {
  tail: WebTail;
  store: WebLogStore;
  sessions: WebSessions;
  logger: Logger;
  /** How often a sign of life is sent and the token is looked at again, in milliseconds. */
  beatMs: number;
}

/** The format: https://html.spec.whatwg.org/multipage/server-sent-events.html */
export function createStreams({ tail, store, sessions, logger, beatMs }: Parts): WebStreams {
  const open = new Set<Response>();

  async function beat(response: Response, token: string): Promise<void> {
    // A token may be withdrawn while its stream is open; a store that does not answer withdraws nothing.
    const gone = (await sessions.byToken(token).catch(() => undefined)) === null;
    if (gone) response.end();
    else if (!response.writableEnded) response.write(': still here\n\n');
  }

  return {
    stream: (show) => async (request, response) => {
      const person = personOf(response).id;
      if (tail.followers(person) >= STREAMS_PER_PERSON) {
        throw new WebError(429, (locale) => webTexts(locale).tooManyStreams, 30);
      }
      const last = await store.last(person);
      const asked = /^\d{1,10}$/.exec(request.get('Last-Event-ID') ?? '')?.[0];
      const from = asked === undefined ? last : Math.min(Number(asked), last);

      response.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no',
      });
      // An id of its own before the first event: who is cut off before it can still resume here.
      response.write(`retry: 1000\nid: ${from}\n\n`);
      open.add(response);

      const unfollow = tail.follow(person, from, async (entry) => {
        const data = show(entry);
        if (data === undefined) return;
        if (!response.write(`id: ${entry.seq}\ndata: ${JSON.stringify(data)}\n\n`)) {
          await Promise.race([once(response, 'drain'), once(response, 'close')]);
        }
      });
      const pulse = setInterval(() => void beat(response, tokenOf(request) ?? ''), beatMs);
      response.on('error', (error) => logger.warn({ code: (error as NodeJS.ErrnoException).code }, 'stream broke'));
      response.on('close', () => {
        clearInterval(pulse);
        unfollow();
        open.delete(response);
      });
    },
    close() {
      for (const response of open) response.end();
    },
  };
}
