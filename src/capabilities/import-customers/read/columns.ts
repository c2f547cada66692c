import type { Row } from '../source/table.ts';
import { readAmount, readEmail, readPhone, readStage } from './cells.ts';
import { readPastDay } from './day.ts';
import { type Field, type Heading, headingOf } from './header.ts';
import { looksLikePerson } from './person-word.ts';

/** Titles and group headings may stand above the header. */
const HEAD_ROWS = 10;
const SAMPLE = 200;
const MOST_OF = 0.6;
const ANY_DAY = '9999-12-31';

/** Which column holds what; `unused`: the headers of those that nothing is made of. */
export interface Columns {
  at: Map<Field, { column: number; heading: Heading | null }>;
  /** The rows below the header. */
  rows: Row[];
  unused: string[];
  /** The header's cells; none where there is no header. */
  head: string[];
}

/** Finds out what the columns hold: by the header's words in either language, else by what stands in them. Null: no names. */
export function findColumns(
  rows: readonly Row[],
  known: { currency: string; isColleague(name: string): boolean },
): Columns | null {
  return byHeader(rows) ?? byContent(rows, known);
}

function byHeader(rows: readonly Row[]): Columns | null {
  let best: { at: Columns['at']; index: number; unused: string[] } | null = null;
  for (const [index, { cells }] of rows.slice(0, HEAD_ROWS).entries()) {
    const at: Columns['at'] = new Map();
    const unused: string[] = [];
    for (const [column, cell] of cells.entries()) {
      const heading = headingOf(cell);
      if (heading !== null && !at.has(heading.field)) at.set(heading.field, { column, heading });
      else if (cell !== '') unused.push(cell);
    }
    if (at.size > (best?.at.size ?? 0)) best = { at, index, unused };
  }
  if (best === null) return null;
  const { at, index, unused } = best;
  // People who buy for themselves: a list of persons is a list of customers.
  const person = at.get('contact');
  if (!at.has('name') && person !== undefined) {
    at.set('name', person);
    at.delete('contact');
  }
  const single = rows.every(({ cells }) => cells.length === 1);
  if (!at.has('name') || (at.size < 2 && !single)) return null;
  return { at, rows: rows.slice(index + 1), unused, head: rows[index]?.cells ?? [] };
}

function byContent(
  rows: readonly Row[],
  { currency, isColleague }: { currency: string; isColleague(name: string): boolean },
): Columns | null {
  const sample = rows.slice(0, SAMPLE);
  const width = Math.max(...sample.map(({ cells }) => cells.length));
  const tests: [Field, (cell: string) => boolean][] = [
    ['email', (cell) => readEmail(cell) !== null],
    ['phone', (cell) => readPhone(cell, currency) !== null],
    ['lastContact', (cell) => !/^\d+$/.test(cell) && readPastDay(cell, 'month-first', ANY_DAY) !== null],
    ['amount', (cell) => readAmount(cell, currency) !== null],
    ['owner', isColleague],
    ['stage', (cell) => cell.length <= 8 && readStage(cell) !== null],
    ['contact', looksLikePerson],
  ];
  const at: Columns['at'] = new Map();
  const texts: number[] = [];
  for (let column = 0; column < width; column++) {
    const cells = sample.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== '');
    if (cells.length === 0) continue;
    const field = tests.find(
      ([field, fits]) => !at.has(field) && cells.filter(fits).length >= cells.length * MOST_OF,
    )?.[0];
    if (field === undefined) texts.push(column);
    else at.set(field, { column, heading: null });
  }
  const person = at.get('contact');
  const [name = person?.column, note] = texts;
  if (name === undefined) return null;
  if (texts.length === 0) at.delete('contact');
  at.set('name', { column: name, heading: null });
  if (note !== undefined) at.set('note', { column: note, heading: null });
  return { at, rows: [...rows], unused: [], head: [] };
}
