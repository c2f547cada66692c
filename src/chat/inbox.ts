import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceError } from '../errors.ts';
import type { Logger } from '../ports/logger.ts';
import { createAwaitedReplies } from './awaited-replies.ts';
import type { Accepted, IncomingEvent, Reply } from './chat-adapter.ts';
import { errorFields } from './error-fields.ts';
import type { InboxRow, InboxStore, Stored } from './inbox-store.ts';
import type { ChatMetrics } from './metrics.ts';
import { createSemaphore } from './semaphore.ts';
import type { Worker } from './worker.ts';

const ATTEMPTS = 3;
const SWEEP_MS = 5000;
const AT_ONCE = 16;

/** What became of an event. `closed`: a committed set closed the row; else `as` says how to close it. */
export interface Handled {
  replies: Reply[];
  closed: boolean;
  as: 'done' | 'kept';
}

export interface InboxParts {
  store: InboxStore;
  worker: Worker;
  handle(row: InboxRow): Promise<Handled>;
  /** Tells the sender that the message was given up. */
  apologise(row: InboxRow): Promise<Reply[]>;
  /** What was said because of a handled event. */
  repliesTo(row: InboxRow): Promise<Reply[]>;
  logger: Logger;
  metrics: ChatMetrics;
  /** Pause before the second attempt, milliseconds; the third waits twice as long. */
  retryMs?: number;
}

/** A conversation at work here: the rows claimed for it, and whether something came in behind them. */
interface Slot {
  claimed: InboxRow[];
  more: boolean;
  running: boolean;
}

export type Inbox = ReturnType<typeof createInbox>;

/**
 * Events between acknowledgement and answer. Each is stored under its key; of every conversation one message is open
 * at a time, over all processes, held by a unique index; the next is claimed when it closes. A message that comes
 * into a quiet conversation is stored already claimed, so that it costs one command.
 */
