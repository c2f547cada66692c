import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { MongoClient } from 'mongodb';
import { checkStore } from '../../src/infra/embedded-mongo/maintenance.ts';
import { randomSource } from '../../src/infra/embedded-mongo/testing/random-documents.ts';
import { type Item, Lane, prepare, type Stored } from './crash-lane.ts';
import { startStore, temporaryFolder } from './store-process.ts';

/**
 * SIGKILL at random moments of mixed writes over several connections. After each one, before the store is started
 * again, every index must equal its collection; then every acknowledged write must be there as it was acknowledged,
 * and one that was under way wholly or not at all.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const kills = Number(values.kills);
const random = randomSource(Number(values.seed));
const LANES = 8;
/** Of the kills, one in so many hits the store while it is starting. */
const WHILE_STARTING = 8;
const LONGEST_MS = 600;

interface Totals {
  acknowledged: number;
  lost: number;
  faults: number;
  torn: number;
  starting: number;
  slowestStart: number;
}

async function round(dataDir: string, lanes: readonly Lane[], totals: Totals): Promise<void> {
  const began = performance.now();
  const store = await startStore({ dataDir, built: true });
  totals.slowestStart = Math.max(totals.slowestStart, performance.now() - began);
  const client = await connect(store.uri);
  await compare(client, lanes, totals);
  await prepare(client.db('crash'));
  const dying = sleep(random.below(LONGEST_MS)).then(store.kill);
  await Promise.all(lanes.map((lane) => lane.writeUntilItFails(client.db('crash'))));
  await dying;
  await client.close();
  await check(dataDir, totals);
}

/** A kill between the first system call of a start and its URI. */
async function killStarting(dataDir: string, totals: Totals): Promise<void> {
  const starting = startStore({ dataDir, built: true, killAfterMs: random.below(250) });
  await starting.then((store) => store.kill()).catch(() => undefined);
  totals.starting++;
  await check(dataDir, totals);
}

async function check(dataDir: string, totals: Totals): Promise<void> {
  const { faults } = await checkStore(dataDir);
  for (const fault of faults) process.stdout.write(`${JSON.stringify(fault)}\n`);
  totals.faults += faults.length;
}

async function compare(client: MongoClient, lanes: readonly Lane[], totals: Totals): Promise<void> {
  const items = client.db('crash').collection<Item>('items');
  const stored: Stored = new Map((await items.find().hint({ $natural: 1 }).toArray()).map((item) => [item._id, item]));
  for (const lane of lanes) {
    const { lost, torn } = lane.compareWith(stored);
    for (const id of lost) process.stdout.write(`lost: ${id}\n`);
    totals.lost += lost.length;
    totals.torn += torn;
  }
  totals.acknowledged = lanes.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
}

const connect = (uri: string): Promise<MongoClient> =>
  new MongoClient(uri, { serverSelectionTimeoutMS: 5_000, retryWrites: false, retryReads: false }).connect();

async function main(): Promise<boolean> {
  const folder = temporaryFolder();
  const totals: Totals = { acknowledged: 0, lost: 0, faults: 0, torn: 0, starting: 0, slowestStart: 0 };
  const lanes = Array.from({ length: LANES }, (_, n) => new Lane(n, random));
  const began = performance.now();
  try {
    for (let kill = 0; kill < kills; kill++) {
      if (kill > 0 && kill % WHILE_STARTING === 0) await killStarting(folder.path, totals);
      else await round(folder.path, lanes, totals);
    }
    const store = await startStore({ dataDir: folder.path, built: true });
    const client = await connect(store.uri);
    await compare(client, lanes, totals);
    await client.close();
    await store.stop();
    await check(folder.path, totals);
  } finally {
    folder.remove();
  }
  const { acknowledged, lost, faults, torn, starting, slowestStart } = totals;
  process.stdout.write(
    [
      `${kills} kills (${starting} while starting), seed ${values.seed}, ${Math.round((performance.now() - began) / 1000)} s`,
      `acknowledged writes   ${acknowledged}`,
      `lost                  ${lost}`,
      `in doubt, done anyway ${torn}`,
      `index faults          ${faults}`,
      `slowest start, ms     ${Math.round(slowestStart)}`,
      '',
    ].join('\n'),
  );
  return lost === 0 && faults === 0 && acknowledged > kills;
}

process.exitCode = (await main()) ? 0 : 1;
