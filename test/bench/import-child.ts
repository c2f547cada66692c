import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { ChatAdapter, ChatHost, IncomingEvent, Reply } from '../../src/chat/chat-adapter.ts';
import { accountKind } from '../../src/crm/account/account.ts';
import { importKind } from '../../src/crm/import/import.ts';
import { machineClock } from '../../src/ports/clock.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import { differences, namedIn } from '../support/messy-check.ts';
import { messyExport, onRecord } from '../support/messy-export.ts';
import { fillTeam } from '../support/sales-team.ts';
import { gb18030Csv } from '../support/sheet-file.ts';
import { built } from './built.ts';
import { answerParent } from './child.ts';

/** A list brought in by one tap and taken back by one word, on the embedded store. Seconds from the tap and the word. */
export interface Imported {
  preview: number;
  brought: number;
  customers: number;
  takenBack: number;
  left: number;
  /** The process's own megabytes (without the pages of the data file) before, and at most while it ran. */
  before: number;
  peak: number;
  /** What others waited for their answers meanwhile, in milliseconds. */
  answers: number[];
  /** What both cost, in seconds of CPU: the store's thread included, whatever else the machine does. */
  cpu: { brought: number; takenBack: number };
  /** How long the loop was held at a time, in milliseconds. */
  held: { p99: number; max: number };
}

/** An export as companies have them, held against what its rows mean. */
export interface Checked {
  brought: number;
  differences: number;
  /** Rows named otherwise than they should be. */
  misnamed: number;
  /** Records changed by the same file a second time, and left by the undo. */
  changedAgain: number;
  left: number;
}

const { openStore } = await built<typeof import('../../src/main/open-store.ts')>('src/main/open-store');
const { openRecords } = await built<typeof import('../../src/app/records.ts')>('src/app/records');
const { createBlobStore } =
  await built<typeof import('../../src/infra/mongo/blob-store.ts')>('src/infra/mongo/blob-store');
const { createApp } = await built<typeof import('../../src/app/create-app.ts')>('src/app/create-app');

const PATIENCE_MS = 300_000;

const dataDir = mkdtempSync(join(tmpdir(), 'genjin-bench-'));
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));
const store = await openStore({ DATA_DIR: dataDir });
let host: ChatHost | undefined;
const told: Reply[] = [];
const adapter: ChatAdapter = {
  name: 'web',
  async start(chat) {
    host = chat;
  },
  stop: async () => undefined,
  deliver: async (reply) => void told.push(reply),
};
const records = await openRecords(store.connection, { clock: machineClock, logger: silentLogger });
const blobs = createBlobStore(records.db, records.seals);
await fillTeam(records, onRecord);
const jobs = { every() {}, start: async () => {}, stop: async () => {} };
const app = createApp({ records, adapters: [adapter], blobs, jobs, sole: true });
await app.start();

let events = 0;
const greeting: IncomingEvent = {
  key: 'web:bench:first',
  adapter: 'web',
  room: 'direct:emma',
  user: 'emma',
  sentAt: machineClock.now(),
  kind: 'message',
  message: 'web:bench:first',
  text: 'my day',
};
type Brought =
  | { kind: 'thing'; message: string; what: 'file'; name: string; blob: string }
  | { kind: 'message'; message: string; text: string }
  | { kind: 'action'; action: string };

async function bring(what: Brought): Promise<Reply[]> {
  events += 1;
  const from = { key: `web:bench:${events}`, adapter: 'web', room: 'direct:lin', user: 'lin' };
  const event: IncomingEvent = { ...from, sentAt: machineClock.now(), ...what };
  return (await host?.accept(event))?.handled ?? [];
}

