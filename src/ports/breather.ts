/** How long work may hold the loop, in milliseconds. */
const HELD_MS = 10;

/** Between two long steps: the loop goes to whoever waits for it. */
export const giveWay = (): Promise<void> => new Promise((resume) => setImmediate(resume));

/**
 * Lets everybody else have a turn during long work: `await breathe()` after each small step gives the loop back once the
 * work has held it long enough, and costs next to nothing until then.
 */
export function breather(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < HELD_MS) return undefined;
    return giveWay().then(() => {
      since = performance.now();
    });
  };
}
