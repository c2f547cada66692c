import type { Connection } from 'mongoose';
import type { Stored } from '../ledger/change-set.ts';
import type { QuestionFields } from './capability.ts';
import { questionKind } from './conversation.ts';
import type { MessageDraft } from './message.ts';
import { questionMessage } from './pending-question.ts';
import type { Locale } from './texts.ts';

/** A question that nobody has answered yet, as it is asked again. */
export interface OpenQuestion {
  id: string;
  person: string;
  askedAt: Date;
  message(locale: Locale): MessageDraft;
}

/** Reads of what was asked. */
export function createQuestionStore(connection: Connection) {
  const questions = () => connection.collection(questionKind.collection);
  return {
    prepare: () => questions().createIndex({ person: 1, open: 1 }),
    /** What these people have not answered, the oldest first. */
    async openOf(people: readonly string[]): Promise<OpenQuestion[]> {
      const rows = await questions()
        .find({ person: { $in: [...people] }, open: true, deleted: { $ne: true } })
        .sort({ askedAt: 1 })
        .toArray();
      return (rows as unknown as Stored<QuestionFields>[]).map((question) => ({
        id: question._id,
        person: question.person,
        askedAt: question.askedAt,
        message: (locale) => questionMessage(question._id, question, locale),
      }));
    },
  };
}
