import type { PreviousRecord } from '../amend/previous-record.ts';
import { readMessage } from '../intent/reading.ts';
import type { NameDirectory } from '../name-directory.ts';
import { understandReading } from '../understand.ts';
import type { MessageInput, Understanding } from '../understanding.ts';
import { aboutPrevious, whomItIsAbout } from './about-previous.ts';
import { ONCE_MORE } from './goes-on.ts';

/**
 * Reads words without a customer of their own that tell of one more contact (下午又打了一次): a record of its own, of the
 * previous record's customer. Null where they tell of none.
 */
export function onceMore(
  previous: PreviousRecord,
  input: MessageInput,
  directory: NameDirectory,
): Understanding | null {
  const reading = readMessage(input, directory);
  const { account, companies, contacts } = reading.people;
  const names = account !== null || companies.length > 0 || contacts.length > 0;
  if (!previous.account || names || !ONCE_MORE.test(reading.skeleton.text)) return null;
  // Who is named so that one customer is meant needs no record before: 罗总又打来了, once one has said which 罗总.
  if (reading.people.account?.id != null) return null;
  const about = aboutPrevious(reading, previous, previous.account);
  const understanding = understandReading(about);
  if (understanding.intent !== 'interaction.log' || understanding.interaction === null) return null;
  return { ...understanding, ...whomItIsAbout(about) };
}
