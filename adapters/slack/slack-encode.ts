import type { types } from '@slack/bolt';
import { degradeTable } from '../../src/chat/degrade.ts';
import type { Card, Message, MessageButton, Table } from '../../src/chat/message.ts';
import { clip, escapeText, splitText } from './slack-text.ts';

/** Slack's limits, in its own characters (docs.slack.dev: Block Kit reference). The sum is where Slack was seen to refuse. */
export const LIMITS = {
  section: 3_000,
  field: 2_000,
  fields: 10,
  header: 150,
  button: 75,
  buttonValue: 2_000,
  buttons: 25,
  blocks: 50,
  sum: 12_000,
  tableRows: 100,
  tableColumns: 20,
  tableSum: 10_000,
  bars: 20,
  barLabel: 20,
  chartTitle: 50,
} as const;

/** One message as Slack takes it; `text` is for notifications and for readers of the screen. */
export interface SlackContent {
  text: string;
  blocks: (types.KnownBlock | ChartBlock)[];
}

/** Slack's own chart (docs.slack.dev: data visualization block), which @slack/types 3.2 does not know yet. */
interface ChartBlock {
  type: 'data_visualization';
  title: string;
  chart: {
    type: 'bar';
    series: { name: string; data: { label: string; value: number }[] }[];
    axis_config: { categories: string[] };
  };
}

/** The same without its chart, for a Slack that does not take one; null where there is none. */
export function withoutChart({ text, blocks }: SlackContent): SlackContent | null {
  const others = blocks.filter(({ type }) => type !== 'data_visualization');
  return others.length === blocks.length ? null : { text, blocks: others };
}

/** What a button's action id begins with; a message may not have the same one twice. */
export const PRESS = 'press:';
/** … of one that gives a file. */
export const FILE_PRESS = `${PRESS}file-`;

/**
 * A message in Slack's shape: one, or several where the text is longer than Slack shows in one. Every text is a
 * `plain_text` object with its entities escaped: whatever a person once typed is no mention, link or markup here.
 */
export function encodeMessage(message: Message): SlackContent[] {
  const buttons = actions(message.buttons ?? []);
  const card =
    message.table !== undefined ? tableBlocks(message) : message.card === undefined ? null : cardBlocks(message.card);
  if (card !== null && card.length + buttons.length < LIMITS.blocks) {
    const text = clip(message.text || (message.table ?? message.card)?.title || '…', LIMITS.section);
    return [{ text, blocks: [...card, ...chartBlocks(message), ...footer(message), ...buttons] }];
  }
  const pieces = splitText(message.text.trim() === '' ? '…' : message.text, LIMITS.section);
  return pieces.map((text, at) => ({
    text,
    blocks: [{ type: 'section', text: plain(text) }, ...(at === pieces.length - 1 ? buttons : [])],
  }));
}

/** One section of a longer page: its card, or its first line above the others. No buttons. */
export function encodeSection({ text, card }: Message): types.KnownBlock[] {
  const shownCard = card === undefined ? null : cardBlocks(card);
  if (shownCard !== null) return shownCard;
  const [first = '', ...rest] = text.split('\n');
  const below = splitText(rest.join('\n'), LIMITS.section).filter((piece) => piece !== '');
  return [
    { type: 'header', text: plain(clip(first, LIMITS.header) || '…') },
    ...below.map((piece): types.KnownBlock => ({ type: 'section', text: plain(piece) })),
  ];
}

/** `text` is escaped already. */
const plain = (text: string): types.PlainTextElement => ({ type: 'plain_text', text, emoji: true });

const footer = ({ footer: text }: Message): types.KnownBlock[] =>
  text === undefined ? [] : [{ type: 'context', elements: [plain(clip(text, LIMITS.section))] }];

/** Bars, where Slack takes as many; the words that they show say the same. */
function chartBlocks({ chart }: Message): ChartBlock[] {
  if (chart === undefined || chart.bars.length > LIMITS.bars) return [];
  const bars = chart.bars.map(({ label, value }) => ({ label: clip(label, LIMITS.barLabel), value }));
  const series = [{ name: clip(chart.of, LIMITS.barLabel), data: bars }];
  const axis_config = { categories: bars.map(({ label }) => label) };
  const title = clip(chart.of, LIMITS.chartTitle);
  return [{ type: 'data_visualization', title, chart: { type: 'bar', series, axis_config } }];
}

/** A table as Slack's own; one too large for that as text of equally wide columns; null where even that is too long. */
function tableBlocks(message: Message): types.KnownBlock[] | null {
  const shown = degradeTable(message, {
    native: isWithinLimits,
    aligned: (text) => text.length <= LIMITS.sum,
    // Words are split into as many messages as they take.
    words: () => true,
  });
  const header: types.KnownBlock = {
    type: 'header',
    text: plain(clip(message.table?.title ?? '', LIMITS.header) || ' '),
  };
  if (shown.as === 'native') return [header, nativeTable(shown.table)];
  if (shown.as !== 'aligned') return null;
  const preformatted = {
    type: 'rich_text_preformatted' as const,
    elements: [{ type: 'text' as const, text: shown.text }],
  };
  return [header, { type: 'rich_text', elements: [preformatted] }];
}

function isWithinLimits({ head, rows }: Table): boolean {
  const cells = [head, ...rows];
  const sum = cells.flat().reduce((length, cell) => length + cell.length, 0);
  return cells.length <= LIMITS.tableRows && head.length <= LIMITS.tableColumns && sum <= LIMITS.tableSum;
}

const nativeTable = ({ head, rows, figures }: Table): types.TableBlock => ({
  type: 'table',
  rows: [head, ...rows].map((row) => head.map((_, column) => ({ type: 'raw_text', text: row[column] || ' ' }))),
  column_settings: head.map((_, column) => ({ align: figures.includes(column) ? 'right' : 'left' })),
});

/** A card as header and two columns; null where Slack would not take it, and the text says the same. */
function cardBlocks({ title, rows }: Card): types.KnownBlock[] | null {
  const columns = rows.map(({ label, value }) => [escapeText(label) || ' ', escapeText(value) || ' ']);
  const sum = columns.flat().reduce((length, text) => length + text.length, LIMITS.header as number);
  if (sum > LIMITS.sum || columns.flat().some((text) => text.length > LIMITS.field)) return null;
  const blocks: types.KnownBlock[] = [{ type: 'header', text: plain(clip(title, LIMITS.header) || ' ') }];
  const perSection = LIMITS.fields / 2;
  for (let at = 0; at < columns.length; at += perSection)
    blocks.push({
      type: 'section',
      fields: columns
        .slice(at, at + perSection)
        .flat()
        .map(plain),
    });
  return blocks;
}

function actions(buttons: readonly MessageButton[]): types.KnownBlock[] {
  const elements = buttons.map(
    ({ id, label, file }, at): types.Button => ({
      type: 'button',
      action_id: `${file ? FILE_PRESS : PRESS}${at}`,
      text: plain(clip(label, LIMITS.button) || '…'),
      value: id,
    }),
  );
  const blocks: types.KnownBlock[] = [];
  for (let at = 0; at < elements.length; at += LIMITS.buttons)
    blocks.push({ type: 'actions', elements: elements.slice(at, at + LIMITS.buttons) });
  return blocks;
}
