import type { Connection } from 'mongoose';
import { ServiceError } from '../../src/errors.ts';
import type { BotChat, BotChats } from './wecom-bot-chats.ts';

interface ChatRow extends BotChat {
  _id: string;
  bot: string;
  wroteAt?: Date;
  greeted?: boolean;
  numbers?: number;
}

const DUPLICATE = 11_000;

/** The conversations of one bot in MongoDB. */
export function createWecomBotChatStore(connection: Connection, bot: string): BotChats {
  const chats = connection.collection<ChatRow>('wecom_bot_chats');
  const idOf = (chat: string) => `${bot}:${chat}`;
  const rows = async (filter: object): Promise<BotChat[]> =>
    reach(
      chats
        .find({ bot, ...filter })
        .project<BotChat>({ _id: 0, chat: 1, group: 1 })
        .toArray(),
    );

  return {
    async prepare() {
      await reach(chats.createIndex({ bot: 1, wroteAt: 1 }));
    },
    async wrote({ chat, group }) {
      await reach(
        chats.updateOne(
          { _id: idOf(chat) },
          { $set: { bot, chat, group }, $currentDate: { wroteAt: true } },
          { upsert: true },
        ),
      );
    },
    wroteSince: (at) => rows({ wroteAt: { $gte: at } }),
    everWrote: async (some) =>
      new Set((await rows({ chat: { $in: [...some] }, wroteAt: { $exists: true } })).map(({ chat }) => chat)),
    async greetOnce(user) {
      try {
        const { matchedCount, upsertedCount } = await reach(
          chats.updateOne(
            { _id: idOf(user), greeted: { $ne: true } },
            { $set: { bot, chat: user, group: false, greeted: true } },
            { upsert: true },
          ),
        );
        return matchedCount + upsertedCount > 0;
      } catch (error) {
        // The row is there and greeted already, so the upsert met its own key.
        if ((error as { cause?: { code?: unknown } }).cause?.code === DUPLICATE) return false;
        throw error;
      }
    },
    async nextNumber(chat) {
      const row = await reach(
        chats.findOneAndUpdate(
          { _id: idOf(chat) },
          { $inc: { numbers: 1 }, $setOnInsert: { bot, chat } },
          { upsert: true, returnDocument: 'after' },
        ),
      );
      return row?.numbers ?? 1;
    },
  };
}

/** Nothing can be known now; whoever wants to may try again. */
async function reach<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    throw new ServiceError('wecom: the store did not answer', { cause });
  }
}
