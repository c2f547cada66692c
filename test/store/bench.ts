import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Collection, type Db, MongoClient } from 'mongodb';
import { openLmdbFile } from '../../src/infra/embedded-mongo/storage/lmdb-store.ts';
import { bareThousand, driverAlone } from './bench-floor.ts';
import { largeLedger } from './bench-ledger.ts';
import { each, holds, inTurns, type Line, median, printLine, quantile, together } from './measure.ts';
import { type StoreProcess, startStore, temporaryFolder } from './store-process.ts';

/**
 * The store's speed in one run: as multiples of what a ping through the same driver and a bare commit of LMDB cost at
 * that moment, taken in turns, so that another load on the machine weighs on both sides.
 */
const { values } = parseArgs({
  options: { documents: { type: 'string', default: '2000000' }, rounds: { type: 'string', default: '7' } },
});
const ROUNDS = Number(values.rounds);
const CALLS = 150;
/** The driver runs several times faster once its own code is compiled. */
const WARM_UP = 5_000;
const ROWS = 100_000;
const lines: Line[] = [];
function add(name: string, value: number, must: Line['must'], target: number, unit = ''): void {
  const line = { name, value, must, target, unit };
  lines.push(line);
  printLine(line);
}

interface Item {
  _id: number;
  n: number;
  text: string;
  due: Date;
}

const item = (_id: number): Item => ({ _id, n: _id, text: `text ${_id}`, due: new Date(_id * 1_000) });

/** A commit of one small value, as the store makes them, without a server around it. */
function bareCommit(folder: string): { commit(): Promise<void>; close(): Promise<void> } {
  const store = openLmdbFile(join(folder, 'bare.mdb'), false);
  const value = Buffer.alloc(120);
  let row = 0;
  return {
    commit: async () => {
      const key = Buffer.alloc(9);
      key.writeUInt32BE(row++, 5);
      store.write((writer) => writer.put(key, value));
    },
    close: () => store.close(),
  };
}

async function singleCommands(db: Db, folder: string): Promise<void> {
  const items = db.collection<Item>('single');
  await items.createIndex({ n: 1 }, { unique: true });
  const bare = bareCommit(folder);
  let made = 0;
  const insert = () => items.insertOne(item(made++));
  const ping = () => db.command({ ping: 1 });
  const find = () => items.findOne({ n: (made * 31) % made });
  const modify = () => items.findOneAndUpdate({ n: (made * 37) % made }, { $set: { text: `t${made}` } });
  await insert();
  await inTurns(WARM_UP, { insert, modify, commit: bare.commit });
  await inTurns(WARM_UP, { find, ping });
  const slow = await inTurns(CALLS * ROUNDS, { ping, commit: bare.commit, insert, modify });
  const quick = await inTurns(CALLS * ROUNDS * 4, { ping, find });
  const flight: number[] = [];
  const many: number[] = [];
  for (let round = -1; round < ROUNDS; round++) {
    const pinged = await each(CALLS, ping);
    const flown = await together(CALLS * 4, 32, insert);
    const thousand = await insertThousands(db, round);
    if (round < 0) continue;
    flight.push(pinged / flown);
    many.push(pinged / thousand);
  }
  await bare.close();
  const floor = slow.ping + slow.commit;
  process.stdout.write(
    `      a ping ${micro(quick.ping)}, a bare commit ${micro(slow.commit)}, a ping between commits ${micro(slow.ping)}\n`,
  );
  add('insertOne one by one, of (ping + bare commit)', slow.insert / floor, 'at most', 1.4, '×');
  add('insertOne, 32 in flight, of the rate of pings', median(flight), 'at least', 1.5, '×');
  add('findOne by index, of the rate of pings', quick.ping / quick.find, 'at least', 0.7, '×');
  add('findOneAndUpdate, of (ping + bare commit)', slow.modify / floor, 'at most', 1.6, '×');
  add('insertMany of 1,000 with 3 indexes, documents a ping', median(many), 'at least', 12);
  await floors(folder, quick.ping);
}

/** What stands below the store: these lines are no targets, they say how near one can come to them. */
async function floors(folder: string, ping: number): Promise<void> {
  const { ping: nothing, find, inFlight } = await driverAlone(folder);
  const thousand = await bareThousand(folder, ROUNDS);
  process.stdout.write(
    `      the driver alone, against a server that does nothing: findOne ${(nothing / find).toFixed(2)} × its pings, ` +
      `insertOne, 32 in flight, ${(nothing / inFlight).toFixed(2)} ×\n` +
      `      LMDB alone: ${(ping / thousand).toFixed(1)} documents a ping for what insertMany puts into it\n`,
  );
}

const micro = (milliseconds: number): string => `${Math.round(milliseconds * 1_000)} µs`;

