import type { Stored } from '../../ledger/change-set.ts';
import type { Draft } from '../../ledger/ledger.ts';
import { contactKind } from '../contact/contact.ts';
import { type Deal, dealKind } from '../deal/deal.ts';
import { isClosed } from '../deal/stages.ts';
import type { Stores } from '../stores.ts';
import { type Task, taskKind } from '../task/task.ts';
import { type Account, accountKind } from './account.ts';

/** What went from one owner to another: customers, their open deals, and the steps still to be done. */
export interface HandedOver {
  accounts: Stored<Account>[];
  deals: Stored<Deal>[];
  tasks: Stored<Task>[];
}

/**
 * Gives customers to another owner (转客户), with their people, deals and the open steps of their former owner. Notes
 * stay their writers', as does every earlier change in the book; a done step stays with who did it.
 */
export async function handOver(
  draft: Draft,
  accounts: readonly Stored<Account>[],
  to: string,
  stores: Pick<Stores, 'contacts' | 'deals' | 'tasks'>,
): Promise<HandedOver> {
  const ids = accounts.map(({ _id }) => _id);
  const owners = new Map(accounts.map(({ _id, owner }) => [_id, owner]));
  const [contacts, deals, tasks] = await Promise.all([
    stores.contacts.ofAccounts(ids),
    stores.deals.ofAccounts(ids),
    stores.tasks.openOfAccounts(ids),
  ]);
  const theirs = tasks.filter(({ account, owner }) => account !== null && owners.get(account) === owner);
  for (const account of accounts) draft.change(accountKind, account, { owner: to });
  for (const contact of contacts) draft.change(contactKind, contact, { owner: to });
  for (const deal of deals) draft.change(dealKind, deal, { owner: to });
  for (const task of theirs) draft.change(taskKind, task, { owner: to });
  return { accounts: [...accounts], deals: deals.filter(({ stage }) => !isClosed(stage)), tasks: theirs };
}
