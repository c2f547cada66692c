import type { RecordKind } from '../../ledger/ledger.ts';

/** A day that the company has set for itself, whatever holds in general; the record's id is the day (`YYYY-MM-DD`). */
export interface CompanyDay {
  as: 'off' | 'work';
}

export const companyDayKind: RecordKind<CompanyDay> = { kind: 'company-day', collection: 'company_days' };
