/** Why a pattern cannot be translated; thrown inside, answered as a value. */
export class Untranslatable extends Error {}

/** What PCRE's `\s` stands for without Unicode properties, written for a character class. */
export const SPACE = '\t\n\v\f\r ';
const HORIZONTAL = '\\t \\xa0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000';
const VERTICAL = '\\n-\\r\\x85\\u2028\\u2029';

/** Sets by their letter, and the complement by the capital. */
const SETS: Readonly<Record<string, string>> = { s: '\\t-\\r ', h: HORIZONTAL, v: VERTICAL };

const CHARACTERS: Readonly<Record<string, string>> = { a: '\\x07', e: '\\x1b', f: '\\f', n: '\\n', r: '\\r', t: '\\t' };

const ASSERTIONS: Readonly<Record<string, string>> = {
  A: '^',
  z: '$',
  Z: '(?=\\n?$)',
  b: '\\b',
  B: '\\B',
  N: '[^\\n]',
  R: `(?:\\r\\n|[${VERTICAL}])`,
};

export interface Piece {
  readonly source: string;
  readonly next: number;
}

/** Translates the escape at `at` outside a character class. */
export function translateEscape(pattern: string, at: number): Piece {
  const letter = pattern[at + 1];
  if (letter === undefined) throw new Untranslatable('\\ at the end');
  const assertion = ASSERTIONS[letter];
  if (assertion !== undefined) return { source: assertion, next: at + 2 };
  const set = SETS[letter.toLowerCase()];
  if (set !== undefined) {
    return { source: letter === letter.toLowerCase() ? `[${set}]` : `[^${set}]`, next: at + 2 };
  }
  if (letter === 'Q') return quoted(pattern, at + 2);
  if (letter === 'E') return { source: '', next: at + 2 };
  const reference = /^\\(?:g\{?([1-9]\d?)\}?|([1-9])(?!\d)|k[<{']([A-Za-z_]\w*)[>}'])/.exec(pattern.slice(at));
  if (reference) {
    const [whole, braced, bare, name] = reference;
    return { source: name ? `\\k<${name}>` : `(?:\\${braced ?? bare})`, next: at + whole.length };
  }
  return translateCharacter(pattern, at);
}

function quoted(pattern: string, from: number): Piece {
  const end = pattern.indexOf('\\E', from);
  const text = pattern.slice(from, end < 0 ? undefined : end);
  return { source: text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), next: end < 0 ? pattern.length : end + 2 };
}

/** The escapes that stand for one character or a set, in and outside a class alike. */
export function translateCharacter(pattern: string, at: number): Piece {
  const letter = pattern[at + 1] ?? '';
  const character = CHARACTERS[letter];
  if (character !== undefined) return { source: character, next: at + 2 };
  if ('dDwW'.includes(letter) && letter !== '') return { source: `\\${letter}`, next: at + 2 };
  const rest = pattern.slice(at);
  const code = /^\\x\{([0-9a-fA-F]{1,6})\}|^\\x([0-9a-fA-F]{1,2})|^\\o\{([0-7]+)\}|^\\(0[0-7]{0,2})/.exec(rest);
  if (code) {
    const point = code[3] ?? code[4];
    const value = point === undefined ? Number.parseInt(code[1] ?? code[2] ?? '', 16) : Number.parseInt(point, 8);
    return { source: `\\u{${value.toString(16)}}`, next: at + code[0].length };
  }
  const property = /^\\([pP])(?:([A-Z])|\{(\^?)(\w+)\})/.exec(rest);
  if (property) return { source: propertyOf(property), next: at + property[0].length };
  if (!/[a-zA-Z0-9]/.test(letter)) return literal(letter, pattern, at);
  throw new Untranslatable(`\\${letter}`);
}

function propertyOf([, letter, short, caret, name = short ?? '']: RegExpExecArray): string {
  const negative = (letter === 'P') !== (caret === '^');
  const body = name.length <= 2 ? name : `Script=${name}`;
  return `\\${negative ? 'P' : 'p'}{${body}}`;
}

function literal(letter: string, pattern: string, at: number): Piece {
  const point = pattern.codePointAt(at + 1) ?? 0;
  const source = point < 128 ? `\\u{${point.toString(16)}}` : String.fromCodePoint(point);
  return { source, next: at + 1 + (point > 0xffff ? 2 : letter.length) };
}
