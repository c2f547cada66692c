import type { Span } from '../text/normal-text.ts';
import type { Mark, Secret } from './find-secrets.ts';

/** A text with marks in the place of what stays in the house. */
export interface MaskedText {
  text: string;
  /**
   * The passage of the original that some words of the masked text mean, marks widened to what they stand for; null
   * when the words are not in it, letter by letter.
   */
  locate(words: string): Span | null;
}

/** A stretch of the masked text and the stretch of the original that it was made from. */
interface Piece {
  at: number;
  length: number;
  from: Span;
  marked: boolean;
}

/** Puts a mark such as [ORG1] for each secret; one number for one key. `secrets` in order, without overlap. */
export function maskText(original: string, secrets: readonly Secret[]): MaskedText {
  const numbers = new Map<string, string>();
  const counts = new Map<Mark, number>();
  const markFor = ({ mark, key }: Secret): string => {
    const known = numbers.get(`${mark} ${key}`);
    if (known !== undefined) return known;
    const count = (counts.get(mark) ?? 0) + 1;
    counts.set(mark, count);
    numbers.set(`${mark} ${key}`, `[${mark}${count}]`);
    return `[${mark}${count}]`;
  };
  const pieces: Piece[] = [];
  let text = '';
  const put = (words: string, from: Span, marked: boolean) => {
    if (words === '') return;
    pieces.push({ at: text.length, length: words.length, from, marked });
    text += words;
  };
  let done = 0;
  for (const secret of secrets) {
    const [start, end] = secret.span;
    put(original.slice(done, start), [done, start], false);
    put(markFor(secret), secret.span, true);
    done = end;
  }
  put(original.slice(done), [done, original.length], false);
  return {
    text,
    locate(words) {
      const sought = words.trim();
      const at = sought === '' ? -1 : text.indexOf(sought);
      return at < 0 ? null : toOriginal(pieces, at, at + sought.length);
    },
  };
}

function toOriginal(pieces: readonly Piece[], start: number, end: number): Span | null {
  const touched = pieces.filter(({ at, length }) => at < end && at + length > start);
  const first = touched[0];
  const last = touched.at(-1);
  if (first === undefined || last === undefined) return null;
  return [
    first.marked ? first.from[0] : first.from[0] + start - first.at,
    last.marked ? last.from[1] : last.from[0] + end - last.at,
  ];
}
