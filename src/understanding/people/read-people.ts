import type { NameDirectory, NameHit } from '../name-directory.ts';
import type { Span } from '../text/normal-text.ts';
import type { AccountReference, Candidate, ContactReference, MessageContext } from '../understanding.ts';
import { chooseAccount } from './choose-account.ts';
import { findHonorifics } from './honorifics.ts';
import { surnameOf } from './name-forms.ts';
import {
  isNamesake,
  isSender,
  mentionsOfPeople,
  narrowedByRecent,
  newPerson,
  type PersonMention,
  withOwnSurname,
} from './person-mention.ts';
import { findUnknownNames } from './unknown-names.ts';

/** Who a message speaks of. */
export interface PeopleRead {
  account: (AccountReference & { span: Span }) | null;
  /** All company mentions, the one of `account` among them; the id where the mention means one account. */
  companies: { span: Span; id: string | null; by: NameHit['by'] | 'unknown' }[];
  /** In order of the text, each person once, with every place where they are named. */
  contacts: (ContactReference & { spans: Span[] })[];
  colleagues: { span: Span; name: string }[];
}

/** Reads companies, people and colleagues from a text; `masks` are dates, sums, phones: no names stand in them. */
export function readPeople(
  text: string,
  masks: readonly Span[],
  directory: NameDirectory,
  context: MessageContext = {},
): PeopleRead {
  const hits = directory.find(text, masks, context);
  const honorifics = findHonorifics(text).filter(({ span }) => isFree(span, masks));
  const companies = hits.filter((hit) => hit.kind === 'account');
  const known = narrowedByRecent(mentionsOfPeople(text, hits, honorifics), companies, context)
    .filter((person) => !isSender(hits, person.span, context) && !isNamesake(text, person))
    .map((person) => withOwnSurname(text, person));
  const unknown = findUnknownNames(
    text,
    [...masks, ...companies.map((hit) => hit.span)],
    known.map((person) => person.span),
    honorifics,
    companies,
  );
  const people = [
    ...known,
    ...unknown.flatMap((name) => (name.kind === 'contact' ? [newPerson(text, name.span)] : [])),
  ].sort((a, b) => a.span[0] - b.span[0]);
  const spokenOf =
    companies.length > 0 || known.length > 1 ? people.filter((person) => !isAddressed(text, person)) : people;
  const account = chooseAccount(text, companies, unknown, spokenOf, context);
  const contacts = resolveContacts(spokenOf, account, directory);
  return {
    account: account ?? accountOfContact(contacts, people),
    companies: [
      ...companies.map((hit) => ({
        span: hit.span,
        id: hit.candidates.length === 1 ? (hit.candidates[0]?.id ?? null) : null,
        by: hit.by,
      })),
      ...unknown.flatMap((name) =>
        name.kind === 'account' ? [{ span: name.span, id: null, by: 'unknown' as const }] : [],
      ),
    ],
    contacts,
    colleagues: people.flatMap((person) =>
      person.colleague !== null && !contacts.some(({ spans }) => spans.includes(person.span))
        ? [{ span: person.span, name: person.colleague }]
        : [],
    ),
  };
}

/** Who is only spoken to: 张总,汇报下…; Hi Sam, … A person whom the directory knows may be both. */
function isAddressed(text: string, { span, candidates, honorific }: PersonMention): boolean {
  const before = text.slice(Math.max(0, span[0] - 10), span[0]);
  return (
    candidates.length === 0 &&
    (GREETED.test(before) || (honorific !== null && /:\s*$/u.test(before))) &&
    /^\s*[,，:!！]/u.test(text.slice(span[1], span[1] + 3))
  );
}

const GREETED = /(?:^|\n|["“]|\b(?:hi|hello|hey|dear|morning|thanks|cheers))[\s,]*$/iu;

function resolveContacts(
  people: readonly PersonMention[],
  account: AccountReference | null,
  directory: NameDirectory,
): (ContactReference & { spans: Span[] })[] {
  const contacts: (ContactReference & { spans: Span[] })[] = [];
  for (const person of people) {
    const reference = resolveOne(person, account, directory);
    if (!reference) continue;
    const same = contacts.find((one) =>
      one.id !== null ? one.id === reference.id : one.mention === reference.mention || isFirstNameOf(reference, one),
    );
    if (same) same.spans.push(person.span);
    else contacts.push({ ...reference, spans: [person.span] });
  }
  return contacts;
}

/** Howard Pike runs the fleet. Howard wants …: the first name of somebody new named before. */
function isFirstNameOf(reference: ContactReference, known: ContactReference): boolean {
  return (
    reference.id === null && reference.candidates.length === 0 && known.mention.startsWith(`${reference.mention} `)
  );
}

/** Null when the person is a colleague, or no person after all. */
function resolveOne(
  person: PersonMention,
  account: AccountReference | null,
  directory: NameDirectory,
): ContactReference | null {
  const inAccount = account?.id ? person.candidates.filter(({ accountId }) => accountId === account.id) : [];
  const near = inAccount.length > 0 ? inAccount : account?.id ? bySurname(person, account.id, directory) : [];
  if (near.length === 1) return named(person, near[0], []);
  if (person.colleague !== null && near.length === 0 && (account?.id || person.candidates.length === 0)) return null;
  if (near.length > 1) return named(person, undefined, near);
  if (account && account.id === null && account.candidates.length > 0) {
    const among = person.candidates.filter(({ accountId }) => account.candidates.some(({ id }) => id === accountId));
    return among.length === 1 ? named(person, among[0], []) : named(person, undefined, among);
  }
  if (account)
    return isFullName(person)
      ? named(person, person.candidates[0], [])
      : person.weak && person.candidates.length > 0 && !person.honorific
        ? null
        : named(person, undefined, []);
  return person.candidates.length === 1
    ? named(person, person.candidates[0], [])
    : named(person, undefined, person.candidates);
}

/** 贺总 is nobody's full name, also where somebody was filed under it. */
function isFullName(person: PersonMention): boolean {
  return person.honorific === null && person.candidates.length === 1 && person.candidates[0]?.name === person.mention;
}

function bySurname(person: PersonMention, accountId: string, directory: NameDirectory): Candidate[] {
  const surname = person.honorific?.surname;
  const account = directory.account(accountId);
  if (!surname || !account) return [];
  const exact = account.contacts.filter((contact) => contact.aliases.includes(person.mention));
  const same = account.contacts.filter((contact) => surnameOf(contact.name) === surname);
  return (exact.length > 0 ? exact : same).map((contact) => ({
    id: contact.id ?? contact.name,
    name: contact.name,
    accountId,
    accountName: account.name,
  }));
}

function named(person: PersonMention, who: Candidate | undefined, candidates: Candidate[]): ContactReference {
  return { mention: person.mention, name: who?.name ?? null, id: who?.id ?? null, candidates };
}

/** Only a contact is named, and the directory has that contact under exactly one account. */
function accountOfContact(
  contacts: readonly (ContactReference & { spans: Span[] })[],
  people: readonly PersonMention[],
): (AccountReference & { span: Span }) | null {
  const contact = contacts.find(({ id }) => id !== null);
  const person = people.find(({ span }) => contact?.spans.includes(span));
  const candidate = person?.candidates.find(({ id }) => id === contact?.id);
  if (!contact || !person || !candidate) return null;
  return {
    mention: contact.mention,
    name: candidate.accountName,
    id: candidate.accountId,
    candidates: [],
    span: person.span,
  };
}

function isFree(span: Span, masks: readonly Span[]): boolean {
  return !masks.some(([from, to]) => span[0] < to && span[1] > from);
}
