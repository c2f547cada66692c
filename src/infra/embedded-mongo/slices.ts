import { MongoError } from './mongo-error.ts';
import type { Work } from './pause.ts';

/** How long work may hold the thread before others get their turn. */
const SLICE_MS = 5;

/** Measures the time slice of whatever runs on this thread just now; one per server. */
export class Slices {
  #ends = 0;
  #stopped = false;

  /** Asked by long walks at every document: is it time for a PAUSE? */
  over(): boolean {
    return performance.now() >= this.#ends;
  }

  /** Runs work slice by slice. Work that needs no pause is done at once and costs no promise. */
  drive<T>(work: Work<T>): T | Promise<T> {
    this.begin();
    const step = work.next();
    return step.done ? step.value : this.#continue(work);
  }

  /** The server stops: what pauses from now on is ended with an error, what needs no pause is still done. */
  stop(): void {
    this.#stopped = true;
  }

  begin(milliseconds = SLICE_MS): void {
    this.#ends = performance.now() + milliseconds;
  }

  async #continue<T>(work: Work<T>): Promise<T> {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#stopped) {
        work.return(undefined as never);
        throw interruptedAtShutdown();
      }
      this.begin();
      const step = work.next();
      if (step.done) return step.value;
    }
  }
}

export const interruptedAtShutdown = (): MongoError =>
  new MongoError('InterruptedAtShutdown', 'interrupted at shutdown');
