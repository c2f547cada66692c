/** Remembers at least the last `atLeast` ids added, and at most twice as many. */
export function createRecentIds(atLeast = 2000): { add(id: string): void; has(id: string): boolean } {
  let young = new Set<string>();
  let old = new Set<string>();
  return {
    add(id) {
      young.add(id);
      if (young.size < atLeast) return;
      old = young;
      young = new Set();
    },
    has: (id) => young.has(id) || old.has(id),
  };
}
