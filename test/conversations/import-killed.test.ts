import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app/create-app.ts';
import { allKinds, openRecords } from '../../src/app/records.ts';
import { importKind } from '../../src/crm/import/import.ts';
import { startServer } from '../../src/infra/embedded-mongo/server.ts';
import { createBlobStore } from '../../src/infra/mongo/blob-store.ts';
import { connectMongo } from '../../src/infra/mongo/connect.ts';
import { buttonKind } from '../../src/ledger/button.ts';
import { compareWithLedger } from '../../src/ledger/rebuild.ts';
import { machineClock } from '../../src/ports/clock.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import { startProcess } from '../faults/bot-process.ts';

const ROWS = 300;

test('a process killed between two change sets of an import: the next one finds every row, once', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'genjin-killed-'));
  const script = new URL('../support/import-to-kill.ts', import.meta.url).pathname;
  const args = ['--import', import.meta.resolve('tsx'), script, dataDir, String(ROWS)];
  const killed = startProcess(args, { cwd: process.cwd(), env: {}, ready: /^committed (import:killed:2)$/ });
  expect([await killed.ready, killed.complaints()]).toEqual(['import:killed:2', '']);
  await killed.kill();

  const server = await startServer({ dataDir, now: () => new Date() });
  const connection = await connectMongo(server.uri);
  const records = await openRecords(connection, { clock: machineClock, logger: silentLogger });
  const { db, seals, ledger, ledgerStore } = records;
  const left = await ledger.read(importKind, 'killed');
  const jobs = { every() {}, start: async () => {}, stop: async () => {} };
  const app = createApp({ records, adapters: [], blobs: createBlobStore(db, seals), jobs, sole: true });
  try {
    expect(left).toMatchObject({ state: 'running', done: 2 });
    await app.start();
    for (let waited = 0; waited < 15_000 && (await ledger.read(importKind, 'killed'))?.state !== 'done'; waited += 50)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await ledger.read(importKind, 'killed')).toMatchObject({ state: 'done', brought: ROWS });
    const every = Array.from({ length: ROWS }, (_, row) => row);
    const all = (name: string) => db.collection<{ _id: string; name: string; account: string }>(name).find().toArray();
    const accounts = await all('accounts');
    expect(accounts.map(({ name }) => name).sort()).toEqual(every.map((row) => `第${row}号公司`).sort());
    const ids = accounts.map(({ _id }) => _id).sort();
    expect((await all('contacts')).map(({ account }) => account).sort()).toEqual(ids);
    expect((await all('interactions')).map(({ account }) => account).sort()).toEqual(ids);
    expect((await compareWithLedger(db, ledgerStore, [...allKinds, buttonKind])).named).toEqual([]);
  } finally {
    await app.stop();
    await connection.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}, 60_000);
