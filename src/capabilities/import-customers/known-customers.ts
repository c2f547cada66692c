import type { Viewer } from '../../access/viewer.ts';
import { accountNameId, accountNameKind, foldedName } from '../../crm/account/account-name.ts';
import type { Contact } from '../../crm/contact/contact.ts';
import type { Stores } from '../../crm/stores.ts';
import type { Stored } from '../../ledger/change-set.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { filling, type Known } from './filling.ts';
import type { Customer, Doubt } from './read/customers.ts';

const PAGE = 200;
/** How many new ones are shown before anything is written. */
const SHOWN = 3;

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
  const ids = customers.flatMap((customer) => idIn(names, customer) ?? []);
  if (ids.length === 0) return found;
  const [accounts, contacts, deals] = await Promise.all([
    stores.accounts.byIds(ids),
    stores.contacts.ofAccounts(ids),
    stores.deals.list(viewer, { account: { $in: ids } }),
  ]);
  const byId = new Map(accounts.map((account) => [account._id, account]));
  const dealt = new Set(deals.map(({ account }) => account));
  const people = grouped(contacts);
  for (const customer of customers) {
    const account = byId.get(idIn(names, customer) ?? '');
    if (account === undefined) continue;
    found.set(customer, { account, contacts: people.get(account._id) ?? [], hasDeal: dealt.has(account._id) });
  }
  return found;
}

/** How many of the customers are on record, and of how many of these something would be filled; a page at a time. */
export async function countKnown(
  customers: readonly Customer[],
  viewer: Viewer,
  stores: Stores,
): Promise<{ fresh: number; shown: Customer[]; filled: number }> {
  const names = await readNames(viewer, stores);
  const shown: Customer[] = [];
  let fresh = 0;
  let filled = 0;
  for (let start = 0; start < customers.length; start += PAGE) {
    const page = customers.slice(start, start + PAGE);
    const known = await lookUp(page, names, viewer, stores);
    fresh += page.length - known.size;
    if (shown.length < SHOWN) shown.push(...page.filter((customer) => !known.has(customer)).slice(0, SHOWN));
    for (const [customer, there] of known) if (filling(customer, there).any) filled += 1;
  }
  return { fresh, shown, filled };
}

const idIn = (names: ReadonlyMap<string, string>, { name, alias }: Customer): string | undefined =>
  names.get(foldedName(name)) ?? (alias === null ? undefined : names.get(foldedName(alias)));

/** The rows of the customers whose name another one holds that is not among `names`: a colleague's, out of sight. */
export async function heldElsewhere(
  customers: readonly Customer[],
  names: ReadonlyMap<string, string>,
  { ledger, hideFrom }: { ledger: Pick<Ledger, 'readAll'>; hideFrom: string | null },
): Promise<Doubt[]> {
  const doubts: Doubt[] = [];
  const unknown = customers.filter((customer) => idIn(names, customer) === undefined);
  for (let start = 0; start < unknown.length; start += PAGE) {
    const page = unknown.slice(start, start + PAGE);
    const keys = page.map(({ name }) => accountNameId(name, hideFrom));
    const held = await ledger.readAll(accountNameKind, keys);
    doubts.push(...page.flatMap((customer, at) => (held[at] == null ? [] : takenRows(customer))));
  }
  return doubts;
}

export const takenRows = ({ lines, name }: Customer): Doubt[] =>
  lines.map((line) => ({ line, why: 'taken', cell: name, row: true }));

function grouped(contacts: readonly Stored<Contact>[]): Map<string, Stored<Contact>[]> {
  const people = new Map<string, Stored<Contact>[]>();
  for (const contact of contacts) {
    const others = people.get(contact.account);
    if (others === undefined) people.set(contact.account, [contact]);
    else others.push(contact);
  }
  return people;
}
