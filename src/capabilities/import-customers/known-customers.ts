import type { Viewer } from '../../access/viewer.ts';
import type { Account } from '../../crm/account/account.ts';
import { foldedName } from '../../crm/account/account-name.ts';
import type { Contact } from '../../crm/contact/contact.ts';
import type { Stores } from '../../crm/stores.ts';
import type { Stored } from '../../ledger/change-set.ts';
import type { Customer } from './read/customers.ts';

const PAGE = 200;

/** A customer that is on record, with what hangs on it. */
export interface Known {
  account: Stored<Account>;
  contacts: Stored<Contact>[];
  hasDeal: boolean;
}

/** The ids of all customers that the viewer may know of, by folded name and alias. */
export async function readNames(viewer: Viewer, stores: Stores): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for await (const { _id, name, aliases } of stores.accounts.eachName(viewer))
    for (const one of [name, ...(aliases ?? [])]) if (!names.has(foldedName(one))) names.set(foldedName(one), _id);
  return names;
}

/** Those of the customers that are on record already, as they stand. */
export async function lookUp(
  customers: readonly Customer[],
  names: ReadonlyMap<string, string>,
  viewer: Viewer,
  stores: Stores,
): Promise<Map<Customer, Known>> {
  const found = new Map<Customer, Known>();
  const idOf = ({ name, alias }: Customer) =>
    names.get(foldedName(name)) ?? (alias === null ? undefined : names.get(foldedName(alias)));
  const on = customers.filter((customer) => idOf(customer) !== undefined);
  for (let start = 0; start < on.length; start += PAGE) {
    const page = on.slice(start, start + PAGE);
    const ids = page.flatMap((customer) => idOf(customer) ?? []);
    const [accounts, contacts, deals] = await Promise.all([
      stores.accounts.byIds(ids),
      stores.contacts.ofAccounts(ids),
      stores.deals.list(viewer, { account: { $in: ids } }),
    ]);
    const byId = new Map(accounts.map((account) => [account._id, account]));
    const dealt = new Set(deals.map(({ account }) => account));
    const people = grouped(contacts);
    for (const customer of page) {
      const account = byId.get(idOf(customer) ?? '');
      if (account === undefined) continue;
      found.set(customer, {
        account,
        contacts: people.get(account._id) ?? [],
        hasDeal: dealt.has(account._id),
      });
    }
  }
  return found;
}

function grouped(contacts: readonly Stored<Contact>[]): Map<string, Stored<Contact>[]> {
  const people = new Map<string, Stored<Contact>[]>();
  for (const contact of contacts) {
    const others = people.get(contact.account);
    if (others === undefined) people.set(contact.account, [contact]);
    else others.push(contact);
  }
  return people;
}
