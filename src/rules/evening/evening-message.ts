import type { MessageDraft } from '../../chat/message.ts';
import type { Locale } from '../../chat/texts.ts';
import { BUBBLE, clip } from '../../chat/width.ts';
import { ruleTexts } from '../texts.ts';

const ROWS = 3;

/** What was asked and is open still, in one message: the newest with its buttons, the ones before it above. */
export function eveningMessage(questions: readonly MessageDraft[], locale: Locale): MessageDraft | null {
  const newest = questions.at(-1);
  if (newest === undefined) return null;
  const texts = ruleTexts(locale);
  const earlier = questions.slice(0, -1).slice(-ROWS);
  return {
    text: [texts.openStill(questions.length), ...earlier.map(({ text }) => clip(text, BUBBLE)), newest.text].join('\n'),
    buttons: newest.buttons ?? [],
  };
}
