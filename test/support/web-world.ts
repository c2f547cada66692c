import { setTimeout as sleep } from 'node:timers/promises';
import { createWebAdapter, type WebAdapterOptions } from '../../adapters/web/web-adapter.ts';
import type { WebPerson } from '../../adapters/web/web-people.ts';
import type { ChatAdapter, Reply } from '../../src/chat/chat-adapter.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import type { Respond } from './fake-bot.ts';
import { type MemoryWebLog, memoryWebLog } from './memory-web-log.ts';
import { type RunningAdapter, runAdapter } from './running-adapter.ts';

/** Who may come in, by token. */
export const people: Record<string, WebPerson> = {
  'token-lin': { id: 'lin', name: '林悦', role: 'rep', locale: 'zh', zone: 'Asia/Shanghai' },
  'token-amy': { id: 'amy', name: 'Amy', role: 'manager', locale: 'en', zone: 'Europe/London' },
  'token-bo': { id: 'bo', name: 'Bo', role: 'rep', locale: 'en', zone: 'Europe/London' },
};
/** The one group room; Lin and Amy are in it. */
export const crew = { id: 'crew', name: '一组' };
const crewMembers = ['lin', 'amy'];

/** The page as a demo, where one comes in as any of them. */
export const demo: NonNullable<WebAdapterOptions['demo']> = {
  people: async () =>
    Object.entries(people).map(([token, { id, name, role, locale }]) => ({ id, name, role, locale, token })),
  rooms: async () => [],
  moveClock: async () => undefined,
};

/** The web adapter listening on loopback, with a fake bot behind it. */
export interface World extends RunningAdapter {
  store: MemoryWebLog;
  codes: Set<string>;
  now: Date;
}

/** The world of the running test. */
export let world: World;
afterEach(() => world.stop());

/** Says what it was told, with a button. */
export const echo: Respond = (event) =>
  event.kind === 'message'
    ? [
        {
          id: `${event.key}/0`,
          to: { adapter: 'web', room: event.room },
          private: false,
          message: { text: `✓ ${event.text}`, buttons: [{ id: 'b1', label: '撤销' }] },
        },
      ]
    : [];

/** Opens the world of this test; it closes by itself. */
export async function open(
  respond: Respond = echo,
  {
    wrap = (adapter) => adapter,
    ...options
  }: Partial<WebAdapterOptions> & { wrap?: (one: ChatAdapter) => ChatAdapter } = {},
): Promise<World> {
  const store = memoryWebLog();
  const codes = new Set(['once']);
  const running = await runAdapter(respond, (http) =>
    wrap(
      createWebAdapter({
        http,
        store,
        sessions: {
          byToken: async (token) => people[token] ?? null,
          redeem: async (code) => (codes.delete(code) ? { token: 'token-lin' } : null),
          join: async (code, _attempt, name) =>
            code === 'JOINX-JOINX'
              ? name === '林悦'
                ? { refused: 'named' }
                : { token: 'token-bo' }
              : { refused: 'unknown' },
        },
        rooms: {
          of: async (person) => (crewMembers.includes(person) ? [crew] : []),
          members: async (room) => (room === 'crew' ? crewMembers : []),
        },
        company: async () => null,
        fileBehind: async () => null,
        blobs: { put: async ({ name, bytes }) => `blob:${name}:${bytes.length}` },
        clock: { now: () => world.now },
        logger: silentLogger,
        pollMs: 50,
        ...options,
      }),
    ),
  );
  world = Object.assign(running, { store, codes, now: new Date('2026-11-23T02:00:00Z') });
  return world;
}

export interface Answer {
  status: number;
  headers: Headers;
  body: { replies?: Record<string, unknown>[]; error?: string } & Record<string, unknown>;
}

/** One request; `as`: the token shown, '' for none. */
export async function call(
  method: string,
  path: string,
  {
    as = 'token-lin',
    body,
    raw,
    headers = {},
  }: { as?: string; body?: unknown; raw?: string | Uint8Array<ArrayBuffer>; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(new URL(path, world.url), {
    method,
    headers: {
      ...(as ? { authorization: `Bearer ${as}` } : {}),
      ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(sent === undefined ? {} : { body: sent }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text.startsWith('{') ? JSON.parse(text) : { text },
  };
}

/** Posts one message. */
export const say = (body: unknown, as?: string) => call('POST', '/api/chat/messages', { body, ...(as ? { as } : {}) });

/** Opens a stream; `until(n)` waits a while for that many events. */
export async function listen(path: string, as: string, lastEventId?: string) {
  const abort = new AbortController();
  const response = await fetch(new URL(path, world.url), {
    headers: { authorization: `Bearer ${as}`, ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) },
    signal: abort.signal,
  });
  const events: { id: string; data: Record<string, unknown> }[] = [];
  const read = (async () => {
    let rest = '';
    for await (const chunk of response.body ?? []) {
      rest += Buffer.from(chunk).toString();
      for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
        const block = rest.slice(0, end);
        rest = rest.slice(end + 2);
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (data) events.push({ id: /^id: (.*)$/m.exec(block)?.[1] ?? '', data: JSON.parse(data) });
      }
    }
  })().catch(() => {});
  return {
    status: response.status,
    events,
    async until(count: number) {
      for (let waited = 0; events.length < count && waited < 3_000; waited += 10) await sleep(10);
      return events;
    },
    async close() {
      abort.abort();
      await read;
    },
  };
}

/** A reply that nobody asked for. */
export const reminder = (id: string, room: string, onlyFor?: string): Reply => ({
  id,
  to: { adapter: 'web', room, ...(onlyFor ? { onlyFor } : {}) },
  private: onlyFor !== undefined,
  message: { text: `remind ${id}` },
});
