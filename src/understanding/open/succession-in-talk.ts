import type { PreviousPerson, PreviousRecord } from '../amend/previous-record.ts';
import { knownFrom } from '../continues/about-previous.ts';
import type { Reading } from '../intent/reading.ts';
import type { NameDirectory } from '../name-directory.ts';
import type { Succession } from './heard.ts';
import { readSuccession } from './read-succession.ts';

/** News of who came after whom, as a talk about one customer means it: the record and the words with the people taken as that customer's. */
export interface SuccessionInTalk {
  previous: PreviousRecord;
  reading: Reading;
  succession: Succession;
  /** The words tell nothing else. */
  isAll: boolean;
}

/**
 * Reads a change of people in words that go on about a record: who is new is nobody's namesake at another customer, and
 * who comes after somebody unnamed comes after the one person of the record. Null where they tell of none, or of
 * another customer's people.
 */
export function successionInTalk(
  previous: PreviousRecord,
  heard: Reading,
  directory: NameDirectory,
): SuccessionInTalk | null {
  const told = readSuccession(heard);
  const account = previous.account && directory.account(previous.account.id);
  if (told === null || account == null) return null;
  const theirs = new Set(account.contacts.map(({ id, name }) => id ?? name));
  const isTheirs = ({ id }: { id: string | null }) => id === null || theirs.has(id);
  if (told.gone !== null && !isTheirs(told.gone)) return null;
  const contacts = heard.people.contacts.map((one) =>
    isTheirs(one) ? one : { ...one, id: null, name: null, candidates: [] },
  );
  const named = contacts.map(({ id, name, mention }): PreviousPerson => ({ id, name: name ?? mention, mention }));
  const former = told.gone === null ? formerOf(previous, told) : null;
  const all = former === null ? contacts : [...contacts, { ...former, candidates: [], spans: [] }];
  const reading = { ...heard, people: { ...heard.people, contacts: all } };
  const succession = readSuccession(reading) ?? told;
  return {
    previous: { ...previous, contacts: [...previous.contacts, ...named] },
    reading,
    isAll: told.gone === null,
    succession: former === null ? succession : { ...succession, gone: { mention: former.mention, id: former.id } },
  };
}

function formerOf(previous: PreviousRecord, { now }: Succession) {
  const [one, another] = previous.contacts;
  if (one === undefined || another !== undefined || (now !== null && knownFrom(previous, now) === one)) return null;
  const { id, name, mention = name } = one;
  return { id, name, mention };
}
