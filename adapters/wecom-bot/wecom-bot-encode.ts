import type { TemplateCard } from '@wecom/aibot-node-sdk';
import { breakLine } from '../../src/chat/break-line.ts';
import { degradeTable, withSparkline } from '../../src/chat/degrade.ts';
import { escapeMarkdown } from '../../src/chat/escape-markdown.ts';
import type { Message, MessageButton, Table } from '../../src/chat/message.ts';
import { clipToBytes, splitByBytes } from '../../src/chat/split-text.ts';

/**
 * WeCom's limits: bytes are hard, characters are what its clients show before they cut (developer.work.weixin.qq.com,
 * 模板卡片类型). A card that would be cut is not used.
 */
export const LIMITS = {
  markdown: 20_480,
  title: 26,
  words: 112,
  rows: 6,
  label: 5,
  value: 26,
  buttons: 6,
  button: 10,
  key: 1_024,
} as const;

/** One message as WeCom takes it; `words`: what a quote of it would carry. */
export type BotContent =
  | { kind: 'markdown'; markdown: string; words: string }
  | { kind: 'card'; card: TemplateCard & { task_id: string }; words: string };

/** What is not in the message itself. */
export interface Marks {
  /** The card's task, by its place among the cards of the message. */
  task(at: number): string;
  /** The receipt number, for a message that people may quote; null for one without. */
  number: number | null;
}

/**
 * A message in WeCom's shape: words alone are markdown, escaped; words with buttons are one card where they fit into it
 * whole, else markdown and a card below that carries the buttons. Card texts are plain: nothing in them is markup.
 */
export function encodeMessage(given: Message, marks: Marks): BotContent[] {
  const message = withSparkline(given);
  const buttons = message.buttons ?? [];
  const table = tableOf(message, marks);
  if (table !== null) return [table, ...buttonCards(clip(headOf(message), LIMITS.title), buttons, marks)];
  if (buttons.length === 0) return markdown(marked(message.text, marks));
  const whole = asCard(message, marks);
  if (whole !== null) return [{ kind: 'card', ...whole }];
  // A label that the client would cut is told in full above, and its button carries its number.
  const long = buttons.some(({ label }) => lengthOf(label) > LIMITS.button);
  const lines = long ? buttons.map(({ label }, at) => `${at + 1} ${label}`) : [];
  const shown = long ? buttons.map(({ id }, at) => ({ id, label: String(at + 1) })) : buttons;
  const text = [message.text, ...lines].join('\n');
  const title = clip(headOf(message), LIMITS.title);
  return [...markdown(marked(text, marks)), ...buttonCards(title, shown, marks)];
}

/** The card that takes a pressed one's place; null where the message does not fit into one. */
export function encodeUpdate(message: Message, marks: Marks): (BotContent & { kind: 'card' }) | null {
  const card = asCard(withSparkline(message), marks);
  return card === null ? null : { kind: 'card', ...card };
}

/** A card as it is after one of its buttons was pressed and nothing else took its place. */
export function withPressed(card: TemplateCard, key: string): TemplateCard {
  const mark = (text: string) => (text.endsWith('✓') ? text : `${text} ✓`);
  const buttons = card.button_list?.map((button) =>
    button.key === key ? { ...button, text: mark(button.text) } : button,
  );
  return { ...card, ...(buttons === undefined ? {} : { button_list: buttons }) };
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const lengthOf = (text: string): number => [...text].length;

/** The beginning of a text within `most` characters, never cut inside one as people see it; `…` where something is left out. */
function clip(text: string, most: number): string {
  if (lengthOf(text) <= most) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (lengthOf(kept + segment) >= most) break;
    kept += segment;
  }
  return `${kept}…`;
}

const headOf = ({ card, text }: Message): string => card?.title ?? text.trim().split('\n')[0] ?? '';
const marked = (text: string, { number }: Marks): string => (number === null ? text : `${text} #${number}`);

