import type { ChangeSet } from '../ledger/change-set.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import { createAnswerNow } from './answer-now.ts';
import type { RecheckHandler } from './capability.ts';
import type { ChatAdapter, ChatHost } from './chat-adapter.ts';
import { createDeadLetters, type DeadLetters } from './dead-letters.ts';
import { createDispatch, type DispatchParts } from './dispatch.ts';
import { errorFields } from './error-fields.ts';
import { createInbox } from './inbox.ts';
import type { InboxStore } from './inbox-store.ts';
import type { Address } from './message.ts';
import { type ChatMetrics, noMetrics } from './metrics.ts';
import { createOutbox } from './outbox.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { Locale } from './texts.ts';
import { createWaitingStrangers, KNOCK_CHECK, type WaitingStrangers } from './waiting-strangers.ts';
import type { Worker } from './worker.ts';

const SWEEP_MS = 5000;
const STOP_MS = 8000;
const WHO_MS = 2000;

export interface ChatParts<V> extends Omit<DispatchParts<V>, 'earlierText' | 'who' | 'strangers'> {
  inbox: InboxStore;
  outbox: OutboxStore;
  worker: Worker;
  adapters: readonly ChatAdapter[];
  /** What looks again at a message before it leaves, by the name that a row's `recheck` gives. */
  rechecks?: ReadonlyMap<string, RecheckHandler>;
  localeOf(to: Address): Locale | Promise<Locale>;
  /** Whether a person was one of the team and has left: nothing leaves for them. */
  hasLeft(person: string): Promise<boolean>;
  /** Machine time. */
  machine: Clock;
  logger: Logger;
  metrics?: ChatMetrics;
  /** True where no other process can be on this store, so that what a crash left is taken up at once. */
  sole?: boolean;
  /** How often what others left is looked for, milliseconds. */
  sweepMs?: number;
  /** Pause before a second attempt at a message, milliseconds. */
  retryMs?: number;
}

export interface Chat {
  host: ChatHost;
  deadLetters: DeadLetters;
  /** Those who have written and not joined. */
  strangers: Pick<WaitingStrangers, 'cards' | 'dismiss'>;
  /** To be told once of every set that this process has committed and applied, so that its messages leave at once. */
  committed(set: ChangeSet): void;
  /** Delivers now what is due, without waiting for the next look (the business clock was moved). */
  deliverDue(): Promise<void>;
  /** The kept messages of somebody who has joined are handled now. */
  admit(adapter: string, user: string): Promise<void>;
  /** Makes the collections' indexes, takes up what is left, then starts the adapters. */
  start(): Promise<void>;
  /** Takes nothing new, ends what is under way within ten seconds, and gives the rest free. */
  stop(): Promise<void>;
}

/** Joins inbox, dispatch and outbox; what it needs from the rest of the bot comes as functions. */
export function createChat<V>(parts: ChatParts<V>): Chat {
  const { worker, adapters, logger, metrics = noMetrics } = parts;
  const who = async (adapter: string, user: string) => {
    const asked = adapters.find(({ name }) => name === adapter)?.who?.(user);
    return asked === undefined ? null : within(WHO_MS, asked).catch(() => null);
  };
  const rechecks = new Map(parts.rechecks);
  const isKnown = async (adapter: string, user: string) => (await parts.resolvePerson(adapter, user)) !== null;
  const strangers = createWaitingStrangers({ ...parts, rechecks, who, isKnown });
  rechecks.set(KNOCK_CHECK, strangers.recheck);
  const dispatch = createDispatch<V>({
    ...parts,
    who,
    strangers,
    async earlierText({ conversation, event, _id }) {
      if (event.kind !== 'edit') return null;
      const told = (await parts.inbox.earlierTelling(conversation, event.message, _id))?.event;
      return told !== undefined && 'text' in told ? told.text : null;
    },
  });
  const inbox = createInbox({ ...parts, ...dispatch, store: parts.inbox, metrics });
  const outbox = createOutbox(adapters, { ...parts, store: parts.outbox, rechecks, metrics });
  const host: ChatHost = { accept: inbox.accept, answerNow: createAnswerNow(parts) };
  let timer: NodeJS.Timeout | undefined;
  let sweeping: Promise<void> | undefined;

  /** Rows of processes that live no more become anybody's. Owners are read first: who joins later is then known. */
  async function releaseLost(): Promise<void> {
    for (const store of [parts.inbox, parts.outbox]) {
      const owners = await store.owners();
      if (owners.every((owner) => owner === worker.id())) continue;
      const living = new Set(await worker.living());
      for (const owner of owners) if (!living.has(owner)) await store.release(owner);
    }
  }

  async function sweep(): Promise<void> {
    await releaseLost().catch((error: unknown) => logger.warn(errorFields(error), 'lost rows could not be released'));
    await inbox.sweep();
  }

  return {
    host,
    deadLetters: createDeadLetters(parts.inbox, parts.outbox, {
      inbox: (conversation) => inbox.wake(conversation),
      outbox: () => void outbox.poll(),
    }),
    strangers,
    committed: outbox.committed,
    deliverDue: outbox.poll,
    async admit(adapter, user) {
      for (const conversation of await parts.inbox.admit(adapter, user)) inbox.wake(conversation);
    },
    async start() {
      await parts.inbox.prepare();
      await parts.outbox.prepare();
      await worker.start({ sole: parts.sole ?? false });
      outbox.start();
      await sweep();
      timer = setInterval(() => {
        sweeping ??= sweep().finally(() => {
          sweeping = undefined;
        });
      }, parts.sweepMs ?? SWEEP_MS);
      for (const adapter of adapters) await adapter.start(host);
    },
    async stop() {
      await Promise.allSettled(adapters.map((adapter) => adapter.stop()));
      clearInterval(timer);
      await sweeping;
      await within(STOP_MS, inbox.stop());
      await within(STOP_MS / 4, outbox.stop());
      try {
        await parts.inbox.release(worker.id());
        await parts.outbox.release(worker.id());
      } catch (error) {
        logger.warn(errorFields(error), 'rows stay claimed until others see that this process is gone');
      }
      await worker.stop();
    },
  };
}

/** Waits for the work, but no longer than that; null when it was not done. */
async function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ms, null);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
