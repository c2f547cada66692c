import { writeSync } from 'node:fs';
import { openRecords } from '../../src/app/records.ts';
import { createHandings } from '../../src/capabilities/hand-over/create-handings.ts';
import { createImports } from '../../src/capabilities/import-customers/create-imports.ts';
import { directRoom } from '../../src/chat/message.ts';
import { handingKind } from '../../src/crm/handing/handing.ts';
import { importKind } from '../../src/crm/import/import.ts';
import { startServer } from '../../src/infra/embedded-mongo/server.ts';
import { createBlobStore } from '../../src/infra/mongo/blob-store.ts';
import { connectMongo } from '../../src/infra/mongo/connect.ts';
import { machineClock } from '../../src/ports/clock.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import { fillMany } from './many-customers.ts';
import { fillTeam } from './sales-team.ts';

/** A process at long work: it says each change set that it has committed, and halts after the one that it is told. */

const [, , what = '', dataDir = '', count = '0', last = ''] = process.argv;
const server = await startServer({ dataDir, now: () => new Date() });
const connection = await connectMongo(server.uri);
const records = await openRecords(connection, { clock: machineClock, logger: silentLogger });
const { ledger, stores, clock, db, seals } = records;
await fillTeam(records, []);
const blobs = createBlobStore(db, seals);
const by = 'li';
const room = directRoom(by);
const begun = { person: by, state: 'running', round: 0, done: 0, chunks: 0 } as const;

async function importOf(rows: number): Promise<void> {
  const lines = Array.from({ length: rows }, (_, at) => `第${at}号公司,王${at},138${10_000_000 + at},备注${at}`);
  const bytes = new TextEncoder().encode(`客户,联系人,电话,备注\n${lines.join('\n')}\n`);
  const blob = await blobs.put({ name: '客户.csv', type: 'text/csv', bytes });
  await ledger.record({ id: 'web:killed', kind: 'message', by, room }, async (draft) => {
    const shown = draft.send({ adapter: 'web', room }, { text: '…' });
    draft.create(importKind, 'killed', { ...begun, shown, set: draft.setId, blob, customers: rows, brought: 0 });
  });
}

async function handingOf(customers: number): Promise<void> {
  await fillMany(records, customers, 'lin');
  const given = { customers: 0, deals: 0, steps: 0, sums: {} };
  await ledger.record({ id: 'web:killed', kind: 'message', by, room }, async (draft) => {
    const shown = draft.send({ adapter: 'web', room }, { text: '…' });
    const way = { from: 'lin', to: 'chen', left: true, ordered: draft.setId, began: clock.now() };
    const so = { ...begun, shown, set: draft.setId };
    draft.create(handingKind, 'killed', { ...so, ...way, customers, given, top: [], ended: null });
  });
}

await (what === 'import' ? importOf : handingOf)(Number(count));
records.onCommit(({ _id }) => {
  writeSync(1, `committed ${_id}\n`);
  // Here it is found by what kills it, however slow that is.
  if (_id === last) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});
const viewerOf = async () => ({ person: by, owners: 'all', ownOwners: 'all', audience: [by] }) as const;
const tooEarly = () => Promise.reject(new Error('nobody is told before its end'));
const rules = { allowPush: tooEarly, tell: tooEarly };
const work =
  what === 'import'
    ? createImports({ ledger, stores, blobs, clock, viewerOf })
    : createHandings({ ledger, stores, clock, rules, addressOf: async () => null });
await work.sweep();
