import type { Span } from '../text/normal-text.ts';

/** One customer's part of a message, behind the day that holds for all; `understand` is given `{ ...input, text }`. */
export interface MessagePart {
  text: string;
  /** Where the part's own words stand in the message. */
  span: Span;
}
