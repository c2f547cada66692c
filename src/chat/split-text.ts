const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** Longer graphemes (a base with hundreds of marks) may fall apart into their code points. */
const LONGEST_GRAPHEME = 64;

/**
 * Cuts a text into pieces of at most `limit` bytes of UTF-8 that together are the text again: at the end of a line where
 * there is one in the second half of a piece, and never inside a character as people see it (👨‍👩‍👧 is one).
 * `limit`: at least 4, the longest code point.
 */
export function splitByBytes(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (Buffer.byteLength(rest) > limit) {
    const most = longestStart(rest, limit);
    const line = rest.lastIndexOf('\n', most - 1) + 1;
    const end = line > most / 2 ? line : wholeCharacters(rest, most);
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
}

/** The beginning of a text within `limit` bytes of UTF-8, with `…` where something is left out. */
export function clipToBytes(text: string, limit: number): string {
  if (Buffer.byteLength(text) <= limit) return text;
  const room = limit - Buffer.byteLength('…');
  return `${text.slice(0, wholeCharacters(text, longestStart(text, room)))}…`;
}

/** How many units of a text, whole code points, fit into that many bytes. */
function longestStart(text: string, limit: number): number {
  let bytes = 0;
  let end = 0;
  for (const sign of text) {
    bytes += Buffer.byteLength(sign);
    if (bytes > limit) break;
    end += sign.length;
  }
  return end;
}

/** The last border between characters at or before `end`, which lies between code points. */
function wholeCharacters(text: string, end: number): number {
  const from = Math.max(0, end - LONGEST_GRAPHEME);
  const { index } = graphemes.segment(text.slice(from, end + LONGEST_GRAPHEME)).containing(end - from) ?? { index: 0 };
  return index > 0 ? from + index : end;
}
