/**
 * Puts calls together: while one flush is under way, items gather for the next. The promise of each call is its
 * flush's; a flush that fails is the flusher's to repeat.
 */
export function createBatcher<T>(flush: (items: T[]) => Promise<void>, limit = 500): (item: T) => Promise<void> {
  let gathered: { item: T; resolve: () => void; reject: (error: unknown) => void }[] = [];
  let flushing = false;

  async function drain() {
    flushing = true;
    while (gathered.length > 0) {
      const batch = gathered.slice(0, limit);
      gathered = gathered.slice(limit);
      try {
        await flush(batch.map(({ item }) => item));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    flushing = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      gathered.push({ item, resolve, reject });
      // Everything that is ready in this turn of the loop goes together.
      if (!flushing) {
        flushing = true;
        setImmediate(drain);
      }
    });
}
