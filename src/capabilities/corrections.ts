import type { Correction } from '../crm/telling/amend-telling.ts';
import type { FieldChange } from '../understanding/amend/amend.ts';
import type { PreviousRecord } from '../understanding/amend/previous-record.ts';

const NOTHING_TOLD = { amount: null, currency: null, stage: null, closeDate: null } as const;

/** What a corrected field means for the records; a customer is found by whoever asks. */
export function correctionFor(change: Exclude<FieldChange, { field: 'account' }>): Correction {
  switch (change.field) {
    case 'contact':
      return {
        field: 'person',
        index: change.index,
        to: { id: change.to.id, name: change.to.name ?? change.to.mention },
      };
    case 'interaction.kind':
      return { field: 'interaction', to: { kind: change.to } };
    case 'interaction.date':
      return { field: 'interaction', to: { day: change.to } };
    case 'interaction.time':
      return { field: 'interaction', to: { time: change.to } };
    case 'opportunity.amount':
      return { field: 'deal', to: { ...NOTHING_TOLD, amount: change.to, currency: change.currency } };
    case 'opportunity.stage':
      return { field: 'deal', to: { ...NOTHING_TOLD, stage: change.to } };
    case 'opportunity.reopened':
      return { field: 'reopened' };
    case 'opportunity.closeDate':
      return { field: 'deal', to: { ...NOTHING_TOLD, closeDate: change.to } };
    case 'opportunity.pausedUntil':
      return { field: 'deal', to: { ...NOTHING_TOLD, pausedUntil: change.to } };
    case 'words':
      return { field: 'words', from: change.from, to: change.to };
    case 'task.date':
      return { field: 'task', index: change.index, to: { day: change.to } };
    case 'task.time':
      return { field: 'task', index: change.index, to: { time: change.to } };
    case 'task.part':
      return { field: 'task', index: change.index, to: { time: null, part: change.to } };
    case 'task.assignee':
      return { field: 'task', index: change.index, to: { assignee: change.to } };
    case 'contactFact.phone':
      return { field: 'contact', index: change.index, to: { phone: change.to } };
    case 'contactFact.email':
      return { field: 'contact', index: change.index, to: { email: change.to } };
    case 'contactFact.birthday':
      return { field: 'contact', index: change.index, to: { birthday: change.to } };
  }
}

/** The previous record as it reads after a correction, so that the next one is read against what now holds. */
export function corrected(previous: PreviousRecord, change: FieldChange): PreviousRecord {
  const put = <T>(list: readonly T[], index: number, patch: Partial<T>): T[] =>
    list.map((item, at) => (at === index ? { ...item, ...patch } : item));
  const { interaction, opportunity, tasks, contacts, contactFacts = [] } = previous;
  const deal = opportunity ?? NOTHING_TOLD;
  switch (change.field) {
    case 'account':
      return { ...previous, account: { id: change.to.id ?? '', name: change.to.name ?? change.to.mention } };
    case 'contact':
      return {
        ...previous,
        contacts: put(contacts, change.index, { id: change.to.id, name: change.to.name ?? change.to.mention }),
      };
    case 'interaction.kind':
      return { ...previous, interaction: interaction && { ...interaction, kind: change.to } };
    case 'interaction.date':
      return { ...previous, interaction: interaction && { ...interaction, date: change.to } };
    case 'interaction.time':
      return { ...previous, interaction: interaction && { ...interaction, time: change.to } };
    case 'opportunity.amount':
      return { ...previous, opportunity: { ...deal, amount: change.to, currency: change.currency ?? deal.currency } };
    case 'opportunity.stage':
      return { ...previous, opportunity: { ...deal, stage: change.to } };
    case 'opportunity.reopened':
      return { ...previous, opportunity: { ...deal, stage: null } };
    case 'opportunity.closeDate':
      return { ...previous, opportunity: { ...deal, closeDate: change.to } };
    case 'opportunity.pausedUntil':
      return { ...previous, pausedUntil: change.to };
    case 'words':
      return {
        ...previous,
        tasks: tasks.map((task) => ({ ...task, title: task.title.replaceAll(change.from, change.to) })),
      };
    case 'task.date':
      return { ...previous, tasks: put(tasks, change.index, { date: change.to }) };
    case 'task.time':
      return { ...previous, tasks: put(tasks, change.index, { time: change.to }) };
    case 'task.part':
      return { ...previous, tasks: put(tasks, change.index, { time: null }) };
    case 'task.assignee':
      return { ...previous, tasks: put(tasks, change.index, { assignee: change.to }) };
    case 'contactFact.phone':
      return { ...previous, contactFacts: put(contactFacts, change.index, { phone: change.to }) };
    case 'contactFact.email':
      return { ...previous, contactFacts: put(contactFacts, change.index, { email: change.to }) };
    case 'contactFact.birthday':
      return {
        ...previous,
        contactFacts: put(contactFacts, change.index, { birthday: change.to }),
      };
  }
}
