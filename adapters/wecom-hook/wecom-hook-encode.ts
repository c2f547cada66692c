import type { Message } from '../../src/chat/message.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import { splitByBytes } from '../../src/chat/split-text.ts';

/** WeCom cuts a longer text without a word. */
export const TEXT_BYTES = 2_048;

/** What a webhook takes: plain text, so that nothing in it is markup. */
export interface HookContent {
  msgtype: 'text';
  text: { content: string; mentioned_list?: string[] };
}

/**
 * A message as a webhook shows it. It has no way back, so buttons are left out: their words may be typed to the bot.
 * `mentions` are named once, in the first part.
 */
export function encodeAlert({ text }: Message, mentions: readonly string[]): HookContent[] {
  // `<@userid>` within a text would name somebody: what a person once typed names nobody.
  // JSON with \u escapes WeCom refuses.
  const said = plainText(text.trim() === '' ? '…' : text)
    .replaceAll('<@', '<\u2060@')
    .replace(/\\(?=u[0-9a-f]{4})/gi, '＼');
  return splitByBytes(said, TEXT_BYTES).map((piece, at) => ({
    msgtype: 'text',
    text: {
      content: piece.replace(/\n$/, ''),
      ...(at === 0 && mentions.length > 0 ? { mentioned_list: [...mentions] } : {}),
    },
  }));
}
