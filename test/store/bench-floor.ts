import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { openLmdbFile } from '../../src/infra/embedded-mongo/storage/lmdb-store.ts';
import { inTurns, median, together } from './measure.ts';

const CALLS = 2_000;
const WARM_UP = 5_000;

/** Milliseconds a call that the driver itself takes, against a server that answers at once and does nothing. */
export async function driverAlone(folder: string): Promise<{ ping: number; find: number; inFlight: number }> {
  const path = join(folder, 'stub.sock');
  const script = new URL('./stub-server.ts', import.meta.url).pathname;
  const stub = spawn(process.execPath, ['--import', 'tsx', script, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(stub.stdout, 'data');
  const client = await new MongoClient(`mongodb://${encodeURIComponent(path)}`, { maxPoolSize: 40 }).connect();
  const db = client.db('x');
  const items = db.collection<{ _id: number; n: number; text: string; due: Date }>('items');
  let made = 0;
  const insert = () => {
    const n = made++;
    return items.insertOne({ _id: n, n, text: `text ${n}`, due: new Date(n * 1_000) });
  };
  const calls = { ping: () => db.command({ ping: 1 }), find: () => items.findOne({ n: made }) };
  await inTurns(WARM_UP, calls);
  await together(WARM_UP, 32, insert);
  const { ping, find } = await inTurns(CALLS, calls);
  const inFlight: number[] = [];
  for (let round = 0; round < 7; round++) inFlight.push(await together(CALLS, 32, insert));
  await client.close();
  stub.kill('SIGKILL');
  await once(stub, 'exit');
  return { ping, find, inFlight: median(inFlight) };
}

/** Milliseconds a document that LMDB itself takes for what a thousand documents with four indexes put into it. */
export async function bareThousand(folder: string, rounds: number): Promise<number> {
  const store = openLmdbFile(join(folder, 'thousand.mdb'), false);
  const record = Buffer.alloc(80);
  const mark = Buffer.alloc(1);
  let row = 0;
  const key = (kind: number, text: string): Buffer =>
    Buffer.from(`${String.fromCharCode(kind)}....${text}......`, 'latin1');
  const taken: number[] = [];
  for (let round = -1; round < rounds; round++) {
    const keys = Array.from({ length: 1_000 }, () => {
      const n = String(row++).padStart(9, '0');
      return { document: key(3, n), entries: [key(4, n), key(5, n), key(6, `text ${row}`), key(7, n)] };
    });
    const began = performance.now();
    store.write((writer) => {
      for (const { document, entries } of keys) {
        writer.put(document, record);
        for (const entry of entries) writer.put(entry, mark);
      }
    });
    if (round >= 0) taken.push((performance.now() - began) / 1_000);
  }
  await store.close();
  return median(taken);
}
