export const READ_AT_MOST = 4000;

/** The first `READ_AT_MOST` characters (code points, so that no character is cut in two) and whether more followed. */
export function firstCharacters(text: string): { text: string; cut: boolean } {
  // A text of that many units has at most that many characters.
  if (text.length <= READ_AT_MOST) return { text, cut: false };
  let end = 0;
  for (let read = 0; read < READ_AT_MOST && end < text.length; read++)
    end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return { text: text.slice(0, end), cut: end < text.length };
}
