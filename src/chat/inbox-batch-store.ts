import { type Collection, type Filter, MongoBulkWriteError, type UpdateFilter } from 'mongodb';
import { createBatcher } from './batcher.ts';
import type { InboxRow, InboxState, Stored } from './inbox-row.ts';

/** An event on its way into the store; `stored`: what became of it, once that is known. */
interface Arrival {
  filter: Filter<InboxRow>;
  update: UpdateFilter<InboxRow>;
  stored?: Stored;
}

interface Closing {
  key: string;
  owner: string;
  state: InboxState;
}

/** The inbox's writes that come in numbers: those of one moment go to the store by one command. */
export function createInboxBatches(inbox: Pick<Collection<InboxRow>, 'updateOne' | 'updateMany' | 'bulkWrite'>) {
  const options = { writeConcern: { w: 'majority', journal: true } } as const;

  const insertTogether = createBatcher<Arrival>(async (arrivals) => {
    const [first] = arrivals;
    if (first !== undefined && arrivals.length === 1) {
      first.stored = await insertAlone(first);
      return;
    }
    const writes = arrivals.map(({ filter, update }) => ({ updateOne: { filter, update, upsert: true } }));
    const refused = await inbox
      .bulkWrite(writes, { ...options, ordered: false })
      .then(() => new Set<number>(), refusedOf);
    for (const [at, arrival] of arrivals.entries()) if (!refused.has(at)) arrival.stored = 'fresh';
  });

  async function insertAlone({ filter, update }: Arrival): Promise<Stored> {
    try {
      await inbox.updateOne(filter, update, { ...options, upsert: true });
      return 'fresh';
    } catch (error) {
      const { code, keyPattern = {} } = error as { code?: unknown; keyPattern?: object };
      if (code !== 11000) throw error;
      return 'conversation' in keyPattern ? 'behind' : 'known';
    }
  }

  const closeTogether = createBatcher<Closing>(async (rows) => {
    for (let left = rows; left[0] !== undefined; ) {
      const { owner, state } = left[0];
      const isAlike = (row: Closing) => row.owner === owner && row.state === state;
      await inbox.updateMany(
        { _id: { $in: left.filter(isAlike).map(({ key }) => key) }, state: 'open', owner },
        { $set: { state, owner: null } },
        { hint: { _id: 1 } },
      );
      left = left.filter((row) => !isAlike(row));
    }
  });

  return {
    /** Upserts a row whose filter meets none; see `InboxStore.insert`. */
    async insert(filter: Filter<InboxRow>, update: UpdateFilter<InboxRow>): Promise<Stored> {
      const arrival: Arrival = { filter, update };
      await insertTogether(arrival);
      // The answer to many does not tell which index a refused row met.
      return arrival.stored ?? insertAlone(arrival);
    },
    close: (key: string, owner: string, state: InboxState): Promise<void> => closeTogether({ key, owner, state }),
  };
}

/** Which writes of a command the store refused. */
function refusedOf(error: unknown): Set<number> {
  if (!(error instanceof MongoBulkWriteError) || error.result.getWriteConcernError() !== undefined) throw error;
  return new Set([error.writeErrors].flat().map(({ index }) => index));
}
