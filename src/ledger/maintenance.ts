import type { Db } from 'mongodb';
import type { ChangeSet } from './change-set.ts';
import { LEDGER, STORE_INFO } from './collections.ts';
import { ownGuard } from './names.ts';

const KEEP_MS = 30 * 24 * 60 * 60 * 1000;
const BATCH = 500;

interface Shrunk {
  _id: 'guards';
  /** Guards of sets applied up to here are gone. */
  upTo: Date;
}

/**
 * Drops the guards of sets that were applied more than 30 days ago, all but each set's own: no decision is that old, so
 * nobody can supersede those versions any more. `now`: machine time, as `applied` is. Returns how many sets shrank.
 */
export async function shrinkGuards(db: Db, now: Date): Promise<number> {
  const ledger = db.collection<ChangeSet>(LEDGER);
  const info = db.collection<Shrunk>(STORE_INFO);
  let upTo = (await info.findOne({ _id: 'guards' }))?.upTo ?? new Date(0);
  const until = new Date(now.getTime() - KEEP_MS);
  for (let shrunk = 0; ; ) {
    const sets = await ledger
      .find({ applied: { $gte: upTo, $lte: until }, 'guards.1': { $exists: true } })
      .project<Pick<ChangeSet, '_id' | 'applied'>>({ applied: 1 })
      .sort({ applied: 1 })
      .limit(BATCH)
      .toArray();
    const shrink = sets.map(({ _id }) => ({
      updateOne: { filter: { _id }, update: { $set: { guards: [ownGuard(_id)] } } },
    }));
    if (shrink.length > 0) await ledger.bulkWrite(shrink, { ordered: false });
    shrunk += sets.length;
    upTo = sets.length < BATCH ? until : (sets.at(-1)?.applied ?? until);
    if (upTo <= until) await info.updateOne({ _id: 'guards' }, { $set: { upTo } }, { upsert: true });
    if (sets.length < BATCH) return shrunk;
  }
}
