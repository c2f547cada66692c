import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { startServer } from '../../src/infra/embedded-mongo/server.ts';
import { connectMongo } from '../../src/infra/mongo/connect.ts';
import { createSentStore } from './wecom-app-sent-store.ts';
import { createTokenStore } from './wecom-app-token-store.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'genjin-wecom-'));
let server: Awaited<ReturnType<typeof startServer>>;
let connection: Connection;
beforeAll(async () => {
  server = await startServer({ dataDir, now: () => new Date() });
  connection = await connectMongo(server.uri);
});
afterAll(async () => {
  await connection.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 23) + seconds * 1000);

test('of many who would renew a token one may, until it is done or its time is over', async () => {
  const tokens = createTokenStore(connection, { corp: 'ww1', agent: 1 });
  expect(await tokens.read()).toBeNull();
  const race = (now: number) =>
    Promise.all(Array.from({ length: 8 }, (_, n) => tokens.lease(`owner-${n}`, at(now), at(now + 15))));
  const won = await race(0);
  expect(won.filter(Boolean)).toHaveLength(1);
  expect(await race(14)).not.toContain(true);
  await tokens.release('somebody else', null);
  expect(await race(14)).not.toContain(true);
  await tokens.release(`owner-${won.indexOf(true)}`, { token: 'a', expires: at(7200) });
  expect(await tokens.read()).toEqual({ token: 'a', expires: at(7200) });
  expect((await race(20)).filter(Boolean)).toHaveLength(1);
  expect((await race(36)).filter(Boolean)).toHaveLength(1);
  expect(await tokens.read()).toMatchObject({ token: 'a' });
});

test('each app has a token of its own', async () => {
  expect(await createTokenStore(connection, { corp: 'ww1', agent: 2 }).read()).toBeNull();
});

test('a card has its last code until it is spent or too old', async () => {
  const sent = createSentStore(connection);
  await sent.prepare();
  await sent.keepCode('task', 'first', at(0));
  await sent.keepCode('task', 'second', at(10));
  expect(await sent.codeOf('task', at(10))).toBe('second');
  expect(await sent.codeOf('task', at(11))).toBeNull();
  expect(await sent.codeOf('other', at(0))).toBeNull();
  await sent.spend('task');
  expect(await sent.codeOf('task', at(0))).toBeNull();
});

test('words are alone until another part says them; a part is told the same on every try', async () => {
  const sent = createSentStore(connection);
  expect(await sent.isAlone('hash', 'row-1:0', at(0), at(-60))).toBe(true);
  expect(await sent.isAlone('hash', 'row-1:0', at(1), at(-59))).toBe(true);
  expect(await sent.isAlone('hash', 'row-2:0', at(2), at(-58))).toBe(false);
  expect(await sent.isAlone('hash', 'row-2:0', at(3), at(-57))).toBe(false);
  expect(await sent.isAlone('hash', 'row-3:0', at(90), at(30))).toBe(true);
});
