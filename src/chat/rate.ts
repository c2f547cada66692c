import type { Rate } from './chat-adapter.ts';

/** A bucket of permits: `take` gives 0 and takes one, or the milliseconds until there is one. */
export interface RateLimit {
  take(): number;
  /** Takes none: the milliseconds until there is one. */
  wait(): number;
}

/** `now`: monotonic milliseconds. */
export function createRateLimit({ burst, everyMs }: Rate, now: () => number = () => performance.now()): RateLimit {
  let permits = burst;
  let at = now();
  const refill = () => {
    const present = now();
    permits = Math.min(burst, permits + (present - at) / everyMs);
    at = present;
  };
  const wait = () => {
    refill();
    return permits >= 1 ? 0 : Math.ceil((1 - permits) * everyMs);
  };
  return {
    wait,
    take() {
      const ms = wait();
      if (ms === 0) permits -= 1;
      return ms;
    },
  };
}

/** One limit per room, all forgotten when there are many. */
export function createRoomLimits(rate: Rate | undefined): (room: string) => RateLimit | undefined {
  const limits = new Map<string, RateLimit>();
  return (room) => {
    if (rate === undefined) return undefined;
    if (limits.size > 10_000) limits.clear();
    const limit = limits.get(room) ?? createRateLimit(rate);
    limits.set(room, limit);
    return limit;
  };
}
