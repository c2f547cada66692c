import { createHash } from 'node:crypto';
import { degradeTable } from '../../src/chat/degrade.ts';
import type { Card, Message, Table } from '../../src/chat/message.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import { clipToBytes, splitByBytes } from '../../src/chat/split-text.ts';
import { CARD_LIMITS, cardOf, numbered, type TemplateCard } from './wecom-app-card.ts';

/** WeCom cuts what is longer, without a word. */
export const TEXT_BYTES = 2048;
/** A text of more pieces than this is a file where it has rows. */
const PIECES = 2;

/** One message as WeCom takes it; a file is uploaded first. */
export type WecomContent =
  | { kind: 'text' | 'markdown'; content: string }
  | { kind: 'card'; card: TemplateCard }
  | { kind: 'file'; name: string; bytes: Buffer };

export interface EncodeOptions {
  /** The row, from which the card's id at WeCom comes: the same on every try. */
  row: string;
  markdown: boolean;
  /** What is said before a file. */
  fileFollows: string;
}

/** A message (of `cleaned` text) in WeCom's shape: one, or several where it is longer than WeCom shows in one. */
export function encodeMessage(given: Message, options: EncodeOptions): WecomContent[] {
  const message = numbered(given);
  const { buttons = [] } = message;
  if (buttons.length === 0) return encodeAlone(message, options);
  const cards: WecomContent[] = [];
  for (let at = 0; at < buttons.length; at += CARD_LIMITS.buttons) {
    const { card } = cardOf({ ...message, buttons: buttons.slice(at, at + CARD_LIMITS.buttons) });
    cards.push({ kind: 'card', card: { ...card, task_id: taskOf(`${options.row}:${at}`) } });
  }
  return cardOf(message).whole ? cards : [...encodeAlone(message, options), ...cards];
}

/** The same where nothing can be pressed. */
export function encodeAlone(message: Message, options: EncodeOptions): WecomContent[] {
  const { text, card } = message;
  const shown = options.markdown && card !== undefined ? markdownOf(card, message.footer) : null;
  if (shown !== null) return [{ kind: 'markdown', content: shown }];
  const words = withoutLinks(text.trim() === '' ? card?.title.trim() || '…' : text);
  const pieces = splitByBytes(words, TEXT_BYTES).filter((piece) => piece.trim() !== '');
  const table = sheetOf(message);
  const degraded = degradeTable({ text: words, ...(table && { table }) }, { words: () => pieces.length <= PIECES });
  if (table === null || degraded.as !== 'file') return pieces.map((content) => ({ kind: 'text', content }));
  const head = clipToBytes(withoutLinks(`${table.title}\n${options.fileFollows}`), TEXT_BYTES);
  return [
    { kind: 'text', content: head },
    { kind: 'file', name: 'genjin.csv', bytes: degraded.bytes },
  ];
}

/** A message's rows, where it has any. */
function sheetOf({ card, table }: Message): Table | null {
  if (table !== undefined) return table;
  if (card === undefined) return null;
  return { title: card.title, head: [], rows: card.rows.map(({ label, value }) => [label, value]), figures: [] };
}

/** A card's id at WeCom, unique within the app: letters, digits, - and _, 43 of at most 128. */
const taskOf = (row: string): string => createHash('sha256').update(row).digest('base64url');

/** WeCom has no way to say that a sign of its markdown is meant as it is: a card with one is said as text. */
function markdownOf({ title, rows }: Card, footer = ''): string | null {
  const lines = [title, footer, ...rows.flatMap(({ label, value }) => [label, value])];
  if (lines.some((line) => /[*_`#>[\]<\n]/.test(line))) return null;
  const shown = [`**${title}**`, ...rows.map(({ label, value }) => `> ${label} ${value}`), footer];
  const content = shown.join('\n').trimEnd();
  return Buffer.byteLength(content) <= TEXT_BYTES ? content : null;
}

/** WeCom shows `<a href>` as a link; what a person once typed is none. */
const withoutLinks = (text: string): string => text.replace(/<(?=\s*\/?\s*a\b)/gi, '＜');

/**
 * A message as WeCom takes it: it refuses JSON with \u escapes, which control signs and halves of characters become, and
 * which somebody may have typed.
 */
export const cleaned = (message: Message): Message =>
  JSON.parse(JSON.stringify(message), (_key, value) => (typeof value === 'string' ? plain(value) : value));

const plain = (text: string): string => plainText(text).replace(/\\(?=u[0-9a-f]{4})/gi, '＼');
