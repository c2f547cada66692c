import { asPlainText } from '../../src/chat/degrade.ts';
import type { Message } from '../../src/chat/message.ts';
import { splitByBytes } from '../../src/chat/split-text.ts';

/** Bytes of one message; WeChat cuts what is longer. */
const LIMIT = 4_000;

/**
 * A message as WeChat takes it: text alone, its buttons numbered lines under `byNumber`, which says what they are for.
 * `ids`: the button behind each number.
 */
export function encodeMessage(message: Message, byNumber: string): { texts: string[]; ids: string[] } {
  const { text, ids } = asPlainText(message, byNumber);
  return { texts: splitByBytes(text.trim() === '' ? '…' : text, LIMIT), ids };
}
