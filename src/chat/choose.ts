import type { QuestionFields } from './capability.ts';
import { questionKind } from './conversation.ts';
import type { Form, MessageDraft } from './message.ts';
import { SHOWN } from './pending-question.ts';
import type { Locale } from './texts.ts';
import { chatTexts } from './texts-chat.ts';
import type { OpenTurn } from './turn.ts';

/** The typed words that stand for the button 全部 Show all. */
const ALL = /^(?:全部|show all)[。.!!]?$/iu;

export const asksForAll = (text: string, { choices }: Pick<QuestionFields, 'choices'>): boolean =>
  choices.length > SHOWN && ALL.test(text.trim());

/** A question of many choices as a form of one field. */
export const choiceForm = ({ text, choices }: QuestionFields, locale: Locale): Form => ({
  title: chatTexts(locale).choose,
  submit: chatTexts(locale).choose,
  fields: [
    {
      id: 'choice',
      label: text,
      kind: 'choice',
      value: '',
      options: choices.map(({ label }, at) => ({ value: String(at), label })),
    },
  ],
});

/** Shows every choice with its number; from here on the numbers answer. */
export async function listChoices<V>({ turn }: OpenTurn<V>, id: string): Promise<void> {
  const question = await turn.draft.read(questionKind, id);
  if (question === null || !question.open) return;
  turn.draft.change(questionKind, question, { listed: true });
  turn.whisper(numbered(question));
}

const numbered = ({ text, choices }: QuestionFields): MessageDraft => ({
  text: [text, ...choices.map(({ label }, at) => `${at + 1} ${label}`)].join('\n'),
});
