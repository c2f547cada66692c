import { breakLine } from '../../src/chat/break-line.ts';
import type { Card, Message } from '../../src/chat/message.ts';

/** WeCom's limits of a template card, in characters as people see them, beside the number of rows and buttons. */
export const CARD_LIMITS = { title: 26, rows: 6, label: 5, value: 26, sub: 112, button: 10, buttons: 6 } as const;

/** A card of the kind `button_interaction` (企业微信: 模板卡片), the only one here whose buttons call back. */
export interface TemplateCard {
  card_type: 'button_interaction';
  main_title: { title: string };
  sub_title_text?: string;
  horizontal_content_list?: { keyname: string; value: string }[];
  button_list: { text: string; style: number; key: string }[];
  task_id?: string;
  /** Stands grey where the buttons were. */
  replace_text?: string;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const MAIN = 1;
const PLAIN = 4;

/** The beginning of a text within `limit` characters; `…` where something is left out. */
export function clip(text: string, limit: number): string {
  const signs = [...graphemes.segment(text)].map(({ segment }) => segment);
  return signs.length <= limit ? text : `${signs.slice(0, limit - 1).join('')}…`;
}

/** Labels that a button cannot show whole are numbered, and written out beneath. */
export function numbered(message: Message): Message {
  const { text, footer = '', buttons = [] } = message;
  if (buttons.every(({ label }) => isShort(label, CARD_LIMITS.button))) return message;
  const named = buttons.map(({ id, label }, at) => ({ id, label: `${at + 1} ${label}` }));
  const lines = named.map(({ label }) => label).join('\n');
  return { ...message, text: `${text}\n${lines}`, footer: `${footer}\n${lines}`.trimStart(), buttons: named };
}

/**
 * A message as a card, and whether it says all of it there. Where it does not, it has the title and the buttons, and the
 * text is to be said before it.
 */
export function cardOf({ text, card, footer = '', buttons = [] }: Message): { card: TemplateCard; whole: boolean } {
  const body = card === undefined ? bodyOfText(text) : bodyOfCard(card, footer);
  const button_list = buttons.slice(0, CARD_LIMITS.buttons).map(({ id, label }, at) => ({
    text: clip(label, CARD_LIMITS.button) || '…',
    style: at === 0 ? MAIN : PLAIN,
    key: id,
  }));
  const whole = body.whole && buttons.length <= CARD_LIMITS.buttons;
  return { card: { card_type: 'button_interaction', ...body.shown, button_list }, whole };
}

type Shown = Pick<TemplateCard, 'main_title' | 'sub_title_text' | 'horizontal_content_list'>;
type Body = { shown: Shown; whole: boolean };

function bodyOfText(text: string): Body {
  const [first = '', ...others] = text.split('\n');
  const [title, rest] = breakLine(first, CARD_LIMITS.title);
  const sub_title_text = [rest, ...others].join('\n').trim();
  const whole = isShort(title, CARD_LIMITS.title) && isShort(sub_title_text, CARD_LIMITS.sub);
  const more = whole && sub_title_text !== '' ? { sub_title_text } : {};
  return { shown: { main_title: titleOf(whole ? title : first), ...more }, whole };
}

function bodyOfCard({ title, rows }: Card, footer: string): Body {
  const whole =
    isShort(title, CARD_LIMITS.title) &&
    isShort(footer, CARD_LIMITS.sub) &&
    rows.length <= CARD_LIMITS.rows &&
    rows.every(({ label, value }) => isShort(label, CARD_LIMITS.label) && isShort(value, CARD_LIMITS.value));
  if (!whole) return { shown: { main_title: titleOf(title) }, whole };
  const horizontal_content_list = rows.map(({ label, value }) => ({ keyname: label || ' ', value: value || ' ' }));
  const more = footer === '' ? {} : { sub_title_text: footer };
  return { shown: { main_title: titleOf(title), ...more, horizontal_content_list }, whole };
}

const titleOf = (text: string) => ({ title: clip(text.trim(), CARD_LIMITS.title) || '…' });

const isShort = (text: string, limit: number): boolean => [...graphemes.segment(text)].length <= limit;
