import type { Records } from '../../src/app/records.ts';
import { INBOX, LEDGER, OUTBOX } from '../../src/ledger/collections.ts';
import { until } from './until.ts';

/** Asked in the order in which a message goes: nothing waits to be handled, then to be applied, then to leave. */
export const untilSettled = ({ db, clock, ledger }: Pick<Records, 'db' | 'clock' | 'ledger'>): Promise<void> =>
  until(async () => {
    // What is known to be applied would be written down a moment later.
    await ledger.close();
    // Sets of one instant are a millisecond apart each, so that a clock that stands still lies behind them; what waits out
    // the minute after somebody wrote is not due yet.
    const now = new Date(clock.now().getTime() + 30_000);
    const stages = [
      { collection: INBOX, waits: { state: { $in: ['open', 'waiting'] } } },
      { collection: LEDGER, waits: { applied: null } },
      { collection: OUTBOX, waits: { state: 'open', due: { $lte: now } } },
    ];
    for (const { collection, waits } of stages)
      if ((await db.collection(collection).countDocuments(waits)) > 0) return false;
    return true;
  });
