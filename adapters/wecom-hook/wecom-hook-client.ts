import { z } from 'zod';
import { ServiceError } from '../../src/errors.ts';
import type { HookContent } from './wecom-hook-encode.ts';

const TIMEOUT_MS = 15_000;
/** Over 20 a minute WeCom refuses the rest of it. */
const PACE_MS = 60_000;

/** WeCom will never take it as it stands; `code` is its errcode. */
export class HookRefusal extends Error {
  override readonly name = 'HookRefusal';
  readonly code: string;

  constructor(code: string) {
    super(`wecom hook refused: ${code}`);
    this.code = code;
  }
}

/** Too many; busy; a key that an administrator can put right. */
const LATER = new Set(['45009', '-1', '93000']);

const answered = z.object({ errcode: z.number() });

/** WeCom's own code, or what kind of failure it was. */
export function codeOf(error: unknown): string {
  if (error instanceof HookRefusal) return error.code;
  return /^wecom hook: (\S+)$/.exec(error instanceof ServiceError ? error.message : '')?.[1] ?? 'unreachable';
}

/**
 * Posts to a webhook; throws HookRefusal (final) or ServiceError (may be tried again). No error has a cause: what fetch
 * and its agents throw may quote the address, and with it the key.
 */
export async function postToHook(
  url: string,
  content: HookContent,
  { limited = PACE_MS, call = TIMEOUT_MS }: { limited?: number; call?: number } = {},
): Promise<void> {
  const code = await codeFor(url, content, call).catch(() => 'unreachable');
  if (code === '0') return;
  if (code === '45009') throw new ServiceError(`wecom hook: ${code}`, { retryAfterMs: limited });
  if (LATER.has(code) || !/^-?\d+$/.test(code)) throw new ServiceError(`wecom hook: ${code}`);
  throw new HookRefusal(code);
}

async function codeFor(url: string, content: HookContent, withinMs: number): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(content),
    redirect: 'error',
    signal: AbortSignal.timeout(withinMs),
  });
  const text = await response.text();
  if (!response.ok) return `http_${response.status}`;
  return String(answered.parse(JSON.parse(text)).errcode);
}
