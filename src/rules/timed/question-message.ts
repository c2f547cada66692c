import type { MessageDraft } from '../../chat/message.ts';
import { dotted, fitted, soft } from '../../chat/width.ts';
import type { StepBriefFacts } from '../decide/step-brief.ts';
import type { NameBook } from '../name-book.ts';
import type { Reader } from '../reader.ts';
import { ruleTexts } from '../texts.ts';
import { timeText } from './brief-message.ts';

const MOST_ROWS = 2;

/** How a step with a clock time went; free words are the answer. `set` carries it. */
export function questionMessage(facts: StepBriefFacts, set: string, reader: Reader, book: NameBook): MessageDraft {
  const texts = ruleTexts(reader.locale);
  const { task: subject } = facts;
  return {
    text: fitted(
      [
        dotted([texts.howWasIt, soft(book.customer(reader.viewer, facts.account) ?? texts.someone)]),
        [`${timeText(facts.dueAt, reader)} `, soft(book.task(reader.viewer, subject) ?? texts.nextStep)],
      ],
      MOST_ROWS,
    ).join('\n'),
    buttons: [
      { label: texts.done, action: 'reminder.done', args: { task: subject } },
      { label: texts.tomorrow, action: 'reminder.snooze', args: { rule: 'step-due', subject, days: 1 } },
      { label: texts.why, action: 'reminder.why', args: { set } },
    ],
  };
}
