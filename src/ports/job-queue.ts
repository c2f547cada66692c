/** Runs a handful of recurring ticks. Each tick must be idempotent: the queue may run it twice, or in two processes at once. */
export interface JobQueue {
  /** Runs `work` about every `everyMs` milliseconds while the queue is started; a failure is logged and the next run comes. */
  every(name: string, everyMs: number, work: () => Promise<void>): void;
  start(): Promise<void>;
  /** Stops taking new runs and waits for the ones under way. */
  stop(): Promise<void>;
}
