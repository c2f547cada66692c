import { asPlainText } from '../../src/chat/degrade.ts';
import type { Message } from '../../src/chat/message.ts';
import { splitByBytes } from '../../src/chat/split-text.ts';

/** Bytes of one message; WeChat cuts what is longer. */
const LIMIT = 4_000;

/**
 * A message as WeChat takes it: text alone, its buttons numbered lines under `byNumber`, which says what they are for.
 * `first`: the first one's number.
 */
export function encodeMessage(message: Message, byNumber: string, first: number): string[] {
  const text = asPlainText(message, byNumber, first);
  return splitByBytes(text.trim() === '' ? '…' : text, LIMIT);
}
