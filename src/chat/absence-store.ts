import type { Connection } from 'mongoose';
import type { Absences } from './absence.ts';

interface Row {
  _id: string;
  adapter: string;
  user?: string;
  wroteAt?: Date;
  heardUntil?: Date;
}

/** The absences of one adapter in MongoDB: a row for each who wrote, one for the bot itself. */
export function createAbsenceStore(connection: Connection, adapter: string): Absences {
  const rows = connection.collection<Row>('absences');
  return {
    async prepare() {
      await rows.createIndex({ adapter: 1, wroteAt: 1 });
    },
    async wrote(user, at) {
      await rows.updateOne(
        { _id: `${adapter}/${user}` },
        { $set: { adapter, user }, $max: { wroteAt: at } },
        { upsert: true },
      );
    },
    wroteSince: async (at) =>
      (await rows.find({ adapter, wroteAt: { $gte: at } }).toArray()).flatMap(({ user }) => user ?? []),
    async hears(at) {
      const before = await rows.findOneAndUpdate(
        { _id: adapter },
        { $set: { adapter }, $max: { heardUntil: at } },
        { upsert: true, returnDocument: 'before' },
      );
      return before?.heardUntil === undefined ? null : { from: before.heardUntil, until: at };
    },
  };
}
