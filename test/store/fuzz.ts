import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { serialize } from 'bson';
import { MongoClient } from 'mongodb';
import { type Random, randomSource } from '../../src/infra/embedded-mongo/testing/random-documents.ts';
import { startStore, temporaryFolder } from './store-process.ts';

/**
 * Malformed messages through the socket: bytes changed, cut off, put in, lengths and kinds made up, commands with
 * values of the wrong type. Each must be answered, or its connection closed, within a second; afterwards the store
 * serves as before, and holds no more memory for twice as many.
 */
const { values } = parseArgs({
  options: {
    frames: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const frames = Number(values.frames);
const random = randomSource(Number(values.seed));
const ANSWER_MS = 1_000;
const LEAK_MB = 24;
/** So little heap that what is kept of each message would end the process. */
const SMALL_HEAP = ['env', 'NODE_OPTIONS=--max-old-space-size=40'];

const COMMANDS: readonly object[] = [
  { ping: 1 },
  { hello: 1, client: { driver: { name: 'x' } } },
  { insert: 'c', documents: [{ a: 1, b: 'text', c: [1, { d: new Date(0) }] }], ordered: true },
  { find: 'c', filter: { a: { $gt: 1, $in: [1, 2] }, b: /x/i }, sort: { a: 1 }, limit: 5, batchSize: 2 },
  { aggregate: 'c', pipeline: [{ $match: { a: 1 } }, { $group: { _id: '$b', n: { $sum: '$a' } } }], cursor: {} },
  { update: 'c', updates: [{ q: { a: 1 }, u: { $set: { b: 2 } }, upsert: true, multi: false }] },
  { delete: 'c', deletes: [{ q: { a: 99 }, limit: 1 }] },
  { findAndModify: 'c', query: { a: 1 }, update: [{ $set: { z: '$a' } }], new: true },
  { createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'a_1' }] },
  { getMore: 7n, collection: 'c' },
  { distinct: 'c', key: 'a.b', query: {} },
  { explain: { find: 'c', filter: { a: 1 } }, verbosity: 'executionStats' },
];

const WRONG = [
  null,
  -1,
  1e300,
  '',
  '$',
  '\0',
  true,
  [],
  [[]],
  {},
  { $x: 1 },
  { '': 1 },
  new Date(NaN),
  '(',
  'x'.repeat(400),
];

/** A command in which some value anywhere is another one. */
function twisted(value: unknown, depth = 0): unknown {
  if (depth > 0 && random.below(6) === 0) return random.pick(WRONG);
  if (Array.isArray(value)) return value.map((item) => twisted(item, depth + 1));
  if (value === null || typeof value !== 'object' || value instanceof Date || value instanceof RegExp) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, twisted(inner, depth + 1)]));
}

function message(command: object): Buffer {
  const body = serialize({ ...command, $db: 'fuzz' });
  const out = Buffer.alloc(21);
  out.writeInt32LE(21 + body.length, 0);
  out.writeInt32LE(random.below(1_000), 4);
  out.writeInt32LE(2013, 12);
  return Buffer.concat([out, body]);
}

const byte = (): number => random.below(256);

/** Damage below the level of commands. The length in front is kept true in half of the cases, so that more gets through. */
function damaged(whole: Buffer): Buffer {
  let bytes = Buffer.from(whole);
  const at = () => random.below(bytes.length);
  for (let hits = 1 + random.below(4); hits > 0; hits--) {
    switch (random.below(6)) {
      case 0:
        bytes = bytes.subarray(0, 1 + at());
        break;
      case 1:
        bytes = Buffer.concat([bytes.subarray(0, at()), Buffer.from([byte(), byte(), byte()]), bytes.subarray(at())]);
        break;
      case 2:
        if (bytes.length > 8)
          bytes.writeInt32LE(random.pick([-1, 0, 1, 4, 0x7fffffff, 48_000_001]), random.below(bytes.length - 4));
        break;
      case 3:
        if (bytes.length > 20) bytes.writeUInt32LE(byte(), 16);
        break;
      default:
        bytes[at()] = byte();
    }
  }
  if (random.below(2) === 0 && bytes.length >= 16) bytes.writeInt32LE(bytes.length, 0);
  return bytes;
}

const malformed = (): Buffer => {
  const command = random.pick(COMMANDS);
  return random.below(3) === 0 ? message(twisted(command) as object) : damaged(message(command));
};

type Outcome = 'answered' | 'closed' | 'waiting for more' | 'HANGS';

/** Sends one message on a connection of its own. A message that says it is longer may be waited for. */
function send(path: string, bytes: Buffer): Promise<Outcome> {
  const complete = bytes.length >= 4 && bytes.readInt32LE(0) <= bytes.length;
  return new Promise((resolve) => {
    const socket = connect(path);
    let outcome: Outcome = 'closed';
    const late = setTimeout(
      () => {
        outcome = complete ? 'HANGS' : 'waiting for more';
        socket.destroy();
      },
      complete ? ANSWER_MS : 5,
    );
    socket.on('data', () => {
      outcome = 'answered';
      socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(late);
      resolve(outcome);
    });
    socket.write(bytes);
  });
}

/** A silent message (flag "more to come") gets no answer by right. */
const isSilent = (bytes: Buffer): boolean => bytes.length > 20 && (bytes.readUInt32LE(16) & 2) !== 0;

const rss = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

async function round(path: string, count: number, tally: Map<string, number>): Promise<void> {
  for (let sent = 0; sent < count; sent++) {
    const bytes = malformed();
    const outcome = isSilent(bytes)
      ? await Promise.race([send(path, bytes), sleep(5, 'waiting for more')])
      : await send(path, bytes);
    if (outcome === 'HANGS') process.stdout.write(`hangs: ${bytes.toString('base64')}\n`);
    tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
  }
}

async function main(source: Random): Promise<boolean> {
  const folder = temporaryFolder();
  const store = await startStore({ dataDir: folder.path, built: true, under: SMALL_HEAP });
  const path = decodeURIComponent(/mongodb:\/\/([^/]+)/.exec(store.uri)?.[1] ?? '');
  try {
    const tally = new Map<string, number>();
    const client = await new MongoClient(store.uri).connect();
    const settle = async () => {
      await client.db('fuzz').dropDatabase();
      await sleep(500);
      return rss(store.pid);
    };
    await round(path, Math.ceil(frames / 2), tally);
    const middle = await settle();
    await round(path, Math.floor(frames / 2), tally);
    const end = await settle();
    const { metrics } = await client.db('admin').command({ serverStatus: 1 });
    await client
      .db('fuzz')
      .collection<{ _id: number }>('after')
      .insertOne({ _id: source.below(10) });
    await client.close();
    const code = await store.stop();
    const outcomes = [...tally].map(([name, times]) => `${times} ${name}`).join(', ');
    process.stdout.write(
      `${frames} malformed messages, seed ${values.seed}: ${outcomes}\n` +
        `memory after a half and after all: ${middle.toFixed(1)} and ${end.toFixed(1)} MB; open cursors ${metrics.cursor.open.total}\n`,
    );
    return code === 0 && !tally.has('HANGS') && end - middle < LEAK_MB;
  } finally {
    await store.kill();
    folder.remove();
  }
}

process.exitCode = (await main(random)) ? 0 : 1;
