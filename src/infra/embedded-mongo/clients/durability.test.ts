import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { MongoClient } from 'mongodb';
import { checkStore } from '../maintenance.ts';

const KILLS = 4;

let dataDir: string;

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'store-'));
});

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function serve(): Promise<{ process: ChildProcess; uri: string }> {
  const script = new URL('../../../../scripts/store.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', script, 'serve', '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH },
  });
  const [uri] = await new Promise<string[]>((resolve) =>
    createInterface({ input: child.stdout }).once('line', (line) => resolve([line])),
  );
  return { process: child, uri: uri ?? '' };
}

/** Inserts, updates and removes over several connections until the server dies; says what was acknowledged. */
async function writeUntilKilled(uri: string, round: number, acknowledged: Map<string, number>): Promise<void> {
  const client = await new MongoClient(uri, { serverSelectionTimeoutMS: 500, retryWrites: false }).connect();
  const items = client.db('x').collection<{ _id: string; n: number; tags: string[] }>('items');
  await items.createIndex({ n: 1, tags: 1 });
  const writer = async (lane: number) => {
    for (let i = 0; ; i++) {
      const _id = `${round}-${lane}-${i}`;
      await items.insertOne({ _id, n: i, tags: ['a', `t${i % 5}`] });
      acknowledged.set(_id, i);
      if (i % 3 === 0) {
        // In doubt until acknowledged: the old value or the new one may be found.
        acknowledged.delete(_id);
        await items.updateOne({ _id }, { $set: { n: i + 1000 } });
        acknowledged.set(_id, i + 1000);
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, lane) => writer(lane).catch(() => undefined)));
  await client.close();
}

test('no acknowledged write is lost by SIGKILL, and every index equals its collection', async () => {
  const acknowledged = new Map<string, number>();
  for (let round = 0; round < KILLS; round++) {
    const server = await serve();
    setTimeout(() => server.process.kill('SIGKILL'), 300 + round * 97);
    await writeUntilKilled(server.uri, round, acknowledged);
    expect((await checkStore(dataDir)).faults).toEqual([]);
  }
  const server = await serve();
  const client = await new MongoClient(server.uri).connect();
  const stored = new Map(
    (await client.db('x').collection('items').find().toArray()).map(({ _id, n }) => [String(_id), n]),
  );
  const lost = [...acknowledged].filter(([id, n]) => stored.get(id) !== n);
  expect(lost).toEqual([]);
  expect(acknowledged.size).toBeGreaterThan(50);
  await client.close();
  server.process.kill('SIGTERM');
  await new Promise((resolve) => server.process.once('exit', resolve));
});
