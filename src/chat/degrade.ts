import type { Message } from './message.ts';

/**
 * A message for a world that has text alone: the text says the same as the card, and its buttons become numbered lines.
 * `ids`: the button that each number stands for, the first one's number is 1.
 */
export function asPlainText(message: Message): { text: string; ids: string[] } {
  const buttons = message.buttons ?? [];
  const lines = buttons.map(({ label }, index) => `  ${index + 1} ${label}`);
  return { text: [message.text, ...lines].join('\n'), ids: buttons.map(({ id }) => id) };
}
