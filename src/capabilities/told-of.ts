import type { Told } from '../crm/telling/telling.ts';
import type { ToldCustomer } from '../crm/telling/write-telling.ts';
import type { PreviousRecord } from '../understanding/amend/previous-record.ts';
import type { Doubt, Heard, Remarks } from '../understanding/open/heard.ts';
import type { Understanding } from '../understanding/understanding.ts';

/** The part of what was heard that records are made of; a step that says nothing to do is none. */
export const toldOf = ({ intent, interaction, opportunity, tasks, contacts, contactFacts, remarks }: Heard): Told => ({
  interaction: interaction && { ...interaction, dayOpen: remarks.doubts.some(isOfItsDay) },
  opportunity: dealOf(opportunity, remarks, intent === 'opportunity.create' || remarks.furtherDeal),
  tasks: tasks.filter(({ title }) => title.trim() !== ''),
  contacts: [...contacts.map(({ mention, name, id }) => ({ mention, name, id })), ...newcomer(contacts, remarks)],
  contactFacts,
  succession: remarks.succession,
});

function dealOf(
  told: Understanding['opportunity'],
  { pausedUntil, lostReason }: Remarks,
  isFurther: boolean,
): Told['opportunity'] {
  const deal = told !== null && isFurther ? { ...told, isFurther } : told;
  if (pausedUntil === null && lostReason === null) return deal;
  return { amount: null, currency: null, stage: null, closeDate: null, ...deal, pausedUntil, lostReason };
}

/** Who came after somebody, where the name was not read as a person's. */
function newcomer(contacts: Understanding['contacts'], { succession }: Remarks): Told['contacts'] {
  const now = succession?.now ?? null;
  if (now === null || contacts.some(({ mention }) => mention === now.mention)) return [];
  return [{ mention: now.mention, name: null, id: now.id }];
}

const isOfItsDay = ({ choices: [first] }: Doubt): boolean => first?.field === 'interaction.date';

/** What a second message is read against. `day`: the speaker's day. */
export function previousOf(understanding: Heard, day: string, customer: ToldCustomer): PreviousRecord {
  const { account, contacts, interaction, opportunity, tasks, contactFacts, remarks } = understanding;
  const mention = account === null ? {} : { mention: account.mention };
  return {
    day,
    account: customer === null ? null : { id: customer.account._id, name: customer.account.name, ...mention },
    contacts: contacts.map((contact) => ({
      id: contact.id,
      name: contact.name ?? contact.mention,
      mention: contact.mention,
    })),
    interaction,
    opportunity,
    tasks,
    contactFacts,
    pausedUntil: remarks.pausedUntil,
  };
}

/** The record as a talk goes on about it: who was named since belongs to it, and whom it came to last is meant from then on. */
export function turnedTo(previous: PreviousRecord, { contacts, remarks }: Heard): PreviousRecord {
  const named = contacts.map(({ id, name, mention }) => ({ id, name: name ?? mention, mention }));
  const joined = named.filter(
    (one) => !previous.contacts.some(({ id, name }) => name === one.name || (id !== null && id === one.id)),
  );
  const successor = named.find(({ mention }) => mention === remarks.succession?.now?.mention);
  const last = successor ?? named.at(-1);
  return {
    ...previous,
    contacts: [...previous.contacts, ...joined],
    ...(last === undefined ? {} : { turnedTo: last.name }),
  };
}
