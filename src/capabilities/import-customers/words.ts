import type { ButtonDraft, MessageDraft } from '../../chat/message.ts';
import type { Locale } from '../../chat/texts.ts';
import type { Customer, Doubt } from './read/customers.ts';
import type { ListRead } from './read-list.ts';
import { importTexts } from './texts.ts';

const MOST_LINES = 8;
const FIRST_ROWS = 3;
/** Columns of a line on a phone; a Chinese character takes two. */
const WIDTH = 34;

/** What a list would change, before anything is. */
export interface Preview {
  name: string;
  customers: number;
  fresh: number;
  /** The first of the fresh ones. */
  shown: readonly Customer[];
  unclear: readonly Doubt[];
  unused: readonly string[];
  /** Sheets of the workbook. */
  unread: readonly string[];
}

export function previewText(
  { name, customers, fresh, shown, unclear, unused, unread }: Preview,
  locale: Locale,
): string {
  const texts = importTexts(locale);
  const rows = new Set(unclear.filter(({ row }) => row).map(({ line }) => line)).size;
  const lines = [
    texts.preview(clipped(name, WIDTH - 10), customers),
    texts.counts(fresh, customers - fresh, rows),
    ...shown.slice(0, FIRST_ROWS).map(rowText),
    ...(unused.length === 0 ? [] : [texts.unused(unused.join(' '))]),
    ...unreadLines(unread, locale),
  ].map((line) => clipped(line, WIDTH));
  return [...lines, ...leftLines(unclear, MOST_LINES - lines.length, locale)].join('\n');
}

interface Result {
  brought: number;
  left: readonly Doubt[];
  /** The source. */
  blob: string;
  /** What its undo does. */
  undo: Omit<ButtonDraft, 'label'>;
}

/** What came of it, with its undo, and the rows that were left out as a file. */
export function resultMessage({ brought, left, blob, undo }: Result, locale: Locale): MessageDraft {
  const texts = importTexts(locale);
  const room = MOST_LINES - 1;
  const rows = new Set(left.filter(({ row }) => row).map(({ line }) => line));
  const cells = new Set(left.filter(({ line }) => !rows.has(line)).map(({ line }) => line));
  const counts = left.length > room ? [texts.leftCounts(rows.size, cells.size)] : [];
  return {
    text: [texts.done(brought), ...counts, ...leftLines(left, room - counts.length, locale)].join('\n'),
    buttons: [{ label: texts.undo, ...undo }, ...(left.length === 0 ? [] : [leftButton(blob, locale)])],
  };
}

/** Gives the rows of a source that were left out. */
const leftButton = (blob: string, locale: Locale): ButtonDraft => ({
  label: importTexts(locale).leftRows,
  action: 'import-customers.left',
  args: { blob },
  file: true,
});

/** A large import is gone again; its button brings it back. */
export function undoneMessage(brought: number, id: string, locale: Locale): MessageDraft {
  const texts = importTexts(locale);
  const restore = { label: texts.restore, action: 'import-customers.restore', args: { import: id } };
  return { text: texts.undone(brought), buttons: [restore] };
}

/** A large import is there again; its button takes it away. */
export function restoredMessage(brought: number, id: string, locale: Locale): MessageDraft {
  const texts = importTexts(locale);
  const undo = { label: texts.undo, action: 'import-customers.undo', args: { import: id } };
  return { text: texts.restored(brought), buttons: [undo] };
}

/** The sheets of a workbook that were passed over. */
export const unreadLines = (unread: readonly string[], locale: Locale): string[] =>
  unread.length === 0 ? [] : [clipped(importTexts(locale).unread(unread.join(' ')), WIDTH)];

/** Why a source cannot be read. */
export function listRefused(list: Exclude<ListRead, { kind: 'read' }>, locale: Locale): string {
  const texts = importTexts(locale);
  return list.kind === 'refused' ? texts.refused(list.why) : texts[list.kind];
}

/** The rows left out, each with its reason; of many the first, and how many more. */
export function leftLines(left: readonly Doubt[], room: number, locale: Locale): string[] {
  const texts = importTexts(locale);
  const count = left.length;
  const fits = count <= room ? count : room - 1;
  const shown = left
    .slice(0, Math.max(fits, 0))
    .map(({ line, why, cell }) => clipped(texts.left(line, why, cell), WIDTH));
  return count > shown.length ? [...shown, texts.moreRows(count - shown.length)] : shown;
}

const rowText = ({ name, people: [person] }: Customer): string =>
  [name, person?.name === name ? '' : (person?.name ?? ''), person?.phone ?? person?.email ?? '']
    .filter((part) => part !== '')
    .join(' · ');

/** Cut to so many columns, never inside a character. */
function clipped(text: string, columns: number): string {
  let width = 0;
  let out = '';
  for (const sign of text) {
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(sign) ? 2 : 1;
    if (width > columns) return `${out.slice(0, -1)}…`;
    out += sign;
  }
  return out;
}
