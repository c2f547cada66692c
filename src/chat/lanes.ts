import type { OutboxRow } from './outbox-row.ts';

/** How long a lane waits before it looks again for an older row of another process, or for a row it corrects. */
export const LOOK_AGAIN_MS = 200;

/** A row on its way. */
export interface Waiting {
  row: OutboxRow;
  /** Monotonic milliseconds at which it was last known to be open and ours. */
  since: number;
  /** In the store it is noted as about to leave. */
  noted: boolean;
}

/** Rows to be delivered, in lanes: within a lane one after the other, lanes independent of each other and in turn. */
export interface Lanes {
  readonly size: number;
  /** Nothing when the row is there already. `since`: monotonic milliseconds at which it was known to be open. */
  add(row: OutboxRow, since: number, noted?: boolean): void;
  /** The first row of the lane whose turn it is; its lane is then at work. */
  take(): Waiting | null;
  /** The rows that would be taken next, at most so many. */
  next(count: number): Waiting[];
  /** The row has left or is given up; its lane goes on. */
  done(row: OutboxRow): void;
  /** The row stays first of its lane, which rests for that many milliseconds. */
  rest(row: OutboxRow, ms: number): void;
  /** Forgets all rows; none comes in or back any more. */
  close(): void;
}

interface Lane {
  rows: Waiting[];
  atWork: boolean;
}

/** `wake` is called when a lane has rested. */
export function createLanes(wake: () => void): Lanes {
  const lanes = new Map<string, Lane>();
  const ready = new Set<string>();
  const ids = new Set<string>();
  const timers = new Set<NodeJS.Timeout>();
  let closed = false;

  return {
    get size() {
      return ids.size;
    },
    add(row, since, noted = false) {
      if (closed || ids.has(row._id)) return;
      ids.add(row._id);
      const lane = lanes.get(row.lane) ?? { rows: [], atWork: false };
      lanes.set(row.lane, lane);
      const first = lane.atWork ? 1 : 0;
      let at = lane.rows.length;
      while (at > first && isBefore(row, lane.rows[at - 1]?.row)) at -= 1;
      lane.rows.splice(at, 0, { row, since, noted });
      if (!lane.atWork) ready.add(row.lane);
    },
    take() {
      for (const name of ready) {
        ready.delete(name);
        const lane = lanes.get(name);
        const head = lane?.rows[0];
        if (lane === undefined || head === undefined) continue;
        lane.atWork = true;
        return head;
      }
      return null;
    },
    next(count) {
      const heads: Waiting[] = [];
      for (const name of ready) {
        if (heads.length >= count) break;
        const head = lanes.get(name)?.rows[0];
        if (head !== undefined) heads.push(head);
      }
      return heads;
    },
    done(row) {
      ids.delete(row._id);
      const lane = lanes.get(row.lane);
      if (lane === undefined) return;
      lane.rows.shift();
      lane.atWork = false;
      if (lane.rows.length > 0) ready.add(row.lane);
      else lanes.delete(row.lane);
    },
    rest(row, ms) {
      if (closed) return;
      const timer = setTimeout(() => {
        timers.delete(timer);
        const lane = lanes.get(row.lane);
        if (lane === undefined) return;
        lane.atWork = false;
        ready.add(row.lane);
        wake();
      }, ms);
      timers.add(timer);
    },
    close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      lanes.clear();
      ready.clear();
      ids.clear();
    },
  };
}

/** Whether a row leaves before another of its lane: by the instant of their sets, then the order within one set. */
export function isBefore(row: Pick<OutboxRow, '_id' | 'at'>, other: Pick<OutboxRow, '_id' | 'at'> | undefined) {
  if (other === undefined) return false;
  const apart = row.at.getTime() - other.at.getTime();
  if (apart !== 0) return apart < 0;
  const [set, n] = parts(row._id);
  const [otherSet, m] = parts(other._id);
  return set === otherSet ? n < m : set < otherSet;
}

function parts(id: string): [set: string, n: number] {
  const slash = id.lastIndexOf('/');
  return [id.slice(0, slash), Number(id.slice(slash + 1))];
}
