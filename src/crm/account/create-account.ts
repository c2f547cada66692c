import type { Stored } from '../../ledger/change-set.ts';
import type { Draft } from '../../ledger/ledger.ts';
import { type Account, accountKind } from './account.ts';
import { takeName } from './account-name.ts';

export type AccountCreation = { kind: 'created'; account: Stored<Account> } | { kind: 'taken' };

/**
 * Creates a customer and takes its name. `hideFrom`: the writer, where owners are not disclosed, so that a hidden
 * account of that name does not show itself.
 */
export async function createAccount(
  draft: Draft,
  fields: Pick<Account, 'name' | 'owner'> & { aliases?: string[] },
  options: { now: Date; hideFrom: string | null },
): Promise<AccountCreation> {
  const id = draft.newId('account');
  if (!(await takeName(draft, fields.name, id, options.hideFrom))) return { kind: 'taken' };
  draft.create(accountKind, id, {
    name: fields.name,
    aliases: fields.aliases ?? [],
    owner: fields.owner,
    important: false,
    industry: null,
    region: null,
    lastContactAt: null,
    createdAt: options.now,
  });
  const account = await draft.read(accountKind, id);
  if (account === null) throw new Error('a record just created is read back');
  return { kind: 'created', account };
}

/** What people call the customer in passing: its first alias, else its name. */
export const shortName = (account: Pick<Account, 'name' | 'aliases'>): string => account.aliases[0] ?? account.name;
