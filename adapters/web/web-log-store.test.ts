import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { startServer } from '../../src/infra/embedded-mongo/server.ts';
import { connectMongo } from '../../src/infra/mongo/connect.ts';
import { createSeals } from '../../src/ledger/create-seals.ts';
import { mongoSubjectKeys } from '../../src/ledger/subject-keys.ts';
import { machineClock } from '../../src/ports/clock.ts';
import type { Seals } from '../../src/ports/seals.ts';
import { createWebLog, type LogEntry, type WebLogStore } from './web-log.ts';
import { createWebLogStore } from './web-log-store.ts';

let dataDir: string;
let server: Awaited<ReturnType<typeof startServer>>;
let connection: Connection;
let store: WebLogStore;
let seals: Seals;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'genjin-web-log-'));
  server = await startServer({ dataDir, now: () => new Date() });
  connection = await connectMongo(server.uri);
  const { db } = connection;
  if (db === undefined) throw new Error('the connection is open');
  seals = createSeals(mongoSubjectKeys(db, machineClock));
  store = createWebLogStore(connection, seals);
  await store.prepare();
});

afterAll(async () => {
  await connection.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const at = new Date('2026-11-23T02:00:00Z');
const line = (person: string, id: string, seq: number): LogEntry => ({
  person,
  id,
  seq,
  at,
  item: { reply: { id, conversation: 'direct', private: false, text: id } },
});
const ids = (entries: LogEntry[]) => entries.map(({ id }) => id);

test('says of each line whether it was written, stood there already, or came too late for its number', async () => {
  expect(await store.insert([line('lin', 'a', 1), line('amy', 'a', 1)])).toEqual(['written', 'written']);
  expect(await store.insert([line('lin', 'b', 1), line('lin', 'a', 2), line('lin', 'c', 3)])).toEqual([
    'taken',
    'repeat',
    'written',
  ]);
  expect(await store.find('lin', 'c')).toEqual(line('lin', 'c', 3));
  expect(await store.find('amy', 'c')).toBeNull();
});

test('reads a stretch of one person alone, in order', async () => {
  // A name that begins like another one, or goes on like a number, is another person.
  await store.insert([line('bo', 'x', 1), line('bo:0000000001', 'y', 1), line('bob', 'z', 1)]);
  await store.insert(Array.from({ length: 12 }, (_, n) => line('bo', `n${n + 2}`, n + 2)));
  expect(await store.last('bo')).toBe(13);
  expect(await store.last('nobody')).toBe(0);
  expect(ids(await store.after('bo', 10, 2))).toEqual(['n11', 'n12']);
  expect(ids(await store.after('bo', 0, 100))).toHaveLength(13);
  expect(ids(await store.before('bo', 4, 2))).toEqual(['n2', 'n3']);
  expect(
    await store.present([
      { person: 'bo', seq: 13 },
      { person: 'bo', seq: 14 },
      { person: 'amy', seq: 1 },
    ]),
  ).toEqual(expect.arrayContaining(['bo', 'amy']));
});

test('two processes write one log without gap or double', async () => {
  const logs = [1, 2].map(() => createWebLog(store, { written() {}, lost() {} }));
  const writes = Array.from({ length: 120 }, (_, n) => {
    const id = `r${n % 50}`;
    return logs[n % 2]?.append([{ person: 'cy', id, at, item: line('cy', id, 0).item }]);
  });
  await Promise.all(writes);
  const entries = await store.after('cy', 0, 1_000);
  expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
  expect(new Set(ids(entries)).size).toBe(50);
});

test('a store that does not answer is a ServiceError', async () => {
  const other = await connectMongo(server.uri, { waitMs: 200 });
  await other.close();
  await expect(createWebLogStore(other, seals).last('lin')).rejects.toMatchObject({ name: 'ServiceError' });
});
