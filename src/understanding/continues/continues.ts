import type { PreviousRecord } from '../amend/previous-record.ts';
import { senseClauses } from '../intent/clause-sense.ts';
import { readMessage } from '../intent/reading.ts';
import { readToldContact } from '../intent/told-contact.ts';
import type { NameDirectory } from '../name-directory.ts';
import { understandReading } from '../understand.ts';
import type { Intent, MessageInput, Understanding } from '../understanding.ts';

/** Intents whose slots belong on a record; all else is a request of its own. */
const ADDS: readonly Intent[] = [
  'interaction.log',
  'contact.update',
  'task.create',
  'opportunity.update',
  'opportunity.win',
  'opportunity.lose',
  'unknown',
];

/** A remark that goes on about what was said: 他…, 还想…, also …, she … */
const GOES_ON =
  /^[\s]*(?:他|她|对方|客户|还|另外|对了|补充|顺便|又|也|而且|然后|备注|哦|嗯|他们|价格|金额|预算|he|she|they|their|his|her|also|and|plus|btw|oh|ps|amount|budget|note|value)(?![a-z])/iu;

/** The same customer was contacted once more: a record of its own. */
const ONCE_MORE =
  /又(?:打|聊|见|去|拜访|发|通|碰|沟通|联系)|再次(?:拜访|联系)|again (?:called|met|spoke)|(?:called|met|spoke|visited|emailed)[^,.]{0,20} again/iu;

/**
 * Reads a message without a customer of its own as an addition to the previous record: facts, a step, a note, an
 * amount. The understanding returned has the record's account and contact filled in, `interaction` null, and intent
 * `interaction.log` where it only adds to the note. Null when the message is no addition: another customer, a further
 * contact, a request of its own, small talk.
 */
export function continues(
  previous: PreviousRecord,
  input: MessageInput,
  directory: NameDirectory,
): Understanding | null {
  const reading = readMessage(input, directory);
  const { people } = reading;
  if (!previous.account || people.companies.some(({ id }) => id !== previous.account?.id)) return null;
  if (people.contacts.some(({ id }) => id !== null && people.account?.id !== previous.account?.id)) return null;
  const text = reading.skeleton.text;
  if (ONCE_MORE.test(text)) return null;
  const told = readToldContact(reading, senseClauses(reading), []);
  if (told && told.kind !== 'other' && told.sense.happened && !GOES_ON.test(text)) return null;
  const contact = previous.contacts[0];
  const withPrevious =
    people.contacts.length > 0 || !contact
      ? people.contacts
      : [{ mention: contact.mention ?? contact.name, name: contact.name, id: contact.id, candidates: [], spans: [] }];
  const { id, name, mention } = previous.account;
  const account = { mention: mention ?? name, name, id, candidates: [], span: [0, 0] as const };
  const read = understandReading({ ...reading, people: { ...people, account, contacts: withPrevious } });
  if (!ADDS.includes(read.intent)) return null;
  const adds = read.tasks.length > 0 || read.contactFacts.length > 0 || read.opportunity !== null;
  if (!adds && !GOES_ON.test(text)) return null;
  return {
    ...read,
    intent: read.intent === 'unknown' ? 'interaction.log' : read.intent,
    account: { mention: account.mention, name, id, candidates: [] },
    contacts: withPrevious.map(({ mention: words, name: known, id: contactId, candidates }) => ({
      mention: words,
      name: known,
      id: contactId,
      candidates,
    })),
    interaction: null,
  };
}
