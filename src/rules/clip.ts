/** What a phone's bubble shows in a line: 17 汉字 or 34 letters. */
export const LINE = 34;

const widthOf = (character: string): number => ((character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1);

/** One line of at most `width` columns, a 汉字 being two; line breaks become spaces, what is cut ends in `…`. */
export function clip(text: string, width: number): string {
  const flat = text.replace(/\s+/gu, ' ').trim();
  let used = 0;
  let kept = '';
  for (const { segment } of graphemes.segment(flat)) {
    used += widthOf(segment);
    if (used > width) return `${kept.trimEnd()}…`;
    if (used <= width - 1) kept += segment;
  }
  return flat;
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
