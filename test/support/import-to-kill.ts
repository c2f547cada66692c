import { writeSync } from 'node:fs';
import { openRecords } from '../../src/app/records.ts';
import { createImports } from '../../src/capabilities/import-customers/create-imports.ts';
import { directRoom } from '../../src/chat/message.ts';
import { importKind } from '../../src/crm/import/import.ts';
import { startServer } from '../../src/infra/embedded-mongo/server.ts';
import { createBlobStore } from '../../src/infra/mongo/blob-store.ts';
import { connectMongo } from '../../src/infra/mongo/connect.ts';
import { machineClock } from '../../src/ports/clock.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import { fillTeam } from './sales-team.ts';

/** A process that brings a list in, says each change set that it has committed, and halts after the second one. */

const [, , dataDir = '', rows = '0'] = process.argv;
const server = await startServer({ dataDir, now: () => new Date() });
const connection = await connectMongo(server.uri);
const records = await openRecords(connection, { clock: machineClock, logger: silentLogger });
const { ledger, stores, clock, db, seals } = records;
await fillTeam(records, []);
const blobs = createBlobStore(db, seals);
const lines = Array.from({ length: Number(rows) }, (_, at) => `第${at}号公司,王${at},138${10_000_000 + at},备注${at}`);
const bytes = new TextEncoder().encode(`客户,联系人,电话,备注\n${lines.join('\n')}\n`);
const blob = await blobs.put({ name: '客户.csv', type: 'text/csv', bytes });
const cause = { id: 'web:killed', kind: 'message', by: 'lin', room: directRoom('lin') } as const;
await ledger.record(cause, async (draft) => {
  const shown = draft.send({ adapter: 'web', room: directRoom('lin') }, { text: '…' });
  const begun = { state: 'running', round: 0, done: 0, chunks: 0, shown, set: draft.setId } as const;
  draft.create(importKind, 'killed', { ...begun, person: 'lin', blob, customers: lines.length, brought: 0 });
});
records.onCommit(({ _id }) => {
  writeSync(1, `committed ${_id}\n`);
  // Here it is found by what kills it, however slow that is.
  if (_id === 'import:killed:2') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});
const owners = new Set(['lin']);
const viewerOf = async () => ({ person: 'lin', owners, ownOwners: owners, audience: ['lin'] });
await createImports({ ledger, stores, blobs, clock, viewerOf }).sweep();
