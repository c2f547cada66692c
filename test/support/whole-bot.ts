import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { adapterFindings } from '../../scripts/doctor/examine-adapter.ts';
import { type App, type AppParts, createApp } from '../../src/app/create-app.ts';
import { openRecords, type Records } from '../../src/app/records.ts';
import { createAdapterStateStore } from '../../src/chat/adapter-state-store.ts';
import type { ChatAdapter } from '../../src/chat/chat-adapter.ts';
import { personKind } from '../../src/crm/person/person.ts';
import { startServer } from '../../src/infra/embedded-mongo/server.ts';
import { createHttpServer } from '../../src/infra/http/create-http-server.ts';
import { createBlobStore } from '../../src/infra/mongo/blob-store.ts';
import { connectMongo } from '../../src/infra/mongo/connect.ts';
import type { Stored } from '../../src/ledger/change-set.ts';
import { INBOX } from '../../src/ledger/collections.ts';
import type { RecordKind } from '../../src/ledger/ledger.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { HttpServer } from '../../src/ports/http-server.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import { untilSettled } from './settled.ts';
import { until } from './until.ts';
import { TestClock } from './world.ts';

/** How a platform's adapter joins the whole bot. */
export interface WholeBotParts {
  adapter: string;
  /** People of the team who are linked, and who they are on the platform; nobody has to be where it is left out. */
  people: readonly string[];
  identity?(person: string): string;
  fill(records: Records): Promise<void>;
  /** `app`: there once everything is open; `machine`: the clock of the machine, which goes on while no process runs. */
  open(records: Records, http: HttpServer, app: () => App, machine: Clock): ChatAdapter;
  /** Whether other processes are on the store. */
  shared?: boolean;
  /** Whether the platform's pace is kept; it is lifted where what is said counts, not when. */
  paced?: boolean;
  /** Where a person is reached from this process alone, as at a terminal. */
  reach?: AppParts['reach'];
}

/** The whole bot over one platform: store, records, outbox, server and adapter are real; the platform is the test's. */
export async function openWholeBot(start: string, parts: WholeBotParts) {
  const { adapter: name, people, identity, reach } = parts;
  const clock = new TestClock(start);
  const dataDir = mkdtempSync(join(tmpdir(), 'genjin-bot-'));
  let restOfTime = 0;
  const machine: Clock = { now: () => new Date(Date.now() + restOfTime) };
  const server = await startServer({ dataDir, now: machine.now });

  async function link({ ledger }: Records): Promise<void> {
    if (identity === undefined) return;
    await ledger.record({ id: 'admin:link', kind: 'admin', by: 'system' }, async (draft) => {
      for (const id of people) {
        const person = await draft.read(personKind, id);
        if (person === null) throw new Error(`${id} is not in the team`);
        const own = { adapter: name, user: identity(id) };
        draft.change(personKind, person, { identities: [...person.identities, own] });
      }
    });
  }

  /** One process of the bot. */
  async function begin(prepare: (records: Records) => Promise<void>) {
    // So that a test may count what is sent.
    const connection = await connectMongo(`${server.uri}&monitorCommands=true`);
    const records = await openRecords(connection, { clock, logger: silentLogger });
    await prepare(records);
    const http = createHttpServer({ host: '127.0.0.1', port: 0, healthy: async () => true, graceMs: 200 });
    const adapter = parts.open(records, http, () => app, machine);
    const app: App = createApp({
      records,
      adapters: [parts.paced === true ? adapter : unpaced(adapter)],
      blobs: createBlobStore(records.db, records.seals),
      jobs: { every() {}, start: async () => {}, stop: async () => {} },
      sole: parts.shared !== true,
      ...(reach === undefined ? {} : { reach }),
    });
    await app.start();
    const url = await http.start();
    const states = createAdapterStateStore(connection);
    await until(async () => (await states.read(name))?.connection === 'connected');
    const stop = async () => {
      await app.stop();
      await http.stop();
      await connection.close();
    };
    return { records, app, url, states, stop };
  }
  let running = await begin(async (records) => {
    await parts.fill(records);
    await link(records);
  });

  const settled = () => untilSettled(running.records);

  return {
    clock,
    settled,
    get records() {
      return running.records;
    },
    get url() {
      return running.url;
    },
    /** What somebody does, until the bot has it and has said all that it says to it. */
    async brings(work: () => unknown): Promise<void> {
      const { db } = running.records;
      const before = await db.collection(INBOX).countDocuments({});
      await work();
      for (let waited = 0; waited < 2_000 && (await db.collection(INBOX).countDocuments({})) === before; waited += 10)
        await sleep(10);
      await settled();
    },
    /** Lets time pass to an instant: everything due on the way happens in order. */
    async until(at: string): Promise<void> {
      const { app } = running;
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
    /** A second process on the same store. */
    another: () => begin(async () => {}),
    /** The first process ends. */
    ends: () => running.stop(),
    /** The process ends, and another one begins so many minutes later. */
    async restarts(minutes: number): Promise<void> {
      await running.stop();
      restOfTime += minutes * 60_000;
      clock.pass(minutes * 60_000);
      running = await begin(async () => {});
      await settled();
    },
    /** What `npm run doctor` says of the adapter. */
    async doctor(): Promise<string> {
      const findings = adapterFindings(name, await running.states.read(name), new Date(), MENDS, 'zh');
      return findings.map(({ what }) => what).join('\n');
    },
    async kept<T extends object>(kind: RecordKind<T>): Promise<Stored<T>[]> {
      const rows = running.records.db.collection(kind.collection).find({ deleted: { $ne: true } });
      return (await rows.toArray()) as unknown as Stored<T>[];
    },
    async close(): Promise<void> {
      await running.stop();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const unpaced = ({ pace: _, ...adapter }: ChatAdapter): ChatAdapter => adapter;

const MENDS = { unheard: '', error: (code: string) => code };
