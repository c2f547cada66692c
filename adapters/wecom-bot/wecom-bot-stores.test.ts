import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { startServer } from '../../src/infra/embedded-mongo/server.ts';
import { connectMongo } from '../../src/infra/mongo/connect.ts';
import { createWecomBotChatStore } from './wecom-bot-chat-store.ts';
import { createWecomBotLeaseStore } from './wecom-bot-lease-store.ts';

let now = new Date('2026-11-23T02:00:00Z');
const dataDir = mkdtempSync(join(tmpdir(), 'genjin-wecom-bot-'));
let server: Awaited<ReturnType<typeof startServer>>;
let connection: Connection;
beforeAll(async () => {
  server = await startServer({ dataDir, now: () => now });
  connection = await connectMongo(server.uri);
});
afterAll(async () => {
  await connection.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const pass = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};

test('of all that want a free lease one gets it; who holds it no longer learns so', async () => {
  const lease = createWecomBotLeaseStore(connection, 'aibRace');
  expect(await lease.read()).toBeNull();
  const first = await Promise.all(['a', 'b', 'c'].map((holder) => lease.take(holder, null)));
  expect(first.filter(Boolean)).toHaveLength(1);
  const row = await lease.read();
  const next = await Promise.all(['d', 'e'].map((holder) => lease.take(holder, row?.term ?? null)));
  expect(next.filter(Boolean)).toHaveLength(1);
  expect(await lease.hold(row?.holder ?? '', true)).toBe(false);
  await lease.release(row?.holder ?? '');
  const holder = (await lease.read())?.holder ?? '';
  expect(['d', 'e']).toContain(holder);
  expect(await lease.hold(holder, false)).toBe(true);
  await lease.release(holder);
  expect(await lease.read()).toMatchObject({ holder: null, term: 2 });
});

test('the time without a connection is the store’s own: from the last sure moment to the next', async () => {
  const lease = createWecomBotLeaseStore(connection, 'aibGap');
  await lease.take('a', null);
  expect(await lease.gap('a')).toBeNull();
  pass(5);
  await lease.hold('a', true);
  const heard = now;
  pass(1);
  await lease.hold('a', false);
  await lease.release('a');
  pass(38);
  await lease.take('b', 1);
  expect(await lease.gap('b')).toEqual({ from: heard, until: now });
  expect(await lease.gap('a')).toBeNull();
});

test('conversations: who wrote and when, greeted once, numbers one after the other; one bot knows nothing of another', async () => {
  const chats = createWecomBotChatStore(connection, 'aibChats');
  const other = createWecomBotChatStore(connection, 'aibOther');
  await chats.prepare();
  await chats.prepare();
  expect(await Promise.all([chats.greetOnce('lin'), chats.greetOnce('lin')])).toContain(true);
  expect(await chats.greetOnce('lin')).toBe(false);
  expect(await chats.everWrote(['lin', 'emma'])).toEqual(new Set());
  await chats.wrote({ chat: 'emma', group: false });
  pass(60);
  const since = now;
  await chats.wrote({ chat: 'lin', group: false });
  await chats.wrote({ chat: 'wrG1', group: true });
  expect(await chats.everWrote(['lin', 'emma', 'zhao'])).toEqual(new Set(['lin', 'emma']));
  expect(await chats.wroteSince(since)).toEqual([
    { chat: 'lin', group: false },
    { chat: 'wrG1', group: true },
  ]);
  expect(await chats.greetOnce('lin')).toBe(false);
  expect(await chats.greetOnce('emma')).toBe(true);
  const numbers = await Promise.all(Array.from({ length: 5 }, () => chats.nextNumber('lin')));
  expect(numbers.sort()).toEqual([1, 2, 3, 4, 5]);
  expect(await chats.nextNumber('zhao')).toBe(1);
  expect(await other.everWrote(['lin'])).toEqual(new Set());
  expect(await other.nextNumber('lin')).toBe(1);
});
