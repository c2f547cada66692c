import type { Connection } from 'mongoose';
import { bulkWriter } from '../ledger/bulk-writer.ts';
import type { Write } from '../ledger/ledger-store.ts';
import { ERASED_WORDS, type Seals } from '../ports/seals.ts';
import { ANY_TIME, type OutboxRow, type OutboxState } from './outbox-row.ts';

export interface OutboxStore {
  prepare(): Promise<void>;
  /** Claims due rows of these adapters that nobody delivers, the earliest due first. `now`: business time. */
  claimDue(owner: string, adapters: readonly string[], now: Date, limit: number): Promise<OutboxRow[]>;
  /** Claims rows by id; rows of another owner are left alone. */
  claim(ids: readonly string[], owner: string): Promise<OutboxRow[]>;
  /** Open rows that this owner holds, oldest first. */
  held(owner: string, limit: number): Promise<OutboxRow[]>;
  /** Which of these are still open and this owner's. */
  stillHeld(ids: readonly string[], owner: string): Promise<Set<string>>;
  /** Notes that these are about to leave; true when all of them are still open and this owner's. */
  begin(ids: readonly string[], owner: string, at: Date): Promise<boolean>;
  /** Open rows of these lanes that others hold, or that are due and nobody holds. */
  ofOthers(lanes: readonly string[], owner: string, now: Date): Promise<Pick<OutboxRow, '_id' | 'lane' | 'at'>[]>;
  /** `first`: what is to be written before, in the same round trip where the store can. */
  close(ids: readonly string[], owner: string, state: OutboxState, at: Date, first?: readonly Write[]): Promise<void>;
  /** Gives a row of this owner back, not to be delivered before an instant of business time. */
  putOff(id: string, owner: string, until: Date): Promise<void>;
  /** Takes back a row that nobody is delivering; false where it has left, is leaving or is gone. */
  withdraw(id: string, at: Date): Promise<boolean>;
  /** Counts a failed attempt; null when the row is no longer open or this owner's. */
  failed(id: string, owner: string): Promise<OutboxRow | null>;
  /** The state of a row; null when it is not there (any more). */
  state(id: string): Promise<OutboxState | null>;
  owners(): Promise<string[]>;
  release(owner: string): Promise<void>;
  dead(limit: number): Promise<OutboxRow[]>;
  /** To be delivered again from the start; false when the id names no dead letter. */
  revive(id: string): Promise<boolean>;
}

/** Named rows are found by their ids, however many others are open. */
const BY_ID = { _id: 1 } as const;
const MONTH_SECONDS = 30 * 86_400;

