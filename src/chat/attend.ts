import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../ports/logger.ts';
import type { Reply } from './chat-adapter.ts';
import { errorFields } from './error-fields.ts';
import type { InboxRow } from './inbox-row.ts';
import type { InboxStore } from './inbox-store.ts';
import type { ChatMetrics } from './metrics.ts';

const ATTEMPTS = 3;

/** What became of an event. `closed`: a committed set closed the row; else `as` says how to close it. */
export interface Handled {
  replies: Reply[];
  closed: boolean;
  as: 'done' | 'kept';
}

export interface AttendParts {
  store: InboxStore;
  handle(row: InboxRow): Promise<Handled>;
  /** Tells the sender that the message was given up. */
  apologise(row: InboxRow): Promise<Reply[]>;
  logger: Logger;
  metrics: ChatMetrics;
  /** Pause before the second attempt, milliseconds; the third waits twice as long. */
  retryMs: number;
  /** Aborted: nothing new is begun. */
  stopping: AbortSignal;
}

/**
 * Handles one claimed row to its end: answered, or a dead letter after three attempts, those of dead processes counted.
 * Gives what was said; null when it was broken off and somebody else will go on. Never throws.
 */
export function createAttend(parts: AttendParts): (row: InboxRow) => Promise<Reply[] | null> {
  const { store, logger, metrics, retryMs, stopping } = parts;

  async function attend(claimed: InboxRow): Promise<Reply[] | null> {
    for (let row: InboxRow | null = claimed; row !== null && !stopping.aborted; ) {
      if (row.attempts > ATTEMPTS) return bury(row);
      const replies = await attempt(row);
      if (replies !== null) return replies;
      if (row.attempts >= ATTEMPTS) return bury(row);
      await pause(retryMs * row.attempts);
      row = await claimAgain(row);
    }
    return null;
  }

  async function attempt(row: InboxRow): Promise<Reply[] | null> {
    const { adapter, kind } = row.event;
    const began = performance.now();
    const spent = () => (performance.now() - began) / 1000;
    try {
      const { replies, closed, as } = await parts.handle(row);
      if (!closed) await close(row, as);
      metrics.handled(adapter, 'done', spent());
      return replies;
    } catch (error) {
      logger.error({ ...errorFields(error), attempts: row.attempts, adapter, kind }, 'handling failed');
      metrics.handled(adapter, 'failed', spent());
      return null;
    }
  }

  async function bury(row: InboxRow): Promise<Reply[]> {
    const { adapter, kind } = row.event;
    logger.error({ adapter, kind, attempts: row.attempts }, 'dead letter');
    const replies = await parts.apologise(row).catch((error: unknown) => {
      logger.error(errorFields(error), 'the sender of a dead letter could not be told');
      return [];
    });
    await close(row, 'dead');
    metrics.handled(adapter, 'dead', 0);
    return replies;
  }

  const pause = (ms: number) => sleep(ms, undefined, { signal: stopping }).catch(() => {});
  const close = (row: InboxRow, state: 'done' | 'dead' | 'kept') =>
    persist(() => store.close(row._id, row.owner ?? '', state));
  const claimAgain = async (row: InboxRow) => (await persist(() => store.claimAgain(row._id, row.owner ?? ''))) ?? null;

  /** Repeats a command until the store takes it, or this process stops. */
  async function persist<T>(command: () => Promise<T>): Promise<T | undefined> {
    for (let wait = retryMs; ; wait = Math.min(wait * 2, 10_000)) {
      try {
        return await command();
      } catch (error) {
        logger.warn(errorFields(error), 'the store did not answer');
      }
      if (stopping.aborted) return undefined;
      await pause(wait);
    }
  }

  return attend;
}
