import type { Records } from '../app/records.ts';
import { defineTexts } from '../chat/texts.ts';
import { addPerson } from '../crm/person/add-person.ts';
import { defaultTeam, TEAM_ID, type TeamRecord, teamKind } from '../crm/team/team.ts';

const texts = defineTexts({ zh: { admin: '管理员' }, en: { admin: 'Admin' } });

export const FIRST_ADMIN = 'admin';

/** What an empty store needs: the team's settings and a first admin. Done once, whoever starts first. */
export async function prepareTeam(
  { ledger }: Records,
  settings: Pick<TeamRecord, 'locale' | 'zone' | 'currency'>,
): Promise<void> {
  const team: TeamRecord = { ...defaultTeam, ...settings };
  await ledger.record({ id: 'admin:first-team', kind: 'admin', by: 'system' }, async (draft) => {
    draft.create(teamKind, TEAM_ID, team);
  });
  const admin = { name: texts(team.locale).admin, role: 'admin' as const };
  await addPerson(ledger, 'admin:first-admin', FIRST_ADMIN, admin, team);
}
