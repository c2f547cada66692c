import type { ChatAdapter } from './chat-adapter.ts';
import { type ConfirmParts, createConfirm, FRESH_MS } from './confirm-rows.ts';
import { createDeliverRow, type DeliverRowParts } from './deliver-row.ts';
import { FIRST_PAUSE_MS } from './delivery-attempt.ts';
import { errorFields } from './error-fields.ts';
import { createLanes, LOOK_AGAIN_MS, type Waiting } from './lanes.ts';
import type { OutboxRow } from './outbox-row.ts';
import { createRateLimit, createRoomLimits } from './rate.ts';

const PARALLEL = 32;

export type DelivererParts = DeliverRowParts & ConfirmParts;

/** Delivers the rows of one adapter that this process holds: in order within a room, at the platform's pace. */
export function createDeliverer(adapter: ChatAdapter, parts: DelivererParts) {
  const { worker, logger } = parts;
  const { parallel = PARALLEL, room, all } = adapter.pace ?? {};
  const lanes = createLanes(() => void pump());
  const overall = all === undefined ? undefined : createRateLimit(all);
  const ofRoom = createRoomLimits(room);
  /** So many leave while a look is fresh: they are looked at together. */
  const ahead = adapter.looksUp ? Math.ceil(FRESH_MS / (all?.everyMs ?? FRESH_MS)) : 0;
  const confirmed = createConfirm(parts, lanes, ahead);
  const deliver = createDeliverRow(adapter, parts, lanes, () => stopped);
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

  return {
    backlog: () => lanes.size,
    /** `since`: monotonic milliseconds at which the rows were known to be open and ours; `noted`: as about to leave. */
    add(rows: readonly OutboxRow[], since: number, noted = false) {
      for (const row of rows) lanes.add(row, since, noted);
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
