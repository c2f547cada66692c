/** Half the columns of a phone's bubble are its 汉字: 17 of them, or 34 letters. */
export const BUBBLE = 34;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** East Asian wide and full-width signs, and emoji (Unicode TR 11). */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|^\p{Extended_Pictographic}|^[\u{20000}-\u{3fffd}]/u;

/** Columns of a text: a 汉字 takes two. */
export const widthOf = (text: string): number =>
  [...graphemes.segment(text)].reduce((width, { segment }) => width + (WIDE.test(segment) ? 2 : 1), 0);

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
