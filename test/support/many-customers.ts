import type { Records } from '../../src/app/records.ts';
import { accountKind } from '../../src/crm/account/account.ts';
import { contactKind } from '../../src/crm/contact/contact.ts';
import { dealKind } from '../../src/crm/deal/deal.ts';
import { taskKind } from '../../src/crm/task/task.ts';

const A_SET = 120;

/** Writes so many customers of one owner, each with a person, an open deal and a step, and one step without a customer. */
export async function fillMany({ ledger, clock }: Records, count: number, owner: string): Promise<void> {
  const now = clock.now();
  const step = { owner, by: owner, time: null, zone: 'Asia/Shanghai', dueAt: null, doneAt: null, createdAt: now };
  for (let start = 0; start < count; start += A_SET)
    await ledger.record({ id: `import:many-${start}`, kind: 'import', by: 'system' }, async (draft) => {
      if (start === 0)
        draft.create(taskKind, 'many-alone', {
          ...step,
          title: '写周报',
          account: null,
          deal: null,
          day: '2026-11-26',
        });
      for (let at = start; at < Math.min(start + A_SET, count); at++) {
        const account = `many-${at}`;
        const name = `第${at}号公司`;
        const createdAt = new Date(now.getTime() - 86_400_000 + start);
        draft.create(accountKind, account, {
          ...{ name, aliases: [], owner, important: false, industry: null, region: null },
          ...{ lastContactAt: now, createdAt },
        });
        draft.create(contactKind, `many-person-${at}`, {
          ...{ account, owner, name: `王${at}`, aliases: [], title: null, phone: null, email: null, birthday: null },
        });
        draft.create(dealKind, `many-deal-${at}`, {
          ...{ account, owner, name, amount: (at + 1) * 100_000, currency: 'CNY', stage: 'needs', furthest: 'needs' },
          ...{ closeDate: null, openedAt: now, touchedAt: now, pausedUntil: null, closedAt: null, lostReason: null },
        });
        draft.create(taskKind, `many-step-${at}`, { ...step, title: '报价', account, deal: null, day: '2026-11-25' });
      }
    });
}
