import type { Connection } from 'mongoose';
import type { AdapterState, AdapterStates } from './adapter-health.ts';

/** The states in MongoDB, where `doctor` reads them while the bot runs. */
export function createAdapterStateStore(connection: Connection): AdapterStates {
  const states = connection.collection<AdapterState & { _id: string }>('adapter_states');
  return {
    async read(adapter) {
      const row = await states.findOne({ _id: adapter });
      if (row === null) return null;
      const { _id, ...state } = row;
      return state;
    },
    async write(adapter, state) {
      await states.updateOne({ _id: adapter }, { $set: state }, { upsert: true });
    },
    async noteDeaf(adapter, since) {
      await states.updateOne({ _id: adapter }, { $set: { deafSince: since } });
    },
  };
}
