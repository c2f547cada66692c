import type { GivenFile } from '../../chat/message.ts';
import type { Locale } from '../../chat/texts.ts';
import { breather } from '../../ports/breather.ts';
import type { Customers, Doubt } from './read/customers.ts';
import { importTexts } from './texts.ts';

/** Excel takes a CSV for UTF-8 by it. */
const BOM = '\ufeff';
/** What a spreadsheet would take for a formula. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠]/u;

/** The rows that were left out or lack a cell, as they came, each with its number and the reasons: to be mended and sent again. */
export async function leftFile(
  { head, rows }: Pick<Customers, 'head' | 'rows'>,
  left: readonly Doubt[],
  locale: Locale,
): Promise<GivenFile> {
  const texts = importTexts(locale);
  const reasons = new Map<number, string[]>();
  for (const { line, why, cell } of left) {
    const known = reasons.get(line);
    if (known === undefined) reasons.set(line, [texts.reason(why, cell)]);
    else known.push(texts.reason(why, cell));
  }
  const width = head.length || Math.max(...rows.slice(0, 200).map(({ cells }) => cells.length));
  const filled = (cells: readonly string[]) => [...cells, ...Array<string>(Math.max(0, width - cells.length)).fill('')];
  const lines = [csvLine([texts.rowNumber, ...filled(head), texts.reasonHead])];
  const breathe = breather();
  for (const { line, cells } of rows) {
    await breathe();
    const why = reasons.get(line);
    if (why !== undefined) {
      const told = [String(line), ...filled(cells.slice(0, width)), [...new Set(why)].join('; ')];
      // What stands beyond the head stays beyond it, so that the row is found out again.
      lines.push(csvLine([...told, ...cells.slice(width)]));
    }
  }
  const bytes = new TextEncoder().encode(`${BOM}${lines.join('\r\n')}\r\n`);
  return { name: texts.leftName, type: 'text/csv; charset=utf-8', bytes };
}

const csvLine = (cells: readonly string[]): string => cells.map(csvCell).join(',');

function csvCell(cell: string): string {
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
