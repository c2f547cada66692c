import { MongoError } from '../mongo-error.ts';
import { finished, type Work } from '../pause.ts';
import { interruptedAtShutdown, type Slices } from '../slices.ts';
import type { KeyValueStore, Writer } from './key-value.ts';

/** How long one transaction may hold the thread before it commits and lets others in. */
const SLICE_MS = 50;

interface Job {
  readonly start: (writer: Writer) => Work<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
  running: Work<unknown> | undefined;
}

export interface CommitHooks {
  /** Asked between two documents whether the transaction has lasted long enough. */
  readonly slices: Slices;
  /** The last chance to write in a transaction. */
  readonly beforeCommit: (writer: Writer) => void;
  /** After a transaction was undone, before anything else runs: reload what was kept in memory. */
  readonly onUndone: () => void;
  /** The storage engine gives up its file, even for reading, until it is opened anew. */
  readonly onBroken: (error: unknown) => void;
}

/**
 * The only way to write. Commands that arrive while an earlier commit waits for the disk share the next transaction,
 * so the cost of one sync is spread over all of them; each is answered after the sync.
 *
 * A job is a generator that writes whole documents (with all their index entries) between its pauses. It normally runs
 * to its end inside one transaction; one that outlasts the slice continues in the next, cut between two documents, as
 * MongoDB itself yields in long updates. A MongoError ends its job alone: refusals (duplicate key and the like) are
 * found before anything of that document is written. Any other exception (disk full, failed sync, a bug) undoes the
 * transaction; its fresh jobs then run again one by one, so that only the guilty one fails.
 */
export class GroupCommit {
  readonly #store: KeyValueStore;
  readonly #hooks: CommitHooks;
  #waiting: Job[] = [];
  #scheduled = false;
  #closing = false;

  constructor(store: KeyValueStore, hooks: CommitHooks) {
    this.#store = store;
    this.#hooks = hooks;
  }

  /** Resolves once what `start` wrote is on disk. */
  submit<T>(start: (writer: Writer) => Work<T>): Promise<T> {
    if (this.#closing) return Promise.reject(interruptedAtShutdown());
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ start, resolve: resolve as (value: unknown) => void, reject, running: undefined });
      this.#schedule();
    });
  }

  /** The same for work that needs no pause. */
  apply<T>(work: (writer: Writer) => T): Promise<T> {
    return this.submit((writer) => finished(work(writer)));
  }

  /** Takes nothing more; resolves when what waits is written, and what lasts longer than a slice is cut off. */
  async close(): Promise<void> {
    this.#closing = true;
    while (this.#waiting.length > 0) await new Promise((resolve) => setImmediate(resolve));
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => this.#commitWaiting());
  }

  #commitWaiting(): void {
    this.#scheduled = false;
    const batch = this.#waiting;
    this.#waiting = [];
    const fresh = new Set(batch.filter((job) => !job.running));
    try {
      this.#commit(batch);
    } catch (error) {
      const usable = this.#afterUndo(error);
      for (const job of batch) {
        if (usable && batch.length > 1 && fresh.has(job)) this.#commitAlone(job);
        else job.reject(error);
      }
    }
    if (this.#waiting.length > 0) this.#schedule();
  }

  #commitAlone(job: Job): void {
    job.running = undefined;
    try {
      this.#commit([job]);
    } catch (error) {
      this.#afterUndo(error);
      job.reject(error);
    }
  }

  /** False where nothing can be read any more. */
  #afterUndo(error: unknown): boolean {
    try {
      this.#hooks.onUndone();
      return true;
    } catch {
      this.#hooks.onBroken(error);
      return false;
    }
  }

  #commit(batch: readonly Job[]): void {
    const { slices } = this.#hooks;
    slices.begin(SLICE_MS);
    const settled: (() => void)[] = [];
    const unfinished: Job[] = [];
    this.#store.write((writer) => {
      for (const job of batch) {
        const settle = slices.over() ? undefined : run(job, writer, slices);
        if (settle) settled.push(settle);
        else unfinished.push(job);
      }
      this.#hooks.beforeCommit(writer);
    });
    // What has not begun has its turn before what has used up its slice: nobody waits for the whole of a long job.
    const turns = [...unfinished.filter(({ running }) => !running), ...unfinished.filter(({ running }) => running)];
    this.#waiting.unshift(...turns.filter((job) => !this.#closing || !cutOff(job)));
    for (const settle of settled) settle();
  }
}

/** Ends a job between two documents, if it has begun. */
function cutOff({ running, reject }: Job): boolean {
  running?.return(undefined);
  if (running) reject(interruptedAtShutdown());
  return running !== undefined;
}

/** Runs a job up to its end or the end of the slice; returns how to answer its command, or nothing if it goes on. */
function run(job: Job, writer: Writer, slices: Slices): (() => void) | undefined {
  try {
    job.running ??= job.start(writer);
    for (;;) {
      const step = job.running.next();
      if (step.done) return () => job.resolve(step.value);
      if (slices.over()) return undefined;
    }
  } catch (error) {
    if (!(error instanceof MongoError)) throw error;
    return () => job.reject(error);
  }
}
