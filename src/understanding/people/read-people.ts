import type { NameDirectory, NameHit } from '../name-directory.ts';
import type { Span } from '../text/normal-text.ts';
import type { AccountReference, Candidate, ContactReference, MessageContext } from '../understanding.ts';
import { findHonorifics, type Honorific } from './honorifics.ts';
import { surnameOf } from './name-forms.ts';
import { findUnknownNames } from './unknown-names.ts';
import { TOWNS } from './words/company-words.ts';

/** Who a message speaks of. */
export interface PeopleRead {
  account: (AccountReference & { span: Span }) | null;
  /** All company mentions, the one of `account` among them; the id where the mention means one account. */
  companies: { span: Span; id: string | null }[];
  /** In order of the text, each person once, with every place where they are named. */
  contacts: (ContactReference & { spans: Span[] })[];
  colleagues: { span: Span; name: string }[];
}

interface PersonMention {
  span: Span;
  mention: string;
  candidates: Candidate[];
  honorific: Honorific | null;
  /** Fits a short form or a slip only: weak evidence. */
  weak: boolean;
  colleague: string | null;
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
  const known = mentionsOfPeople(text, hits, honorifics);
  const unknown = findUnknownNames(
    text,
    [...masks, ...companies.map((hit) => hit.span), ...known.map((person) => person.span)],
    honorifics,
    companies.length > 0,
  );
  const people = [
    ...known,
    ...unknown.flatMap((name) => (name.kind === 'contact' ? [newPerson(text, name.span)] : [])),
  ].sort((a, b) => a.span[0] - b.span[0]);
  const account = chooseAccount(text, companies, unknown, people, context);
  const contacts = resolveContacts(people, account, directory);
  return {
    account: account ?? accountOfContact(contacts, people),
    companies: [
      ...companies.map((hit) => ({
        span: hit.span,
        id: hit.candidates.length === 1 ? (hit.candidates[0]?.id ?? null) : null,
      })),
      ...unknown.flatMap((name) => (name.kind === 'account' ? [{ span: name.span, id: null }] : [])),
    ],
    contacts,
    colleagues: people.flatMap((person) =>
      person.colleague !== null && !contacts.some(({ spans }) => spans.includes(person.span))
        ? [{ span: person.span, name: person.colleague }]
        : [],
    ),
  };
}

function mentionsOfPeople(text: string, hits: readonly NameHit[], honorifics: readonly Honorific[]): PersonMention[] {
  const people = new Map<number, PersonMention>();
  for (const hit of hits) {
    if (hit.kind === 'account') continue;
    const honorific = honorifics.find(({ span }) => span[0] <= hit.span[0] && span[1] >= hit.span[1]) ?? null;
    const there = people.get(hit.span[0]);
    const colleague = hit.kind === 'user' && hit.candidates.length === 1 ? (hit.candidates[0]?.name ?? null) : null;
    if (there) {
      there.colleague ??= colleague;
      if (hit.kind === 'contact') there.candidates = hit.candidates;
      continue;
    }
    const weak = hit.by === 'short' || hit.by === 'sound' || hit.by === 'typo';
    people.set(hit.span[0], {
      span: hit.span,
      mention: hit.mention,
      candidates: hit.kind === 'contact' ? hit.candidates : [],
      honorific,
      weak,
      colleague,
    });
  }
  for (const honorific of honorifics) {
    const [start, end] = honorific.span;
    if (hits.some(({ span }) => span[0] < end && span[1] > start)) continue;
    people.set(start, {
      span: honorific.span,
      mention: text.slice(start, end),
      candidates: [],
      honorific,
      weak: true,
      colleague: null,
    });
  }
  return [...people.values()];
}

function newPerson(text: string, span: Span): PersonMention {
  return { span, mention: text.slice(...span), candidates: [], honorific: null, weak: false, colleague: null };
}

/** The account that the message is about; a tie is broken by the people named, then by what the sender spoke of lately. */
function chooseAccount(
  text: string,
  companies: readonly NameHit[],
  unknown: readonly { kind: string; span: Span }[],
  people: readonly PersonMention[],
  context: MessageContext,
): (AccountReference & { span: Span }) | null {
  const ofPeople = new Set(people.flatMap((person) => person.candidates.map(({ accountId }) => accountId)));
  const supported = (hit: NameHit) => hit.candidates.filter(({ id }) => ofPeople.has(id));
  const hit = companies.find((one) => supported(one).length > 0) ?? companies[0];
  if (!hit) {
    const span = unknown.find((name) => name.kind === 'account')?.span;
    if (span && (ANNOUNCED.test(text.slice(0, span[0])) || people.some((person) => belongs(text, person.span, span))))
      return unknownAccount(text, span);
    if (people.some((person) => person.candidates.length === 1 && !person.weak && person.colleague === null))
      return null;
    return span ? unknownAccount(text, span) : null;
  }
  const lately = [context.repliedTo?.accountId, ...(context.recentAccounts ?? [])];
  const narrowed =
    hit.candidates.length === 1
      ? hit.candidates
      : supported(hit).length === 1
        ? supported(hit)
        : latest(hit.candidates, lately);
  const only = narrowed.length === 1 ? narrowed[0] : undefined;
  const span = withoutTown(text, hit.span);
  return {
    mention: text.slice(...span),
    name: only?.name ?? null,
    id: only?.id ?? null,
    candidates: only ? [] : hit.candidates,
    span,
  };
}

/** 新线索:…, new lead: … */
const ANNOUNCED =
  /(?:新|录入?|加|建|来了?|收到)[^,，。]{0,6}(?:线索|客户|潜客|公司|询盘|咨询)[^。]{0,6}$|(?:new|add|log|create|inbound|got a) (?:[a-z]+ ){0,3}(?:lead|account|customer|client|company|prospect)[^.]{0,12}$/iu;

function unknownAccount(text: string, span: Span): AccountReference & { span: Span } {
  return { mention: text.slice(...span), name: null, id: null, candidates: [], span };
}

/** Whether the words say that this person is of that company: Priya at Skyharbor, 金石的程总. */
function belongs(text: string, person: Span, company: Span): boolean {
  return company[0] >= person[1]
    ? /^\s*,?\s*(?:at|from|of|over at|@|with)\s+(?:the\s+)?$/iu.test(text.slice(person[1], company[0]))
    : /^(?:的|那边的?|'s\s+|\s+)?$/u.test(text.slice(company[1], person[0]));
}

function latest(candidates: readonly Candidate[], lately: readonly (string | undefined)[]): readonly Candidate[] {
  const id = lately.find((one) => candidates.some((candidate) => candidate.id === one));
  return id === undefined ? candidates : candidates.filter((candidate) => candidate.id === id);
}

function withoutTown(text: string, [start, end]: Span): Span {
  const town = TOWNS.find((one) => text.startsWith(one, start) && end - start >= one.length + 2);
  return town ? [start + town.length, end] : [start, end];
}

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
      one.id !== null ? one.id === reference.id : one.mention === reference.mention,
    );
    if (same) same.spans.push(person.span);
    else contacts.push({ ...reference, spans: [person.span] });
  }
  return contacts;
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

function isFullName(person: PersonMention): boolean {
  return person.candidates.length === 1 && person.candidates[0]?.name === person.mention;
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
