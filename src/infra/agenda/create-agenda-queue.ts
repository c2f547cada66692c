import { randomUUID } from 'node:crypto';
import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import type { Db } from 'mongodb';
import { machineClock } from '../../ports/clock.ts';
import type { JobQueue } from '../../ports/job-queue.ts';
import type { Logger } from '../../ports/logger.ts';

const COLLECTION = 'agenda_jobs';
/** A run under way renews its lock every second; Agenda leaves a timer of half this behind each run. */
const LOCK_MS = 4_000;
const RENEW_MS = 1_000;
const SCAN_MS = 1_000;
/** How long a stop waits for runs under way: SIGTERM leaves ten seconds for everything. */
const DRAIN_MS = 8_000;
/** After so long without a run, a row's process is taken for dead. */
const FORGOTTEN_MS = 86_400_000;

/**
 * Recurring ticks on Agenda, one row for each tick and process: Agenda plans by the wall clock of whoever ran last, so a
 * shared row would be put off by a process whose clock is fast, for as long as it is, once that process dies.
 */
export function createAgendaQueue({ db, logger }: { db: Db; logger: Logger }): JobQueue {
  const instance = randomUUID();
  const ticks: { name: string; everyMs: number; work: () => Promise<void> }[] = [];
  let agenda: Agenda | undefined;

  return {
    every(name, everyMs, work) {
      if (agenda !== undefined) throw new Error('ticks are named before the queue starts');
      ticks.push({ name: `${name}@${instance}`, everyMs, work });
    },

    async start() {
      if (agenda !== undefined) return;
      const backend = new MongoBackend({ mongo: db, collection: COLLECTION });
      const queue = new Agenda({ backend, name: instance, processEvery: SCAN_MS, defaultLockLifetime: LOCK_MS });
      agenda = queue;
      queue.on('error', (error) => logger.warn({ error: error.name }, 'the job queue could not reach the store'));
      queue.on('fail', (error, job) =>
        logger.error({ job: tickName(job.attrs.name), error: error.name }, 'a tick failed'),
      );
      await queue.ready;
      await forgetTheDead(queue);
      for (const { name, work } of ticks)
        queue.define(
          name,
          async (job) => {
            const renew = setInterval(() => void job.touch().catch(() => undefined), RENEW_MS);
            try {
              await work();
            } finally {
              clearInterval(renew);
            }
          },
          { concurrency: 1, lockLimit: 1 },
        );
      for (const { name, everyMs } of ticks) await queue.every(everyMs, name);
      await queue.start();
    },

    async stop() {
      const queue = agenda;
      if (queue === undefined) return;
      agenda = undefined;
      await queue.drain({ timeout: DRAIN_MS, closeConnection: false });
      const names = ticks.map(({ name }) => name);
      await queue.cancel({ names }).catch(() => logger.warn({}, 'the rows of this process stay behind'));
    },
  };
}

const tickName = (name: string): string => name.slice(0, name.lastIndexOf('@'));

/** Rows of processes that were killed: nobody has run them for a day. */
async function forgetTheDead(queue: Agenda): Promise<void> {
  const { jobs } = await queue.queryJobs({ limit: 1000 });
  const forgotten = machineClock.now().getTime() - FORGOTTEN_MS;
  const names = jobs
    .filter(({ nextRunAt }) => nextRunAt != null && Date.parse(String(nextRunAt)) < forgotten)
    .map(({ name }) => name);
  if (names.length > 0) await queue.cancel({ names });
}
