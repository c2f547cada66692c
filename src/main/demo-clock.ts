import type { Clock } from '../ports/clock.ts';

/** The business clock of a demonstration: runs like the machine's and can be moved forward, never back. */
export function createDemoClock(machine: Clock): Clock & { moveTo(at: Date): void } {
  let aheadMs = 0;
  const now = () => new Date(machine.now().getTime() + aheadMs);
  return {
    now,
    moveTo(at) {
      aheadMs += Math.max(0, at.getTime() - now().getTime());
    },
  };
}

/**
 * Lets time pass to an instant as if the bot had been up: every instant at which something could be due is stopped at,
 * in order, so that each morning on the way happens on its own day.
 */
export async function passTime(
  to: Date,
  clock: ReturnType<typeof createDemoClock>,
  app: { runDue(): Promise<void>; rules: { nextInstant(after: Date): Promise<Date | null> } },
): Promise<void> {
  for (;;) {
    const next = await app.rules.nextInstant(clock.now());
    if (next === null || next > to) break;
    clock.moveTo(next);
    await app.runDue();
  }
  clock.moveTo(to);
  await app.runDue();
}
