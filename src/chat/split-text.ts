const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Cuts a text into pieces of at most `limit` UTF-8 bytes (8 or more), never inside a character as people see them, at
 * the end of a line where there is one in the second half of a piece. Blank pieces are left out; a text that fits is
 * given as it is.
 */
export function splitText(text: string, limit: number): string[] {
  if (Buffer.byteLength(text) <= limit) return [text];
  const pieces: string[] = [];
  let piece = '';
  let bytes = 0;
  const close = () => {
    const line = piece.lastIndexOf('\n');
    const at = line >= 0 && Buffer.byteLength(piece.slice(0, line)) > limit / 2 ? line : piece.length;
    pieces.push(piece.slice(0, at).trimEnd());
    piece = piece.slice(at).replace(/^\n/, '');
    bytes = Buffer.byteLength(piece);
  };
  for (const { segment } of graphemes.segment(text)) {
    // A base with hundreds of marks is one grapheme; it may fall apart into its signs, never into half of one.
    for (const sign of Buffer.byteLength(segment) > limit / 2 ? segment : [segment]) {
      const next = Buffer.byteLength(sign);
      if (bytes + next > limit) close();
      piece += sign;
      bytes += next;
    }
  }
  pieces.push(piece);
  return pieces.filter((one) => one.trim() !== '');
}
