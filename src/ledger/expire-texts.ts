import type { Db } from 'mongodb';
import { type Seals, textsOf } from '../ports/seals.ts';
import { INBOX, OUTBOX, SUBJECT_KEYS } from './collections.ts';
import type { KeyRow } from './subject-keys.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Rows go 30 days after they are closed; one day more for clocks that differ. */
const KEEP_MS = 31 * DAY_MS;

/**
 * Destroys the keys of the days whose rows are gone, and with them every copy of those days' texts, in the ledger and in
 * backups too. A day stays while a message of it, or of an earlier one, still waits to be handled, delivered or sent
 * again. `now`: machine time. Returns how many days went.
 */
export async function expireTexts(db: Db, seals: Seals, now: Date): Promise<number> {
  const [event, row] = await Promise.all([
    db
      .collection<{ order: Date }>(INBOX)
      .findOne(
        { state: { $in: ['open', 'waiting', 'dead', 'kept'] } },
        { sort: { order: 1 }, projection: { order: 1 } },
      ),
    db
      .collection<{ at: Date }>(OUTBOX)
      .findOne({ state: { $in: ['open', 'dead'] } }, { sort: { at: 1 }, projection: { at: 1 } }),
  ]);
  const waiting = [event?.order, row?.at].flatMap((at) => (at == null ? [] : [at.getTime() - DAY_MS]));
  const until = textsOf(new Date(Math.min(now.getTime() - KEEP_MS, ...waiting)));
  const days = await db
    .collection<KeyRow>(SUBJECT_KEYS)
    .find({ _id: { $gte: 'texts:', $lt: until }, erasedAt: { $exists: false } }, { projection: { _id: 1 } })
    .toArray();
  for (const { _id } of days) await seals.erase(_id);
  return days.length;
}
