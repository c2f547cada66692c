import type { DirectoryAccount, DirectoryUser, NameDirectory } from '../name-directory.ts';

/** A directory of names held in memory, for up to 100,000 accounts; fill large ones by `load`. */
export function createNameDirectory(
  known: { accounts?: readonly DirectoryAccount[]; users?: readonly DirectoryUser[] } = {},
): NameDirectory {
  const accounts = new Map<string, DirectoryAccount>();
  const users = new Map<string, DirectoryUser>();
  const directory: NameDirectory = {
    upsertAccount: (account) => void accounts.set(account.id ?? account.name, account),
    removeAccount: (id) => void accounts.delete(id),
    upsertUser: (user) => void users.set(user.id ?? user.name, user),
    removeUser: (id) => void users.delete(id),
    load: async (more) => {
      for (const account of more) directory.upsertAccount(account);
    },
    find: () => [],
    account: (id) => accounts.get(id),
  };
  for (const account of known.accounts ?? []) directory.upsertAccount(account);
  for (const user of known.users ?? []) directory.upsertUser(user);
  return directory;
}
