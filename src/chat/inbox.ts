import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceError } from '../errors.ts';
import { type AttendParts, createAttend } from './attend.ts';
import { createAwaitedReplies } from './awaited-replies.ts';
import type { Accepted, IncomingEvent, Reply } from './chat-adapter.ts';
import { errorFields } from './error-fields.ts';
import type { InboxRow, Stored } from './inbox-row.ts';
import { createSemaphore } from './semaphore.ts';
import type { Worker } from './worker.ts';

const AT_ONCE = 16;

type NewRow = Pick<InboxRow, '_id' | 'conversation' | 'event' | 'n'>;

/** A conversation at work here: the rows claimed for it, and whether something came in behind them. */
interface Slot {
  claimed: InboxRow[];
  more: boolean;
  running: boolean;
}

export interface InboxParts extends Omit<AttendParts, 'retryMs' | 'stopping'> {
  worker: Worker;
  /** What was said because of a handled event. */
  repliesTo(row: InboxRow): Promise<Reply[]>;
  retryMs?: number;
}

/**
 * Events between acknowledgement and answer. Each is stored under its key; of every conversation one message is open
 * at a time, over all processes, held by a unique index; the next is claimed when it closes. A message that comes
 * into a quiet conversation is stored already claimed, so that it costs one command.
 */
export function createInbox(parts: InboxParts) {
  const { store, worker, logger, metrics, retryMs = 1000 } = parts;
  const busy = new Map<string, Slot>();
  /** Keys of the rows claimed for it and not done with. */
  const atHand = new Set<string>();
  const running = new Set<Promise<void>>();
  const atOnce = createSemaphore(AT_ONCE);
  const stopping = new AbortController();
  const inserting = new Map<string, Promise<void>>();
  /** The worker's sightings before the last full sweep. */
  let sweptAt = -1;
  let count = 0;

  const attendTo = createAttend({ ...parts, retryMs, stopping: stopping.signal });
  const attend = async (row: InboxRow) => {
    const replies = await attendTo(row);
    if (replies !== null) awaited.settle(row._id, replies);
  };
  const awaited = createAwaitedReplies(async (key) => {
    // What is at work here tells by itself.
    if (atHand.has(key)) return null;
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

  /** One insert of a conversation at a time, in the order in which they came; false when the key is known. */
  async function insert(row: NewRow): Promise<boolean> {
    const { conversation } = row;
    const before = inserting.get(conversation) ?? Promise.resolve();
    const own = before.then(() => insertNow(row));
    const settled = own.then(
      () => {},
      () => {},
    );
    inserting.set(conversation, settled);
    try {
      return await own;
    } finally {
      if (inserting.get(conversation) === settled) inserting.delete(conversation);
    }
  }

  async function insertNow(row: NewRow): Promise<boolean> {
    const { conversation } = row;
    if (!busy.has(conversation) && nothingWaitsElsewhere()) {
      const slot = occupy(conversation);
      const owner = worker.id();
      let stored: Stored = 'known';
      // While it is being stored it is not lost.
      atHand.add(row._id);
      try {
        stored = await store.insert(row, owner);
        if (stored === 'fresh') claimed(slot, { ...row, state: 'open', owner, attempts: 1, order: row.event.sentAt });
      } finally {
        if (stored !== 'fresh') atHand.delete(row._id);
        run(conversation, slot);
      }
      if (stored !== 'behind') return stored === 'fresh';
    }
    const stored = await store.insert(row, null);
    // Woken after the row is there to be seen: whoever is at work looks again, or somebody starts.
    wake(conversation);
    return stored === 'fresh';
  }

  /** True when every waiting message is behind one at work here, as of a sweep since which no other process was there. */
  const nothingWaitsElsewhere = () => worker.alone() && sweptAt === worker.sightings();

  function occupy(conversation: string): Slot {
    const slot: Slot = { claimed: [], more: false, running: false };
    busy.set(conversation, slot);
    return slot;
  }

  function claimed(slot: Slot, row: InboxRow) {
    atHand.add(row._id);
    slot.claimed.push(row);
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
          await atOnce(() => attend(row));
          atHand.delete(row._id);
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
      if (row === null) return null;
      atHand.add(row._id);
      slot.more = true;
      return row;
    } catch (error) {
      logger.warn(errorFields(error), 'claiming failed');
      slot.more = true;
      await sleep(retryMs, undefined, { signal: stopping.signal }).catch(() => {});
      return null;
    }
  }

  /** Goes on with what others left: open rows of nobody, and messages that wait behind nobody. */
  async function sweep(): Promise<void> {
    const sightings = worker.sightings();
    await findLost();
    for (let row = await orphan(); row !== null; row = await orphan()) takeUp(row);
    let conversation = await store.nextWaiting('');
    while (conversation !== null && !stopping.signal.aborted) {
      wake(conversation);
      conversation = await store.nextWaiting(conversation);
    }
    sweptAt = sightings;
  }

  /** Rows of ours that are not at hand: the store gave them to us, and its answer was lost on the way. */
  async function findLost(): Promise<void> {
    const owner = worker.id();
    for (const key of await store.held(owner)) {
      if (atHand.has(key) || stopping.signal.aborted) continue;
      const row = await store.claimAgain(key, owner);
      if (row !== null) takeUp(row);
    }
  }

  function takeUp(row: InboxRow) {
    const slot = busy.get(row.conversation) ?? occupy(row.conversation);
    claimed(slot, row);
    run(row.conversation, slot);
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
    /** To be called at start and every few seconds. */
    sweep: sweepSafely,
    wake,
    /** Takes nothing new and ends what is under way; what waits stays stored. */
    async stop() {
      stopping.abort();
      await sweeping;
      await Promise.allSettled(running);
      awaited.stop();
    },
  };
}
