import { answers } from '../understanding/answers/answers.ts';
import type { QuestionFields } from './capability.ts';
import type { MessageDraft } from './message.ts';
import type { Locale } from './texts.ts';
import { chatTexts } from './texts-chat.ts';

/** The built-in actions of a question's buttons: one choice, and all of them. */
export const ANSWER = 'chat.answer';
export const CHOOSE = 'chat.choose';

/** More choices than this are not all shown as buttons. */
export const SHOWN = 4;

/** A question with its choices as buttons; of many the first few, and one that shows all. */
export function questionMessage(
  id: string,
  question: Pick<QuestionFields, 'text' | 'choices'>,
  locale: Locale,
): MessageDraft {
  const buttons = question.choices.map(({ label }, choice) => ({
    label,
    action: ANSWER,
    args: { question: id, choice },
  }));
  if (buttons.length <= SHOWN) return { text: question.text, buttons, asks: true };
  const all = { label: chatTexts(locale).all, action: CHOOSE, args: { question: id } };
  return { text: question.text, buttons: [...buttons.slice(0, SHOWN - 1), all], asks: true };
}

/** The choice that typed words pick: a number, a listed name, yes or no; null when they answer nothing. */
export function choiceIn(text: string, { choices, listed }: Pick<QuestionFields, 'choices' | 'listed'>): number | null {
  const options = choices.map(({ label, names }) => ({ label, ...(names === undefined ? {} : { aliases: names }) }));
  const picked = answers({ kind: 'choice', options }, text);
  if (picked?.kind === 'option') {
    // Nobody can mean the number of a choice that they were not shown.
    const unseen = choices.length > SHOWN && !listed && picked.option >= SHOWN - 1;
    return unseen && isNumber(text, choices.length) ? null : picked.option;
  }
  if (!choices.some(({ means }) => means !== undefined)) return null;
  const answer = answers({ kind: 'yesNo' }, text);
  const choice = choices.findIndex(({ means }) => means !== undefined && means === answer?.kind);
  return choice < 0 ? null : choice;
}

const isNumber = (text: string, count: number): boolean =>
  answers({ kind: 'choice', options: Array.from({ length: count }, () => ({ label: '' })) }, text) !== null;
