/** More than a directory of 100,000 needs for no shard to grow by more than some thousand entries in one go. */
const SHARDS = 256;

/** A 32-bit hash of a string or of a piece of it, spread over all its bits. */
export function hashOf(key: string, from = 0, to = key.length): number {
  let hash = 7;
  for (let at = from; at < to; at++) hash = (hash * 31 + key.charCodeAt(at)) | 0;
  return hash ^ (hash >>> 15);
}

/** A map over strings in many small ones: a single map of a million entries holds the event loop while it grows. */
export class ShardedMap<V> {
  private readonly shards: Map<string, V>[] = Array.from({ length: SHARDS }, () => new Map());

  get(key: string): V | undefined {
    return this.shards[hashOf(key) & (SHARDS - 1)]?.get(key);
  }

  set(key: string, value: V): void {
    this.shards[hashOf(key) & (SHARDS - 1)]?.set(key, value);
  }

  delete(key: string): void {
    this.shards[hashOf(key) & (SHARDS - 1)]?.delete(key);
  }
}

/** The same over whole numbers. */
export class ShardedIntMap<V> {
  private readonly shards: Map<number, V>[] = Array.from({ length: SHARDS }, () => new Map());

  get(key: number): V | undefined {
    return this.shards[key & (SHARDS - 1)]?.get(key);
  }

  set(key: number, value: V): void {
    this.shards[key & (SHARDS - 1)]?.set(key, value);
  }
}
