import { ServiceError } from '../../src/errors.ts';
import type { WebItem } from './web-encode.ts';

/** One line of a person's log. `seq` counts 1, 2, 3 … for each person, with no gap; `id` is unique for the person. */
export interface LogEntry {
  person: string;
  seq: number;
  id: string;
  at: Date;
  item: WebItem;
}

/** A line that has no number yet. */
export type NewEntry = Omit<LogEntry, 'seq'>;

/** Where the logs are kept. Every function throws ServiceError when the store cannot be reached. */
export interface WebLogStore {
  /** Makes the indexes; once, before anything else. */
  prepare(): Promise<void>;
  /**
   * Writes each line by itself and says of each, in order, what became of it: `repeat`: the person has this id already;
   * `taken`: another process wrote that number.
   */
  insert(entries: readonly LogEntry[]): Promise<('written' | 'repeat' | 'taken')[]>;
  /** The person's last number, 0 for an empty log. */
  last(person: string): Promise<number>;
  /** Lines after this number, oldest first. */
  after(person: string, seq: number, limit: number): Promise<LogEntry[]>;
  /** The newest `limit` lines before this number, oldest first. */
  before(person: string, seq: number, limit: number): Promise<LogEntry[]>;
  /** The person's line with this id. */
  find(person: string, id: string): Promise<LogEntry | null>;
  /** Which of these lines exist: the people of those that do. */
  present(lines: readonly { person: string; seq: number }[]): Promise<string[]>;
}

/** The writing side of the logs: numbers the lines and writes many people's in one command. */
export interface WebLog {
  /** Resolves when every line stands in its log, written now or earlier. Throws ServiceError: try again. */
  append(entries: readonly NewEntry[]): Promise<void>;
  /** Writes new lines that nobody waits for together with the next ones, or shortly by themselves. */
  appendSoon(entries: readonly NewEntry[]): void;
  /** Writes what is still waiting. */
  flush(): Promise<void>;
}

export interface WebLogOptions {
  /** Called with each line that this process wrote. */
  written(entry: LogEntry): void;
  /** Lines that nobody waits for and that could not be written. */
  lost(count: number): void;
  /** How long `appendSoon` may wait, in milliseconds. */
  soonMs?: number;
}

const BATCH = 1_000;
const HEADS_KEPT = 100_000;
const PATIENCE = 50;

interface Job {
  entry: NewEntry;
  /** It may stand in the log already. */
  mayRepeat: boolean;
  settle(error?: unknown): void;
}

/**
 * Numbers lines without a lock: the next number is a guess from what this process last saw, and the store refuses one
 * that is taken. Guessing 1 for a person not seen before saves a look-up for everybody who has no log yet.
 */
export function createWebLog(store: WebLogStore, { written, lost, soonMs = 100 }: WebLogOptions): WebLog {
  const heads = new Map<string, number>();
  let waiting: Job[] = [];
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;

  function run(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (running === null && waiting.length > 0) running = work();
    return running ?? Promise.resolve();
  }

  async function work(): Promise<void> {
    try {
      for (let stuck = 0; waiting.length > 0 && stuck < PATIENCE; ) {
        stuck = (await writeBatch(takeBatch())) ? 0 : stuck + 1;
      }
    } finally {
      running = null;
    }
    fail(waiting.splice(0), new ServiceError('web log: numbers stay taken'));
  }

  function fail(jobs: readonly Job[], error: unknown): void {
    for (const job of jobs) {
      heads.delete(job.entry.person);
      job.settle(error);
    }
  }

  /**
   * A number that stays empty would be a gap for ever. Only a line that proves to be a repeat leaves its number empty;
   * so in one batch nothing of the same person comes behind a line that may be one.
   */
  function takeBatch(): { job: Job; seq: number }[] {
    const batch: { job: Job; seq: number }[] = [];
    const next = new Map<string, number>();
    const closed = new Set<string>();
    const rest: Job[] = [];
    for (const job of waiting) {
      const { person } = job.entry;
      if (batch.length >= BATCH || closed.has(person)) {
        rest.push(job);
        closed.add(person);
        continue;
      }
      const seq = next.get(person) ?? (heads.get(person) ?? 0) + 1;
      next.set(person, seq + 1);
      batch.push({ job, seq });
      if (job.mayRepeat) closed.add(person);
    }
    waiting = rest;
    return batch;
  }

  /** Writes one batch; false when every number in it was taken. */
  async function writeBatch(batch: { job: Job; seq: number }[]): Promise<boolean> {
    const outcomes = await store
      .insert(batch.map(({ job, seq }) => ({ ...job.entry, seq })))
      .catch((error: unknown) => {
        fail(
          batch.map(({ job }) => job),
          error,
        );
        return [];
      });
    const outrun: Job[] = [];
    for (const [index, outcome] of outcomes.entries()) {
      const { job, seq } = batch[index] as { job: Job; seq: number };
      if (outcome === 'taken') {
        outrun.push(job);
        continue;
      }
      if (outcome === 'written') {
        heads.set(job.entry.person, seq);
        written({ ...job.entry, seq });
      }
      job.settle();
    }
    await tryAgain(outrun);
    if (heads.size > HEADS_KEPT) heads.clear();
    return outrun.length < batch.length;
  }

  /** Looks where the logs of these lines really end, and puts the lines first in the queue. */
  async function tryAgain(outrun: Job[]): Promise<void> {
    const people = new Set(outrun.map((job) => job.entry.person));
    try {
      await Promise.all([...people].map(async (person) => heads.set(person, await store.last(person))));
      waiting = [...outrun, ...waiting];
    } catch (error) {
      fail(outrun, error);
    }
  }

  return {
    async append(entries) {
      const settled = entries.map(
        (entry) =>
          new Promise<void>((resolve, reject) => {
            const settle = (error?: unknown) => (error === undefined ? resolve() : reject(error));
            waiting.push({ entry, mayRepeat: true, settle });
          }),
      );
      void run();
      await Promise.all(settled);
    },
    appendSoon(entries) {
      for (const entry of entries) {
        waiting.push({ entry, mayRepeat: false, settle: (error) => error !== undefined && lost(1) });
      }
      timer ??= setTimeout(() => void run(), soonMs);
    },
    flush: async () => run(),
  };
}
