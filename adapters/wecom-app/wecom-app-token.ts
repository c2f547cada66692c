import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceError } from '../../src/errors.ts';
import type { Clock } from '../../src/ports/clock.ts';

/** One app's token as all processes know it. */
export interface HeldToken {
  token: string;
  /** Machine time at which WeCom forgets it. */
  expires: Date;
}

/** The token of one app over all processes. */
export interface WecomTokens {
  read(): Promise<HeldToken | null>;
  /** Takes the right to renew until then; false while another has it. */
  lease(owner: string, now: Date, until: Date): Promise<boolean>;
  /** Writes the new token and gives the right back; without a token: only the latter. */
  release(owner: string, held: HeldToken | null): Promise<void>;
}

export interface TokenParts {
  tokens: WecomTokens;
  /** Asks WeCom for a token; `seconds`: how long it lasts. */
  fetchToken(): Promise<{ token: string; seconds: number }>;
  clock: Clock;
  /** Between two looks while another renews, milliseconds. */
  lookMs?: number;
}

export interface WecomToken {
  /** A token; another than `refused`, which WeCom did not take. */
  get(refused?: string): Promise<string>;
}

/** Renewed so long before it ends, so that none ends on its way. */
const EARLY_MS = 5 * 60_000;
const LEASE_MS = 15_000;
const LOOK_MS = 200;
/** After a failure nobody asks again for so long: many messages must not become many requests. */
const REST_MS = 5_000;

/** WeCom gives an app one token, and counts how often it is asked: all share one, renewed by one of them at a time. */
export function createToken({ tokens, fetchToken, clock, lookMs = LOOK_MS }: TokenParts): WecomToken {
  const owner = crypto.randomUUID();
  let known: HeldToken | null = null;
  let renewing: Promise<string> | undefined;
  let failed: { at: number; error: unknown } | undefined;

  const isGood = (held: HeldToken | null, refused: string | undefined): held is HeldToken =>
    held !== null && held.token !== refused && held.expires.getTime() - clock.now().getTime() > EARLY_MS;

  async function renew(refused: string | undefined): Promise<string> {
    const patience = clock.now().getTime() + LEASE_MS * 2;
    while (clock.now().getTime() < patience) {
      const held = await tokens.read();
      if (isGood(held, refused)) {
        known = held;
        return held.token;
      }
      const now = clock.now();
      if (await tokens.lease(owner, now, new Date(now.getTime() + LEASE_MS))) return fetchAnew(refused);
      await sleep(lookMs, undefined, { ref: false });
    }
    throw new ServiceError('wecom: no token came');
  }

  async function fetchAnew(refused: string | undefined): Promise<string> {
    let fresh: HeldToken | null = null;
    try {
      // Another may have been quicker between our look and our lease.
      const held = await tokens.read();
      if (isGood(held, refused)) fresh = held;
      else {
        const { token, seconds } = await fetchToken();
        fresh = { token, expires: new Date(clock.now().getTime() + seconds * 1000) };
      }
      known = fresh;
      return fresh.token;
    } catch (error) {
      failed = { at: performance.now(), error };
      throw error;
    } finally {
      await tokens.release(owner, fresh);
    }
  }

  return {
    get(refused) {
      if (isGood(known, refused)) return Promise.resolve(known.token);
      if (failed !== undefined && performance.now() - failed.at < REST_MS) return Promise.reject(failed.error);
      renewing ??= renew(refused).finally(() => {
        renewing = undefined;
      });
      return renewing;
    },
  };
}
