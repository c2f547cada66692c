/**
 * A line that is longer than `limit` characters (code points), in two: at its last border within them, where there is one;
 * `rest` is empty where it fits, or has no border.
 */
export function breakLine(line: string, limit: number): [start: string, rest: string] {
  const signs = [...line];
  if (signs.length <= limit) return [line, ''];
  const start = signs.slice(0, limit + 1).join('');
  const end = start.search(/(?:\s|(?<=[,。;:、!?,;]))[^\s,。;:、!?,;]*$/u);
  return end > 0 ? [line.slice(0, end), line.slice(end).trimStart()] : [line, ''];
}
