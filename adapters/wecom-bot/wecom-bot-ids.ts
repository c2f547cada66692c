import { createHash } from 'node:crypto';

/** The name under which the rest of the bot knows this chat world. Its users are WeCom's userids. */
export const WECOM_BOT = 'wecom-bot';

/** A message's identity: `msgid` is unique within one bot. */
export const messageIdentity = (bot: string, msgid: string): string => `${WECOM_BOT}:${bot}:${msgid}`;

const short = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** What a card is told apart by: WeCom takes each once in a bot's life, from `[0-9A-Za-z_@-]`. */
export const taskOf = (row: string, at: number): string => `${short(row)}@${at}`;

/**
 * By what a post is found again. A quote carries words and no id, so a post is known by its words (markup and spaces
 * left out, as clients lose them), by its receipt number, and a card by its task.
 */
export const postKeys = {
  words: (text: string): string => `t:${short(text.replace(/[\s\\]/gu, ''))}`,
  number: (number: number): string => `#${number}`,
  task: (task: string): string => `@${task}`,
} as const;
