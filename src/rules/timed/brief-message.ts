import { clockText } from '../../calendar/zone.ts';
import type { MessageDraft } from '../../chat/message.ts';
import type { StepBriefFacts } from '../decide/step-brief.ts';
import { localMinute } from '../local-time.ts';
import { lastNoteLine } from '../morning/item-words.ts';
import type { NameBook } from '../name-book.ts';
import type { Reader } from '../reader.ts';
import { reminderText } from '../reminder-text.ts';
import { ruleTexts } from '../texts.ts';

/** A step before its clock time: when and with whom, what, and the last note; `set` carries it. */
export function briefMessage(facts: StepBriefFacts, set: string, reader: Reader, book: NameBook): MessageDraft {
  const texts = ruleTexts(reader.locale);
  const { task: subject } = facts;
  const note = lastNoteLine(facts.account, reader, book);
  return {
    text: reminderText(timeText(facts.dueAt, reader), book.customer(reader.viewer, facts.account) ?? texts.nextStep, [
      book.task(reader.viewer, subject) ?? texts.nextStep,
      ...(note === null ? [] : [note]),
    ]),
    buttons: [
      { label: texts.done, action: 'reminder.done', args: { task: subject } },
      { label: texts.tomorrow, action: 'reminder.snooze', args: { rule: 'step-due', subject, days: 1 } },
      { label: texts.why, action: 'reminder.why', args: { set } },
    ],
  };
}

/** `HH:mm` on the reader's clock. */
export const timeText = (instant: string | null, { zone }: Reader): string =>
  instant === null ? '' : clockText(localMinute(new Date(instant), zone));
