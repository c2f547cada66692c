import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Document, MongoClient } from 'mongodb';
import { randomSource } from '../../src/infra/embedded-mongo/testing/random-documents.ts';
import { startStore, storeCommand, temporaryFolder } from './store-process.ts';

/**
 * One flipped bit in a store's file, many times over, and each time the store is started and read. It must be refused,
 * or answer with an error, or as if nothing had happened; a wrong answer is one that `check` must name. No process may
 * die of it.
 */
const { values } = parseArgs({
  options: {
    flips: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const random = randomSource(Number(values.seed));
const PAGE = 4096;
const DOCUMENTS = 3_000;
const INDEXES: Document[] = [{ _id: 1 }, { n: 1 }, { tags: 1, n: -1 }];

async function makeStore(dataDir: string): Promise<void> {
  const store = await startStore({ dataDir, built: true });
  const client = await new MongoClient(store.uri).connect();
  const items = client.db('x').collection<Document>('items');
  for (const key of INDEXES.slice(1)) await items.createIndex(key);
  const item = (n: number): Document => ({
    _id: n as never,
    n: n % 700,
    tags: ['a', `t${n % 9}`],
    text: n % 60 === 0 ? 'long '.repeat(2_000) : `text ${n}`,
  });
  await items.insertMany(Array.from({ length: DOCUMENTS }, (_, n) => item(n)));
  await items.deleteMany({ n: { $lt: 40 } });
  await items.updateMany({ n: { $lt: 90 } }, { $set: { more: 'x'.repeat(40) } });
  await client.close();
  await store.stop();
}

/** What a client sees: every document by every index; the number of the error where it gets one. */
async function readAll(uri: string): Promise<string> {
  const client = await new MongoClient(uri, { serverSelectionTimeoutMS: 3_000, retryReads: false }).connect();
  try {
    const items = client.db('x').collection('items');
    const answers: string[] = [];
    for (const hint of [{ $natural: 1 }, ...INDEXES]) {
      const all = await items
        .find({ n: { $gte: 0 } })
        .hint(hint)
        .toArray();
      answers.push(JSON.stringify(all.sort((a, b) => Number(a._id) - Number(b._id))));
    }
    return answers.join('\n');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (typeof code !== 'number') throw error;
    return `error ${code}`;
  } finally {
    await client.close();
  }
}

/** Heads of pages, their entries and any byte of them, alike; one in eight in the head of the file. */
function anyByte(size: number): number {
  if (random.below(8) === 0) return random.below(2) * PAGE + random.below(168);
  const page = random.below(size / PAGE) * PAGE;
  return page + random.pick([random.below(PAGE), random.below(100), PAGE - 1 - random.below(1_000)]);
}

async function outcomeOf(dataDir: string, whole: string): Promise<string> {
  let store: Awaited<ReturnType<typeof startStore>>;
  try {
    store = await startStore({ dataDir, built: true });
  } catch (error) {
    return /damaged|损坏/.test(String(error)) ? 'refused at the start' : `DIED at the start: ${error}`;
  }
  const answer = await readAll(store.uri).catch((error: unknown) => `DIED: ${error}`);
  const code = await store.stop();
  if (code !== 0 || answer.startsWith('DIED')) return answer.slice(0, 100);
  if (answer.startsWith('error')) return answer === 'error 267' ? 'an error to the client (267)' : answer;
  const check = spawnSync(process.execPath, [...storeCommand(true), 'check', '--data', dataDir], { encoding: 'utf8' });
  if (check.signal) return `DIED in check of ${check.signal}`;
  if (answer !== whole) return check.status === 1 ? 'an index that check names' : 'WRONG, and nobody said so';
  return check.status === 1 ? 'no answer changed, check names it' : 'without effect (free space)';
}

const folder = temporaryFolder();
const tally = new Map<string, number>();
try {
  const origin = join(folder.path, 'origin');
  await makeStore(origin);
  const file = readFileSync(join(origin, 'store.mdb'));
  const store = await startStore({ dataDir: origin, built: true });
  const whole = await readAll(store.uri);
  await store.stop();
  for (let flip = 0; flip < Number(values.flips); flip++) {
    const dataDir = join(folder.path, 'flipped');
    mkdirSync(dataDir);
    const damaged = Buffer.from(file);
    const at = anyByte(file.length);
    damaged[at] = (damaged[at] ?? 0) ^ (1 << random.below(8));
    writeFileSync(join(dataDir, 'store.mdb'), damaged);
    const outcome = await outcomeOf(dataDir, whole);
    if (/DIED|WRONG|error \d+$/.test(outcome)) process.stdout.write(`byte ${at}: ${outcome}\n`);
    tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
    rmSync(dataDir, { recursive: true });
  }
} finally {
  folder.remove();
}
process.stdout.write(`${values.flips} flipped bits, seed ${values.seed}\n`);
for (const [outcome, times] of [...tally].sort()) process.stdout.write(`${String(times).padStart(5)}  ${outcome}\n`);
process.exitCode = [...tally.keys()].some((outcome) => /DIED|WRONG/.test(outcome)) ? 1 : 0;
