import { ServiceError } from '../errors.ts';

export const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 300_000;
const HANGING_MS = 60_000;

/** Milliseconds before the next attempt: doubling, spread by half, and never less than the platform asked for. */
export function pauseAfter(attempts: number, error: unknown): number {
  const asked = error instanceof ServiceError ? (error.retryAfterMs ?? 0) : 0;
  const own = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
  return Math.max(asked, own) + Math.random() * own * 0.5;
}

/** Waits for a delivery, but no longer than a minute: then it is a failure that may be tried again. */
export async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ServiceError('the platform did not answer in time')), HANGING_MS);
    timer.unref();
  });
  try {
    await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
