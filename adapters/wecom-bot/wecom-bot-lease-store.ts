import type { Connection } from 'mongoose';
import type { BotLease } from './wecom-bot-lease.ts';

interface LeaseRow {
  _id: string;
  holder: string | null;
  term: number;
  /** Until when the bot was surely connected; the store's own time, so that processes' clocks play no part. */
  heardUntil?: Date;
}

const DUPLICATE = 11_000;

/** The lease in MongoDB: one document for a bot, and one process at a time that it names. */
export function createWecomBotLeaseStore(connection: Connection, bot: string): BotLease {
  const leases = connection.collection<LeaseRow>('wecom_bot_leases');
  const mine = (holder: string) => ({ _id: bot, holder });

  return {
    read: () => leases.findOne({ _id: bot }),
    async take(holder, term) {
      if (term !== null)
        return (await leases.updateOne({ _id: bot, term }, { $set: { holder }, $inc: { term: 1 } })).matchedCount === 1;
      return leases.insertOne({ _id: bot, holder, term: 1 }).then(
        () => true,
        (error: unknown) => {
          if ((error as { code?: unknown }).code === DUPLICATE) return false;
          throw error;
        },
      );
    },
    async hold(holder, hears) {
      if (!hears) return (await leases.findOne(mine(holder), { projection: { _id: 1 } })) !== null;
      return (await leases.updateOne(mine(holder), { $currentDate: { heardUntil: true } })).matchedCount === 1;
    },
    async release(holder) {
      await leases.updateOne(mine(holder), { $set: { holder: null } });
    },
    async gap(holder) {
      const before = await leases.findOneAndUpdate(mine(holder), { $currentDate: { heardUntil: true } });
      const from = before?.heardUntil;
      const until = (await leases.findOne({ _id: bot }))?.heardUntil;
      return from === undefined || until === undefined ? null : { from, until };
    },
  };
}
