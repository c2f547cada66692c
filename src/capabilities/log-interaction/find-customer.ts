import { maySee } from '../../access/viewer.ts';
import { privately } from '../../access/viewer-for.ts';
import type { Said } from '../../chat/capability.ts';
import type { Account } from '../../crm/account/account.ts';
import { shortName } from '../../crm/account/create-account.ts';
import type { Stored } from '../../ledger/change-set.ts';
import type { AccountReference, Candidate, Understanding } from '../../understanding/understanding.ts';
import type { CrmTools, CrmTurn } from '../crm-turn.ts';

/** Which customer a message is about, as far as the writer may know. */
export type CustomerFound =
  | { kind: 'one'; account: Stored<Account>; says: string }
  | { kind: 'several'; of: 'account' | 'contact'; mention: string; candidates: Candidate[] }
  /** Named by its exact name, and a colleague's. */
  | { kind: 'colleague'; account: Stored<Account>; mention: string }
  | { kind: 'unknown'; mention: string }
  | { kind: 'none' };

/**
 * Finds the customer of a message: known to the writer, one of several, a colleague's, or unknown. Before a name counts
 * as unknown the store is asked, since the directory may lag by a moment.
 */
export async function findCustomer(
  turn: CrmTurn,
  { understanding: told, spoken }: Pick<Said, 'understanding' | 'spoken'>,
  { stores }: CrmTools,
): Promise<CustomerFound> {
  const saidName = (known: Stored<Account>, account: AccountReference) =>
    spoken ? known.name : nameFor(known, account, told);
  const viewer = privately(turn.viewer);
  const { account } = told;
  if (account?.id != null) {
    const known = await stores.accounts.byId(viewer, account.id);
    if (known !== null) return { kind: 'one', account: known, says: saidName(known, account) };
  }
  if (account !== null && account.candidates.length > 0)
    return { kind: 'several', of: 'account', mention: account.mention, candidates: account.candidates };
  const unsure = told.contacts.find((contact) => contact.id === null && contact.candidates.length > 1);
  if (account === null && unsure !== undefined)
    return { kind: 'several', of: 'contact', mention: unsure.mention, candidates: unsure.candidates };
  if (account === null) return { kind: 'none' };
  const named = await stores.accounts.named(account.mention);
  const mine = named.find((one) => maySee(viewer, one.owner));
  if (mine !== undefined) return { kind: 'one', account: mine, says: saidName(mine, account) };
  const [other] = named;
  return other === undefined
    ? { kind: 'unknown', mention: account.mention }
    : { kind: 'colleague', account: other, mention: account.mention };
}

/**
 * The words that the writer used, where they stand in the customer's name; the short name where one of its people was
 * named in full; the whole name after an alias or a guess.
 */
function nameFor(account: Stored<Account>, { mention }: AccountReference, { contacts }: Understanding): string {
  const at = account.name.toLowerCase().indexOf(mention.toLowerCase());
  if (at >= 0) return account.name.slice(at, at + mention.length);
  const byPerson = contacts.some((one) => one.id !== null && one.mention === mention && one.name === mention);
  return byPerson ? shortName(account) : account.name;
}
