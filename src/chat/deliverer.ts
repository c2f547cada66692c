import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import { createBatcher } from './batcher.ts';
import type { RecheckHandler } from './capability.ts';
import type { ChatAdapter, Rate } from './chat-adapter.ts';
import { errorFields } from './error-fields.ts';
import { createLanes, isBefore } from './lanes.ts';
import { type Address, isDirect, type Message, personOf } from './message.ts';
import type { ChatMetrics } from './metrics.ts';
import type { OutboxRow } from './outbox-row.ts';
import type { OutboxStore } from './outbox-store.ts';
import { createRateLimit, type RateLimit } from './rate.ts';
import type { Locale } from './texts.ts';
import type { Worker } from './worker.ts';

const PARALLEL = 32;
/** With the pauses below: about an hour and a half of trying. */
const ATTEMPTS = 24;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 300_000;
/** A row that waited longer is looked up again before it leaves: an undo may have withdrawn it. */
const FRESH_MS = 1000;
const HANGING_MS = 60_000;
/** How long a lane waits before it looks again for an older row of another process, or for a row it corrects. */
const LOOK_AGAIN_MS = 200;

export interface DelivererParts {
  store: OutboxStore;
  worker: Worker;
  rechecks: ReadonlyMap<string, RecheckHandler>;
  localeOf(to: Address): Locale | Promise<Locale>;
  /** Business time. */
  clock: Clock;
  /** Machine time. */
  machine: Clock;
  logger: Logger;
  metrics: ChatMetrics;
}

type Verdict = { kind: 'send'; message: Message } | { kind: 'drop' } | { kind: 'wait' };

