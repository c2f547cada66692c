import type { Locale } from '../../chat/texts.ts';
import type { FieldChange } from '../../understanding/amend/amend.ts';
import type { PreviousRecord } from '../../understanding/amend/previous-record.ts';
import { amendTexts } from './texts.ts';

/** How a choice between fields reads on a button. */
export function fieldLabel(change: FieldChange, previous: PreviousRecord, locale: Locale): string {
  const texts = amendTexts(locale);
  const step = 'index' in change ? (previous.tasks[change.index]?.title ?? texts.title) : texts.title;
  switch (change.field) {
    case 'account':
      return texts.customer;
    case 'contact':
      return texts.contact;
    case 'interaction.kind':
      return texts.kind;
    case 'interaction.date':
      return texts.date;
    case 'interaction.time':
      return texts.time;
    case 'opportunity.amount':
      return texts.amount;
    case 'opportunity.stage':
    case 'opportunity.reopened':
      return texts.stage;
    case 'opportunity.closeDate':
      return texts.closeDate;
    case 'opportunity.pausedUntil':
      return texts.pausedUntil;
    case 'words':
      return change.to;
    case 'task.date':
      return texts.when(step);
    case 'task.time':
    case 'task.part':
      return texts.at(step);
    case 'task.assignee':
      return texts.assignee;
    case 'contactFact.phone':
      return texts.phone;
    case 'contactFact.email':
      return texts.email;
    case 'contactFact.birthday':
      return texts.birthday;
  }
}
