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

  /** For a pattern with the flag `g`. */
  matchAll(text: string): Iterable<RegExpExecArray> {
    return mayMatch(text, this.#id) ? text.matchAll(this.#pattern) : [];
  }
}

/** The pattern, tried only where it can match. Not for patterns that begin where they are told to (`y`) or count on `lastIndex`. */
export function quick(pattern: RegExp): QuickPattern {
  return new QuickPattern(pattern);
}

/** What the texts asked about last may hold; a message is asked about a hundred times in a row. */
const RECENT = 8;
interface Seen {
  text: string;
  marks: Uint8Array;
}
let recent: Seen[] = [];
let next = 0;

/** By the hash of a string of one to four characters: the patterns that it may make match, and where their list begins. */
const BUCKETS = 0x10000;
const enrolled = new Map<number, number[]>();
const always: number[] = [];
let patterns = 0;
/** A bit for each hash that any pattern is enrolled under. */
const known = new Uint8Array(BUCKETS / 8);

function enrol(literals: readonly string[] | null): number {
  const id = patterns++;
  recent = [];
  if (literals === null) always.push(id);
  for (const hash of new Set(literals?.map((one) => hashOf(telling(one))))) {
    enrolled.set(hash, [...(enrolled.get(hash) ?? []), id]);
    known[hash >> 3] = (known[hash >> 3] ?? 0) | (1 << (hash & 7));
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
  for (let index = 0; index < always.length; index++) marks[always[index] ?? 0] = 1;
  for (let at = 0; at < text.length; at++) {
    const first = folded(text.charCodeAt(at));
    const longest = Math.min(text.length, at + reach(first));
    let hash = first;
    for (let to = at + 1; ; to++) {
      const short = bucket16(hash);
      if (((known[short >> 3] ?? 0) >> (short & 7)) & 1) markAll(enrolled.get(short), marks);
      if (to >= longest) break;
      hash = (hash * 31 + folded(text.charCodeAt(to))) | 0;
    }
  }
}

function markAll(ids: readonly number[] | undefined, marks: Uint8Array): void {
  if (ids !== undefined) for (let index = 0; index < ids.length; index++) marks[ids[index] ?? 0] = 1;
}

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
  return code > 0x2e80 ? 2 : 4;
}

function hashOf(piece: string): number {
  let hash = folded(piece.charCodeAt(0));
  for (let at = 1; at < piece.length; at++) hash = (hash * 31 + folded(piece.charCodeAt(at))) | 0;
  return bucket16(hash);
}

function bucket16(hash: number): number {
  return (hash ^ (hash >>> 16)) & (BUCKETS - 1);
}

/** Lower case, with the two letters that patterns take for an ASCII one. */
function folded(code: number): number {
  if (code >= 65 && code <= 90) return code + 32;
  return code < 0x17f ? code : code === 0x17f ? 115 : code === 0x212a ? 107 : code;
}
