import type { Connection } from 'mongoose';
import { ServiceError } from '../../src/errors.ts';
import type { WecomSent } from './wecom-app-sent.ts';

const CARD_SECONDS = 4 * 86_400;
const WORDS_SECONDS = 6 * 3_600;

type CardRow = { _id: string; code: string; at: Date };
type WordsRow = { _id: string; part: string; alone: boolean; at: Date };

/** Cards' codes and words said lately, in MongoDB; they go when they are of no use to WeCom any more. */
export function createSentStore(connection: Connection): WecomSent {
  const cards = connection.collection<CardRow>('wecom_cards');
  const words = connection.collection<WordsRow>('wecom_words');

  return {
    async prepare() {
      await reach(cards.createIndex({ at: 1 }, { expireAfterSeconds: CARD_SECONDS }));
      await reach(words.createIndex({ at: 1 }, { expireAfterSeconds: WORDS_SECONDS }));
    },
    async keepCode(task, code, at) {
      await reach(cards.updateOne({ _id: task }, { $set: { code, at } }, { upsert: true }));
    },
    async codeOf(task, since) {
      const card = await reach(cards.findOne({ _id: task, at: { $gte: since } }));
      return card?.code ?? null;
    },
    async spend(task) {
      await reach(cards.deleteOne({ _id: task }));
    },
    async isAlone(_id, part, at, since) {
      const before = await reach(words.findOne({ _id }));
      if (before?.part === part) return before.alone;
      const alone = before === null || before.at < since;
      await reach(words.updateOne({ _id }, { $set: { part, alone, at } }, { upsert: true }));
      return alone;
    },
  };
}

async function reach<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    throw new ServiceError('the store did not answer', { cause });
  }
}
