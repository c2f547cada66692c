import type { Random } from './random.ts';

/**
 * Runs tasks one step at a time, in an order that chance decides: a task waits in `turn` before everything that others
 * could notice, and only one is let go on. A task must not wait for two turns at once.
 */
export class Scheduler {
  readonly #random: Random;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  turn(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#running--;
      this.#next();
    });
  }

  async run(tasks: readonly (() => Promise<void>)[]): Promise<void> {
    this.#running += tasks.length;
    await Promise.all(
      tasks.map(async (task) => {
        await null;
        try {
          await task();
        } finally {
          this.#running--;
          this.#next();
        }
      }),
    );
  }

  #next(): void {
    if (this.#running > 0 || this.#waiting.length === 0) return;
    const [next] = this.#waiting.splice(this.#random.below(this.#waiting.length), 1);
    this.#running++;
    next?.();
  }
}
