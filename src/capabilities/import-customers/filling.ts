import type { Account } from '../../crm/account/account.ts';
import type { Contact } from '../../crm/contact/contact.ts';
import type { Stored } from '../../ledger/change-set.ts';
import type { Customer } from './read/customers.ts';

/** A customer that is on record, with what hangs on it. */
export interface Known {
  account: Stored<Account>;
  contacts: Stored<Contact>[];
  hasDeal: boolean;
}

/** What a source would add to a customer on record: only to what is empty there. */
export function filling(customer: Customer, { account, contacts, hasDeal }: Known) {
  const { region, industry, lastContact, people } = customer;
  const fields = {
    ...(account.region == null && region !== null ? { region } : {}),
    ...(account.industry == null && industry !== null ? { industry } : {}),
  };
  const persons = people.flatMap((one) => {
    const contact = contacts.find(({ name, aliases }) => name === one.name || (aliases ?? []).includes(one.name));
    const patch: Partial<Contact> = {};
    for (const field of ['title', 'phone', 'email', 'birthday'] as const)
      if (contact?.[field] == null && one[field] !== null) Object.assign(patch, { [field]: one[field] });
    return contact === undefined || Object.keys(patch).length === 0 ? [] : [{ contact, patch }];
  });
  const contacted = account.lastContactAt == null && lastContact !== null;
  const newPeople = contacts.length === 0 ? people : [];
  const deal = !hasDeal && opens(customer);
  const any = Object.keys(fields).length + persons.length + newPeople.length > 0 || contacted || deal;
  return { fields, persons, newPeople, contacted, deal, any };
}

/** A sum, or a stage beyond first contact: that is something they may buy. */
export const opens = ({ deal }: Customer): boolean =>
  deal !== null && (deal.amount !== null || (deal.stage !== null && deal.stage !== 'contacted'));
