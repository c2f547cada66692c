import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decimal128, Double, Long, MongoClient } from 'mongodb';
import { startServer } from '../../src/infra/embedded-mongo/server.ts';

const COUNT = 12_000;
let folder: string;
let dataDir: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'copy-'));
  dataDir = join(folder, 'source');
  const { client, stop } = await serve(dataDir);
  const items = client.db('test').collection<{ _id: number }>('items');
  await items.createIndex({ n: -1 }, { unique: true, name: 'by n' });
  await items.createIndex(
    { due: 1 },
    { expireAfterSeconds: 1_000_000_000, partialFilterExpression: { n: { $gt: 5 } } },
  );
  const item = (_id: number) => ({
    _id,
    n: _id,
    whole: new Double(_id),
    long: Long.fromNumber(_id),
    text: 'x'.repeat(200),
  });
  await items.insertMany(Array.from({ length: COUNT }, (_, n) => item(n)));
  await client.db('test').createCollection('checked', { validator: { n: { $type: 'int' } } });
  await client
    .db('other')
    .collection('one')
    .insertOne({ price: Decimal128.fromString('1.10'), when: new Date(0) });
  await stop();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function serve(path: string) {
  const server = await startServer({ dataDir: path, now: () => new Date() });
  const client = await new MongoClient(server.uri).connect();
  const uri = server.uri.replace('/?', '/moved?');
  return {
    client,
    uri,
    stop: async () => {
      await client.close();
      await server.stop();
    },
  };
}

function copyTo(uri: string): ChildProcess {
  const script = new URL('../store.ts', import.meta.url).pathname;
  return spawn(process.execPath, ['--import', 'tsx', script, 'copy-to', uri, '--data', dataDir], {
    env: { PATH: process.env.PATH, LANG: 'en' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function output(child: ChildProcess): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  const [code] = await once(child, 'close');
  return { code: Number(code), out, err };
}

test('a copy that was killed half way is finished by the next one, types, options and indexes included', async () => {
  const target = await serve(join(folder, 'target'));
  const moved = target.client.db('moved').collection<{ _id: number }>('items');
  const first = copyTo(target.uri);
  while ((await moved.countDocuments()) < COUNT / 6) await new Promise((resolve) => setTimeout(resolve, 5));
  first.kill('SIGKILL');
  await once(first, 'close');
  const half = await moved.countDocuments();
  expect(half).toBeLessThan(COUNT);
  await moved.updateOne({ _id: 3 }, { $set: { text: 'of another time' } });

  const { code, out, err } = await output(copyTo(target.uri));
  expect({ code, out }).toEqual({
    code: 0,
    out: `✓ ${COUNT + 1} documents, 3 collections and 2 indexes copied. Now set MONGODB_URI to that address and start.\n`,
  });
  expect(err).toContain(`moved.items ${COUNT}/${COUNT}\n`);
  expect(await moved.countDocuments()).toBe(COUNT);
  expect(await moved.findOne({ _id: 3 }, { promoteValues: false })).toMatchObject({
    whole: new Double(3),
    long: Long.fromNumber(3),
    text: 'x'.repeat(200),
  });
  expect(await moved.indexes()).toEqual([
    { v: 2, key: { _id: 1 }, name: '_id_' },
    { v: 2, key: { n: -1 }, name: 'by n', unique: true },
    {
      v: 2,
      key: { due: 1 },
      name: 'due_1',
      expireAfterSeconds: 1_000_000_000,
      partialFilterExpression: { n: { $gt: 5 } },
    },
  ]);
  await expect(target.client.db('moved').collection('checked').insertOne({ n: 'x' })).rejects.toMatchObject({
    code: 121,
  });
  expect(await target.client.db('other').collection('one').findOne({})).toMatchObject({
    price: Decimal128.fromString('1.10'),
  });

  await moved.insertOne({ _id: -1 });
  expect(await output(copyTo(target.uri))).toMatchObject({ code: 1, err: expect.stringContaining('1 more document.') });
  await target.stop();
});

test('a folder that is open elsewhere is not copied from', async () => {
  const { stop, uri } = await serve(dataDir);
  expect(await output(copyTo(uri))).toMatchObject({
    code: 1,
    err: expect.stringContaining('Another process has the data folder'),
  });
  await stop();
});
