import type { DirectoryAccount, DirectoryUser, NameDirectory } from '../name-directory.ts';
import { findNames } from './find-names.ts';
import { type Bearer, NameTable } from './name-table.ts';
import { ShardedMap } from './sharded-map.ts';

/** How long a slice of loading may hold the event loop. */
const SLICE_MS = 8;

/** A directory of names held in memory, for up to 100,000 accounts; fill large ones by `load`. */
export function createNameDirectory(
  known: { accounts?: readonly DirectoryAccount[]; users?: readonly DirectoryUser[] } = {},
): NameDirectory {
  const table = new NameTable();
  const bearers = new ShardedMap<Bearer>();

  let revision = 0;
  function put(id: string, bearer: Bearer): void {
    remove(id);
    revision++;
    bearers.set(id, bearer);
    table.add(bearer);
  }
  function remove(id: string): void {
    const there = bearers.get(id);
    if (!there) return;
    revision++;
    bearers.delete(id);
    table.remove(there);
  }

  function accountOf(id: string): DirectoryAccount | undefined {
    const bearer = bearers.get(`account:${id}`);
    return bearer?.kind === 'account' ? bearer.account : undefined;
  }

  const directory: NameDirectory = {
    upsertAccount: (account) => put(`account:${account.id ?? account.name}`, { kind: 'account', account }),
    removeAccount: (id) => remove(`account:${id}`),
    upsertUser: (user) => put(`user:${user.id ?? user.name}`, { kind: 'user', user }),
    removeUser: (id) => remove(`user:${id}`),
    async load(accounts) {
      let sliceEnds = performance.now() + SLICE_MS;
      for (const account of accounts) {
        directory.upsertAccount(account);
        if (performance.now() < sliceEnds) continue;
        await new Promise((resume) => setImmediate(resume));
        sliceEnds = performance.now() + SLICE_MS;
      }
    },
    find: (text, masks, context) => findNames(table, text, masks ?? [], context ?? {}, accountOf),
    account: accountOf,
    get revision() {
      return revision;
    },
  };
  for (const account of known.accounts ?? []) directory.upsertAccount(account);
  for (const user of known.users ?? []) directory.upsertUser(user);
  return directory;
}
