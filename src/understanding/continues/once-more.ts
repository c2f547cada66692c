import type { PreviousRecord } from '../amend/previous-record.ts';
import { readMessage } from '../intent/reading.ts';
import type { NameDirectory } from '../name-directory.ts';
import { understandReading } from '../understand.ts';
import type { MessageInput, Understanding } from '../understanding.ts';
import { aboutPrevious, namesAnother, whomItIsAbout } from './about-previous.ts';
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
  if (!previous.account || namesAnother(reading, previous) || !ONCE_MORE.test(reading.skeleton.text)) return null;
  const about = aboutPrevious(reading, previous, previous.account);
  const understanding = understandReading(about);
  if (understanding.intent !== 'interaction.log' || understanding.interaction === null) return null;
  return { ...understanding, ...whomItIsAbout(about) };
}
