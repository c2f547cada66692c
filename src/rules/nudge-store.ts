import type { Connection } from 'mongoose';
import type { Stored } from '../ledger/change-set.ts';
import type { RecordKind } from '../ledger/ledger.ts';
import { heldPushKind } from './held-push.ts';
import { type Nudge, nudgeKind, type Pushes, pushesKind, TICK_ID, type Tick, tickKind } from './nudge.ts';

export type NudgeStore = ReturnType<typeof createNudgeStore>;

/** Reads of what has been said and to whom. */
export function createNudgeStore(connection: Connection) {
  const byIds = async <T extends object>(
    kind: RecordKind<T>,
    ids: readonly string[],
  ): Promise<Map<string, Stored<T>>> => {
    if (ids.length === 0) return new Map();
    const rows = await connection
      .collection(kind.collection)
      .find({ _id: { $in: [...new Set(ids)] as never[] } })
      .toArray();
    return new Map(rows.map((row) => [String(row._id), row as unknown as Stored<T>]));
  };
  return {
    /** Builds the indexes that ticks ask: who wrote in the last minute, and what is held back for whom. */
    async prepare(): Promise<void> {
      await Promise.all([
        connection.collection('conversations').createIndex({ wroteAt: 1 }),
        connection.collection(heldPushKind.collection).createIndex({ recipient: 1, at: 1 }),
      ]);
    },
    nudges: (ids: readonly string[]): Promise<Map<string, Stored<Nudge>>> => byIds(nudgeKind, ids),
    pushes: (people: readonly string[]): Promise<Map<string, Stored<Pushes>>> => byIds(pushesKind, people),
    tick: async (): Promise<Stored<Tick> | null> => (await byIds(tickKind, [TICK_ID])).get(TICK_ID) ?? null,
    /** Who wrote to the bot after an instant, and when last, over all of their talks. */
    async wroteSince(since: Date): Promise<Map<string, Date>> {
      const rows = await connection
        .collection('conversations')
        .find({ wroteAt: { $gt: since } }, { projection: { person: 1, wroteAt: 1 } })
        .toArray();
      const latest = new Map<string, Date>();
      for (const { person, wroteAt } of rows as unknown as { person: string; wroteAt: Date }[])
        if (wroteAt > (latest.get(person) ?? since)) latest.set(person, wroteAt);
      return latest;
    },
  };
}
