import { cleanCell, MOST_COLUMNS, MOST_ROWS, type Row, type Table, Unreadable } from './table.ts';
import { type CellTable, cellText } from './xlsx-cell.ts';
import { readWorkbook } from './xlsx-workbook.ts';
import { readEntry } from './xlsx-zip.ts';

const MOST_CELLS = 2_000_000;
/** A merge larger than this is decoration. */
const MOST_MERGED = 2_000;

interface Corner {
  row: number;
  column: number;
}

/**
 * A workbook's visible sheets that hold anything: formulas by the value that was kept with them, dates by their format as
 * `YYYY-MM-DD`, a merged cell's text in each of the cells it covers. Throws Unreadable.
 */
export async function readXlsx(bytes: Uint8Array): Promise<Table[]> {
  const book = await readWorkbook(bytes);
  const tables: Table[] = [];
  for (const { name, path } of book.sheets) {
    const rows = await readSheet(bytes, path, book);
    // A sheet of charts alone is none of cells.
    if (rows !== null && rows.length > 0) tables.push({ name: cleanCell(name), rows });
  }
  return tables;
}

/** Every row as wide as the sheet: what stands beyond the head there was not shifted. Null where there is no such sheet. */
async function readSheet(bytes: Uint8Array, path: string, book: CellTable): Promise<Row[] | null> {
  const rows = new Map<number, string[]>();
  const merges: string[] = [];
  let cells = 0;
  let row = 0;
  let column = 0;
  let cell: { type: string; style: number; text: string } | null = null;
  let inValue = false;
  const found = await readEntry(bytes, path, {
    open(name, attributes) {
      if (name === 'row') {
        row = Number(attributes.r ?? row + 1);
        column = 0;
        if (rows.size > MOST_ROWS + 20) throw new Unreadable('tooManyRows');
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : cornerOf(attributes.r).column;
        cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), text: '' };
      } else if (name === 'v' || name === 't') inValue = cell !== null;
      else if (name === 'rPh') inValue = false;
      else if (name === 'mergeCell' && attributes.ref !== undefined && merges.length < MOST_MERGED)
        merges.push(attributes.ref);
    },
    text(text) {
      if (inValue && cell !== null) cell.text += text;
    },
    close(name) {
      if (name === 'v' || name === 't') inValue = false;
      if (name !== 'c' || cell === null) return;
      const text = cleanCell(cellText(cell, book));
      cell = null;
      if (text === '' || column < 1 || column > MOST_COLUMNS) return;
      cells += 1;
      if (cells > MOST_CELLS) throw new Unreadable('tooBig');
      const known = rows.get(row) ?? [];
      known[column - 1] = text;
      rows.set(row, known);
    },
  });
  if (!found) return null;
  for (const ref of merges) spread(ref, rows);
  const width = Math.max(0, ...Array.from(rows.values(), ({ length }) => length));
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([line, cells]) => ({ line, cells: Array.from({ length: width }, (_, at) => cells[at] ?? '') }));
}

function spread(ref: string, rows: ReadonlyMap<number, string[]>): void {
  const [from, to] = ref.split(':').map(cornerOf);
  const text = from === undefined ? undefined : rows.get(from.row)?.[from.column - 1];
  if (from === undefined || to === undefined || text === undefined) return;
  if ((to.row - from.row + 1) * (to.column - from.column + 1) > MOST_MERGED) return;
  for (let row = from.row; row <= to.row; row++) {
    const cells = rows.get(row);
    for (let column = from.column; cells !== undefined && column <= Math.min(to.column, MOST_COLUMNS); column++)
      cells[column - 1] ??= text;
  }
}

/** `AB12` as row 12, column 28. */
function cornerOf(ref: string): Corner {
  const [, letters = '', digits = '0'] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref) ?? [];
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits), column };
}
