import type { ChangeSet } from '../ledger/change-set.ts';
import type { ChatAdapter } from './chat-adapter.ts';
import { createDeliverer, type DelivererParts } from './deliverer.ts';
import { errorFields } from './error-fields.ts';
import { type OutboxRow, rowsToLeave } from './outbox-row.ts';

const POLL_MS = 500;
const CLAIM = 500;
/** Rows in memory above which no more are taken; they stay in the store. */
const FULL = 5000;

/**
 * Messages between commit and delivery. The process that committed is told of its rows at once; a poll finds what was
 * held back until now, what others left, and what did not fit into memory.
 */
export function createOutbox(adapters: readonly ChatAdapter[], parts: DelivererParts) {
  const { store, worker, clock, logger } = parts;
  const deliverers = new Map(adapters.map((adapter) => [adapter.name, createDeliverer(adapter, parts)]));
  const deliverable = () => adapters.filter((one) => one.delivers?.() !== false).map(({ name }) => name);
  const backlog = () => [...deliverers.values()].reduce((sum, deliverer) => sum + deliverer.backlog(), 0);
  let timer: NodeJS.Timeout | undefined;
  let polling: Promise<void> | undefined;
  let running = false;

  function hand(rows: readonly OutboxRow[], since: number, noted = false) {
    for (const [name, deliverer] of deliverers) {
      const own = rows.filter((row) => row.to.adapter === name);
      if (own.length > 0) deliverer.add(own, since, noted);
    }
  }

  async function poll(): Promise<void> {
    if (backlog() > FULL) return;
    if (backlog() === 0) await findLost();
    for (let claimed = CLAIM; claimed === CLAIM && running && backlog() <= FULL; ) {
      const rows = await store.claimDue(worker.id(), deliverable(), clock.now(), CLAIM);
      hand(rows, performance.now());
      claimed = rows.length;
    }
  }

  /**
   * Rows of ours that are not at hand: memory was full, or an apply broke off before it told of them. While they were
   * read some may have left, so they are looked up again.
   */
  async function findLost(): Promise<void> {
    const rows = await store.held(worker.id(), FULL);
    hand(rows, Number.NEGATIVE_INFINITY);
  }

  const pollSafely = () => {
    polling ??= poll()
      .catch((error: unknown) => logger.warn(errorFields(error), 'outbox poll failed'))
      .finally(() => {
        polling = undefined;
      });
    return polling;
  };

  return {
    /** Takes up the messages of a set that this process has just committed and applied; to be told once of each. */
    committed(set: ChangeSet) {
      if (!running || backlog() > FULL || set.messages.length === 0) return;
      const rows = rowsToLeave(set, worker.id());
      // Where others are about, one of them may have applied the set first, and the rows are its own.
      const since = worker.alone() ? performance.now() : Number.NEGATIVE_INFINITY;
      hand(rows, since, set.begun !== undefined);
    },
    /** Looks now for what is due: the business clock moved, or a dead letter came back. */
    poll: pollSafely,
    start() {
      running = true;
      void pollSafely();
      timer = setInterval(pollSafely, POLL_MS);
    },
    async stop() {
      running = false;
      clearInterval(timer);
      await polling;
      await Promise.all([...deliverers.values()].map((deliverer) => deliverer.stop()));
    },
  };
}
