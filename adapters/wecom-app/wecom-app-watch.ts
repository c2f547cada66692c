import { setTimeout as sleep } from 'node:timers/promises';
import { type Absences, type Gap, isWorthTelling, latelyBefore } from '../../src/chat/absence.ts';
import type { Clock } from '../../src/ports/clock.ts';

const BEAT_MS = 15_000;

export interface WatchParts {
  absences: Absences;
  /** Nothing was heard for a while, and WeCom gave up sending it: those who wrote lately are to be told. */
  offline(gap: Gap, users: string[]): Promise<void>;
  /** Whether WeCom can reach us, as far as is known. */
  reached(): boolean;
  clock: Clock;
  failed(code: string): void;
  stopping: AbortSignal;
  beatMs?: number;
}

/** Notes while it runs that the app is there: WeCom tries three times within seconds, and what it gives up is lost. */
export function createWatch({ absences, clock, failed, stopping, beatMs = BEAT_MS, ...parts }: WatchParts) {
  async function beat(): Promise<void> {
    const gap = await absences.hears(clock.now());
    if (gap === null || !isWorthTelling(gap)) return;
    const users = await absences.wroteSince(latelyBefore(gap));
    if (users.length > 0) await parts.offline(gap, users);
  }

  return {
    async run(): Promise<void> {
      while (!stopping.aborted) {
        if (parts.reached()) await beat().catch(() => failed('store'));
        await sleep(beatMs, undefined, { signal: stopping, ref: false }).catch(() => {});
      }
    },
    /** Until here everything was heard. */
    end: () =>
      parts.reached()
        ? absences.hears(clock.now()).then(
            () => {},
            () => {},
          )
        : Promise.resolve(),
  };
}
