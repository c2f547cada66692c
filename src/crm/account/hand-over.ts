import type { Stored } from '../../ledger/change-set.ts';
import type { Draft } from '../../ledger/ledger.ts';
import { type Contact, contactKind } from '../contact/contact.ts';
import { type Deal, dealKind } from '../deal/deal.ts';
import { isClosed } from '../deal/stages.ts';
import type { HandedCounts } from '../handing/handing.ts';
import { type Reckoning, sizeOf } from '../rate/reckon.ts';
import type { Stores } from '../stores.ts';
import { type Task, taskKind } from '../task/task.ts';
import { type Account, accountKind } from './account.ts';

/** Customers with all that goes where they go: their people, deals and the open steps of their owner. */
export interface Holdings {
  accounts: Stored<Account>[];
  contacts: Stored<Contact>[];
  deals: Stored<Deal>[];
  tasks: Stored<Task>[];
}

/** What went from one owner to another: customers, their open deals, and the steps still to be done. */
export type HandedOver = Omit<Holdings, 'contacts'>;

/** What hangs on these customers. */
export async function holdingsOf(
  accounts: readonly Stored<Account>[],
  stores: Pick<Stores, 'contacts' | 'deals' | 'tasks'>,
): Promise<Holdings> {
  const ids = accounts.map(({ _id }) => _id);
  const owners = new Map(accounts.map(({ _id, owner }) => [_id, owner]));
  const [contacts, deals, tasks] = await Promise.all([
    stores.contacts.ofAccounts(ids),
    stores.deals.ofAccounts(ids),
    stores.tasks.openOfAccounts(ids),
  ]);
  const theirs = tasks.filter(({ account, owner }) => account !== null && owners.get(account) === owner);
  return { accounts: [...accounts], contacts, deals, tasks: theirs };
}

export const recordsIn = ({ accounts, contacts, deals, tasks }: Holdings): number =>
  accounts.length + contacts.length + deals.length + tasks.length;

/** The first of the customers that are so many records at most; a customer is never parted, so one there always is. */
export function firstOf(holdings: Holdings, most: number): Holdings {
  const records = new Map(holdings.accounts.map(({ _id }) => [_id, 1]));
  for (const { account } of [...holdings.contacts, ...holdings.deals, ...holdings.tasks])
    if (account !== null) records.set(account, (records.get(account) ?? 0) + 1);
  const taken = new Set<string>();
  let count = 0;
  for (const { _id } of holdings.accounts) {
    count += records.get(_id) ?? 0;
    if (count > most && taken.size > 0) break;
    taken.add(_id);
  }
  const theirs = ({ account }: { account: string | null }) => account !== null && taken.has(account);
  return {
    accounts: holdings.accounts.slice(0, taken.size),
    contacts: holdings.contacts.filter(theirs),
    deals: holdings.deals.filter(theirs),
    tasks: holdings.tasks.filter(theirs),
  };
}

/**
 * Gives customers to another owner (转客户), with all that hangs on them. Notes stay their writers', as does every
 * earlier change in the book; a done step stays with who did it.
 */
export function handOver(draft: Draft, { accounts, contacts, deals, tasks }: Holdings, to: string): HandedOver {
  for (const account of accounts) draft.change(accountKind, account, { owner: to });
  for (const contact of contacts) draft.change(contactKind, contact, { owner: to });
  for (const deal of deals) draft.change(dealKind, deal, { owner: to });
  for (const task of tasks) draft.change(taskKind, task, { owner: to });
  return { accounts, deals: deals.filter(({ stage }) => !isClosed(stage)), tasks };
}

export function countsOf({ accounts, deals, tasks }: HandedOver): HandedCounts {
  const sums: Record<string, number> = {};
  for (const { amount, currency } of deals)
    if (amount !== null && currency !== null) sums[currency] = (sums[currency] ?? 0) + amount;
  return { customers: accounts.length, deals: deals.length, steps: tasks.length, sums };
}

/** Both together. */
export function addedCounts(one: HandedCounts, other: HandedCounts): HandedCounts {
  const sums = { ...one.sums };
  for (const [currency, sum] of Object.entries(other.sums)) sums[currency] = (sums[currency] ?? 0) + sum;
  return {
    customers: one.customers + other.customers,
    deals: one.deals + other.deals,
    steps: one.steps + other.steps,
    sums,
  };
}

/** The greatest sum that is open at a customer, in minor units of the company's currency; -1 where nothing is. */
export const worthOf = (deals: readonly Deal[], account: string, reckoning: Reckoning): number =>
  deals.reduce((most, deal) => (deal.account === account ? Math.max(most, sizeOf(reckoning, deal)) : most), -1);
