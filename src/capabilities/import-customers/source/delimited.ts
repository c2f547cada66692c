import { Readable } from 'node:stream';
import { type Options, parse as parser } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { breather } from '../../../ports/breather.ts';
import { cleanCell, MOST_ROWS, type Row, Unreadable } from './table.ts';

const DELIMITERS = ['\t', ',', ';', '|', '\uff0c'] as const;
const LOOKED_AT = 30;
const MOST_SIGNS = 200_000;
/** Signs that are parsed at a time. */
const SLICE = 32_768;

interface Parsed {
  record: string[];
  info: { records: number; empty_lines: number };
}

/** Rows of a delimited text; quotes and line breaks inside cells as RFC 4180 has them. Throws Unreadable. */
export function readDelimited(text: string): Row[] {
  const { body, options, rowOf } = formOf(text);
  try {
    return checked((parse(body, options) as unknown as Parsed[]).map(rowOf));
  } catch (error) {
    throw refused(error);
  }
}

/** The same of a whole file, without holding up everybody else meanwhile. */
export async function readDelimitedFile(text: string): Promise<Row[]> {
  const { body, options, rowOf } = formOf(text);
  const breathe = breather();
  const rows: Row[] = [];
  try {
    for await (const parsed of Readable.from(slices(body)).pipe(parser(options))) {
      rows.push(rowOf(parsed as Parsed));
      await breathe();
    }
    return checked(rows);
  } catch (error) {
    throw refused(error);
  }
}

function formOf(text: string) {
  const said = /^sep=(.)\r?\n/i.exec(text);
  const body = said === null ? text : text.slice(said[0].length);
  const delimiter = said?.[1] ?? delimiterOf(body) ?? ',';
  const options: Options = {
    delimiter,
    bom: true,
    info: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MOST_SIGNS,
    // A header, and one more, so that it shows when there are too many.
    to: MOST_ROWS + 2,
  };
  const skipped = said === null ? 0 : 1;
  // A quote that nobody closed has swallowed rows: their cells make this one wider than the head, and so known as wrong.
  let width = 0;
  const withRowsFreed = (cell: string, _: number, { length }: readonly string[]): string[] => {
    if (width === 0 && length > 1) width = length;
    const lines = width > 0 && cell.includes('\n') ? cell.split(/\r?\n/) : [];
    const swallowed = lines.slice(1).some((line) => line.split(delimiter).length >= width);
    return swallowed ? lines.flatMap((line) => line.split(delimiter)) : [cell];
  };
  // As a spreadsheet counts them: a line break within a cell begins no row.
  const rowOf = ({ record, info }: Parsed): Row => ({
    line: info.records + info.empty_lines + skipped,
    cells: record.flatMap(withRowsFreed).map(cleanCell),
  });
  return { body, options, rowOf };
}

/** Never between the two halves of a sign. */
function* slices(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const cut = at + SLICE;
    const end = /[\ud800-\udbff]/.test(text[cut - 1] ?? '') ? cut + 1 : cut;
    yield text.slice(at, end);
    at = end;
  }
}

function checked(rows: Row[]): Row[] {
  if (rows.length > MOST_ROWS + 1) throw new Unreadable('tooManyRows');
  return rows;
}

const refused = (error: unknown): Unreadable =>
  error instanceof Unreadable ? error : new Unreadable('broken', { cause: error });

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
