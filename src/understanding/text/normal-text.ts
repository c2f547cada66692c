import { simplified } from './simplified.ts';

/** Half-open offsets `[start, end)` in UTF-16 units. */
export type Span = readonly [start: number, end: number];

/** A text made plain for reading, which still knows where each of its characters stood. */
export interface NormalText {
  /** What the person wrote. */
  readonly original: string;
  /** Half width, simplified, without invisible characters; letters keep their case. */
  readonly text: string;
  /** The span of `original` that a span of `text` was made from. */
  toOriginal(span: Span): Span;
}

const ASCII_ONLY = /^[\x20-\x7e\n]*$/;
const INVISIBLE = /^(?:\p{Cf}|[\uFE00-\uFE0F\u034F\u115F\u1160\u3164])$/u;
const CONTROL_OR_SPACE = /^(?:\p{Cc}|\p{Zs})$/u;
const PUNCTUATION: Readonly<Record<string, string>> = {
  '。': '。',
  '﹪': '%',
  '〜': '~',
  '～': '~',
  '∼': '~',
  '–': '-',
  '—': '—',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '’': "'",
  '‘': "'",
  〇: '〇',
};

/** ① keeps its form: as a digit it would run into what it counts (②今晚, ③月底). */
const LIST_MARK = /^[①-⑳]$/u;

/**
 * Makes a text plain, character by character, so that every result can be pointed at in the original: full width to
 * half width (NFKC), traditional to simplified, odd spaces to a space, zero-width characters out. Never throws.
 */
export function normalise(original: string): NormalText {
  if (ASCII_ONLY.test(original)) return { original, text: original, toOriginal: (span) => span };
  const starts: number[] = [];
  let text = '';
  let end = 0;
  for (const character of original) {
    const plain = plainCharacter(character);
    for (let unit = 0; unit < plain.length; unit++) starts.push(end + Math.min(unit, character.length - 1));
    text += plain;
    end += character.length;
  }
  if (text === original) return { original, text: original, toOriginal: (span) => span };
  return { original, text, toOriginal: ([from, to]) => originalSpan(original, starts, from, to) };
}

function originalSpan(original: string, starts: readonly number[], from: number, to: number): Span {
  const start = starts[from] ?? original.length;
  if (to <= from) return [start, start];
  const last = starts[to - 1] ?? original.length;
  const width = (original.codePointAt(last) ?? 0) > 0xffff ? 2 : 1;
  return [start, Math.min(original.length, last + width)];
}

function plainCharacter(character: string): string {
  if (character >= ' ' && character <= '~') return character;
  const known = PUNCTUATION[character];
  if (known !== undefined) return known;
  if (character === '\n') return character;
  if (CONTROL_OR_SPACE.test(character)) return ' ';
  if (INVISIBLE.test(character)) return '';
  if (LIST_MARK.test(character)) return character;
  return simplified(character.normalize('NFKC'));
}
