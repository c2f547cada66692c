import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app/create-app.ts';
import { allKinds, openRecords } from '../../src/app/records.ts';
import { handingKind } from '../../src/crm/handing/handing.ts';
import { importKind } from '../../src/crm/import/import.ts';
import type { LongWork } from '../../src/crm/long-work/long-work.ts';
import { startServer } from '../../src/infra/embedded-mongo/server.ts';
import { createBlobStore } from '../../src/infra/mongo/blob-store.ts';
import { connectMongo } from '../../src/infra/mongo/connect.ts';
import { buttonKind } from '../../src/ledger/button.ts';
import type { RecordKind } from '../../src/ledger/ledger.ts';
import { compareWithLedger } from '../../src/ledger/rebuild.ts';
import { machineClock } from '../../src/ports/clock.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import { startProcess } from '../faults/bot-process.ts';
import { until } from '../support/until.ts';

type Row = Record<'_id' | 'name' | 'account' | 'owner', string>;

/**
 * Has a process killed between two change sets of such work, and another one find it; returns what is on record once it
 * is done, and what of it is unlike the ledger.
 */
async function killedAt(what: 'import' | 'handing', kind: RecordKind<object>, count: number, last: string) {
  const dataDir = mkdtempSync(join(tmpdir(), 'genjin-killed-'));
  const script = new URL('../support/long-work-to-kill.ts', import.meta.url).pathname;
  const args = ['--import', import.meta.resolve('tsx'), script, what, dataDir, String(count), last];
  const killed = startProcess(args, { cwd: process.cwd(), env: {}, ready: new RegExp(`^committed (${last})$`) });
  expect([await killed.ready, killed.complaints()]).toEqual([last, '']);
  await killed.kill();

  const server = await startServer({ dataDir, now: () => new Date() });
  const connection = await connectMongo(server.uri);
  const records = await openRecords(connection, { clock: machineClock, logger: silentLogger });
  const { db, seals, ledger, ledgerStore } = records;
  const jobs = { every() {}, start: async () => {}, stop: async () => {} };
  const app = createApp({ records, adapters: [], blobs: createBlobStore(db, seals), jobs, sole: true });
  const stand = async () => (await ledger.read(kind as unknown as RecordKind<LongWork>, 'killed')) ?? fail();
  try {
    expect(await stand()).toMatchObject({ state: 'running', done: Number(last.at(-1)) });
    await app.start();
    await until(async () => (await stand()).state === 'done');
    const all = (name: string) => db.collection<Row>(name).find().toArray();
    const [accounts, contacts, notes, deals, tasks] = await Promise.all(
      ['accounts', 'contacts', 'interactions', 'deals', 'tasks'].map(all),
    );
    const { named } = await compareWithLedger(db, ledgerStore, [...allKinds, buttonKind]);
    return { work: await stand(), accounts, contacts, notes, deals, tasks, unlike: named };
  } finally {
    await app.stop();
    await connection.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function fail(): never {
  throw new Error('the work is gone');
}

const sorted = (rows: readonly Row[] = [], key: keyof Row = 'account') => rows.map((row) => row[key]).sort();

test('killed at an import: the next process finds every row, once', async () => {
  const rows = 300;
  const found = await killedAt('import', importKind, rows, 'import:killed:2');
  expect(found.work).toMatchObject({ state: 'done', brought: rows });
  const names = Array.from({ length: rows }, (_, row) => `第${row}号公司`);
  expect(sorted(found.accounts, 'name')).toEqual(names.sort());
  const ids = sorted(found.accounts, '_id');
  expect([sorted(found.contacts), sorted(found.notes)]).toEqual([ids, ids]);
  expect(found.unlike).toEqual([]);
});

test('killed at a hand-over: the next process gives the rest, and all is counted once', async () => {
  const customers = 140;
  const found = await killedAt('handing', handingKind, customers, 'handing:killed:1');
  const counted = { customers, deals: customers, steps: customers + 1 };
  expect(found.work).toMatchObject({ state: 'done', given: counted });
  for (const rows of [found.accounts, found.contacts, found.deals])
    expect(sorted(rows, 'owner')).toEqual(Array(customers).fill('chen'));
  expect(sorted(found.tasks, 'owner')).toEqual(Array(customers + 1).fill('chen'));
  expect(found.unlike).toEqual([]);
});
