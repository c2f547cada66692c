import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createEmulator } from 'emulate';
import { readAll } from './read-all.ts';
import { refusal, viewRefusal } from './slack-limits.ts';
import { acceptSocket, type ServerSocket } from './web-socket.ts';

export const BOT_TOKEN = 'xoxb-test';
export const APP_TOKEN = 'xapp-test';
export const SIGNING_SECRET = '8f742231b10e8888abcd99yyyzzz85a5';

/**
 * How a call goes wrong: refused as busy, for its blocks or for good, answered 500, cut before it is done, done and its answer lost or
 * cut short, or hanging; or `fine`. */
export type Fault = 'fine' | 'busy' | 'blocks' | 'refused' | 'broken' | 'cut' | 'lost' | 'truncated' | 'hanging';

type Faults = (method: string, body: Record<string, unknown>) => Fault | undefined;

export interface Call {
  method: string;
  body: Record<string, unknown>;
  /** Monotonic milliseconds. */
  at: number;
}

export interface SlackPost {
  ts: string;
  thread_ts?: string;
  text: string;
  blocks?: { type: string; [key: string]: unknown }[];
  metadata?: unknown;
}

/** Slack on loopback: an emulator's Web API behind a front that has Slack's limits, its failures and Socket Mode. */
export interface FakeSlack {
  apiUrl: string;
  /** Ids by name. */
  users: Record<string, string>;
  channels: Record<string, string>;
  team: string;
  bot: string;
  calls: Call[];
  /** The next calls of a method go wrong like this, one after the other. */
  failNext(method: string, ...faults: Fault[]): void;
  posts(channel: string): Promise<SlackPost[]>;
  api(method: string, body?: Record<string, unknown>): Promise<Record<string, unknown> & { ok: boolean }>;
  /** Sends a frame over the socket; resolves with the acknowledgement, or null when none came in that time. */
  frame(type: string, payload: unknown, options?: { waitMs?: number; retry?: number }): Promise<unknown>;
  /** Slack asks for a new connection, or breaks off without a word. */
  disconnect(how: 'asked' | 'dropped'): void;
  connections(): number;
  /** From now on every call asks this how it goes wrong. */
  fail(how: Faults): void;
  /** Where `/files/away` leads. */
  sendAway(address: string): void;
  close(): Promise<void>;
}

