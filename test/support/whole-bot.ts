import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApp } from '../../src/app/create-app.ts';
import { openRecords, type Records } from '../../src/app/records.ts';
import { createAdapterStateStore } from '../../src/chat/adapter-state-store.ts';
import type { ChatAdapter } from '../../src/chat/chat-adapter.ts';
import { personKind } from '../../src/crm/person/person.ts';
import { startServer } from '../../src/infra/embedded-mongo/server.ts';
import { createHttpServer } from '../../src/infra/http/create-http-server.ts';
import { createBlobStore } from '../../src/infra/mongo/blob-store.ts';
import { connectMongo } from '../../src/infra/mongo/connect.ts';
import type { Stored } from '../../src/ledger/change-set.ts';
import { INBOX, LEDGER, OUTBOX } from '../../src/ledger/collections.ts';
import type { RecordKind } from '../../src/ledger/ledger.ts';
import type { HttpServer } from '../../src/ports/http-server.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import { TestClock } from './world.ts';

/** How a platform's adapter joins the whole bot. */
export interface WholeBotParts {
  adapter: string;
  /** People of the team who are linked, and who they are on the platform. */
  people: readonly string[];
  identity(person: string): string;
  fill(records: Records): Promise<void>;
  open(records: Records, http: HttpServer): ChatAdapter;
}

/** The whole bot over one platform: store, records, outbox, server and adapter are real; the platform is the test's. */
export async function openWholeBot(start: string, { adapter: name, people, identity, fill, open }: WholeBotParts) {
  const clock = new TestClock(start);
  const dataDir = mkdtempSync(join(tmpdir(), 'genjin-bot-'));
  const server = await startServer({ dataDir, now: () => new Date() });
  const connection = await connectMongo(server.uri);
  const records = await openRecords(connection, { clock, logger: silentLogger });
  await fill(records);
  await records.ledger.record({ id: 'admin:link', kind: 'admin', by: 'system' }, async (draft) => {
    for (const id of people) {
      const person = await draft.read(personKind, id);
      if (person === null) throw new Error(`${id} is not in the team`);
      const own = { adapter: name, user: identity(id) };
      draft.change(personKind, person, { identities: [...person.identities, own] });
    }
  });
  const http = createHttpServer({ host: '127.0.0.1', port: 0, healthy: async () => true, graceMs: 200 });
  const jobs = { every() {}, start: async () => {}, stop: async () => {} };
  const app = createApp({
    records,
    adapters: [open(records, http)],
    blobs: createBlobStore(records.db, records.seals),
    jobs,
    sole: true,
  });
  await app.start();
  const url = await http.start();
  const states = createAdapterStateStore(connection);
  await until(async () => (await states.read(name))?.connection === 'connected');

  /** Asked in the order in which a message goes: nothing waits to be handled, then to be applied, then to leave. */
  const settled = () =>
    until(async () => {
      // Sets of one instant are a millisecond apart each, so that a clock that stands still lies behind them.
      const now = new Date(clock.now().getTime() + 60_000);
      const stages = [
        { collection: INBOX, waits: { state: { $in: ['open', 'waiting'] } } },
        { collection: LEDGER, waits: { applied: null } },
        { collection: OUTBOX, waits: { state: 'open', due: { $lte: now } } },
      ];
      for (const { collection, waits } of stages)
        if ((await records.db.collection(collection).countDocuments(waits)) > 0) return false;
      return true;
    });

  return {
    records,
    clock,
    url,
    settled,
    /** Lets time pass to an instant: everything due on the way happens in order. */
    async until(at: string): Promise<void> {
      const end = new Date(at);
      for (let next = await app.rules.nextInstant(clock.now()); next !== null && next <= end; ) {
        clock.set(next);
        await app.runDue();
        next = await app.rules.nextInstant(clock.now());
      }
      clock.set(end);
      await app.runDue();
      await settled();
    },
    async kept<T extends object>(kind: RecordKind<T>): Promise<Stored<T>[]> {
      const rows = records.db.collection(kind.collection).find({ deleted: { $ne: true } });
      return (await rows.toArray()) as unknown as Stored<T>[];
    },
    async close(): Promise<void> {
      await app.stop();
      await http.stop();
      await connection.close();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 20) {
    if (await holds()) return;
    await sleep(20);
  }
  throw new Error('it did not come to rest');
}
