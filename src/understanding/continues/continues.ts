import type { PreviousRecord } from '../amend/previous-record.ts';
import type { NameDirectory } from '../name-directory.ts';
import type { MessageInput, Understanding } from '../understanding.ts';

/**
 * Reads a message without a customer of its own as an addition to the previous record: facts, a step, a note, an
 * amount. The understanding returned has the record's account and, for 他 / she, its contact filled in; its
 * `interaction` is null (a further contact is a record of its own). Null when the message is no addition.
 */
export function continues(
  _previous: PreviousRecord,
  _input: MessageInput,
  _directory: NameDirectory,
): Understanding | null {
  return null;
}
