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

/** One character that stands for a whole phrase (ﷺ) stays one: a text must not grow beyond what is read of it. */
const MOST_GROWTH = 4;

/** ① keeps its form: as a digit it would run into what it counts (②今晚, ③月底). */
const LIST_MARK = /^[①-⑳]$/u;

/**
 * Makes a text plain, character by character, so that every result can be pointed at in the original: full width to
 * half width (NFKC), traditional to simplified, odd spaces to a space, zero-width characters out. Never throws.
 */
export function normalise(original: string): NormalText {
  if (ASCII_ONLY.test(original) || isPlain(original)) return { original, text: original, toOriginal: (span) => span };
  const pieces: string[] = [];
  let starts = new Uint32Array(2 * original.length);
  let length = 0;
  let end = 0;
  for (const character of original) {
    const plain = plainCharacter(character);
    if (length + plain.length > starts.length) starts = grown(starts);
    for (let unit = 0; unit < plain.length; unit++) starts[length++] = end + Math.min(unit, character.length - 1);
    pieces.push(plain);
    end += character.length;
  }
  const text = pieces.join('');
  const known = starts.subarray(0, length);
  return { original, text, toOriginal: ([from, to]) => originalSpan(original, known, from, to) };
}

const UNKNOWN = 0;
const PLAIN = 1;
const CHANGES = 2;
/** What is known of each UTF-16 unit: most messages hold nothing that changes, and are seen through without a copy. */
const units = new Uint8Array(0x10000);

function isPlain(original: string): boolean {
  for (let at = 0; at < original.length; at++) {
    const unit = original.charCodeAt(at);
    let known = units[unit];
    if (known === UNKNOWN) {
      const character = String.fromCharCode(unit);
      const half = unit >= 0xd800 && unit <= 0xdfff;
      known = !half && plainCharacter(character) === character ? PLAIN : CHANGES;
      units[unit] = known;
    }
    if (known === CHANGES) return false;
  }
  return true;
}

/** Twice the room: a character may become a few. */
function grown(starts: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * starts.length + 32);
  larger.set(starts);
  return larger;
}

function originalSpan(original: string, starts: Uint32Array, from: number, to: number): Span {
  const start = starts[from] ?? original.length;
  if (to <= from) return [start, start];
  const last = starts[to - 1] ?? original.length;
  const width = (original.codePointAt(last) ?? 0) > 0xffff ? 2 : 1;
  return [start, Math.min(original.length, last + width)];
}

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

function plainCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 32 && code <= 126) return character;
  if (code >= FIRST_HAN && code <= LAST_HAN) return simplified(character);
  const known = plain.get(character);
  if (known !== undefined) return known;
  const made = plainOther(character);
  if (plain.size < MOST_KEPT) plain.set(character, made);
  return made;
}

/** What odd characters come to; bounded, for texts of nothing but oddities. */
const plain = new Map<string, string>();
const MOST_KEPT = 4096;

function plainOther(character: string): string {
  const known = PUNCTUATION[character];
  if (known !== undefined) return known;
  if (character === '\n') return character;
  if (CONTROL_OR_SPACE.test(character)) return ' ';
  if (INVISIBLE.test(character)) return '';
  if (LIST_MARK.test(character)) return character;
  const wide = character.normalize('NFKC');
  return simplified(wide.length > MOST_GROWTH ? character : wide);
}
