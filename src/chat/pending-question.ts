import { answers } from '../understanding/answers/answers.ts';
import type { QuestionFields } from './capability.ts';
import type { MessageDraft } from './message.ts';

/** The built-in action of a question's buttons. */
export const ANSWER = 'chat.answer';

export function questionMessage(id: string, question: Pick<QuestionFields, 'text' | 'choices'>): MessageDraft {
  return {
    text: question.text,
    buttons: question.choices.map(({ label }, choice) => ({ label, action: ANSWER, args: { question: id, choice } })),
  };
}

/** The choice that typed words pick: a number, a listed name, yes or no; null when they answer nothing. */
export function choiceIn(text: string, choices: QuestionFields['choices']): number | null {
  const options = choices.map(({ label, names }) => ({ label, ...(names === undefined ? {} : { aliases: names }) }));
  const picked = answers({ kind: 'choice', options }, text);
  if (picked?.kind === 'option') return picked.option < choices.length ? picked.option : null;
  if (!choices.some(({ means }) => means !== undefined)) return null;
  const answer = answers({ kind: 'yesNo' }, text);
  const choice = choices.findIndex(({ means }) => means !== undefined && means === answer?.kind);
  return choice < 0 ? null : choice;
}
