import type { Stored } from '../../ledger/change-set.ts';
import type { Draft } from '../../ledger/ledger.ts';
import type { Account } from '../account/account.ts';
import { contactKind } from './contact.ts';

/** Creates a person on a customer's side of whom the name alone is known; gives its id. */
export function createContact(draft: Draft, name: string, account: Stored<Account>): string {
  const id = draft.newId('contact');
  draft.create(contactKind, id, {
    account: account._id,
    owner: account.owner,
    name,
    aliases: [],
    title: null,
    phone: null,
    email: null,
    birthday: null,
  });
  return id;
}
