import { setTimeout as sleep } from 'node:timers/promises';

/** Far longer than what is waited for takes where other tests hold the machine: slow is no failure, never is one. */
const PATIENCE_MS = 20_000;
const EVERY_MS = 10;

/** Waits until it holds; fails loudly when it never does. */
export async function until(holds: () => unknown, patienceMs = PATIENCE_MS): Promise<void> {
  for (const end = performance.now() + patienceMs; !(await holds()); await sleep(EVERY_MS))
    if (performance.now() > end) throw new Error(`never: ${holds}`);
}
