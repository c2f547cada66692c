import type { Connection } from 'mongoose';

/** The processes that are up, each with a counter that it moves while it lives. */
export interface WorkerStore {
  join(id: string): Promise<void>;
  /** Moves the counter; false when others have struck this process off. */
  beat(id: string): Promise<boolean>;
  all(): Promise<{ _id: string; beat: number }[]>;
  leave(id: string): Promise<void>;
}

export function createWorkerStore(connection: Connection): WorkerStore {
  const workers = connection.collection<{ _id: string; beat: number }>('workers');
  return {
    async join(id) {
      await workers.insertOne({ _id: id, beat: 0 });
    },
    async beat(id) {
      return (await workers.updateOne({ _id: id }, { $inc: { beat: 1 } })).matchedCount === 1;
    },
    all: () => workers.find({}).toArray(),
    async leave(id) {
      await workers.deleteOne({ _id: id });
    },
  };
}
