import { setCompanyDays } from '../calendar/work-calendar.ts';
import { companyDayKind } from '../crm/company-day/company-day.ts';
import type { Stores } from '../crm/stores.ts';
import type { ChangeSet } from '../ledger/change-set.ts';

/** Keeps the calendar to the days that the company has set: at the start, after every change, and now and then for what other processes set. */
export function createCompanyCalendar({ companyDays }: Pick<Stores, 'companyDays'>) {
  async function refresh(): Promise<void> {
    setCompanyDays(new Map((await companyDays.all()).map(({ _id, as }) => [_id, as])));
  }
  return {
    refresh,
    async note({ changes }: ChangeSet): Promise<void> {
      if (changes.some(({ kind }) => kind === companyDayKind.kind)) await refresh();
    },
  };
}
