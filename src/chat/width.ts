/** Half the columns of a phone's bubble are its 汉字: 17 of them, or 34 letters. */
export const BUBBLE = 34;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** East Asian wide and full-width signs, and emoji (Unicode TR 11). */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|^\p{Extended_Pictographic}|^[\u{20000}-\u{3fffd}]/u;

/** Letters, 汉字 and their punctuation alone: each is a sign by itself, and need not be looked for. */
const PLAIN = /^[\u0020-\u007e\u3001-\u3029\u4e00-\u9fff\uff01-\uff60]*$/;
const PLAIN_WIDE = /[\u3001-\uff60]/g;

/** Columns of a text: a 汉字 takes two. */
export const widthOf = (text: string): number =>
  PLAIN.test(text)
    ? text.length + (text.match(PLAIN_WIDE)?.length ?? 0)
    : [...graphemes.segment(text)].reduce((width, { segment }) => width + widthOfSign(segment), 0);

const widthOfSign = (sign: string): number => (WIDE.test(sign) ? 2 : 1);

/** How many rows a text fills in a bubble: words go down whole, 汉字 one by one, and what is longer than a row is cut. */
export function rowsOf(text: string, columns: number = BUBBLE): number {
  return text.split('\n').reduce((rows, line) => rows + rowsOfLine(line, columns), 0);
}

function rowsOfLine(line: string, columns: number): number {
  let rows = 1;
  let used = 0;
  for (const piece of line.match(/\s+|[\p{Script=Latin}\p{N}$€£¥.,:;/'’"“”()+@#%&?!_→-]+|\S/gu) ?? []) {
    const width = widthOf(piece);
    if (used + width <= columns) used += width;
    else if (/^\s/u.test(piece)) used = columns;
    else {
      rows += Math.ceil(width / columns);
      used = width % columns === 0 ? columns : width % columns;
    }
  }
  return rows;
}

/** One line of at most `width` columns; line breaks become spaces, what is cut ends in `…`. */
export function clip(text: string, width: number): string {
  const flat = text.replace(/\s+/gu, ' ').trim();
  let used = 0;
  let kept = '';
  for (const { segment } of graphemes.segment(flat)) {
    used += widthOfSign(segment);
    if (used > width) return `${kept.trimEnd()}…`;
    if (used <= width - 1) kept += segment;
  }
  return flat;
}

/** A part of a line: words that stay as they are (figures, days), or that may be cut where there is too much (names, notes). */
export type Part = string | { soft: string };

/** A line that may be cut at its end, or its parts. */
export type Line = string | readonly Part[];

export const soft = (text: string): Part => ({ soft: text });

const textOf = (part: Part): string => (typeof part === 'string' ? part : part.soft);
const wordsOf = (line: Line): string => (typeof line === 'string' ? line : line.map(textOf).join(''));

/** Parts of a line with a mark between them: `腾云 · 今天 · 拜访`. */
export const dotted = <T extends Part>(parts: readonly T[], mark = ' · '): (T | string)[] =>
  parts.flatMap((part, at) => (at === 0 ? [part] : [mark, part]));

/**
 * Lines that fill at most `most` rows of a bubble: as long as they fill more, the longest of them that can be cut loses a
 * row, the last one where several are as long. A line of one row stays whole, so there must not be more lines than rows.
 */
export function fitted(lines: readonly Line[], most: number): string[] {
  let shown: readonly Line[] = lines;
  for (;;) {
    const rows = shown.map((line) => rowsOf(wordsOf(line)));
    if (Math.max(...rows) <= 1 || rows.reduce((sum, count) => sum + count, 0) <= most) return shown.map(wordsOf);
    // Where only figures are left, they give way too.
    shown = shorter(shown, rows) ?? shown.map(wordsOf);
  }
}

/** The same lines, one of them a row shorter; null where none can be cut. */
function shorter(lines: readonly Line[], rows: readonly number[]): Line[] | null {
  const longestFirst = rows.map((count, at) => ({ count, at })).sort((a, b) => b.count - a.count || b.at - a.at);
  for (const { count, at } of longestFirst) {
    const line = lines[at];
    const less = count < 2 || line === undefined ? null : cut(line, count - 1);
    if (less !== null) return lines.map((one, index) => (index === at ? less : one));
  }
  return null;
}

/** Columns that a part keeps. */
const LEAST = 8;

/** A line that fills at most so many rows, the widest part that may be cut shorter by a column until it does. */
function cut(line: Line, most: number): Line | null {
  const parts = typeof line === 'string' ? [soft(line)] : [...line];
  while (rowsOf(parts.map(textOf).join('')) > most) {
    const widths = parts.map((part) => (typeof part === 'string' ? 0 : widthOf(part.soft)));
    const widest = Math.max(...widths);
    if (widest <= LEAST) return null;
    const at = widths.lastIndexOf(widest);
    parts[at] = soft(clip(textOf(parts[at] ?? ''), widest - 1));
  }
  return typeof line === 'string' ? parts.map(textOf).join('') : parts;
}

/** A row of a list, in at most two rows of a bubble; `before` stands before its parts. */
export const listRow = (parts: readonly Part[], before = ''): string =>
  fitted([[before, ...dotted(parts)]], 2).join('');

/** How many of the lines there is room for in `most` rows of a bubble, below what stands above them; one at least. */
export function roomFor(lines: readonly Line[], above: readonly string[], most: number): number {
  let count = lines.length;
  while (count > 1 && rowsOf([...above, ...lines.slice(0, count).map(wordsOf)].join('\n')) > most) count -= 1;
  return count;
}
