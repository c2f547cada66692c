import type { Told } from '../crm/telling/telling.ts';
import type { ToldCustomer } from '../crm/telling/write-telling.ts';
import type { PreviousRecord } from '../understanding/amend/previous-record.ts';
import type { Doubt, Heard } from '../understanding/open/heard.ts';
import type { Understanding } from '../understanding/understanding.ts';

/** The part of an understanding that records are made of; a step that says nothing to do is none. */
export const toldOf = ({ interaction, opportunity, tasks, contacts, contactFacts, remarks }: Heard): Told => ({
  interaction: interaction && { ...interaction, dayOpen: remarks.doubts.some(isOfItsDay) },
  opportunity,
  tasks: tasks.filter(({ title }) => title.trim() !== ''),
  contacts: contacts.map(({ mention, name, id }) => ({ mention, name, id })),
  contactFacts,
});

const isOfItsDay = ({ choices: [first] }: Doubt): boolean => first?.field === 'interaction.date';

/** What a second message is read against. `day`: the speaker's day. */
export function previousOf(understanding: Understanding, day: string, customer: ToldCustomer): PreviousRecord {
  const { account, contacts, interaction, opportunity, tasks, contactFacts } = understanding;
  const mention = account === null ? {} : { mention: account.mention };
  return {
    day,
    account: customer === null ? null : { id: customer.account._id, name: customer.account.name, ...mention },
    contacts: contacts.map((contact) => ({
      id: contact.id ?? '',
      name: contact.name ?? contact.mention,
      mention: contact.mention,
    })),
    interaction,
    opportunity,
    tasks,
    contactFacts,
  };
}
