import type { Viewer } from '../../access/viewer.ts';
import type { Stored } from '../../ledger/change-set.ts';
import type { Contact } from '../contact/contact.ts';
import type { Deal } from '../deal/deal.ts';
import type { Interaction } from '../interaction/interaction.ts';
import type { KeptFile } from '../interaction/kept-file.ts';
import type { Stores } from '../stores.ts';
import type { Task } from '../task/task.ts';
import type { Account } from './account.ts';

/** A customer in full view: who they are, what is open, what happened last, what comes next. */
export interface AccountFile {
  account: Stored<Account>;
  ownerName: string;
  contacts: Stored<Contact>[];
  deals: Stored<Deal>[];
  interactions: Stored<Interaction>[];
  tasks: Stored<Task>[];
  /** Pictures and files that were sent, the newest first. */
  files: KeptFile[];
}

const FILES = 3;

/** Reads the file of one customer; null when the viewer may not know of it, as when it does not exist. */
export async function readAccountFile(viewer: Viewer, id: string, stores: Stores): Promise<AccountFile | null> {
  const account = await stores.accounts.byId(viewer, id);
  if (account === null) return null;
  const [owner, contacts, deals, interactions, tasks, filed] = await Promise.all([
    stores.people.get(account.owner),
    stores.contacts.ofAccount(id),
    stores.deals.list(viewer, { account: id }, { sort: { openedAt: -1 }, limit: 5 }),
    stores.interactions.ofAccount(id, 5),
    stores.tasks.openOfAccount(id),
    stores.interactions.withFiles(id, FILES),
  ]);
  const files = filed.flatMap(({ _id: interaction, files = [] }) =>
    files.map(({ name, blob }) => ({ name, interaction, blob })).reverse(),
  );
  return { account, ownerName: owner?.name ?? '', contacts, deals, interactions, tasks, files: files.slice(0, FILES) };
}
