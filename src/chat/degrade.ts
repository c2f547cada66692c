import type { Message, Table } from './message.ts';
import { widthOf } from './width.ts';

/**
 * A message for a world that has text alone: the text says the same as the card, and its buttons become numbered lines.
 * `ids`: the button that each number stands for, the first one's number is 1.
 */
export function asPlainText(message: Message): { text: string; ids: string[] } {
  const buttons = message.buttons ?? [];
  const lines = buttons.map(({ label }, index) => `  ${index + 1} ${label}`);
  return { text: [message.text, ...lines].join('\n'), ids: buttons.map(({ id }) => id) };
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