export function createInbox(parts: InboxParts) {
  const { store, worker, logger, metrics, retryMs = 1000 } = parts;
  const busy = new Map<string, Slot>();
  const running = new Set<Promise<void>>();
  const atOnce = createSemaphore(AT_ONCE);
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let count = 0;

  const awaited = createAwaitedReplies(async (key) => {
    const row = await store.find(key);
    return row === null || row.state === 'open' || row.state === 'waiting' ? null : parts.repliesTo(row);
  });

  async function accept(event: IncomingEvent): Promise<Accepted> {
    if (stopping.signal.aborted) throw new ServiceError('stopping');
    const conversation = `${event.adapter}/${event.room}/${event.user}`;
    const handled = awaited.wait(event.key);
    try {
      const fresh = await insert({ _id: event.key, conversation, event, n: count++ });
      metrics.accepted(event.adapter, fresh);
      if (!fresh) awaited.look(event.key);
      return { fresh, handled };
    } catch (cause) {
      const error = new ServiceError('the event could not be stored', { cause });
      awaited.fail(event.key, error);
      throw error;
    }
  }

  /** Stores it, at its conversation's head where that is free; false when the key is known. */
  async function insert(row: Pick<InboxRow, '_id' | 'conversation' | 'event' | 'n'>): Promise<boolean> {
    const { conversation } = row;
    if (!busy.has(conversation)) {
      const slot = occupy(conversation);
      const owner = worker.id();
      let stored: Stored = 'known';
      try {
        stored = await store.insert(row, owner);
        if (stored === 'fresh')
          slot.claimed.push({ ...row, state: 'open', owner, attempts: 1, order: row.event.sentAt });
      } finally {
        run(conversation, slot);
      }
      if (stored !== 'behind') return stored === 'fresh';
    }
    const stored = await store.insert(row, null);
    // Told after the row is there to be seen: whoever is at work looks again, or somebody starts.
    wake(conversation);
    return stored === 'fresh';
  }

  function occupy(conversation: string): Slot {
    const slot: Slot = { claimed: [], more: false, running: false };
    busy.set(conversation, slot);
    return slot;
  }

  /** Works through a conversation until nothing is claimed or waits; does nothing where that is under way. */
  function run(conversation: string, slot: Slot) {
    if (slot.running) return;
    slot.running = true;
    const work = (async () => {
      for (;;) {
        const row = slot.claimed.shift() ?? (slot.more ? await next(conversation, slot) : null);
        if (stopping.signal.aborted) return;
        if (row !== null) {
          await atOnce(() => see(row));
          // Another process may have put a message behind this one.
          if (!worker.alone()) slot.more = true;
        } else if (!slot.more) {
          busy.delete(conversation);
          return;
        }
      }
    })().finally(() => running.delete(work));
    running.add(work);
  }

  async function next(conversation: string, slot: Slot): Promise<InboxRow | null> {
    slot.more = false;
    try {
      const row = await store.claimNext(conversation, worker.id());
      if (row !== null) slot.more = true;
      return row;
    } catch (error) {
      logger.warn(errorFields(error), 'claiming failed');
      slot.more = true;
      await pause(retryMs);
      return null;
    }
  }

  /** Handles one claimed row to its end: answered, or a dead letter. Never throws. */
  async function see(claimed: InboxRow): Promise<void> {
    for (let row: InboxRow | null = claimed; row !== null && !stopping.signal.aborted; ) {
      const { adapter, kind } = row.event;
      const { attempts } = row;
      if (attempts > ATTEMPTS) return bury(row);
      const began = performance.now();
      const spent = () => (performance.now() - began) / 1000;
      try {
        const { replies, closed, as } = await parts.handle(row);
        if (!closed) await close(row, as);
        metrics.handled(adapter, 'done', spent());
        return awaited.settle(row._id, replies);
      } catch (error) {
        logger.error({ ...errorFields(error), attempts, adapter, kind }, 'handling failed');
        metrics.handled(adapter, 'failed', spent());
      }
      if (attempts >= ATTEMPTS) return bury(row);
      await pause(retryMs * attempts);
      row = await claimAgain(row);
    }
  }

  async function bury(row: InboxRow): Promise<void> {
    const { adapter, kind } = row.event;
    logger.error({ adapter, kind, attempts: row.attempts }, 'dead letter');
    const replies = await parts.apologise(row).catch((error: unknown) => {
      logger.error(errorFields(error), 'the sender of a dead letter could not be told');
      return [];
    });
    await close(row, 'dead');
    metrics.handled(adapter, 'dead', 0);
    awaited.settle(row._id, replies);
  }

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
      if (stopping.signal.aborted) return undefined;
      await pause(wait);
    }
  }

  const pause = (ms: number) => sleep(ms, undefined, { signal: stopping.signal }).catch(() => {});

  /** Goes on with what others left: open rows of nobody, and messages that wait behind nobody. */
  async function sweep(): Promise<void> {
    for (let row = await orphan(); row !== null; row = await orphan()) {
      const slot = busy.get(row.conversation) ?? occupy(row.conversation);
      slot.claimed.push(row);
      run(row.conversation, slot);
    }
    let conversation = await store.nextWaiting('');
    while (conversation !== null && !stopping.signal.aborted) {
      wake(conversation);
      conversation = await store.nextWaiting(conversation);
    }
  }

  const orphan = () => (stopping.signal.aborted ? Promise.resolve(null) : store.claimOrphan(worker.id()));

  function wake(conversation: string) {
    const slot = busy.get(conversation) ?? occupy(conversation);
    slot.more = true;
    run(conversation, slot);
  }

  let sweeping = Promise.resolve();
  const sweepSafely = () => {
    sweeping = sweep().catch((error: unknown) => logger.warn(errorFields(error), 'inbox sweep failed'));
    return sweeping;
  };

  return {
    accept,
    start() {
      void sweepSafely();
      timer = setInterval(sweepSafely, SWEEP_MS);
    },
    wake,
    /** Takes nothing new and ends what is under way; what waits stays stored. */
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await sweeping;
      await Promise.allSettled(running);
      awaited.stop();
    },
  };
}
