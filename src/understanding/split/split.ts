import type { NameDirectory } from '../name-directory.ts';
import type { Span } from '../text/normal-text.ts';
import type { MessageInput } from '../understanding.ts';

/** One customer's part of a message; `understand` is given `{ ...input, text: part.text }`. */
export interface MessagePart {
  text: string;
  /** Where the part stands in the message. */
  span: Span;
}

/**
 * The parts of a message that speaks of several customers one after the other, in order; the whole message as the
 * one part otherwise. A second company inside one event (a partner, a rival) is no split.
 */
export function split(input: MessageInput, _directory: NameDirectory): MessagePart[] {
  return [{ text: input.text, span: [0, input.text.length] }];
}