function markdown(text: string): BotContent[] {
  const said = text.trim() === '' ? '…' : text;
  const whole = escapeMarkdown(said);
  // Escaping makes a sign three bytes at most, so a third of the limit always fits.
  const pieces = Buffer.byteLength(whole) <= LIMITS.markdown ? [said] : splitByBytes(said, LIMITS.markdown / 3);
  return pieces.map((words) => ({ kind: 'markdown', markdown: escapeMarkdown(words.replace(/\n$/, '')), words }));
}

/** A table under its title; null where there is none, where it is too long, or a card says it as well. */
function tableOf(message: Message, marks: Marks): BotContent | null {
  if (message.card !== undefined || message.buttons?.some(({ label }) => lengthOf(label) > LIMITS.button)) return null;
  const written = (table: Table) => markdownTable(marked(table.title, marks), table, message);
  const shown = degradeTable(message, {
    native: (table) => Buffer.byteLength(written(table)) <= LIMITS.markdown,
    words: () => true,
  });
  return shown.as === 'native' ? { kind: 'markdown', markdown: written(shown.table), words: message.text } : null;
}

/** A table by GitHub's extension to markdown; whatever stands in a cell is no border and no markup. */
function markdownTable(title: string, { head, rows, figures }: Table, { footer }: Message): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const cell = (text = '') => escapeMarkdown(text.replace(/\s+/g, ' ').trim());
  return [
    escapeMarkdown(title),
    '',
    line(head.map(cell)),
    line(head.map((_, column) => (figures.includes(column) ? '---:' : '---'))),
    ...rows.map((row) => line(head.map((_, column) => cell(row[column])))),
    ...(footer === undefined ? [] : ['', escapeMarkdown(footer)]),
  ].join('\n');
}

function asCard(message: Message, marks: Marks): { card: TemplateCard & { task_id: string }; words: string } | null {
  const { card, buttons = [] } = message;
  const [first = '', ...others] = message.text.trim().split('\n');
  const rows = card?.rows ?? [];
  const [title, rest] = card === undefined ? breakLine(first, LIMITS.title) : [card.title, ''];
  const below = card === undefined ? [rest, ...others].join('\n').trim() : (message.footer ?? '');
  const words = marked(below, marks).trim();
  const fits =
    title !== '' &&
    lengthOf(title) <= LIMITS.title &&
    lengthOf(words) <= LIMITS.words &&
    rows.length <= LIMITS.rows &&
    rows.every(({ label, value }) => lengthOf(label) <= LIMITS.label && lengthOf(value) <= LIMITS.value) &&
    buttons.length <= LIMITS.buttons &&
    buttons.every(({ label }) => lengthOf(label) <= LIMITS.button);
  if (!fits) return null;
  return {
    card: {
      ...shapeOf(buttons),
      main_title: { title },
      ...(words === '' ? {} : { sub_title_text: words }),
      ...(rows.length === 0
        ? {}
        : { horizontal_content_list: rows.map(({ label, value }) => ({ keyname: label, value })) }),
      task_id: marks.task(0),
    },
    words: [title, ...rows.flatMap(({ label, value }) => [label, value]), words].join('\n'),
  };
}

function buttonCards(title: string, buttons: readonly MessageButton[], marks: Marks): BotContent[] {
  const cards: BotContent[] = [];
  for (let at = 0; at < buttons.length; at += LIMITS.buttons) {
    const some = buttons.slice(at, at + LIMITS.buttons);
    const card = { ...shapeOf(some), main_title: { title: title || '…' }, task_id: marks.task(cards.length) };
    cards.push({ kind: 'card', card, words: title });
  }
  return cards;
}

/** WeCom wants somewhere to go from a card without buttons. */
const NOWHERE = { type: 1, url: 'https://work.weixin.qq.com' } as const;

const shapeOf = (buttons: readonly MessageButton[]) =>
  buttons.length === 0
    ? { card_type: 'text_notice', card_action: NOWHERE }
    : {
        card_type: 'button_interaction',
        button_list: buttons.map(({ id, label }) => ({ text: label || '…', key: clipToBytes(id, LIMITS.key) })),
      };
