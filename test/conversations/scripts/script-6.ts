import { type Customer, draftCustomer, tengyun } from '../../support/sales-team.ts';
import type { Script } from './script.ts';

const deal = { units: 500_000, stage: 'needs' as const, touchedAt: '2026-11-20T15:00:00+08:00' };
const fifty: readonly Customer[] = Array.from({ length: 50 }, (_, at) => ({
  name: `客户${at}有限公司`,
  alias: `客户${at}`,
  owner: 'zhang',
  deal,
}));

export const script6: Script = {
  title: 'script 6: touched on Friday, silent on Monday, named once on Wednesday; fifty gone quiet are one message',
  start: '2026-11-20T16:00:00+08:00',
  people: ['lin', 'zhang', 'chen'],
  customers: [
    { ...tengyun, deal },
    { name: '麦语教育科技有限公司', alias: '麦语', owner: 'lin', deal },
  ],
  fill: async ({ ledger, clock }) => {
    await ledger.record({ id: 'import:fifty', kind: 'import', by: 'system' }, async (draft) => {
      for (const [at, customer] of fifty.entries()) await draftCustomer(draft, 100 + at, customer, clock.now());
    });
  },
  talk: `
    lin: 12月2日下午3点去拜访麦语
    < ✓ …12/2 周三 15:00…
    at 2026-11-23 09:30
    <-
    at 2026-11-24 18:30
    <-
    at 2026-11-25 09:05
    <lin …腾云…
    <zhang …
    <chen …
    at 2026-11-27 18:30
    <-
    = step 麦语 2026-12-02 15:00 …`,
};
