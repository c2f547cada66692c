import { isDeepStrictEqual } from 'node:util';
import { isClosed } from '../deal/stages.ts';
import type { ReceiptFacts } from './telling.ts';

type DealSays = NonNullable<ReceiptFacts['deal']>;

/**
 * What one record says of its deal after a further change: 80万→85万 and then 90万 reads 80万→90万, unless somebody else
 * wrote in between; the rest stays said.
 */
export function chainedDeal(before: DealSays | null, changed: DealSays): DealSays {
  if (before === null) return changed;
  const stage = openBefore(before.stage, chained(before.stage, changed.stage));
  const stillLost = stage === null || stage.to === 'lost';
  return {
    isNew: before.isNew,
    amount: chained(before.amount, changed.amount),
    stage,
    closeDate: chained(before.closeDate, changed.closeDate),
    pausedUntil: chained(before.pausedUntil, changed.pausedUntil),
    lostReason: stillLost ? (changed.lostReason ?? before.lostReason ?? null) : null,
    tooLarge: changed.tooLarge === true,
  };
}

/** Closed by a further change: where it stood until then stays known, to go back to. */
function openBefore(before: DealSays['stage'], now: DealSays['stage']): DealSays['stage'] {
  const wasOpen = before != null && !isClosed(before.to);
  return wasOpen && now !== null && isClosed(now.to) ? { ...now, open: before.to } : now;
}

/** A further step keeps where the first one began as long as it goes on from where that one led. */
function chained<T>(
  before: { from: T | null; to: T } | null | undefined,
  after: { from: T | null; to: T } | null | undefined,
) {
  if (after == null) return before ?? null;
  const goesOn = before != null && isDeepStrictEqual(before.to, after.from);
  return goesOn ? { from: before.from, to: after.to } : after;
}
