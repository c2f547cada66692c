import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import { createBatcher } from './batcher.ts';
import type { RecheckHandler } from './capability.ts';
import type { ChatAdapter } from './chat-adapter.ts';
import { FIRST_PAUSE_MS, inTime, pauseAfter } from './delivery-attempt.ts';
import { errorFields } from './error-fields.ts';
import { type Lanes, LOOK_AGAIN_MS } from './lanes.ts';
import { lookAgain } from './look-again.ts';
import type { Address } from './message.ts';
import type { ChatMetrics } from './metrics.ts';
import type { OutboxRow } from './outbox-row.ts';
import type { OutboxStore } from './outbox-store.ts';
import { postWrite } from './platform-post-store.ts';
import type { Post } from './platform-posts.ts';
import { createRecentIds } from './recent-ids.ts';
import { replyOf } from './replies.ts';
import type { Locale } from './texts.ts';
import type { Worker } from './worker.ts';

/** With the pauses between them: about an hour and a half of trying. */
const ATTEMPTS = 24;

export interface DeliverRowParts {
  store: OutboxStore;
  worker: Worker;
  rechecks: ReadonlyMap<string, RecheckHandler>;
  localeOf(to: Address): Locale | Promise<Locale>;
  hasLeft(person: string): Promise<boolean>;
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

/** One try to deliver a row, to its end: shown, dropped, given up, or resting in its lane until the next try. */
export function createDeliverRow(adapter: ChatAdapter, parts: DeliverRowParts, lanes: Lanes, stopped: () => boolean) {
  const { store, worker, logger, metrics } = parts;
  const closeAsDone = createBatcher<Shown>((shown) => close(shown, 'done'));
  const sent = createRecentIds();

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
        if (stopped()) throw error;
        logger.warn(errorFields(error), 'outbox rows could not be closed');
        await sleep(wait);
      }
    }
  }

  return deliver;
}
