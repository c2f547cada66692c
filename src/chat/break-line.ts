/** A space, or after a sign that ends a part; not within a time or an amount (15:00, 1,200). */
const BORDER = /\s+|(?<=[,。;:、!?,;])(?!(?<=\d.)\d)/gu;

/**
 * A line that is longer than `limit` characters (code points), in two: at its last border within them, where there is one;
 * `rest` is empty where it fits, or has no border.
 */
export function breakLine(line: string, limit: number): [start: string, rest: string] {
  const signs = [...line];
  if (signs.length <= limit) return [line, ''];
  const most = signs.slice(0, limit).join('').length;
  const end = [...line.matchAll(BORDER)].findLast(({ index }) => index <= most)?.index ?? 0;
  return end > 0 ? [line.slice(0, end), line.slice(end).trimStart()] : [line, ''];
}
