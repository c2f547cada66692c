import { setTimeout as sleep } from 'node:timers/promises';
import { webApi } from '@slack/bolt';
import { ServiceError } from '../../src/errors.ts';

/** Slack will never take it as it stands; `code` is Slack's own word for why. */
export class SlackRefusal extends Error {
  override readonly name = 'SlackRefusal';
  readonly code: string;

  constructor(code: string) {
    super(`slack refused: ${code}`);
    this.code = code;
  }
}

/** Slack may have done what it says has failed. */
const IN_DOUBT = new Set(['unreadable', 'internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']);
/** Nothing was done, and it may work later: busy now, or an administrator can mend it. */
const LATER = new Set([
  'ratelimited',
  'rate_limited',
  'message_limit_exceeded',
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'missing_scope',
  'not_allowed_token_type',
  'team_access_not_granted',
]);

/** The client gives the beginning of an answer that is no JSON as the error: that is no word of Slack's, and settles nothing. */
const WORD = /^[a-z][a-z0-9_]{1,79}$/;

/** Slack's own word for an error, or what kind of failure it was. */
export function codeOf(error: unknown): string {
  if (error instanceof SlackRefusal) return error.code;
  const cause = error instanceof ServiceError ? error.cause : error;
  if (cause instanceof webApi.WebAPIPlatformError) return WORD.test(cause.data.error) ? cause.data.error : 'unreadable';
  if (cause instanceof webApi.WebAPIRateLimitedError) return 'ratelimited';
  if (cause instanceof webApi.WebAPIHTTPError) return `http_${cause.statusCode}`;
  return 'unreachable';
}

/** Whether the call may have taken effect although it failed. */
export function isInDoubt(error: unknown): boolean {
  if (error instanceof SlackRefusal) return false;
  const code = codeOf(error);
  return !LATER.has(code);
}

/** A call to Slack, its failures in our terms: SlackRefusal is final, ServiceError may be tried again. */
export async function reachSlack<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    if (cause instanceof webApi.WebAPIRateLimitedError)
      throw new ServiceError('slack: too many calls', { cause, retryAfterMs: cause.retryAfter * 1000 });
    const code = codeOf(cause);
    const refused = cause instanceof webApi.WebAPIPlatformError && !IN_DOUBT.has(code) && !LATER.has(code);
    if (refused) throw new SlackRefusal(code);
    throw new ServiceError(`slack: ${code}`, { cause });
  }
}

/** What takes longer counts as failed. */
export async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  const late = sleep(ms, undefined, { ref: false }).then((): never => {
    throw new ServiceError('slack: took too long');
  });
  return Promise.race([work, late]);
}
