import type { WebCompany } from '../../adapters/web/web-people.ts';
import { mayRunCompany } from '../access/rights.ts';
import type { Stores } from '../crm/stores.ts';

/** Teams and people as the page shows them to who may change them; null for everybody else. */
export async function companyFor(
  person: string,
  { people, groups }: Pick<Stores, 'people' | 'groups'>,
): Promise<WebCompany | null> {
  const [all, teams, asker] = await Promise.all([people.active(), groups.all(), people.get(person)]);
  if (!mayRunCompany(asker)) return null;
  const nameOf = <T extends { _id: string; name: string }>(list: readonly T[], id: string | null | undefined) =>
    list.find(({ _id }) => _id === id)?.name ?? null;
  return {
    teams: teams.map(({ name, manager }) => ({ name, manager: nameOf(all, manager) })),
    people: all.map(({ name, role, group }) => ({ name, role, team: nameOf(teams, group) })),
  };
}
