import type { HeldReceipt } from './capability.ts';
import type { ButtonDraft, MessageDraft } from './message.ts';
import { dotted, fitted, soft } from './width.ts';

const BUTTONS = 3;
/** So many parts are told in two rows of a bubble each; of more than that each has one. */
const IN_TWO_ROWS = 4;

/** `question`: the one that it asks. */
interface OneReceipt {
  message: MessageDraft;
  alone: boolean;
  question?: string;
}

/**
 * One numbered receipt for a split message, the question last: a line for each part; its first button carries the
 * part's number. What the writer alone may see goes in a message of its own.
 */
export function oneReceipt(held: readonly HeldReceipt[]): OneReceipt[] {
  const asking = held.find(({ question }) => question !== null);
  const messages = [false, true].flatMap((alone) => {
    const receipts = held.filter((one) => one.question === null && one.private === alone);
    return receipts.length === 0 ? [] : [{ message: numbered(receipts), alone }];
  });
  if (asking === undefined) return messages;
  const { message, private: alone, question } = asking;
  const asks = question === null ? {} : { question };
  const last = messages.at(-1);
  if (last === undefined || last.alone !== alone) return [...messages, { message, alone, ...asks }];
  const both = { text: `${last.message.text}\n${message.text}`, buttons: message.buttons ?? [] };
  return [...messages.slice(0, -1), { message: both, alone, ...asks }];
}

function numbered(receipts: readonly HeldReceipt[]): MessageDraft {
  const most = receipts.length <= IN_TWO_ROWS ? 2 : 1;
  const lines = receipts.flatMap(({ part, message }) =>
    fitted([[`${part} `, ...dotted(message.text.split('\n').map(soft), ' / ')]], most),
  );
  const buttons = receipts.flatMap(({ part, message }): ButtonDraft[] => {
    const [first] = message.buttons ?? [];
    return first === undefined
      ? []
      : [{ ...first, label: /[a-z]$/i.test(first.label) ? `${first.label} ${part}` : `${first.label}${part}` }];
  });
  return { text: lines.join('\n'), buttons: buttons.slice(0, BUTTONS) };
}
