import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import { createBatcher } from './batcher.ts';
import type { RecheckHandler } from './capability.ts';
import type { ChatAdapter } from './chat-adapter.ts';
import { FIRST_PAUSE_MS, inTime, pauseAfter } from './delivery-attempt.ts';
import { errorFields } from './error-fields.ts';
import { createLanes, isBefore, type Waiting } from './lanes.ts';
import { lookAgain } from './look-again.ts';
import type { Address } from './message.ts';
import type { ChatMetrics } from './metrics.ts';
import type { OutboxRow } from './outbox-row.ts';
import type { OutboxStore } from './outbox-store.ts';
import { postWrite } from './platform-post-store.ts';
import type { Post } from './platform-posts.ts';
import { createRateLimit, createRoomLimits } from './rate.ts';
import { createRecentIds } from './recent-ids.ts';
import { replyOf } from './replies.ts';
import type { Locale } from './texts.ts';
import type { Worker } from './worker.ts';

const PARALLEL = 32;
/** With the pauses between them: about an hour and a half of trying. */
const ATTEMPTS = 24;
/** A row that waited longer is looked up again before it leaves: an undo may have withdrawn it. */
const FRESH_MS = 1000;
/** How long a lane waits before it looks again for an older row of another process, or for a row it corrects. */
const LOOK_AGAIN_MS = 200;

export interface DelivererParts {
  store: OutboxStore;
  worker: Worker;
  rechecks: ReadonlyMap<string, RecheckHandler>;
  localeOf(to: Address): Locale | Promise<Locale>;
  hasLeft(person: string): Promise<boolean>;
  /** Business time. */
  clock: Clock;
  /** Machine time. */
  machine: Clock;
  logger: Logger;
  metrics: ChatMetrics;
}

/** A row that is done with, and what shows it. */
interface Shown {
  row: OutboxRow;
  post?: Post;
}

/** Delivers the rows of one adapter that this process holds: in order within a room, at the platform's pace. */
export function createDeliverer(adapter: ChatAdapter, parts: DelivererParts) {
  const { store, worker, logger, metrics } = parts;
  const { parallel = PARALLEL, room, all } = adapter.pace ?? {};
  const lanes = createLanes(() => void pump());
  const overall = all === undefined ? undefined : createRateLimit(all);
  const ofRoom = createRoomLimits(room);
  const closeAsDone = createBatcher<Shown>((shown) => close(shown, 'done'));
  /** So many leave while a look is fresh: they are looked at together. */
  const ahead = adapter.looksUp ? Math.ceil(FRESH_MS / (all?.everyMs ?? FRESH_MS)) : 0;
  const sent = createRecentIds();
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
    const batch: Waiting[] = [];
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
  async function confirmed(batch: Waiting[]): Promise<OutboxRow[]> {
    const rows = batch.map(({ row }) => row);
    try {
      const lost = await lostOf(batch);
      const foreign = worker.alone()
        ? []
        : await store.ofOthers(
            rows.map(({ lane }) => lane),
            worker.id(),
            parts.clock.now(),
          );
      return rows.filter((row) => {
        if (lost.has(row)) lanes.done(row);
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

  /**
   * Rows that are no longer ours, among those that nobody has looked at for a moment. Where the platform can be asked
   * what became of a try, the look is also the note that one begins, taken for the next rows too: noted and not sent
   * costs a question after a crash, sent and not noted would be sent again.
   */
  async function lostOf(batch: Waiting[]): Promise<Set<OutboxRow>> {
    const isDue = ({ since, noted }: Waiting) => performance.now() - since > FRESH_MS || (ahead > 0 && !noted);
    const due = batch.filter(isDue);
    if (due.length === 0) return new Set();
    const looked = [...due, ...lanes.next(ahead).filter(isDue)];
    const ids = looked.map(({ row }) => row._id);
    const began = performance.now();
    const whole = ahead > 0 && (await store.begin(ids, worker.id(), parts.machine.now()));
    const held = whole ? new Set(ids) : await store.stillHeld(ids, worker.id());
    for (const one of looked) if (held.has(one.row._id)) Object.assign(one, { since: began, noted: true });
    return new Set(due.filter(({ row }) => !held.has(row._id)).map(({ row }) => row));
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
    if (sent.has(row._id)) {
      // Told of twice, or before its row was there to be closed.
      await closeAsDone({ row });
      return lanes.done(row);
    }
    let atPlatform = false;
    const shown: Shown = { row };
    try {
      const verdict = await lookAgain(row, parts);
      if (verdict.kind === 'wait') return lanes.rest(row, LOOK_AGAIN_MS);
      if (verdict.kind === 'later') {
        await store.putOff(row._id, worker.id(), verdict.until);
        return lanes.done(row);
      }
      if (verdict.kind === 'drop') {
        await close([{ row }], 'dropped');
        count('dropped');
        return lanes.done(row);
      }
      const locale = await parts.localeOf(row.to);
      atPlatform = true;
      const notes = { begun: row.begun ?? null, posted: (post: Post) => Object.assign(shown, { post }) };
      row.begun ??= parts.machine.now();
      await inTime(adapter.deliver(replyOf({ ...row, id: row._id, message: verdict.message }), locale, notes));
    } catch (error) {
      const failed = await store.failed(row._id, worker.id());
      if (failed === null) return lanes.done(row);
      // Only the platform's word is final; what failed on our side may be mended.
      const refused = atPlatform && !(error instanceof ServiceError);
      const final = refused || failed.attempts >= ATTEMPTS;
      logger.warn({ ...errorFields(error), adapter: adapter.name, attempts: failed.attempts, final }, 'not delivered');
      count(final ? 'dead' : 'retry');
      if (!final) return lanes.rest(row, pauseAfter(failed.attempts, error));
      await close([{ row }], 'dead');
      return lanes.done(row);
    }
    sent.add(row._id);
    await closeAsDone(shown);
    count('done');
    lanes.done(row);
  }

  /** Closing is repeated until the store takes it: what has been shown must not be shown again. */
  async function close(rows: Shown[], state: 'done' | 'dropped' | 'dead'): Promise<void> {
    for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(wait * 2, 10_000)) {
      try {
        return await store.close(
          rows.map(({ row }) => row._id),
          worker.id(),
          state,
          parts.machine.now(),
          rows.flatMap(({ row, post }) => (post === undefined ? [] : [postWrite(adapter.name, row._id, post)])),
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
