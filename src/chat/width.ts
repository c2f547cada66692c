/** Half the columns of a phone's bubble are its 汉字: 17 of them, or 34 letters. */
export const BUBBLE = 34;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** East Asian wide and full-width signs, and emoji (Unicode TR 11). */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|^\p{Extended_Pictographic}|^[\u{20000}-\u{3fffd}]/u;

/** Columns of a text: a 汉字 takes two. */
export const widthOf = (text: string): number =>
  [...graphemes.segment(text)].reduce((width, { segment }) => width + widthOfSign(segment), 0);

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

/** A line, or its parts: where it is too long, the widest of them is cut. */
export type Line = string | readonly string[];

/** Parts of a line with a mark between them: `腾云 · 今天 · 拜访`. */
export const dotted = (parts: readonly string[], mark = ' · '): string[] =>
  parts.flatMap((part, at) => (at === 0 ? [part] : [mark, part]));

/**
 * Lines that fill at most `most` rows of a bubble: as long as they fill more, the longest of them loses a row, the last
 * one where several are as long. A line of one row stays whole, so there must not be more lines than rows.
 */
export function fitted(lines: readonly Line[], most: number): string[] {
  const shown = lines.map((line) => (typeof line === 'string' ? [line] : [...line]));
  for (;;) {
    const rows = shown.map((parts) => rowsOf(parts.join('')));
    const longest = Math.max(...rows);
    if (longest <= 1 || rows.reduce((sum, count) => sum + count, 0) <= most)
      return shown.map((parts) => parts.join(''));
    const at = rows.lastIndexOf(longest);
    shown[at] = cut(shown[at] ?? [], longest - 1);
  }
}

/** Parts that together fill at most so many rows, the widest one shorter by a column until they do. */
function cut(parts: readonly string[], most: number): string[] {
  const shown = [...parts];
  while (rowsOf(shown.join('')) > most) {
    const widths = shown.map(widthOf);
    const widest = Math.max(...widths);
    const at = widths.lastIndexOf(widest);
    shown[at] = clip(shown[at] ?? '', widest - 1);
  }
  return shown;
}

/** A row of a list, in at most two rows of a bubble; `before` stands before its parts. */
export const listRow = (parts: readonly string[], before = ''): string =>
  fitted([[before, ...dotted(parts)]], 2).join('');

/** `head` and as many of the lines as fill `most` rows of a bubble with it; one at least, and `more` says how many are left. */
export function asManyAs(
  most: number,
  head: readonly string[],
  lines: readonly Line[],
  more: (count: number) => string,
): string[] {
  for (let count = lines.length; ; count--) {
    const rest = lines.length - count;
    const shown = [...head, ...lines.slice(0, count), ...(rest > 0 ? [more(rest)] : [])];
    const rows = shown.reduce((sum, line) => sum + rowsOf(typeof line === 'string' ? line : line.join('')), 0);
    if (rows <= most || count <= 1) return fitted(shown, most);
  }
}
