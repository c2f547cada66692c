import type { Records } from '../../src/app/records.ts';
import { personKind } from '../../src/crm/person/person.ts';
import { planTask } from '../../src/crm/task/plan-task.ts';
import { taskKind } from '../../src/crm/task/task.ts';
import { defaultTeam, TEAM_ID, teamKind } from '../../src/crm/team/team.ts';
import { localDay } from '../../src/rules/local-time.ts';

export const PLATFORM = 'platform';
const CHUNK = 250;
const ZONE = 'Asia/Shanghai';

/** People on the platform, each with a step at `dueAt` that was planned long before. */
export async function fillRemindedPeople({ ledger }: Records, count: number, dueAt: Date): Promise<void> {
  await ledger.record({ id: 'admin:first-team', kind: 'admin', by: 'system' }, async (draft) =>
    draft.create(teamKind, TEAM_ID, defaultTeam),
  );
  const planned = new Date(dueAt.getTime() - 6 * 3_600_000);
  const time = dueAt.toLocaleTimeString('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
  for (let from = 0; from < count; from += CHUNK)
    await ledger.record({ id: `import:people-${from}`, kind: 'import', by: 'system' }, async (draft) => {
      for (let n = from; n < Math.min(count, from + CHUNK); n++) {
        const id = `p${n}`;
        draft.create(personKind, id, {
          name: `同事${n}`,
          aliases: [],
          role: 'rep',
          manager: null,
          locale: 'zh',
          zone: ZONE,
          active: true,
          identities: [{ adapter: PLATFORM, user: id }],
        });
        const step = { title: '回电话', account: null, deal: null, owner: id, by: id, zone: ZONE, time };
        draft.create(taskKind, `t${n}`, planTask({ ...step, day: localDay(dueAt, ZONE) }, planned));
      }
    });
}
