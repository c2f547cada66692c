import type { Connection } from 'mongoose';
import { createRecordStore } from '../record-store.ts';
import { type CompanyDay, companyDayKind } from './company-day.ts';

/** The company's own days off and of work; everybody may know them. */
export function createCompanyDayStore(connection: Connection) {
  const store = createRecordStore<CompanyDay>(connection, companyDayKind);
  return { all: () => store.all({}) };
}
