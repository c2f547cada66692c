import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { ChatAdapter, ChatHost, IncomingEvent, Reply } from '../../src/chat/chat-adapter.ts';
import { machineClock } from '../../src/ports/clock.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import { onRecord } from '../support/messy-export.ts';
import { fillTeam } from '../support/sales-team.ts';
import { built } from './built.ts';

/** The whole bot on an embedded store of its own, for what is done behind the talk; the business clock is the machine's. */

const { openStore } = await built<typeof import('../../src/main/open-store.ts')>('src/main/open-store');
const { openRecords } = await built<typeof import('../../src/app/records.ts')>('src/app/records');
const { createBlobStore } =
  await built<typeof import('../../src/infra/mongo/blob-store.ts')>('src/infra/mongo/blob-store');
const { createApp } = await built<typeof import('../../src/app/create-app.ts')>('src/app/create-app');

const PATIENCE_MS = 300_000;

const dataDir = mkdtempSync(join(tmpdir(), 'genjin-bench-'));
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));
const store = await openStore({ DATA_DIR: dataDir });
let served: ChatHost | undefined;
/** Everything that was delivered, in order. */
export const told: Reply[] = [];
const adapter: ChatAdapter = {
  name: 'web',
  async start(chat) {
    served = chat;
  },
  stop: async () => undefined,
  deliver: async (reply) => void told.push(reply),
};
export const records = await openRecords(store.connection, { clock: machineClock, logger: silentLogger });
export const blobs = createBlobStore(records.db, records.seals);
await fillTeam(records, onRecord);
const jobs = { every() {}, start: async () => {}, stop: async () => {} };
const app = createApp({ records, adapters: [adapter], blobs, jobs, sole: true });
await app.start();
export const host: ChatHost = served ?? unserved();

function unserved(): never {
  throw new Error('the bot serves its adapter');
}

export async function closeBot(): Promise<void> {
  await app.stop();
  await store.close();
}

type Brought =
  | { kind: 'thing'; message: string; what: 'file'; name: string; blob: string }
  | { kind: 'message'; message: string; text: string }
  | { kind: 'action'; action: string };

let events = 0;

/** What somebody sends in their direct talk; the replies to it. */
export async function bring(user: string, what: Brought): Promise<Reply[]> {
  events += 1;
  const from = { key: `web:bench:${events}`, adapter: 'web', room: `direct:${user}`, user };
  const event: IncomingEvent = { ...from, sentAt: machineClock.now(), ...what };
  return (await host.accept(event)).handled;
}

export const says = (user: string, text: string): Promise<Reply[]> =>
  bring(user, { kind: 'message', message: `web:bench:said:${events}`, text });

/** Waits until long work of that collection is in that state; in seconds. */
export async function stateIs(collection: string, state: string): Promise<number> {
  const began = performance.now();
  while ((await records.db.collection(collection).countDocuments({ state })) === 0) {
    if (performance.now() - began > PATIENCE_MS) throw new Error(`nothing in ${collection} is ${state}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return (performance.now() - began) / 1000;
}

/** This process without what it has mapped of the data file. */
const ownMegabytes = (): number =>
  Number(/RssAnon:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024;

export const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

export const living = { deleted: { $ne: true } };

/** What others notice of work behind the talk. */
export interface Noticed {
  /** The process's own megabytes (without the pages of the data file) before, and at most while it ran. */
  before: number;
  peak: number;
  /** What others waited for their answers meanwhile, in milliseconds. */
  answers: number[];
  /** How long the loop was held at a time, in milliseconds. */
  held: { p99: number; max: number };
}

/** Watches the process and lets somebody else ask again and again, until told to stop. */
export async function notice(): Promise<{ ask(): void; stop(): Promise<Noticed> }> {
  // What is loaded with the first question is no cost of the work.
  await says('emma', 'my day');
  const before = ownMegabytes();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, ownMegabytes());
  }, 100);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const answers: number[] = [];
  let going = true;
  let asking: Promise<void> | undefined;
  const askOn = async () => {
    while (going) {
      const began = performance.now();
      await says('emma', 'my day');
      answers.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  return {
    ask() {
      asking = askOn();
    },
    async stop() {
      delay.disable();
      clearInterval(watch);
      going = false;
      await asking;
      const held = { p99: delay.percentile(99) / 1e6 - 5, max: delay.max / 1e6 - 5 };
      return { before, peak, answers, held };
    },
  };
}