/** Opens it with the people `lin`, `zhang`, `emma`, `chen`, `li` and `stranger`, a private channel `sales` and a public one `general`. */
export async function openFakeSlack(): Promise<FakeSlack> {
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        team: { name: 'Acme', domain: 'acme' },
        users: ['genjin', 'lin', 'zhang', 'emma', 'chen', 'li', 'stranger'].map((name) => ({
          name,
          email: `${name}@acme.com`,
        })),
        channels: [{ name: 'sales', is_private: true }],
        tokens: [{ token: BOT_TOKEN, user: 'genjin', scopes: [] }],
        strict_scopes: false,
      },
    },
  });
  const calls: Call[] = [];
  const faults = new Map<string, Fault[]>();
  const sockets = new Set<ServerSocket>();
  const lines = new Set<Duplex>();
  const waiting = new Map<string, (payload: unknown) => void>();
  let always: Faults = () => undefined;
  let elsewhere = '';
  let frames = 0;
  let opened = 0;

  const server = createServer((request, response) => void front(request, response));
  server.on('upgrade', (request, line) => {
    lines.add(line);
    opened += 1;
    const socket = acceptSocket(request, line, {
      received(value) {
        const { envelope_id: id, payload } = value as { envelope_id: string; payload?: unknown };
        waiting.get(id)?.(payload ?? {});
      },
      closed: () => {
        sockets.delete(socket);
        lines.delete(line);
      },
    });
    sockets.add(socket);
    socket.send({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } });
  });

  async function front(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.url?.replace('/api/', '').split('?')[0] ?? '';
    const raw = await readAll(request);
    const type = request.headers['content-type'] ?? '';
    const body = bodyOf(raw, type);
    calls.push({ method, body, at: performance.now() });
    const json = (value: unknown, status = 200, headers = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
    const fault = faults.get(method)?.shift() ?? always(method, body);
    if (fault === 'busy') return void json({ ok: false, error: 'ratelimited' }, 429, { 'retry-after': '1' });
    if (fault === 'blocks') return void json({ ok: false, error: 'invalid_blocks' });
    if (fault === 'refused') return void json({ ok: false, error: 'restricted_action' });
    if (fault === 'broken') return void json({}, 500);
    if (fault === 'hanging') return;
    if (fault === 'cut') return void response.destroy();
    if (method.startsWith('/files')) return file(method, request, response);
    if (method === 'apps.connections.open') {
      if (request.headers.authorization !== `Bearer ${APP_TOKEN}`)
        return void json({ ok: false, error: 'invalid_auth' });
      return void json({ ok: true, url: `ws://127.0.0.1:${port}/link` });
    }
    if (OWN.has(method)) {
      const wrong = method === 'chat.unfurl' ? null : viewRefusal(body.view as Record<string, unknown>);
      return void json(wrong === null ? { ok: true, view: { id: `V${calls.length}` } } : { ok: false, error: wrong });
    }
    const refused = refusal(body);
    if (refused !== null) return void json({ ok: false, error: refused });
    const answer = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: request.headers.authorization ?? '', 'content-type': type },
      body: raw,
    });
    if (fault === 'lost') return void response.destroy();
    if (fault === 'truncated') return void response.end((await answer.text()).slice(0, 20));
    json(await answer.json(), answer.status);
  }

  /** `/files/text`, `/files/huge`, `/files/moved` (to another address), `/files/away` (to another host). */
  function file(path: string, request: IncomingMessage, response: ServerResponse): void {
    if (request.headers.authorization !== `Bearer ${BOT_TOKEN}`) return void response.writeHead(403).end();
    if (path === '/files/moved') return void response.writeHead(302, { location: '/files/text' }).end();
    if (path === '/files/away') return void response.writeHead(302, { location: elsewhere }).end();
    if (path === '/files/gone') return void response.writeHead(404).end();
    response.end(path === '/files/huge' ? Buffer.alloc(10 * 1024 * 1024 + 1) : 'inhalt');
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const api: FakeSlack['api'] = async (method, body = {}) => {
    const answer = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${BOT_TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as Record<string, unknown> & { ok: boolean };
  };
  const self = await api('auth.test');
  const { members } = (await api('users.list')) as { members?: { id: string; name: string }[] };
  const listed = (await api('conversations.list', { types: 'public_channel,private_channel' })) as {
    channels?: { id: string; name: string }[];
  };
  const byName = (rows: readonly { id: string; name: string }[] = []) =>
    Object.fromEntries(rows.map(({ id, name }) => [name, id]));

  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    users: byName(members),
    channels: byName(listed.channels),
    team: String(self.team_id),
    bot: String(self.user_id),
    calls,
    failNext: (method, ...next) => void faults.set(method, [...(faults.get(method) ?? []), ...next]),
    async posts(channel) {
      const { messages } = (await api('conversations.history', { channel, include_all_metadata: true })) as {
        messages?: SlackPost[];
      };
      return (messages ?? []).toSorted((a, b) => Number(a.ts) - Number(b.ts));
    },
    api,
    async frame(type, payload, { waitMs = 3_000, retry } = {}) {
      frames += 1;
      const envelope_id = `envelope-${frames}`;
      const answered = new Promise<unknown>((resolve) => {
        waiting.set(envelope_id, resolve);
        setTimeout(() => resolve(null), waitMs).unref();
      });
      const [socket] = sockets;
      socket?.send({ envelope_id, type, payload, accepts_response_payload: true, retry_attempt: retry ?? 0 });
      return answered;
    },
    disconnect(how) {
      for (const socket of sockets) {
        if (how === 'asked') socket.send({ type: 'disconnect', reason: 'refresh_requested' });
        else socket.drop();
      }
    },
    connections: () => opened,
    fail: (how) => {
      always = how;
    },
    sendAway: (address) => {
      elsewhere = address;
    },
    async close() {
      for (const line of lines) line.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await emulator.close();
    },
  };
}

/** What the emulator does not do, or only with its own triggers. */
const OWN = new Set(['views.open', 'views.publish', 'chat.unfurl']);

/** The SDK sends forms whose structured fields are JSON. */
function bodyOf(raw: string, type: string): Record<string, unknown> {
  if (type.startsWith('application/json')) return raw === '' ? {} : JSON.parse(raw);
  return Object.fromEntries(
    [...new URLSearchParams(raw)].map(([key, value]) => [
      key,
      key !== 'text' && /^[[{]/.test(value) ? JSON.parse(value) : value,
    ]),
  );
}
