import type { PreviousRecord } from '../amend/previous-record.ts';
import type { Reading } from '../intent/reading.ts';

/** Whether a record tells of a contact with a customer that is still asked about. */
export const waitsForCustomer = ({ account, interaction }: PreviousRecord): boolean =>
  account === null && interaction !== null;

/** The words as if they named the person of a record whose customer is still asked about, where they name nobody. */
export function aboutWaiting(reading: Reading, { contacts: [contact] }: PreviousRecord): Reading {
  const { people } = reading;
  if (people.contacts.length > 0 || contact === undefined) return reading;
  const { name, mention = name } = contact;
  return {
    ...reading,
    people: { ...people, contacts: [{ mention, name: null, id: null, candidates: [], spans: [] }] },
  };
}
