import type { Connection } from 'mongoose';
import type { SlackState, SlackStates } from './slack-health.ts';

/** The state in MongoDB, where `doctor` reads it while the bot runs. */
export function createSlackStateStore(connection: Connection): SlackStates {
  const states = connection.collection<SlackState & { _id: string }>('adapter_states');
  return {
    async read() {
      const row = await states.findOne({ _id: 'slack' });
      if (row === null) return null;
      const { _id, ...state } = row;
      return state;
    },
    async write(state) {
      await states.updateOne({ _id: 'slack' }, { $set: state }, { upsert: true });
    },
  };
}
