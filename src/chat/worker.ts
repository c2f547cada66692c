import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../ports/logger.ts';
import { errorFields } from './error-fields.ts';
import type { WorkerStore } from './worker-store.ts';

const BEAT_MS = 2000;
const MISSES = 5;

/**
 * This process among those that share the store. A row that somebody works on names its process; a process lives as
 * long as its counter moves. No wall clock takes part: a process is struck off when its counter stood still over five
 * beats of the observer's own, so a clock that runs an hour fast breaks nothing. An id is never used again, and every
 * write to a claimed row asks for the owner's id, so a process that wakes up late cannot write over its successor.
 */
export interface Worker {
  /** The present id; a new one after this process was struck off. */
  id(): string;
  /** False when so long without a confirmed beat that others may have taken over: then nothing is sent. */
  sure(): boolean;
  /** Whether no other process has been seen lately. Whoever joins waits until the others have seen it. */
  alone(): boolean;
  /** How often others were seen: unchanged over a time means that nobody was there. */
  sightings(): number;
  /** Joins; `sole`: the store belongs to this process alone, so all others are dead. */
  start(options?: { sole?: boolean }): Promise<void>;
  /** Ids that live at this moment. */
  living(): Promise<string[]>;
  stop(): Promise<void>;
}

export function createWorker(store: WorkerStore, logger: Logger, options: { beatMs?: number } = {}): Worker {
  const beatMs = options.beatMs ?? BEAT_MS;
  let id: string = randomUUID();
  let confirmed = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let sightings = 0;
  let others = new Map<string, { beat: number; misses: number }>();
  let beating: Promise<void> | undefined;

  async function join() {
    id = randomUUID();
    await store.join(id);
    confirmed = performance.now();
  }

  async function observe() {
    const seen = new Map<string, { beat: number; misses: number }>();
    for (const worker of await store.all()) {
      if (worker._id === id) continue;
      const before = others.get(worker._id);
      const misses = before !== undefined && before.beat === worker.beat ? before.misses + 1 : 0;
      if (misses < MISSES) seen.set(worker._id, { beat: worker.beat, misses });
      else await store.leave(worker._id);
    }
    others = seen;
    sightings += seen.size;
  }

  async function beat() {
    try {
      const began = performance.now();
      if (await store.beat(id)) confirmed = began;
      else await join();
      await observe();
    } catch (error) {
      logger.warn(errorFields(error), 'heartbeat failed');
    }
  }

  return {
    id: () => id,
    sure: () => performance.now() - confirmed < beatMs * (MISSES - 1),
    alone: () => others.size === 0,
    sightings: () => sightings,
    async start({ sole = false } = {}) {
      if (sole) for (const worker of await store.all()) await store.leave(worker._id);
      await join();
      await observe();
      if (others.size > 0) await sleep(beatMs * 1.5);
      timer = setInterval(() => {
        beating ??= beat().finally(() => {
          beating = undefined;
        });
      }, beatMs);
    },
    living: async () => (await store.all()).map((worker) => worker._id),
    async stop() {
      clearInterval(timer);
      await beating;
      await store.leave(id).catch((error: unknown) => logger.warn(errorFields(error), 'could not take leave'));
    },
  };
}
