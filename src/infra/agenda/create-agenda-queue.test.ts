import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import type { JobQueue } from '../../ports/job-queue.ts';
import type { Logger } from '../../ports/logger.ts';
import { startEmbeddedMongo } from '../embedded-mongo/start-embedded-mongo.ts';
import { createAgendaQueue } from './create-agenda-queue.ts';

let dataDir: string;
let server: Awaited<ReturnType<typeof startEmbeddedMongo>>;
let client: MongoClient;
const lines: { fields: Record<string, unknown>; message: string }[] = [];
const logger: Logger = {
  info() {},
  warn: (fields, message) => lines.push({ fields, message }),
  error: (fields, message) => lines.push({ fields, message }),
};

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'genjin-agenda-'));
  server = await startEmbeddedMongo({ dataDir });
  client = await MongoClient.connect(server.uri);
});
afterAll(async () => {
  await client.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const rows = () => client.db('agenda').collection('agenda_jobs').countDocuments({});
const queueOf = (work: () => Promise<void>): JobQueue => {
  const queue = createAgendaQueue({ db: client.db('agenda'), logger });
  queue.every('tick', 500, work);
  return queue;
};
async function until(met: () => boolean): Promise<void> {
  for (let waited = 0; !met(); waited += 50) {
    if (waited > 8000) throw new Error('not met within eight seconds');
    await sleep(50);
  }
}

test('ticks while it runs, goes on after a failure, and leaves nothing behind', async () => {
  let runs = 0;
  const queue = queueOf(async () => {
    if (++runs === 1) throw new TypeError('broken with 王总 in it');
  });
  await queue.start();
  await until(() => runs >= 3);
  await queue.stop();
  const after = runs;
  expect(lines).toContainEqual({ fields: { job: 'tick', error: 'TypeError' }, message: 'a tick failed' });
  await sleep(1200);
  expect(runs).toBe(after);
  expect(await rows()).toBe(0);
});

test('a stop waits for the run under way; two processes tick on their own', async () => {
  const finished: string[] = [];
  const started: string[] = [];
  const slow = (name: string) =>
    queueOf(async () => {
      started.push(name);
      await sleep(300);
      finished.push(name);
    });
  const one = slow('one');
  const other = slow('other');
  await Promise.all([one.start(), other.start()]);
  await until(() => started.includes('one') && started.includes('other'));
  await Promise.all([one.stop(), other.stop()]);
  expect(finished.toSorted()).toEqual(started.toSorted());
});

test('a run longer than its lock is not started a second time', async () => {
  let underWay = 0;
  let most = 0;
  let runs = 0;
  const queue = queueOf(async () => {
    runs++;
    most = Math.max(most, ++underWay);
    await sleep(5500);
    underWay--;
  });
  await queue.start();
  await until(() => runs === 1);
  await sleep(5000);
  await queue.stop();
  expect(most).toBe(1);
});

test('rows of a process that died long ago are cleared away', async () => {
  const dead = { name: 'tick@dead', type: 'single', nextRunAt: new Date(Date.now() - 2 * 86_400_000), priority: 0 };
  await client.db('agenda').collection('agenda_jobs').insertOne(dead);
  const queue = queueOf(async () => {});
  await queue.start();
  expect(await rows()).toBe(1);
  await queue.stop();
});

test('goes on when the store comes back', async () => {
  let runs = 0;
  const queue = queueOf(async () => {
    runs++;
  });
  await queue.start();
  await until(() => runs >= 1);
  await server.stop();
  await sleep(2500);
  server = await startEmbeddedMongo({ dataDir });
  const before = runs;
  await until(() => runs >= before + 2);
  await queue.stop();
});
