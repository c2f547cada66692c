import { existsSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { runningServerUri } from './running-server.ts';
import { startEmbeddedMongo } from './start-embedded-mongo.ts';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'store-'));
});

afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test('a server on its own thread keeps what was written over a restart', async () => {
  const first = await startEmbeddedMongo({ dataDir });
  const writer = await new MongoClient(first.uri).connect();
  await writer.db('shop').collection('items').insertOne({ name: 'lamp' });
  await writer.close();
  await first.stop();
  const second = await startEmbeddedMongo({ dataDir });
  const reader = await new MongoClient(second.uri).connect();
  expect(
    await reader
      .db('shop')
      .collection('items')
      .findOne({}, { projection: { _id: 0 } }),
  ).toEqual({ name: 'lamp' });
  await reader.close();
  await second.stop();
});

test('a second server on the same folder is refused, and finds the first one', async () => {
  const first = await startEmbeddedMongo({ dataDir });
  await expect(startEmbeddedMongo({ dataDir })).rejects.toMatchObject({ name: 'DataFolderInUse' });
  expect(await runningServerUri(dataDir)).toBe(first.uri);
  await first.stop();
  expect(await runningServerUri(dataDir)).toBeUndefined();
});

test('a folder in which none can be made is refused with its path, and at once', async () => {
  writeFileSync(join(dataDir, 'taken'), '');
  await expect(startEmbeddedMongo({ dataDir: join(dataDir, 'taken', 'deep', 'er') })).rejects.toMatchObject({
    code: 'ENOTDIR',
    path: join(dataDir, 'taken', 'deep'),
  });
  // A file system that takes no new folders, where there is one.
  if (existsSync('/proc')) await expect(startEmbeddedMongo({ dataDir: '/proc/deep/er' })).rejects.toThrow('/proc');
});

test('a data file that was emptied is no new store', async () => {
  const first = await startEmbeddedMongo({ dataDir });
  await first.stop();
  truncateSync(join(dataDir, 'store.mdb'));
  await expect(startEmbeddedMongo({ dataDir })).rejects.toMatchObject({ name: 'DataFolderDamaged' });
  expect(statSync(join(dataDir, 'store.mdb')).size).toBe(0);
});

test('a first start that was cut short before anything was written is begun again', async () => {
  writeFileSync(join(dataDir, 'store.mdb'), '');
  const server = await startEmbeddedMongo({ dataDir });
  await server.stop();
});
