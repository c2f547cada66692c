import type { Clock } from '../ports/clock.ts';
import type { DeliverRowParts } from './deliver-row.ts';
import { FIRST_PAUSE_MS } from './delivery-attempt.ts';
import { errorFields } from './error-fields.ts';
import { isBefore, type Lanes, LOOK_AGAIN_MS, type Waiting } from './lanes.ts';
import type { OutboxRow } from './outbox-row.ts';

/** A row that waited longer is looked up again before it leaves: an undo may have withdrawn it. */
export const FRESH_MS = 1000;

export interface ConfirmParts extends Pick<DeliverRowParts, 'store' | 'worker' | 'machine' | 'logger'> {
  /** Business time. */
  clock: Clock;
}

/** Looks whether rows may leave; the others rest or go. `ahead`: so many leave while a look is fresh; 0 where a platform cannot be asked what it has. */
export function createConfirm(parts: ConfirmParts, lanes: Lanes, ahead: number) {
  const { store, worker, logger } = parts;

  /** Those that may leave: still ours where they waited, and no older row of their lane in another process. */
  async function confirmed(batch: Waiting[]): Promise<OutboxRow[]> {
    const rows = batch.map(({ row }) => row);
    try {
      const lost = await lostOf(batch);
      const foreign = worker.alone()
        ? []
        : await store.ofOthers(
            rows.map(({ lane }) => lane),
            worker.id(),
            parts.clock.now(),
          );
      return rows.filter((row) => {
        if (lost.has(row)) lanes.done(row);
        else if (foreign.some((other) => other.lane === row.lane && isBefore(other, row)))
          lanes.rest(row, LOOK_AGAIN_MS);
        else return true;
        return false;
      });
    } catch (error) {
      logger.warn(errorFields(error), 'outbox rows could not be confirmed');
      for (const row of rows) lanes.rest(row, FIRST_PAUSE_MS);
      return [];
    }
  }

  /**
   * Rows that are no longer ours, among those that nobody has looked at for a moment. Where the platform can be asked
   * what became of a try, the look is also the note that one begins, taken for the next rows too: noted and not sent
   * costs a question after a crash, sent and not noted would be sent again.
   */
  async function lostOf(batch: Waiting[]): Promise<Set<OutboxRow>> {
    const isDue = ({ since, noted }: Waiting) => performance.now() - since > FRESH_MS || (ahead > 0 && !noted);
    const due = batch.filter(isDue);
    if (due.length === 0) return new Set();
    const looked = [...due, ...lanes.next(ahead).filter(isDue)];
    const ids = looked.map(({ row }) => row._id);
    const began = performance.now();
    const whole = ahead > 0 && (await store.begin(ids, worker.id(), parts.machine.now()));
    const held = whole ? new Set(ids) : await store.stillHeld(ids, worker.id());
    for (const one of looked) if (held.has(one.row._id)) Object.assign(one, { since: began, noted: true });
    return new Set(due.filter(({ row }) => !held.has(row._id)).map(({ row }) => row));
  }

  return confirmed;
}
