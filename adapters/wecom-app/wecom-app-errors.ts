import { ServiceError } from '../../src/errors.ts';

/** WeCom will never take it as it stands; `code` is WeCom's errcode. */
export class WecomRefusal extends Error {
  override readonly name = 'WecomRefusal';
  readonly code: string;

  constructor(code: string) {
    super(`wecom refused: ${code}`);
    this.code = code;
  }
}

/** WeCom did not do it now: it may later. `code`: its errcode, `http_5xx`, or `unreachable`. */
export class WecomFailure extends ServiceError {
  readonly code: string;

  constructor(code: string, retryAfterMs?: number) {
    super(`wecom: ${code}`, retryAfterMs === undefined ? {} : { retryAfterMs });
    this.code = code;
  }
}

/** The token was not taken: a new one is to be had. */
export const STALE_TOKEN: ReadonlySet<string> = new Set(['40014', '42001']);

const MINUTE_MS = 60_000;

/** Too much for now, or what an administrator can mend while the message waits; the pause in milliseconds. */
const LATER: Record<string, number | undefined> = {
  '-1': undefined,
  '40001': MINUTE_MS,
  '40013': MINUTE_MS,
  '40014': undefined,
  '40056': MINUTE_MS,
  '41001': undefined,
  '42001': undefined,
  '45009': MINUTE_MS,
  '45033': 2_000,
  '48002': MINUTE_MS,
  '60011': MINUTE_MS,
  '60020': MINUTE_MS,
  '301002': MINUTE_MS,
};

/** An errcode that is not 0 as an error: final, or to be tried again. */
export function errorOf(errcode: number): WecomRefusal | WecomFailure {
  const code = String(errcode);
  return Object.hasOwn(LATER, code) ? new WecomFailure(code, LATER[code]) : new WecomRefusal(code);
}

/** WeCom's own word for an error, or what kind of failure it was. */
export const codeOf = (error: unknown): string =>
  error instanceof WecomRefusal || error instanceof WecomFailure ? error.code : 'unreachable';

/** Whether WeCom may have done what it did not answer. */
export const isInDoubt = (error: unknown): boolean => /^(unreachable|http_)/.test(codeOf(error));
