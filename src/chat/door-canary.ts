import { setTimeout as sleep } from 'node:timers/promises';
import type { AdapterHealth } from './adapter-health.ts';

const EVERY_MS = 60_000;
const ANSWER_MS = 10_000;
/** One knock may go amiss. */
const MISSES = 2;
/** The status with which a door of ours answers a knock (HEAD), and nothing else there does. */
export const DOOR_STATUS = 204;

export interface DoorCanaryParts {
  /** Where the platform posts to; null while the bot has no public address. */
  address: URL | null;
  health: Pick<AdapterHealth, 'connection' | 'heard'>;
  /** Told once for each time that the door cannot be reached. */
  failed(code: 'address'): void;
  stopping: AbortSignal;
  everyMs?: number;
}

/**
 * Knocks at a door of ours by its public address, as the platform does: a proxy, a name or a certificate that has broken
 * tells nobody else. While it is out of reach, the adapter is not connected.
 */
export function createDoorCanary({ address, health, failed, stopping, everyMs = EVERY_MS }: DoorCanaryParts) {
  let misses = 0;

  function reached(): void {
    if (misses >= MISSES) health.connection('connected');
    misses = 0;
  }

  async function knock(at: URL): Promise<boolean> {
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(ANSWER_MS)]);
    const answer = await fetch(at, { method: 'HEAD', redirect: 'manual', signal }).catch(() => null);
    return answer?.status === DOOR_STATUS;
  }

  return {
    /** Whether the platform can reach the door, as far as is known. */
    isOpen: (): boolean => misses < MISSES,
    /** What has come from the platform came by the door, even where this machine cannot reach itself. */
    heard(): void {
      health.heard();
      reached();
    },
    /** Knocks until the adapter stops. */
    async watch(): Promise<void> {
      while (address !== null && !stopping.aborted) {
        await sleep(everyMs, undefined, { signal: stopping, ref: false }).catch(() => {});
        if (stopping.aborted) return;
        if (await knock(address)) reached();
        else if (!stopping.aborted && ++misses === MISSES) {
          failed('address');
          health.connection('connecting');
        }
      }
    },
  };
}
