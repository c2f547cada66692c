import { csvOf } from './csv.ts';
import type { Chart, Message, Table } from './message.ts';
import { widthOf } from './width.ts';

/**
 * A message for a world that has text alone: the text says the same as the card, and its buttons become numbered lines
 * under `byNumber`, which says so. `first`: the first one's number.
 */
export function asPlainText(given: Message, byNumber: string, first = 1): string {
  const message = withSparkline(given);
  const buttons = message.buttons ?? [];
  const lines = buttons.map(({ label }, index) => `  ${index + first} ${label}`);
  const numbered = lines.length === 0 ? [] : [byNumber, ...lines];
  return [message.text, ...numbered].join('\n');
}

const HEIGHTS = '▁▂▃▄▅▆▇█';

/** A message for a world that draws no charts: its figures as one line of blocks beneath the words, and the card or table. */
export function withSparkline({ chart, ...message }: Message): Message {
  if (chart === undefined) return message;
  const line = sparkline(chart);
  const beneath = message.footer === undefined ? line : `${line}\n${message.footer}`;
  return { ...message, text: `${message.text}\n${line}`, footer: beneath };
}

/** Each figure as a block as high as its share of the largest. */
function sparkline({ bars }: Chart): string {
  const most = Math.max(...bars.map(({ value }) => value), 1);
  return bars.map(({ value }) => HEIGHTS[Math.round((value / most) * (HEIGHTS.length - 1))]).join('');
}

/** By what means a world shows tables; each says whether it takes this one. What is left out, it has not. */
export interface TableMeans {
  /** Tables of its own. */
  native?(table: Table): boolean;
  /** Text in a typeface whose 汉字 are two letters wide. */
  aligned?(text: string): boolean;
  /** The message's own words; where they are too long for it, the table is a file. */
  words(text: string): boolean;
}

/** How a message's table is shown; `words`: its text says it. */
export type TableShown =
  | { as: 'native'; table: Table }
  | { as: 'aligned'; text: string }
  | { as: 'words' }
  | { as: 'file'; bytes: Buffer };

/** The best of a world's means for a message with a table: its own tables, columns of text, the words, a file. */
export function degradeTable({ text, table }: Pick<Message, 'text' | 'table'>, means: TableMeans): TableShown {
  if (table === undefined) return { as: 'words' };
  if (means.native?.(table)) return { as: 'native', table };
  const columns = means.aligned === undefined ? '' : tableText(table);
  if (means.aligned?.(columns)) return { as: 'aligned', text: columns };
  return means.words(text)
    ? { as: 'words' }
    : { as: 'file', bytes: csvOf([...(table.head.length === 0 ? [] : [table.head]), ...table.rows]) };
}

/** A table as lines of equally wide columns, for a typeface whose 汉字 are two letters wide. */
export function tableText({ head, rows, figures }: Table): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => widthOf(row[column] ?? ''))));
  const padded = (cell: string, column: number) => {
    const space = ' '.repeat((widths[column] ?? 0) - widthOf(cell));
    return figures.includes(column) ? `${space}${cell}` : `${cell}${space}`;
  };
  return all
    .map((row) =>
      head
        .map((_, column) => padded(row[column] ?? '', column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
