import type { Locale } from '../../chat/texts.ts';
import type { Stored } from '../../ledger/change-set.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { TeamRecord } from '../team/team.ts';
import { type Person, personKind, type Role } from './person.ts';

export interface NewPerson {
  name: string;
  role: Role;
  manager?: string | null;
  aliases?: string[];
  locale?: Locale;
  zone?: string;
  email?: string;
}

/** Adds a colleague; on the web they are known by their own id. `cause`: the same one adds nobody twice. */
export async function addPerson(
  ledger: Ledger,
  cause: string,
  id: string,
  fresh: NewPerson,
  team: TeamRecord,
): Promise<void> {
  await ledger.record({ id: cause, kind: 'admin', by: 'system' }, async (draft) => {
    draft.create(personKind, id, newcomer(id, fresh, team));
  });
}

/** A colleague as they begin. */
export const newcomer = (id: string, fresh: NewPerson, team: TeamRecord): Person => ({
  name: fresh.name,
  aliases: fresh.aliases ?? [],
  role: fresh.role,
  manager: fresh.manager ?? null,
  locale: fresh.locale ?? team.locale,
  zone: fresh.zone ?? team.zone,
  active: true,
  ...(fresh.email === undefined ? {} : { email: fresh.email }),
  identities: [{ adapter: 'web', user: id }],
});

/** Colleagues of exactly that name or alias. */
export const called = (people: readonly Stored<Person>[], name: string): Stored<Person>[] =>
  people.filter((person) => person.name === name || person.aliases.includes(name) || person._id === name);
