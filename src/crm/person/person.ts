import type { Locale } from '../../chat/texts.ts';
import type { RecordKind } from '../../ledger/ledger.ts';
import { ERASED_WORDS, personSubject } from '../../ports/seals.ts';

export type Role = 'rep' | 'manager' | 'admin';

/** A colleague. Names of colleagues are known to all; what they own is not. */
export interface Person {
  name: string;
  aliases: string[];
  role: Role;
  /** Whom they answer to while they are in no group. */
  manager: string | null;
  /** The group that they belong to. */
  group?: string | null;
  locale: Locale;
  /** IANA zone: the person's day, and their 09:00. */
  zone: string;
  active: boolean;
  /** Their work e-mail, by which a platform that has verified it knows them. */
  email?: string | null;
  /** Who they are on each platform, by its user id. */
  identities: { adapter: string; user: string }[];
}

export const personKind: RecordKind<Person> = {
  kind: 'person',
  collection: 'people',
  personal: { name: ERASED_WORDS, aliases: [], email: null },
  names: ['name', 'aliases'],
  subjectOf: personSubject,
  validate(person) {
    if (person.name.trim() === '') throw new Error('a person has a name');
  },
};
