import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { LedgerStore } from './ledger-store.ts';

/**
 * Writes down which sets are applied, many in one round trip: applying again is harmless, so a mark may come late or be
 * lost. `delayMs` 0 writes each at once.
 */
export class AppliedMarks {
  readonly #store: LedgerStore;
  readonly #machine: Clock;
  readonly #logger: Logger;
  readonly #delayMs: number;
  #waiting = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(tools: { store: LedgerStore; machine: Clock; logger: Logger; delayMs: number }) {
    this.#store = tools.store;
    this.#machine = tools.machine;
    this.#logger = tools.logger;
    this.#delayMs = tools.delayMs;
  }

  async add(setId: string): Promise<void> {
    this.#waiting.add(setId);
    if (this.#delayMs === 0) return this.flush();
    this.#timer ??= setTimeout(() => void this.#flushLater(), this.#delayMs).unref();
  }

  /** Resolves once every mark so far is written, those included that were under way already. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const before = this.#writing.catch(() => undefined);
    this.#writing = this.#write();
    await Promise.all([before, this.#writing]);
  }

  async #write(): Promise<void> {
    const ids = [...this.#waiting];
    this.#waiting = new Set();
    if (ids.length > 0) await this.#store.markApplied(ids, this.#machine.now());
  }

  async #flushLater(): Promise<void> {
    try {
      await this.flush();
    } catch {
      this.#logger.warn({}, 'sets applied could not be marked; the sweep will apply them again');
    }
  }
}
