import { literalsOf, weightOf } from './literals.ts';

/** A pattern that is tried only on texts that hold a string without which it cannot match; the answers are the pattern's own. */
export class QuickPattern {
  readonly #pattern: RegExp;
  readonly #id: number;

  constructor(pattern: RegExp) {
    this.#pattern = pattern;
    this.#id = enrol(literalsOf(pattern.source));
  }

  test(text: string): boolean {
    return mayMatch(text, this.#id) && this.#pattern.test(text);
  }

  exec(text: string): RegExpExecArray | null {
    return mayMatch(text, this.#id) ? this.#pattern.exec(text) : null;
  }

  /** For a pattern with the flag `g` that matches no empty string. */
  matchAll(text: string): readonly RegExpExecArray[] {
    if (!mayMatch(text, this.#id)) return NONE;
    const found: RegExpExecArray[] = [];
    this.#pattern.lastIndex = 0;
    for (let match = this.#pattern.exec(text); match !== null; match = this.#pattern.exec(text)) found.push(match);
    return found;
  }
}

/** The pattern, tried only where it can match. Not for patterns that begin where they are told to (`y`) or count on `lastIndex`. */
export function quick(pattern: RegExp): QuickPattern {
  return new QuickPattern(pattern);
}

const NONE: readonly RegExpExecArray[] = [];

/** What the texts asked about last may hold; a message is asked about a hundred times in a row. */
const RECENT = 8;
interface Seen {
  text: string;
  marks: Uint8Array;
}
let recent: Seen[] = [];
let next = 0;

const BUCKETS = 0x8000;
/** By the hash of a string of one to four characters: the patterns that it may make match. */
const enrolled: (number[] | undefined)[] = new Array(BUCKETS);
/** By the hash: whether patterns are enrolled under it, and whether longer strings that begin so are. */
const known = new Uint8Array(BUCKETS);
const ENROLLED = 1;
const GOES_ON = 2;
/** Patterns of which nothing can be said. */
const always: number[] = [];
let patterns = 0;

function enrol(literals: readonly string[] | null): number {
  const id = patterns++;
  recent = [];
  if (literals === null) always.push(id);
  for (const piece of new Set(literals?.map(telling))) {
    let hash = 0;
    for (let at = 0; at < piece.length; at++) {
      hash = hashed(hash, folded(piece.charCodeAt(at)));
      const bucket = bucketOf(hash);
      known[bucket] = (known[bucket] ?? 0) | (at < piece.length - 1 ? GOES_ON : ENROLLED);
      if (at === piece.length - 1) enrolled[bucket] = [...(enrolled[bucket] ?? []), id];
    }
  }
  return id;
}

function mayMatch(text: string, id: number): boolean {
  for (let index = 0; index < recent.length; index++) {
    const seen = recent[index];
    if (seen !== undefined && seen.text === text) return seen.marks[id] === 1;
  }
  const seen = recent[next] ?? { text: '', marks: new Uint8Array(patterns) };
  recent[next] = seen;
  next = (next + 1) % RECENT;
  seen.text = text;
  mark(text, seen.marks);
  return seen.marks[id] === 1;
}

function mark(text: string, marks: Uint8Array): void {
  marks.fill(0);
  markAll(always, marks);
  for (let at = 0; at < text.length; at++) {
    let hash = 0;
    for (let to = at; to < text.length; to++) {
      hash = hashed(hash, folded(text.charCodeAt(to)));
      const bucket = bucketOf(hash);
      const said = known[bucket] ?? 0;
      if ((said & ENROLLED) !== 0) markAll(enrolled[bucket], marks);
      if ((said & GOES_ON) === 0 || to - at === LONGEST - 1) break;
    }
  }
}

function markAll(ids: readonly number[] | undefined, marks: Uint8Array): void {
  if (ids !== undefined) for (let index = 0; index < ids.length; index++) marks[ids[index] ?? 0] = 1;
}

/** The longest piece that is looked for. */
const LONGEST = 4;

/** The piece of a string that is met least often, as long as texts are looked at. */
function telling(literal: string): string {
  let best = '';
  for (let at = 0; at < literal.length; at++) {
    const piece = literal.slice(at, at + reach(literal.charCodeAt(at)));
    if (weightOf(piece) > weightOf(best)) best = piece;
  }
  return best;
}

/** Two characters of Chinese, four letters. */
function reach(code: number): number {
  return code > 0x2e80 ? 2 : LONGEST;
}

function hashed(before: number, code: number): number {
  return (before * 31 + code) | 0;
}

function bucketOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
}

/** Lower case, with the two letters that patterns take for an ASCII one. */
function folded(code: number): number {
  if (code >= 65 && code <= 90) return code + 32;
  return code < 0x17f ? code : code === 0x17f ? 115 : code === 0x212a ? 107 : code;
}
