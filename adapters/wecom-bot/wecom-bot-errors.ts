import { ServiceError } from '../../src/errors.ts';

/** WeCom will never take it as it stands; `code` is its errcode. */
export class WecomRefusal extends Error {
  override readonly name = 'WecomRefusal';
  readonly code: string;

  constructor(code: string) {
    super(`wecom refused: ${code}`);
    this.code = code;
  }
}

/** More than 30 in a minute or 1,000 in an hour in one chat; calls altogether; calls at once. */
const PACE = new Set(['846607', '45009', '45033']);
/** Nothing was done, and it may work later: busy; this connection is not subscribed (any more). */
const LATER = new Set(['-1', '846609']);
/** The callback that this would answer is too old, was answered in another way, or came by another connection. */
const STALE = new Set(['846605', '846608']);
const PACE_MS = 10_000;

/** WeCom's own code for an error, or what kind of failure it was. */
export function codeOf(error: unknown): string {
  if (error instanceof WecomRefusal) return error.code;
  const cause = error instanceof ServiceError ? error.cause : error;
  if (typeof cause === 'object' && cause !== null && 'errcode' in cause) return String(cause.errcode);
  return 'unreachable';
}

/** Whether a callback can no longer be answered, so that the words must be sent on their own. */
export const isStale = (error: unknown): boolean => error instanceof WecomRefusal && STALE.has(error.code);

/** A command to WeCom, its failures in our terms: WecomRefusal is final, ServiceError may be tried again. */
export async function reachWecom(command: () => Promise<unknown>): Promise<void> {
  try {
    await command();
  } catch (cause) {
    const code = codeOf(cause);
    if (PACE.has(code)) throw new ServiceError('wecom: too many messages', { cause, retryAfterMs: PACE_MS });
    // The SDK rejects with the answer's frame where there was one, else with an error of its own.
    if (cause instanceof Error || LATER.has(code)) throw new ServiceError(`wecom: ${code}`, { cause });
    throw new WecomRefusal(code);
  }
}
