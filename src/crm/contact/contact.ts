import type { RecordKind } from '../../ledger/ledger.ts';
import { ERASED_WORDS } from '../../ports/seals.ts';
import { accountSubject } from '../account/account.ts';

export interface ContactBirthday {
  calendar: 'solar' | 'lunar';
  month: number;
  day: number;
  year: number | null;
  leap: boolean;
}

/** A person on a customer's side (联系人). */
export interface Contact {
  account: string;
  /** The account's owner, so that one scope rules both. */
  owner: string;
  name: string;
  aliases: string[];
  title: string | null;
  /** E.164; as it was written where it fits no country's plan. */
  phone: string | null;
  email: string | null;
  birthday: ContactBirthday | null;
  /** `YYYY-MM-DD`: since when no longer the one to talk to. */
  leftOn?: string | null;
}

export const contactKind: RecordKind<Contact> = {
  kind: 'contact',
  collection: 'contacts',
  personal: { name: ERASED_WORDS, aliases: [], title: null, phone: null, email: null, birthday: null },
  names: ['name', 'aliases', 'phone', 'email'],
  subjectOf: (_, contact) => accountSubject(contact.account),
  validate(contact) {
    const { birthday } = contact;
    if (birthday == null) return;
    const { month, day } = birthday;
    if (!(month >= 1 && month <= 12 && day >= 1 && day <= (birthday.calendar === 'lunar' ? 30 : 31)))
      throw new Error('a birthday is a day of a month');
  },
};
