import { setTimeout as sleep } from 'node:timers/promises';
import { errorFields } from '../../src/chat/error-fields.ts';
import type { Worker } from '../../src/chat/worker.ts';
import type { Logger } from '../../src/ports/logger.ts';
import { WECOM_BOT } from './wecom-bot-ids.ts';
import type { BotLease } from './wecom-bot-lease.ts';

const LOOK_MS = 2_000;

export interface LeaderParts {
  lease: BotLease;
  /** This process among those that share the store. */
  worker: Pick<Worker, 'id' | 'sure' | 'living'>;
  /** Whether the connection stands. */
  hears(): boolean;
  /** This process is to connect. */
  taken(): void;
  /** It is to connect no longer. */
  lost(): void;
  logger: Logger;
  lookMs?: number;
}

/**
 * Keeps one process of all at the connection. A lease names its holder by the worker's id, and a holder that the others
 * have struck off is succeeded: no wall clock takes part. Two that want it name the same turn, and one update meets it.
 */
export function createLeader({ lease, worker, hears, taken, lost, logger, lookMs = LOOK_MS }: LeaderParts) {
  const stopping = new AbortController();
  /** The id under which it is held. */
  let held: string | null = null;
  let out = false;
  let loop: Promise<void> | undefined;

  async function look(): Promise<void> {
    const me = worker.id();
    if (held !== null && (held !== me || !worker.sure() || !(await lease.hold(me, hears())))) drop();
    if (held !== null || out || !worker.sure()) return;
    const row = await lease.read();
    const free = row === null || row.holder === null || !(await worker.living()).includes(row.holder);
    if (!free || !(await lease.take(me, row?.term ?? null))) return;
    held = me;
    if (!stopping.signal.aborted) taken();
  }

  function drop(): void {
    if (held === null) return;
    held = null;
    lost();
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await look().catch((error: unknown) =>
        logger.warn({ ...errorFields(error), adapter: WECOM_BOT }, 'the lease could not be looked at'),
      );
      await sleep(lookMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  const release = async () => {
    if (held !== null) await lease.release(held).catch(() => {});
    held = null;
  };

  return {
    leads: () => held !== null,
    start() {
      loop ??= run();
    },
    /**
     * Another connection has taken this one's place. True where it was no successor of ours: then somebody else uses the
     * bot, and this process does not stand again, so that the two do not put each other out for ever.
     */
    async kicked(): Promise<boolean> {
      const successor = await lease.read().then(
        (row) => row !== null && row.holder !== held,
        () => false,
      );
      if (successor) held = null;
      else {
        out = true;
        await release();
      }
      return out;
    },
    /** The holder's last look counts as heard until then. */
    async stop(): Promise<void> {
      stopping.abort();
      await loop;
      if (held !== null) await lease.hold(held, hears()).catch(() => {});
      await release();
    },
  };
}
