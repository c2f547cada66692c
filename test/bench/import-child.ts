import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChatAdapter, ChatHost, IncomingEvent, Reply } from '../../src/chat/chat-adapter.ts';
import { accountKind } from '../../src/crm/account/account.ts';
import { importKind } from '../../src/crm/import/import.ts';
import { machineClock } from '../../src/ports/clock.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import { fillTeam } from '../support/sales-team.ts';
import { built } from './built.ts';
import { answerParent } from './child.ts';

/** A list brought in by one tap and taken back by one word, on the embedded store. Seconds from the tap and the word. */
export interface Imported {
  preview: number;
  brought: number;
  customers: number;
  takenBack: number;
  left: number;
  /** Resident megabytes before, and at most while it ran. */
  before: number;
  peak: number;
}

const { openStore } = await built<typeof import('../../src/main/open-store.ts')>('src/main/open-store');
const { openRecords } = await built<typeof import('../../src/app/records.ts')>('src/app/records');
const { createBlobStore } =
  await built<typeof import('../../src/infra/mongo/blob-store.ts')>('src/infra/mongo/blob-store');
const { createApp } = await built<typeof import('../../src/app/create-app.ts')>('src/app/create-app');

const PATIENCE_MS = 300_000;
const MB = 2 ** 20;

const dataDir = mkdtempSync(join(tmpdir(), 'genjin-bench-'));
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));
const store = await openStore({ DATA_DIR: dataDir });
let host: ChatHost | undefined;
const adapter: ChatAdapter = {
  name: 'web',
  async start(chat) {
    host = chat;
  },
  stop: async () => undefined,
  deliver: async () => undefined,
};
const records = await openRecords(store.connection, { clock: machineClock, logger: silentLogger });
const blobs = createBlobStore(records.db, records.seals);
await fillTeam(records, []);
const jobs = { every() {}, start: async () => {}, stop: async () => {} };
const app = createApp({ records, adapters: [adapter], blobs, jobs, sole: true });
await app.start();

let events = 0;
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

answerParent(
  {
    async import(rows: number): Promise<Imported> {
      const lines = Array.from(
        { length: rows },
        (_, at) =>
          `第${at}号公司,王${at},138${10_000_000 + at},u${at}@example.com,${at + 1}万,报价,2026-10-0${1 + (at % 9)},上海,老客户介绍`,
      );
      const csv = `公司名称,联系人,手机,邮箱,金额,阶段,最近联系,地区,备注\n${lines.join('\n')}\n`;
      const blob = await blobs.put({ name: '客户.csv', type: 'text/csv', bytes: new TextEncoder().encode(csv) });
      const before = process.memoryUsage.rss() / MB;
      let peak = before;
      const watch = setInterval(() => {
        peak = Math.max(peak, process.memoryUsage.rss() / MB);
      }, 50);
      const began = performance.now();
      const [asked] = await bring({ kind: 'thing', message: 'web:bench:file', what: 'file', name: '客户.csv', blob });
      const preview = (performance.now() - began) / 1000;
      const [tap] = asked?.message.buttons ?? [];
      if (tap === undefined) throw new Error('the list has no preview');
      await bring({ kind: 'action', action: tap.id });
      const brought = await stateIs('done');
      const living = { deleted: { $ne: true } };
      const customers = await records.db.collection(accountKind.collection).countDocuments(living);
      clearInterval(watch);
      await bring({ kind: 'message', message: 'web:bench:undo', text: '撤销' });
      const takenBack = await stateIs('undone');
      const left = await records.db.collection(accountKind.collection).countDocuments(living);
      return { preview, brought, customers, takenBack, left, before, peak };
    },
  },
  async () => {
    await app.stop();
    await store.close();
  },
);
