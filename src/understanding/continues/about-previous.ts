import type { PreviousName, PreviousRecord } from '../amend/previous-record.ts';
import { senseClauses } from '../intent/clause-sense.ts';
import type { Reading } from '../intent/reading.ts';
import { readSteps } from '../intent/steps.ts';
import { readToldContact } from '../intent/told-contact.ts';
import type { Understanding } from '../understanding.ts';
import { GOES_ON, OF_THEM } from './goes-on.ts';
import { OF_RIVALS } from './of-the-deal.ts';

/** 教育局那边要备案: who oversees them is no customer. */
const OVERSEEN = /备案|审计|监管|报批|报备|年检|(?<!\p{L})(?:regulators?|auditors?|watchdog)(?!\p{L})/u;
/** FD is called Martha: somebody's office is no company. */
const ROLE = /^(?:c[a-z]o|fd|md|vp|svp|gm|hr|it|pm|pa|buyer|boss|director|manager|老板|老总|总监|经理)$/iu;
/** 老板叫陈刚, 孙总以前在京东, his boss is called Tom: who is named is only made known. */
const MAKES_KNOWN =
  /叫|姓|名字是|以前[在是做]|原来[在是做]|之前[在是做]|[新刚]来|上任|接手|(?<!\p{L})used to (?:be|work)|joined (?:from|last|this)|(?:(?<!\p{L})is|'s) (?:called|named)|name(?:'s| is)/u;

/** Whether words name a customer, or somebody of one, that is not the previous record's. Whom they only deal with is no customer. */
export function namesAnother({ people, skeleton, text }: Reading, { account }: PreviousRecord): boolean {
  const ofThem = [OF_THEM, OF_RIVALS, OVERSEEN].some((one) => one.test(skeleton.text));
  const isTheirs = ({ id, span: [from, to] }: (typeof people.companies)[number]) =>
    id === account?.id || (id === null && (ofThem || ROLE.test(text.slice(from, to))));
  if (!people.companies.every(isTheirs)) return true;
  return people.contacts.some(({ id }) => id !== null && people.account?.id !== account?.id);
}

/** Whether words tell of a talk of its own: how it was had, or with somebody who has no part in the previous record. */
export function tellsOfOwnTalk(reading: Reading, previous: PreviousRecord): boolean {
  const senses = senseClauses(reading);
  // 约了下周二去现场看: what is arranged has not been had.
  const told = readToldContact(reading, senses, readSteps(reading, senses, false));
  if (!told?.sense.happened || GOES_ON.test(reading.skeleton.text)) return false;
  if (told.kind !== 'other') return true;
  if (MAKES_KNOWN.test(reading.skeleton.text)) return false;
  return reading.people.contacts.some((one) => knownFrom(previous, one) === undefined);
}

/** Who of the previous record is meant by words for somebody: by who it is, or, where they fit several or were new, by the very words. */
export const knownFrom = ({ contacts }: PreviousRecord, { id, mention }: { id: string | null; mention: string }) =>
  contacts.find((one) =>
    id !== null && one.id !== null ? one.id === id : one.mention === mention || one.name === mention,
  );

/** The words as if they named the previous record's customer, and its person where they name nobody or the same again. */
export function aboutPrevious(reading: Reading, previous: PreviousRecord, of: PreviousName): Reading {
  const { people } = reading;
  const { id, name, mention = name } = of;
  const account = { mention, name, id, candidates: [], span: [0, 0] as const };
  const [first, ...others] = previous.contacts;
  const contact = others.find(({ name }) => name === previous.turnedTo) ?? first;
  if (people.contacts.length > 0 || !contact) {
    const contacts = people.contacts.map((one) => {
      const known = knownFrom(previous, one);
      return known === undefined ? one : { ...one, id: known.id, name: known.name, candidates: [] };
    });
    return { ...reading, people: { ...people, account, contacts } };
  }
  const person = { mention: contact.mention ?? contact.name, name: contact.name, id: contact.id };
  return { ...reading, people: { ...people, account, contacts: [{ ...person, candidates: [], spans: [] }] } };
}

/** Customer and people of a reading as an understanding has them. */
export const whomItIsAbout = ({ people }: Reading): Pick<Understanding, 'account' | 'contacts'> => ({
  account: people.account && {
    mention: people.account.mention,
    name: people.account.name,
    id: people.account.id,
    candidates: people.account.candidates,
  },
  contacts: people.contacts.map(({ mention, name, id, candidates }) => ({ mention, name, id, candidates })),
});
