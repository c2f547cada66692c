import { parse } from 'csv-parse/sync';
import { cleanCell, MOST_ROWS, type Row, Unreadable } from './table.ts';

const DELIMITERS = ['\t', ',', ';', '|', '\uff0c'] as const;
const LOOKED_AT = 30;
const MOST_SIGNS = 200_000;

/** Rows of a delimited text; quotes and line breaks inside cells as RFC 4180 has them. Throws Unreadable. */
export function readDelimited(text: string): Row[] {
  const said = /^sep=(.)\r?\n/i.exec(text);
  const body = said === null ? text : text.slice(said[0].length);
  const delimiter = said?.[1] ?? delimiterOf(body) ?? ',';
  let found: { record: string[]; info: { lines: number } }[];
  try {
    found = parse(body, {
      delimiter,
      bom: true,
      info: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MOST_SIGNS,
      // A header, and one more, so that it shows when there are too many.
      to: MOST_ROWS + 2,
    }) as unknown as typeof found;
  } catch (error) {
    throw new Unreadable('broken', { cause: error });
  }
  if (found.length > MOST_ROWS + 1) throw new Unreadable('tooManyRows');
  const skipped = said === null ? 0 : 1;
  return found.map(({ record, info }) => ({ line: info.lines + skipped, cells: record.map(cleanCell) }));
}

/** The delimiter that most lines have equally often; null where there is none. */
export function delimiterOf(text: string): string | null {
  const lines = text
    .slice(0, MOST_SIGNS)
    .replace(/"(?:[^"]|"")*"/g, 'q')
    .split(/\r?\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, LOOKED_AT);
  let best: { delimiter: string; share: number; count: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.split(delimiter).length - 1).sort((a, b) => a - b);
    const count = counts[Math.floor(counts.length / 2)] ?? 0;
    if (count === 0) continue;
    const share = counts.filter((one) => one === count).length / lines.length;
    if (best === null || share > best.share + 0.1) best = { delimiter, share, count };
  }
  return best?.delimiter ?? null;
}