/** Milliseconds a document. */
async function insertThousands(db: Db, round: number): Promise<number> {
  const many = db.collection<Item>('many');
  if (round < 0) await many.createIndexes([{ key: { n: 1 } }, { key: { text: 1 } }, { key: { due: -1, n: 1 } }]);
  const batches = Array.from({ length: 2 }, (_, b) =>
    Array.from({ length: 1_000 }, (_, n) => item((round + 1) * 2_000 + b * 1_000 + n)),
  );
  return (await each(batches.length, (b) => many.insertMany(batches[b] ?? []))) / 1_000;
}

/** Pings over a connection of their own until `work` is done; the slowest of a hundred. */
async function beside(uri: string, work: () => Promise<unknown>): Promise<{ seconds: number; ping: number }> {
  const other = await new MongoClient(uri).connect();
  await other.db('x').command({ ping: 1 });
  const pings: number[] = [];
  let working = true;
  const pinging = (async () => {
    while (working) {
      pings.push(await each(1, () => other.db('x').command({ ping: 1 })));
      await sleep(2);
    }
  })();
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1_000;
  working = false;
  await pinging;
  await other.close();
  return { seconds, ping: quantile(pings, 0.99) };
}

async function heavyQueries(db: Db, uri: string): Promise<void> {
  const rows = db.collection<Item & { team: number }>('rows');
  for (let from = 0; from < ROWS; from += 5_000)
    await rows.insertMany(Array.from({ length: 5_000 }, (_, n) => ({ ...item(from + n), team: (from + n) % 50 })));
  await rows.createIndex({ n: 1 });
  const few = db.collection<{ _id: number; row: number }>('few');
  await few.insertMany(Array.from({ length: 1_000 }, (_, n) => ({ _id: n, row: (n * 97) % ROWS })));
  const group = () => rows.aggregate([{ $group: { _id: '$team', sum: { $sum: '$n' } } }]).toArray();
  const lookup = () => joined(few);
  const grouped = [await beside(uri, group), await beside(uri, group), await beside(uri, group)];
  const looked = [await beside(uri, lookup), await beside(uri, lookup), await beside(uri, lookup)];
  add('$group of 100,000 rows by one field', Math.min(...grouped.map(({ seconds }) => seconds)), 'at most', 0.8, 's');
  add(
    '$lookup of 1,000 rows into 100,000 by index',
    Math.min(...looked.map(({ seconds }) => seconds)),
    'at most',
    0.25,
    's',
  );
  const slowest = Math.min(...[grouped, looked].map((runs) => Math.min(...runs.map(({ ping }) => ping))));
  const worst = Math.max(slowest, ...[grouped, looked].map((runs) => median(runs.map(({ ping }) => ping))));
  add('ping p99 of another connection meanwhile', worst, 'at most', 60, 'ms');
}

const joined = (few: Collection<{ _id: number; row: number }>): Promise<unknown> =>
  few
    .aggregate([
      { $lookup: { from: 'rows', localField: 'row', foreignField: 'n', as: 'found' } },
      { $unset: 'found.text' },
    ])
    .toArray();

const residentMegabytes = ({ pid }: StoreProcess): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1_024;

/** From the start of the process to its URI, and what it holds when it has been left alone for a second. */
async function starts(folder: string): Promise<void> {
  const ready: number[] = [];
  const resident: number[] = [];
  for (let n = 0; n < 5; n++) {
    const began = performance.now();
    const store = await startStore({ dataDir: join(folder, `start-${n}`), built: true });
    ready.push((performance.now() - began) / 1_000);
    await sleep(1_000);
    resident.push(residentMegabytes(store));
    await store.stop();
  }
  add('ready, best of five starts', Math.min(...ready), 'at most', 0.4, 's');
  add('idle memory', median(resident), 'at most', 90, 'MB');
}

const folder = temporaryFolder();
try {
  await starts(folder.path);
  const store = await startStore({ dataDir: join(folder.path, 'data'), built: true });
  const client = await new MongoClient(store.uri, { maxPoolSize: 40 }).connect();
  await singleCommands(client.db('bench'), folder.path);
  await heavyQueries(client.db('bench'), store.uri);
  const count = Number(values.documents);
  const { reads, inserts, filling } = await largeLedger(client, count, ROUNDS);
  const named = `of ${count.toLocaleString('en')} documents, of an empty one`;
  add(`point reads in a ledger ${named}`, reads, 'at most', 1.3, '×');
  add(`inserts into a ledger ${named}`, inserts, 'at most', 1.3, '×');
  process.stdout.write(filling);
  await client.close();
  await store.stop();
} finally {
  folder.remove();
}
process.exitCode = lines.every(holds) ? 0 : 1;
