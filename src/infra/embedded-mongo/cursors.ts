import { randomBytes } from 'node:crypto';
import type { Connection } from './client-connection.ts';
import { MongoError } from './mongo-error.ts';
import { PAUSE, type Pause, type Work } from './pause.ts';
import type { Maybe } from './values/value.ts';

const BATCH_BYTES = 16 * 1024 * 1024;
const FIRST_BATCH = 101;
const IDLE_MS = 10 * 60_000;

/** The results of a query as they are made, each an encoded document. */
export type Results = Iterator<Uint8Array | Pause>;

/** A command that sleeps between two batches of its cursor. */
interface Sleeper {
  suspend(): void;
  resume(connection: Connection): void;
}

export interface Cursor {
  /** 0 until others may know of it: most cursors end with their first batch, and need no name that cannot be guessed. */
  id: bigint;
  /** The command that opened it; its time limit goes on to count. */
  readonly call: Sleeper;
  readonly namespace: string;
  /** The logical session it belongs to, as the client named it; endSessions closes it. */
  readonly lsid: Maybe;
  readonly release: () => void;
  readonly results: Results;
  /** How many results are still allowed; where a query has a limit, its cursor ends with the last of them. */
  remaining: number;
  /** Made but not sent, because the batch was full. */
  held: Uint8Array | undefined;
  exhausted: boolean;
  inUse: boolean;
  usedAt: number;
}

export interface CursorSource {
  readonly call: Sleeper;
  readonly namespace: string;
  readonly lsid: Maybe;
  readonly results: Results;
  readonly limit?: number | undefined;
  /** Gives back the snapshot that the results are read from. */
  readonly release: () => void;
}

/** Open cursors. Each stands on its own snapshot and is closed when exhausted, killed or idle for ten minutes. */
export class Cursors {
  readonly #open = new Map<bigint, Cursor>();

  get size(): number {
    return this.#open.size;
  }

  /** A cursor that is not yet known to others: fill the first batch, then `keep` it unless it is exhausted. */
  start(source: CursorSource): Cursor {
    const { call, namespace, lsid, release, results, limit } = source;
    return {
      id: 0n,
      call,
      namespace,
      lsid,
      release,
      results,
      remaining: limit ?? Number.POSITIVE_INFINITY,
      held: undefined,
      exhausted: false,
      inUse: true,
      usedAt: performance.now(),
    };
  }

  keep(cursor: Cursor): void {
    if (cursor.id === 0n) cursor.id = this.#freshId();
    cursor.inUse = false;
    cursor.usedAt = performance.now();
    cursor.call.suspend();
    this.#open.set(cursor.id, cursor);
  }

  /** Takes a cursor for one getMore. */
  take(id: bigint, namespace: string, connection: Connection): Cursor {
    const cursor = this.#open.get(id);
    if (!cursor) throw new MongoError('CursorNotFound', `cursor id ${id} not found`);
    if (cursor.namespace !== namespace)
      throw new MongoError(
        'Unauthorized',
        `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
      );
    if (cursor.inUse) throw new MongoError('CursorInUse', `cursor id ${id} is already in use`);
    cursor.inUse = true;
    cursor.call.resume(connection);
    return cursor;
  }

  close(cursor: Cursor): void {
    this.#open.delete(cursor.id);
    if (cursor.exhausted) return;
    cursor.exhausted = true;
    cursor.results.return?.();
    cursor.release();
  }

  /** False if there is no such cursor. */
  kill(id: bigint): boolean {
    const cursor = this.#open.get(id);
    if (cursor) this.close(cursor);
    return cursor !== undefined;
  }

  closeWhere(condition: (cursor: Cursor) => boolean): void {
    for (const cursor of [...this.#open.values()]) if (condition(cursor)) this.close(cursor);
  }

  closeIdle(): void {
    const limit = performance.now() - IDLE_MS;
    this.closeWhere((cursor) => !cursor.inUse && cursor.usedAt < limit);
  }

  #freshId(): bigint {
    const id = randomBytes(8).readBigInt64LE() & 0x7fffffffffffffffn;
    return id === 0n || this.#open.has(id) ? this.#freshId() : id;
  }
}

/**
 * Takes results until the batch has `size` documents (the first one 101 unless told) or 16 MB. Close the cursor when
 * `isAtEnd` says that nothing is left.
 */
export function* fillBatch(cursor: Cursor, size: number | undefined, first: boolean): Work<Uint8Array[]> {
  const batch: Uint8Array[] = [];
  const limit = size ?? (first ? FIRST_BATCH : Number.POSITIVE_INFINITY);
  let bytes = 0;
  if (cursor.held) {
    batch.push(cursor.held);
    bytes = cursor.held.length;
    cursor.held = undefined;
  }
  while (batch.length < limit && cursor.remaining > 0) {
    const step = cursor.results.next();
    if (step.done) {
      cursor.remaining = 0;
      break;
    }
    if (step.value === PAUSE) {
      yield PAUSE;
      continue;
    }
    cursor.remaining--;
    if (batch.length > 0 && bytes + step.value.length > BATCH_BYTES) {
      cursor.held = step.value;
      return batch;
    }
    batch.push(step.value);
    bytes += step.value.length;
  }
  return batch;
}

export const isAtEnd = (cursor: Cursor): boolean => cursor.remaining <= 0 && !cursor.held;
