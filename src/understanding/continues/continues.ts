import type { PreviousRecord } from '../amend/previous-record.ts';
import { senseClauses } from '../intent/clause-sense.ts';
import { readMessage } from '../intent/reading.ts';
import { readToldContact } from '../intent/told-contact.ts';
import type { NameDirectory } from '../name-directory.ts';
import { understandReading } from '../understand.ts';
import { INTENTS, type Intent, type MessageInput, type Understanding } from '../understanding.ts';
import { DONE_FOR_THEM, GOES_ON, MERE_REMINDER, ONCE_MORE } from './goes-on.ts';

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

/** A request of its own, whatever was said before. */
const REQUESTS: readonly Intent[] = INTENTS.filter((intent) =>
  /^(?:report|pipeline|birthday|task\.list|opportunity\.stale|undo|help)/.test(intent),
);

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
  if (ONCE_MORE.test(text) || reading.dates.some(({ kind }) => kind === 'recurrence')) return null;
  if (REQUESTS.includes(understandReading(reading).intent)) return null;
  const told = readToldContact(reading, senseClauses(reading), []);
  if (told && told.kind !== 'other' && told.sense.happened && !GOES_ON.test(text)) return null;
  const contact = previous.contacts[0];
  const withPrevious =
    people.contacts.length > 0 || !contact
      ? people.contacts
      : [{ mention: contact.mention ?? contact.name, name: contact.name, id: contact.id, candidates: [], spans: [] }];
  const { id, name, mention } = previous.account;
  const account = { mention: mention ?? name, name, id, candidates: [], span: [0, 0] as const };
  const whole = understandReading({ ...reading, people: { ...people, account, contacts: withPrevious } });
  if (!ADDS.includes(whole.intent)) return null;
  const read = { ...whole, tasks: whole.tasks.filter(({ title }) => !MERE_REMINDER.test(title.trim())) };
  const adds = read.tasks.length > 0 || read.contactFacts.length > 0 || read.opportunity !== null;
  if (!adds && !GOES_ON.test(text) && !DONE_FOR_THEM.test(text.trim())) return null;
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
