import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChatAdapter } from '../../src/chat/chat-adapter.ts';
import { machineClock } from '../../src/ports/clock.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import { built } from './built.ts';
import { answerParent } from './child.ts';
import { planSteps } from './due-steps.ts';

/** The bot with very many steps that come due at one instant, at an adapter that answers at once. */
export interface Reminded {
  /** Seconds from the instant at which the steps were due. */
  first: number;
  last: number;
  posted: number;
  /** People who were told more than once. */
  doubled: number;
  cpuSeconds: number;
}

const { openStore } = await built<typeof import('../../src/main/open-store.ts')>('src/main/open-store');
const { openRecords } = await built<typeof import('../../src/app/records.ts')>('src/app/records');
const { createBlobStore } =
  await built<typeof import('../../src/infra/mongo/blob-store.ts')>('src/infra/mongo/blob-store');
const { createApp } = await built<typeof import('../../src/app/create-app.ts')>('src/app/create-app');
const { createAgendaQueue } = await built<typeof import('../../src/infra/agenda/create-agenda-queue.ts')>(
  'src/infra/agenda/create-agenda-queue',
);

const DUE = new Date('2026-11-25T15:00:00+08:00');
const LEAD_MS = 30 * 60_000;
const PATIENCE_MS = 300_000;

const dataDir = mkdtempSync(join(tmpdir(), 'genjin-bench-'));
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));
const store = await openStore({ DATA_DIR: dataDir });
/** An hour before anybody is to be told; then moved to the minute. */
let now = new Date(DUE.getTime() - 3 * LEAD_MS);
const told = new Map<string, number>();
let posted = 0;
let firstAt = 0;
let lastAt = 0;
const adapter: ChatAdapter = {
  name: 'web',
  start: async () => undefined,
  stop: async () => undefined,
  async deliver({ to }) {
    lastAt = performance.now();
    if (posted++ === 0) firstAt = lastAt;
    told.set(to.room, (told.get(to.room) ?? 0) + 1);
  },
};
const records = await openRecords(store.connection, { clock: { now: () => now }, logger: silentLogger });
const app = createApp({
  records,
  adapters: [adapter],
  blobs: createBlobStore(records.db, records.seals),
  jobs: createAgendaQueue({ db: records.db, logger: silentLogger }),
  sole: true,
});

answerParent(
  {
    async remind(people: number): Promise<Reminded> {
      await planSteps(records.db, people, DUE, machineClock.now());
      await app.start();
      const cpu = process.cpuUsage();
      now = new Date(DUE.getTime() - LEAD_MS);
      const began = performance.now();
      void app.runDue();
      while (told.size < people && performance.now() - began < PATIENCE_MS)
        await new Promise((resolve) => setTimeout(resolve, 50));
      const { user, system } = process.cpuUsage(cpu);
      return {
        first: (firstAt - began) / 1000,
        last: (lastAt - began) / 1000,
        posted: told.size,
        doubled: [...told.values()].filter((times) => times > 1).length,
        cpuSeconds: (user + system) / 1e6,
      };
    },
  },
  async () => {
    await app.stop();
    await store.close();
  },
);
