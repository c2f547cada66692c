import { MongoClient, MongoServerError, MongoServerSelectionError } from 'mongodb';
import { startServer } from '../server.ts';
import { startEmbeddedMongo } from '../start-embedded-mongo.ts';

/**
 * Run by a test as a process of its own, with a data folder and a number of rounds: stops the server in the middle of
 * reads and writes, again and again. It says nothing where all is well; LMDB would, on its own, when it is read after
 * it was closed.
 */
const [dataDir = '', rounds = '50'] = process.argv.slice(2);
const INTERRUPTED_AT_SHUTDOWN = 11600;
/** Each so often the server has a thread of its own, as in the product; that takes longer to start. */
const OWN_THREAD_EVERY = 10;
/** How long a lane looks for a server that is gone: much longer would only lengthen the test. */
const PATIENCE_MS = 100;

interface Item {
  _id: string;
  n: number;
}

const acknowledged = new Set<string>();
let interrupted = 0;

/** Connects, again where a busy machine takes longer over it than a lane should look for a server that is gone. */
async function connect(uri: string): Promise<MongoClient> {
  const options = { retryReads: false, retryWrites: false, serverSelectionTimeoutMS: PATIENCE_MS };
  for (;;) {
    const client = new MongoClient(uri, options);
    try {
      return await client.connect();
    } catch (error) {
      await client.close();
      if (!(error instanceof MongoServerSelectionError)) throw error;
    }
  }
}

/** Calls over and over until the connection is gone. What the server itself answers must be about its end. */
async function untilStopped(work: (turn: number) => Promise<unknown>): Promise<void> {
  for (let turn = 0; ; turn++) {
    try {
      await work(turn);
    } catch (error) {
      // A bulk write without a number was told by its driver that the connection is gone.
      if (!(error instanceof MongoServerError) || typeof error.code !== 'number') return;
      if (error.code !== INTERRUPTED_AT_SHUTDOWN) throw error;
      interrupted++;
      return;
    }
  }
}

async function round(number: number): Promise<void> {
  const options = { dataDir, now: () => new Date(0) };
  const server = await (number % OWN_THREAD_EVERY === 9 ? startEmbeddedMongo({ dataDir }) : startServer(options));
  const client = await connect(server.uri);
  const items = client.db('x').collection<Item>('items');
  if (number === 0) {
    await items.createIndex({ n: 1 });
    await items.insertMany(Array.from({ length: 5_000 }, (_, n) => ({ _id: `first-${n}`, n })));
  }
  const insert = async (lane: number, turn: number) => {
    const _id = `${number}-${lane}-${turn}`;
    await items.insertOne({ _id, n: turn });
    acknowledged.add(_id);
  };
  const lanes = [
    untilStopped((turn) => insert(0, turn)),
    untilStopped((turn) => insert(1, turn)),
    untilStopped(() => items.find({ n: { $gte: 0 } }).toArray()),
    untilStopped((turn) => items.findOne({ n: turn })),
    untilStopped(() => items.aggregate([{ $group: { _id: '$n', all: { $push: '$$ROOT' } } }]).toArray()),
    untilStopped(() => items.aggregate([{ $sort: { n: -1 } }, { $out: 'copied' }]).toArray()),
    untilStopped(() => items.updateMany({ n: { $lt: 500 } }, { $set: { seen: number } })),
    untilStopped((turn) => items.insertMany([{ _id: `${number}-many-${turn}`, n: turn }])),
  ];
  await new Promise((resolve) => setTimeout(resolve, (number * 7) % 60));
  await server.stop();
  await Promise.all(lanes);
  await client.close();
}

for (let number = 0; number < Number(rounds); number++) await round(number);
const server = await startServer({ dataDir, now: () => new Date(0) });
const client = await new MongoClient(server.uri).connect();
const stored = new Set((await client.db('x').collection<Item>('items').find().toArray()).map(({ _id }) => _id));
await client.close();
await server.stop();
const lost = [...acknowledged].filter((id) => !stored.has(id));
if (lost.length > 0) throw new Error(`lost: ${lost.join(', ')}`);
if (acknowledged.size === 0 || interrupted === 0) throw new Error('nothing was under way when the server stopped');
