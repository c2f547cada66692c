/**
 * The little that the server asks of a storage engine: an ordered map from bytes to bytes with snapshots and
 * all-or-nothing writes. LMDB keeps it today; nothing above this file knows.
 */
export interface Entry {
  readonly key: Buffer;
  readonly value: Buffer;
}

/** A range of keys, both ends optional to include; `reverse` walks from `to` down to `from`. */
export interface KeyRange {
  /** Inclusive. */
  readonly from: Buffer;
  /** Exclusive. */
  readonly to: Buffer;
  readonly reverse?: boolean;
}

export interface Reader {
  get(key: Buffer): Buffer | undefined;
  /** Entries in byte order of their keys, for one walk. One left early must be closed with `return()`, as `for…of` does. */
  range(range: KeyRange): Iterable<Entry>;
}

/** A consistent view that later writes do not change; it holds storage back from reuse until released. */
export interface Snapshot extends Reader {
  release(): void;
}

export interface Writer extends Reader {
  put(key: Buffer, value: Buffer): void;
  remove(key: Buffer): void;
}

export interface KeyValueStore {
  snapshot(): Snapshot;
  /** Runs `work` as one transaction and returns once it is on disk; whatever it throws undoes all of it. */
  write<T>(work: (writer: Writer) => T): T;
  /** A consistent, compacted copy into a new file while others go on reading and writing. */
  copyTo(file: string): Promise<void>;
  /** Bytes of the data file that are in use or free for reuse. */
  sizeOnDisk(): number;
  close(): Promise<void>;
}

/** The first key that is greater than every key that starts with `prefix`. */
export function afterPrefix(prefix: Buffer): Buffer {
  let end = prefix.length;
  while (end > 0 && prefix[end - 1] === 0xff) end--;
  const after = Buffer.from(prefix.subarray(0, end));
  if (end > 0) after[end - 1] = (after[end - 1] ?? 0) + 1;
  return after;
}