/** Rows whose messages the ledger has sealed. */
export function createOutboxStore(connection: Connection, seals: Seals): OutboxStore {
  const outbox = connection.collection<OutboxRow>('outbox');
  const bulk = connection.db && bulkWriter(connection.db);
  const opened = async (rows: OutboxRow[]): Promise<OutboxRow[]> =>
    seals.open('outbox', rows, () => ({ text: ERASED_WORDS }));

  async function claim(ids: readonly string[], owner: string): Promise<OutboxRow[]> {
    const these = { _id: { $in: [...ids] }, state: 'open' as const };
    await outbox.updateMany({ ...these, owner: null }, { $set: { owner } }, { hint: BY_ID });
    return opened(await outbox.find({ ...these, owner }, { hint: BY_ID }).toArray());
  }

  return {
    claim,
    async prepare() {
      await outbox.createIndex({ state: 1, owner: 1, due: 1, at: 1 });
      await outbox.createIndex({ lane: 1, at: 1 }, { name: 'open_lane', partialFilterExpression: { state: 'open' } });
      await outbox.createIndex({ closedAt: 1 }, { name: 'expiry', expireAfterSeconds: MONTH_SECONDS });
    },

    async claimDue(owner, adapters, now, limit) {
      const due = await outbox
        .find({ state: 'open', owner: null, due: { $lte: now }, 'to.adapter': { $in: [...adapters] } })
        .sort({ due: 1, at: 1 })
        .limit(limit)
        .project<{ _id: string }>({ _id: 1 })
        .toArray();
      return due.length === 0
        ? []
        : claim(
            due.map(({ _id }) => _id),
            owner,
          );
    },

    held: async (owner, limit) =>
      opened(await outbox.find({ state: 'open', owner }).sort({ due: 1, at: 1 }).limit(limit).toArray()),

    async stillHeld(ids, owner) {
      const rows = await outbox
        .find({ _id: { $in: [...ids] }, state: 'open', owner }, { hint: BY_ID })
        .project<{ _id: string }>({ _id: 1 })
        .toArray();
      return new Set(rows.map(({ _id }) => _id));
    },

    async begin(ids, owner, at) {
      const noted = await outbox.updateMany(
        { _id: { $in: [...ids] }, state: 'open', owner },
        { $min: { begun: at } },
        { hint: BY_ID, writeConcern: { w: 'majority', journal: true } },
      );
      return noted.matchedCount === ids.length;
    },

    ofOthers: (lanes, owner, now) =>
      outbox
        .find({
          lane: { $in: [...lanes] },
          state: 'open',
          owner: { $ne: owner },
          $or: [{ owner: { $ne: null } }, { due: { $lte: now } }],
        })
        .project<Pick<OutboxRow, '_id' | 'lane' | 'at'>>({ lane: 1, at: 1 })
        .toArray(),

    async close(ids, owner, state, at, first = []) {
      const $set = { state, owner: null, closedAt: at };
      if (bulk !== undefined && first.length > 0) {
        const closing = (_id: string): Write => ({
          collection: 'outbox',
          filter: { _id, state: 'open', owner },
          update: { $set },
        });
        await bulk.write([...first, ...ids.map(closing)]);
        return;
      }
      await outbox.updateMany(
        { _id: { $in: [...ids] }, state: 'open', owner },
        { $set },
        { hint: BY_ID, writeConcern: { w: 'majority', journal: true } },
      );
    },

    async putOff(id, owner, until) {
      await outbox.updateOne({ _id: id, state: 'open', owner }, { $set: { owner: null, due: until } });
    },

    async withdraw(id, at) {
      const held = { _id: id, state: 'open' as const, owner: null };
      return (await outbox.updateOne(held, { $set: { state: 'withdrawn', closedAt: at } })).matchedCount === 1;
    },

    async failed(id, owner) {
      const row = await outbox.findOneAndUpdate(
        { _id: id, state: 'open', owner },
        { $inc: { attempts: 1 } },
        { returnDocument: 'after' },
      );
      return row && ((await opened([row]))[0] ?? null);
    },

    state: async (id) => (await outbox.findOne({ _id: id }, { projection: { state: 1 } }))?.state ?? null,

    async owners() {
      const owners: string[] = [];
      // From owner to owner by index: a backlog is not read through.
      for (let last = ''; ; ) {
        const row = await outbox.findOne(
          { state: 'open', owner: { $gt: last } },
          { sort: { owner: 1 }, projection: { owner: 1 } },
        );
        if (row?.owner == null) return owners;
        last = row.owner;
        owners.push(last);
      }
    },

    async release(owner) {
      // Whoever held them found them due; another's clock must not hold them back again.
      await outbox.updateMany({ state: 'open', owner }, { $set: { owner: null, due: ANY_TIME } });
    },

    dead: async (limit) => opened(await outbox.find({ state: 'dead' }).sort({ due: 1, at: 1 }).limit(limit).toArray()),

    revive: async (id) =>
      (
        await outbox.updateOne(
          { _id: id, state: 'dead' },
          { $set: { state: 'open', owner: null, attempts: 0 }, $unset: { closedAt: '' } },
        )
      ).matchedCount === 1,
  };
}
