/** One line of a source: its number there, counted from 1, and its cells as text. */
export interface Row {
  line: number;
  cells: string[];
}

/** What is in a file, or in one sheet of a workbook, which has a name. */
export interface Table {
  name: string;
  rows: Row[];
}

/** More customers than this are not taken in one go. */
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 200;

export type Refusal = 'tooManyRows' | 'tooBig' | 'encoding' | 'broken' | 'oldExcel' | 'empty';

/** A source that cannot be read as a table, and why. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly why: Refusal;

  constructor(why: Refusal, options?: ErrorOptions) {
    super(why, options);
    this.why = why;
  }
}

/**
 * A cell as one may show and keep it: no control characters, width folded only where it is blank; without the apostrophe
 * that keeps a spreadsheet from taking it for a formula, or the `="…"` that keeps it from taking it for a number.
 */
export const cleanCell = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\u3000\u00a0]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .replace(/^="([^"]*)"$/, '$1')
    .replace(/^'(?=[=+\-@＝＋－＠])/u, '');
