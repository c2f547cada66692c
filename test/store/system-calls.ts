import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient, MongoServerError } from 'mongodb';
import { checkStore } from '../../src/infra/embedded-mongo/maintenance.ts';
import { orderOf } from './call-order.ts';
import { type StoreProcess, startStore, temporaryFolder } from './store-process.ts';

/**
 * What the store asks of the system, and what it does when the system says no. Needs strace (Debian: apt-get install
 * strace); the full disk also needs the right to mount a small one.
 */
const folder = temporaryFolder();
const say = (line: string): void => void process.stdout.write(`${line}\n`);
let failed = false;
const expectThat = (holds: boolean, what: string): void => {
  failed ||= !holds;
  say(`${holds ? 'ok   ' : 'FAILS'}  ${what}`);
};

interface Client {
  readonly mongo: MongoClient;
  /** Ends the store in peace, through whatever it runs under. */
  end(): Promise<void>;
}

async function connect(store: StoreProcess): Promise<Client> {
  const mongo = await new MongoClient(store.uri, { retryWrites: false, serverSelectionTimeoutMS: 2_000 }).connect();
  const { pid } = await mongo.db('admin').command({ serverStatus: 1 });
  return {
    mongo,
    end: async () => {
      await mongo.close();
      try {
        process.kill(Number(pid), 'SIGTERM');
      } catch {
        // It has ended by itself.
      }
      await store.ended;
    },
  };
}

const CALLS = 'openat,read,readv,recvmsg,recvfrom,pwrite64,pwritev,writev,write,sendmsg,fdatasync,fsync,msync';

async function syncBeforeReply(): Promise<void> {
  const dataDir = join(folder.path, 'order');
  const trace = join(folder.path, 'trace');
  const under = ['strace', '-f', '-y', '-s', '400', '-e', `trace=${CALLS}`, '-o', trace];
  const { mongo, end } = await connect(await startStore({ dataDir, built: true, under }));
  const items = mongo.db('x').collection('items');
  await items.insertOne({ first: true });
  await items.insertOne({ text: 'the-marked-write' }, { writeConcern: { w: 1, j: true } });
  await end();
  const order = orderOf(readFileSync(trace, 'utf8'), 'the-marked-write', join(dataDir, 'store.mdb'));
  say(`       ${order.map(({ call }) => call).join(' → ')}`);
  expectThat(
    /^request( (data))+( sync)( data)* head reply$/.test(order.map(({ kind }) => kind).join(' ')),
    'a write with j: true: pages are written and synced, then the head (by a descriptor that syncs itself), then the reply',
  );
}

/** Inserts one by one while calls fail now and then; what was acknowledged, and nothing else, must be there. */
async function failing(
  name: string,
  calls: string,
  error: string,
  when: string,
  codes: readonly number[],
): Promise<void> {
  const dataDir = join(folder.path, name);
  mkdirSync(dataDir);
  const under = [
    'strace',
    '-f',
    '-o',
    '/dev/null',
    '-P',
    join(dataDir, 'store.mdb'),
    '-e',
    `inject=${calls}:error=${error}:when=${when}`,
  ];
  const { mongo, end } = await connect(await startStore({ dataDir, built: true, under }));
  const acknowledged = new Set<number>();
  const seen = new Map<number, number>();
  for (let n = 0; n < 120; n++) {
    try {
      await mongo.db('x').collection<{ _id: number }>('items').insertOne({ _id: n });
      acknowledged.add(n);
    } catch (refusal) {
      // After a failed write of its head LMDB gives the file up: the store says so and ends.
      if (!(refusal instanceof MongoServerError)) break;
      seen.set(Number(refusal.code), (seen.get(Number(refusal.code)) ?? 0) + 1);
    }
  }
  await end();
  await compare(name, dataDir, acknowledged, seen, codes);
}

async function compare(
  name: string,
  dataDir: string,
  acknowledged: ReadonlySet<number>,
  seen: ReadonlyMap<number, number>,
  codes: readonly number[],
): Promise<void> {
  const { faults } = await checkStore(dataDir);
  const store = await startStore({ dataDir, built: true });
  const { mongo, end } = await connect(store);
  const stored = (await mongo.db('x').collection<{ _id: number }>('items').find().toArray()).map(({ _id }) => _id);
  await mongo.db('x').collection<{ _id: number }>('items').insertOne({ _id: -1 });
  await end();
  const lost = [...acknowledged].filter((n) => !stored.includes(n)).length;
  const extra = stored.filter((n) => !acknowledged.has(n)).length;
  const errors = [...seen].map(([code, times]) => `${times} × ${code}`).join(', ');
  expectThat(
    lost + extra + faults.length === 0 && seen.size > 0 && [...seen.keys()].every((code) => codes.includes(code)),
    `${name}: ${acknowledged.size} acknowledged, errors to the client ${errors}; lost ${lost}, stored though refused ${extra}, faults ${faults.length}`,
  );
}

async function fullDisk(): Promise<void> {
  const dataDir = join(folder.path, 'tiny');
  mkdirSync(dataDir);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', dataDir]).status !== 0)
    return say('skipped: a full disk (no right to mount a small one)');
  try {
    const { mongo, end } = await connect(await startStore({ dataDir, built: true }));
    const items = mongo.db('x').collection<{ _id: number; text?: string }>('items');
    const acknowledged = new Set<number>();
    const seen = new Map<number, number>();
    for (let n = 0; n < 100_000 && seen.size === 0; n++) {
      await items.insertOne({ _id: n, text: 'x'.repeat(20_000) }).then(
        () => acknowledged.add(n),
        ({ code }) => seen.set(Number(code), 1),
      );
    }
    await items.deleteMany({ _id: { $lt: 20 } });
    for (let n = 0; n < 20; n++) acknowledged.delete(n);
    await items.insertOne({ _id: 5 });
    acknowledged.add(5);
    await end();
    await compare('a full disk, then room again by removing', dataDir, acknowledged, seen, [14031]);
  } finally {
    spawnSync('umount', [dataDir]);
  }
}

try {
  if (spawnSync('strace', ['-V']).status !== 0) say('skipped: strace is not installed (apt-get install strace)');
  else {
    await syncBeforeReply();
    await failing('a sync that fails every third time', 'fdatasync', 'EIO', '20+3', [1]);
    await failing('no space for pages now and then', 'pwritev,writev', 'ENOSPC', '20+5', [14031]);
    await failing('no space, pages or head', 'pwrite64,pwritev,writev', 'ENOSPC', '30+7', [14031, 1]);
    await failing('pages that cannot be written', 'pwritev,writev', 'EIO', '20+5', [1]);
  }
  await fullDisk();
} finally {
  folder.remove();
}
process.exitCode = failed ? 1 : 0;