async function stateIs(state: string): Promise<number> {
  const began = performance.now();
  const imports = records.db.collection(importKind.collection);
  while ((await imports.countDocuments({ state })) === 0) {
    if (performance.now() - began > PATIENCE_MS) throw new Error(`the import is not ${state}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return (performance.now() - began) / 1000;
}

/** This process without what it has mapped of the data file. */
const ownMegabytes = (): number =>
  Number(/RssAnon:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024;

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

const living = { deleted: { $ne: true } };
const countAll = async (): Promise<number> => {
  const names = ['accounts', 'contacts', 'deals', 'interactions', 'account_names'];
  const counts = await Promise.all(names.map((name) => records.db.collection(name).countDocuments(living)));
  return counts.reduce((sum, count) => sum + count, 0);
};

/** Sends a file; the reply to it. */
async function sendFile(name: string, bytes: Uint8Array): Promise<Reply | undefined> {
  const blob = await blobs.put({ name, type: 'text/csv', bytes });
  const [asked] = await bring({ kind: 'thing', message: `web:bench:file:${events}`, what: 'file', name, blob });
  return asked;
}

async function tap(asked: Reply | undefined): Promise<void> {
  const [first] = asked?.message.buttons ?? [];
  if (first === undefined) throw new Error('the list has no preview');
  await bring({ kind: 'action', action: first.id });
}

/** Somebody else asks again and again; stops when told, and says what each answer took. */
function askMeanwhile(): { stop(): Promise<number[]> } {
  const took: number[] = [];
  let going = true;
  const asking = (async () => {
    while (going) {
      const began = performance.now();
      events += 1;
      await host
        ?.accept({
          key: `web:bench:${events}`,
          adapter: 'web',
          room: 'direct:emma',
          user: 'emma',
          sentAt: machineClock.now(),
          kind: 'message',
          message: `web:bench:other:${events}`,
          text: 'my day',
        })
        .then(({ handled }) => handled);
      took.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  })();
  return {
    async stop() {
      going = false;
      await asking;
      return took;
    },
  };
}

answerParent(
  {
    async import(rows: number): Promise<Imported> {
      const lines = Array.from(
        { length: rows },
        (_, at) =>
          `第${at}号公司,王${at},138${10_000_000 + at},u${at}@example.com,${at + 1}万,报价,2026-10-0${1 + (at % 9)},上海,老客户介绍`,
      );
      const csv = `公司名称,联系人,手机,邮箱,金额,阶段,最近联系,地区,备注\n${lines.join('\n')}\n`;
      // What is loaded with the first question is no cost of a list.
      await (await host?.accept(greeting))?.handled;
      const before = ownMegabytes();
      let peak = before;
      const watch = setInterval(() => {
        peak = Math.max(peak, ownMegabytes());
      }, 100);
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      const began = performance.now();
      const atFirst = cpuSeconds();
      const asked = await sendFile('客户.csv', new TextEncoder().encode(csv));
      const preview = (performance.now() - began) / 1000;
      await tap(asked);
      const others = askMeanwhile();
      const brought = await stateIs('done');
      const inBetween = cpuSeconds();
      const customers = await records.db.collection(accountKind.collection).countDocuments(living);
      await bring({ kind: 'message', message: 'web:bench:undo', text: '撤销' });
      const takenBack = await stateIs('undone');
      const cpu = { brought: inBetween - atFirst, takenBack: cpuSeconds() - inBetween };
      delay.disable();
      clearInterval(watch);
      const answers = await others.stop();
      const left = await records.db.collection(accountKind.collection).countDocuments(living);
      const held = { p99: delay.percentile(99) / 1e6 - 5, max: delay.max / 1e6 - 5 };
      return { preview, brought, customers, takenBack, left, before, peak, answers, cpu, held };
    },

    async export(rows: number): Promise<Checked> {
      const before = await countAll();
      const own = new Set<string>();
      for (const name of ['accounts', 'contacts', 'deals', 'interactions'])
        for (const { _id } of await records.db.collection(name).find({}).toArray()) own.add(String(_id));
      const meant = messyExport(rows, 1);
      await tap(await sendFile('客户.csv', gb18030Csv(meant.sheet)));
      const brought = await stateIs('done');
      const wrong = await differences(records.db, meant, own);
      const there = await countAll();
      const done = told.find(({ message }) => message.text.startsWith('✓ 已导入'));
      const action = done?.message.buttons?.find(({ file }) => file)?.id ?? '';
      const asked = { adapter: 'web', room: 'direct:lin', user: 'lin', kind: 'file', action } as const;
      const file = await host?.answerNow(asked, PATIENCE_MS);
      const named = namedIn(new TextDecoder().decode(file?.bytes));
      const lines = new Set([...named.keys(), ...meant.named.keys()]);
      const misnamed = [...lines].filter(
        (line) => String(named.get(line)) !== String(meant.named.get(line)?.toSorted()),
      ).length;
      const again = await sendFile('客户.csv', gb18030Csv({ ...meant.sheet, rows: [...meant.sheet.rows, []] }));
      const asksAgain = again?.message.text.startsWith('没有新的') ? 0 : 1;
      const changedAgain = Math.abs((await countAll()) - there) + asksAgain;
      await bring({ kind: 'message', message: 'web:bench:undo-export', text: '撤销' });
      await stateIs('undone');
      const left = Math.abs((await countAll()) - before);
      return { brought, differences: wrong.length, misnamed, changedAgain, left };
    },
  },
  async () => {
    await app.stop();
    await store.close();
  },
);
