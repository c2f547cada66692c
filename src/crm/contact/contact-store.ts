import type { Connection } from 'mongoose';
import { createRecordStore } from '../record-store.ts';
import { type Contact, contactKind } from './contact.ts';

export type ContactStore = ReturnType<typeof createContactStore>;

export function createContactStore(connection: Connection) {
  const store = createRecordStore<Contact>(connection, contactKind, [
    [{ account: 1 }],
    [{ owner: 1 }],
    [{ 'birthday.calendar': 1, 'birthday.month': 1, 'birthday.day': 1 }],
    [{ updatedAt: 1 }],
  ]);
  return {
    get: store.get,
    byId: store.byId,
    list: store.list,
    /** The people of one account; the caller has read the account through a viewer. */
    ofAccount: (account: string) => store.all({ account }, { sort: { _id: 1 } }),
    ofAccounts: (accounts: readonly string[]) => store.all({ account: { $in: [...accounts] } }),
    /** People changed since, deleted ones too; `value` is the id of their account. */
    changedSince: (at: Date) => store.changedSince(at, 'account'),
    /** Everyone with a birthday, for ticks: ids, owners and the day. */
    withBirthday: (calendar: 'solar' | 'lunar', days: { month: number; day: number }[]) =>
      days.length === 0
        ? Promise.resolve([])
        : store.all({
            'birthday.calendar': calendar,
            $or: days.map(({ month, day }) => ({ 'birthday.month': month, 'birthday.day': day })),
          }),
  };
}
