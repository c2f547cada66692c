/** A cell that a spreadsheet would take for a formula begins with one of these. */
const FORMULA = /^[=+\-@\t\r]/;

/** Rows as a file that spreadsheets open: UTF-8 with its mark, every cell in quotes, no cell a formula. */
export function csvOf(rows: readonly (readonly string[])[]): Buffer {
  const lines = rows.map((row) => `${row.map(cell).join(',')}\r\n`);
  return Buffer.from(`\u{feff}${lines.join('')}`);
}

const cell = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
