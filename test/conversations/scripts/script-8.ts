import { groupKind } from '../../../src/crm/group/group.ts';
import { personKind } from '../../../src/crm/person/person.ts';
import { tengyun } from '../../support/sales-team.ts';
import type { Script } from './script.ts';

const deal = { units: 500_000, stage: 'needs' as const, touchedAt: '2026-11-20T10:00:00+08:00' };
const TEAMS = { 一组: 'lin', 二组: 'zhang' };

export const script8: Script = {
  title: 'script 8: a report whose scope follows, cut in a group, and one field of a customer',
  people: ['chen', 'lin'],
  customers: [
    { ...tengyun, contacts: [{ name: '王建国', alias: '王总', phone: '+8613800010001' }], deal },
    { name: '海拓物流', alias: '海拓', owner: 'zhang', deal: { ...deal, units: 300_000 } },
  ],
  fill: async ({ ledger }) => {
    await ledger.record({ id: 'import:teams', kind: 'import', by: 'system' }, async (draft) => {
      for (const [name, member] of Object.entries(TEAMS)) {
        draft.create(groupKind, name, { name, manager: 'chen' });
        const person = await draft.read(personKind, member);
        if (person !== null) draft.change(personKind, person, { group: name });
      }
    });
  },
  talk: `
    chen: 本季度漏斗
    < 漏斗 · 本季度…合计 2单 · 80万…
    chen: 二组呢
    < 漏斗 · 本季度 · 二组…合计 1单 · 30万…
    chen: 上个月呢
    < 这段时间没有商机。…
    chen@sales: 本季度漏斗
    <@sales …单独发你…
    < 漏斗 · 本季度…合计 2单 · 80万…
    chen: 腾云电话
    < …+86…
    =`,
};