/** Delivers the rows of one adapter that this process holds: in order within a room, at the platform's pace. */
export function createDeliverer(adapter: ChatAdapter, parts: DelivererParts) {
  const { store, worker, logger, metrics } = parts;
  const { parallel = PARALLEL, room, all } = adapter.pace ?? {};
  const lanes = createLanes(() => void pump());
  const overall = all === undefined ? undefined : createRateLimit(all);
  const ofRoom = roomLimits(room);
  const closeAsDone = createBatcher<OutboxRow>((rows) => close(rows, 'done'));
  const underWay = new Set<Promise<void>>();
  let pumping = false;
  let again = false;
  let stopped = false;

  /** Starts what may start now; called whenever something came, ended or rested. */
  async function pump(): Promise<void> {
    again = true;
    if (pumping) return;
    pumping = true;
    try {
      while (again && !stopped) {
        again = false;
        const batch = worker.sure() ? takeBatch() : [];
        if (!worker.sure() && lanes.size > 0) pumpIn(LOOK_AGAIN_MS);
        if (batch.length === 0) continue;
        for (const row of await confirmed(batch)) start(row);
        again = true;
      }
    } finally {
      pumping = false;
    }
  }

  function pumpIn(ms: number) {
    setTimeout(() => void pump(), ms).unref();
  }

  function takeBatch() {
    const batch: { row: OutboxRow; since: number }[] = [];
    while (underWay.size + batch.length < parallel) {
      const wait = overall?.wait() ?? 0;
      if (wait > 0) {
        if (lanes.size > 0) pumpIn(wait);
        break;
      }
      const head = lanes.take();
      if (head === null) break;
      const rest = ofRoom(head.row.lane)?.take() ?? 0;
      if (rest > 0) lanes.rest(head.row, rest);
      else {
        overall?.take();
        batch.push(head);
      }
    }
    return batch;
  }

  /** Those that may leave: still ours where they waited, and no older row of their lane in another process. */
  async function confirmed(batch: { row: OutboxRow; since: number }[]): Promise<OutboxRow[]> {
    const rows = batch.map(({ row }) => row);
    try {
      const old = batch.filter(({ since }) => performance.now() - since > FRESH_MS).map(({ row }) => row._id);
      const held = old.length === 0 ? new Set<string>() : await store.stillHeld(old, worker.id());
      const lost = new Set(old.filter((id) => !held.has(id)));
      const foreign = worker.alone()
        ? []
        : await store.ofOthers(
            rows.map(({ lane }) => lane),
            worker.id(),
            parts.clock.now(),
          );
      return rows.filter((row) => {
        if (lost.has(row._id)) lanes.done(row);
        else if (foreign.some((other) => other.lane === row.lane && isBefore(other, row)))
          lanes.rest(row, LOOK_AGAIN_MS);
        else return true;
        return false;
      });
    } catch (error) {
      logger.warn(errorFields(error), 'outbox rows could not be confirmed');
      for (const row of rows) lanes.rest(row, FIRST_PAUSE_MS);
      return [];
    }
  }

  function start(row: OutboxRow) {
    const work = deliver(row)
      .catch((error: unknown) => {
        logger.warn(errorFields(error), 'delivery put off');
        lanes.rest(row, FIRST_PAUSE_MS);
      })
      .finally(() => {
        underWay.delete(work);
        void pump();
      });
    underWay.add(work);
  }

  async function deliver(row: OutboxRow): Promise<void> {
    const began = performance.now();
    const count = (outcome: 'done' | 'retry' | 'dropped' | 'dead') =>
      metrics.delivered(adapter.name, outcome, (performance.now() - began) / 1000);
    const verdict = await lookAgain(row);
    if (verdict.kind === 'wait') return lanes.rest(row, LOOK_AGAIN_MS);
    if (verdict.kind === 'drop') {
      await close([row], 'dropped');
      count('dropped');
      return lanes.done(row);
    }
    try {
      await inTime(adapter.deliver(replyOf(row, verdict.message), await parts.localeOf(row.to)));
    } catch (error) {
      const failed = await store.failed(row._id, worker.id());
      if (failed === null) return lanes.done(row);
      const final = !(error instanceof ServiceError) || failed.attempts >= ATTEMPTS;
      logger.warn({ ...errorFields(error), adapter: adapter.name, attempts: failed.attempts, final }, 'not delivered');
      count(final ? 'dead' : 'retry');
      if (!final) return lanes.rest(row, pauseAfter(failed.attempts, error));
      await close([row], 'dead');
      return lanes.done(row);
    }
    await closeAsDone(row);
    count('done');
    lanes.done(row);
  }

  /** Whether what the row says still holds. */
  async function lookAgain(row: OutboxRow): Promise<Verdict> {
    if (row.corrects !== undefined) {
      const state = await store.state(row.corrects);
      if (state === 'open') return { kind: 'wait' };
      if (state !== 'done' && state !== null) return { kind: 'drop' };
    }
    if (row.recheck === undefined) return { kind: 'send', message: row.message };
    const recheck = parts.rechecks.get(row.recheck.check);
    if (recheck === undefined) {
      logger.error({ check: row.recheck.check }, 'no such recheck; message dropped');
      return { kind: 'drop' };
    }
    const answer = await recheck(row.recheck.facts, personOf(row.to));
    if (answer === 'drop') return { kind: 'drop' };
    return { kind: 'send', message: answer === 'send' ? row.message : answer };
  }

  /** Closing is repeated until the store takes it: what has been shown must not be shown again. */
  async function close(rows: OutboxRow[], state: 'done' | 'dropped' | 'dead'): Promise<void> {
    for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(wait * 2, 10_000)) {
      try {
        return await store.close(
          rows.map(({ _id }) => _id),
          worker.id(),
          state,
          parts.machine.now(),
        );
      } catch (error) {
        if (stopped) throw error;
        logger.warn(errorFields(error), 'outbox rows could not be closed');
        await sleep(wait);
      }
    }
  }

  return {
    backlog: () => lanes.size,
    /** `since`: monotonic milliseconds at which the rows were known to be open and ours. */
    add(rows: readonly OutboxRow[], since: number) {
      for (const row of rows) lanes.add(row, since);
      void pump();
    },
    /** Waits for what is under way; what waits is released by its owner's id. */
    async stop() {
      stopped = true;
      lanes.close();
      await Promise.allSettled(underWay);
    },
  };
}

export type Deliverer = ReturnType<typeof createDeliverer>;

function replyOf(row: OutboxRow, message: Message) {
  return {
    id: row._id,
    to: row.to,
    private: row.to.onlyFor !== undefined && !isDirect(row.to.room),
    ...(row.replaces === undefined ? {} : { replaces: row.replaces }),
    message,
  };
}

function pauseAfter(attempts: number, error: unknown): number {
  const asked = error instanceof ServiceError ? (error.retryAfterMs ?? 0) : 0;
  const own = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
  return Math.max(asked, own) + Math.random() * own * 0.5;
}

async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ServiceError('the platform did not answer in time')), HANGING_MS);
    timer.unref();
  });
  try {
    await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** One limit per room, forgotten when there are many. */
function roomLimits(rate: Rate | undefined): (lane: string) => RateLimit | undefined {
  const limits = new Map<string, RateLimit>();
  return (lane) => {
    if (rate === undefined) return undefined;
    const limit = limits.get(lane) ?? createRateLimit(rate);
    if (limits.size > 10_000) limits.clear();
    limits.set(lane, limit);
    return limit;
  };
}
