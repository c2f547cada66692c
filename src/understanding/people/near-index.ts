import { distance } from 'fastest-levenshtein';
import { pinyin } from 'pinyin-pro';
import { type NameUnit, unitsKey } from './name-units.ts';
import { hashOf, ShardedIntMap } from './sharded-map.ts';

const ALL_HAN = /^\p{Script=Han}{2,8}$/u;
const LATIN_WORD = /^[\p{L}\p{M}]{5,24}$/u;
/** A half word that more names share than this says nothing, and following it would cost time. */
const MOST_NAMES_A_HALF = 64;

const syllables = new Map<string, string>();

/** Kept by hashes of 30 bits, which stand in no memory of their own; what is found is compared again. */
const SMALL = 0x3fffffff;

/** Forms by sound (Chinese) and by half word, to find what was typed with a wrong character or letter. */
export class NearIndex {
  private readonly bySound = new ShardedIntMap<string | string[]>();
  private readonly byHalf = new ShardedIntMap<string | string[]>();

  add(key: string): void {
    if (ALL_HAN.test(key)) put(this.bySound, soundHash(key), key);
    if (isLongEnough(key)) for (const half of halfHashes(key, key.length)) put(this.byHalf, half, key);
  }

  /** Forms of the same sound, where one of them at least shares a character in its place (云路 for 云麓). */
  soundsLike(key: string): string[] {
    if (!ALL_HAN.test(key)) return [];
    const forms = list(this.bySound.get(soundHash(key))).filter(
      (form) => form !== key && form.length === key.length && soundsSame(form, key),
    );
    return forms.some((form) => sharesCharacter(form, key)) ? forms : [];
  }

  /** Forms one slip of the hand away: a letter more, less, other or swapped; two in words of nine letters or more. */
  looksLike(key: string): string[] {
    if (!isLongEnough(key)) return [];
    const near = new Set<string>();
    for (const length of [key.length - 1, key.length, key.length + 1])
      for (const half of halfHashes(key, length)) for (const form of list(this.byHalf.get(half))) near.add(form);
    const slips = key.length >= 9 ? 2 : 1;
    return [...near].filter((form) => form !== key && (distance(form, key) <= slips || isSwap(form, key)));
  }
}

/** Windows of Chinese units, or the one Latin word, that may be a name typed wrong at this place. */
export function windowsAt(units: readonly NameUnit[], at: number): { key: string; to: number }[] {
  const first = units[at];
  if (!first) return [];
  if (first.latin) return [{ key: first.key, to: at + 1 }];
  const windows: { key: string; to: number }[] = [];
  for (let to = at + 2; to <= at + 6; to++) {
    const last = units[to - 1];
    if (!last || last.latin || !last.joins) break;
    windows.unshift({ key: unitsKey(units, at, to), to });
  }
  return windows;
}

function isLongEnough(key: string): boolean {
  return LATIN_WORD.test(key) ? true : ALL_HAN.test(key) && key.length >= 4;
}

/** One edit leaves the first or the second half of a word as it was. */
function halfHashes(key: string, length: number): [number, number] {
  const cut = Math.floor(length / 2);
  const rest = Math.max(0, key.length - (length - cut));
  return [hashOf(key, 0, Math.min(cut, key.length)) & SMALL, ~hashOf(key, rest) & SMALL];
}

function isSwap(form: string, key: string): boolean {
  if (form.length !== key.length) return false;
  let at = 0;
  while (form[at] === key[at]) at++;
  return form[at] === key[at + 1] && form[at + 1] === key[at] && form.slice(at + 2) === key.slice(at + 2);
}

function sharesCharacter(form: string, key: string): boolean {
  for (let at = 0; at < key.length; at++) if (form[at] === key[at]) return true;
  return false;
}

function soundHash(key: string): number {
  let hash = 7;
  for (const character of key) hash = (hash * 1_000_003 + hashOf(syllableOf(character))) | 0;
  return (hash ^ (hash >>> 15)) & SMALL;
}

function soundsSame(one: string, other: string): boolean {
  for (let at = 0; at < one.length; at++)
    if (one[at] !== other[at] && syllableOf(one.charAt(at)) !== syllableOf(other.charAt(at))) return false;
  return true;
}

function syllableOf(character: string): string {
  let syllable = syllables.get(character);
  if (syllable === undefined) {
    syllable = pinyin(character, { toneType: 'none' });
    syllables.set(character, syllable);
  }
  return syllable;
}

function put(map: ShardedIntMap<string | string[]>, at: number, key: string): void {
  const there = map.get(at);
  if (there === undefined) map.set(at, key);
  else if (typeof there === 'string') {
    if (there !== key) map.set(at, [there, key]);
  } else if (there.length < MOST_NAMES_A_HALF && !there.includes(key)) there.push(key);
}

function list(entry: string | string[] | undefined): string[] {
  return entry === undefined ? [] : typeof entry === 'string' ? [entry] : entry;
}
