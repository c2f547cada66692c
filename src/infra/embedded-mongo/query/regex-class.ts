import { type Piece, translateCharacter, Untranslatable } from './regex-escape.ts';

const POSIX: Readonly<Record<string, string>> = {
  alpha: 'a-zA-Z',
  digit: '0-9',
  alnum: 'a-zA-Z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  space: '\\t-\\r ',
  blank: '\\t ',
  punct: '!-\\/:-@\\[-`\\{-~',
  xdigit: '0-9a-fA-F',
  word: '\\w',
  cntrl: '\\0-\\x1f\\x7f',
  print: ' -~',
  graph: '!-~',
};

const SETS: Readonly<Record<string, string>> = {
  s: '\\t-\\r ',
  S: '\\u{0}-\\u{8}\\u{e}-\\u{1f}\\u{21}-\\u{10ffff}',
  h: '\\t \\xa0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000',
  v: '\\n-\\r\\x85\\u2028\\u2029',
  b: '\\x08',
};

/** Translates the character class that begins at `at`. */
export function translateClass(pattern: string, at: number): Piece {
  let next = at + 1;
  let source = '[';
  if (pattern[next] === '^') {
    source += '^';
    next += 1;
  }
  const first = next;
  for (;;) {
    const char = pattern[next];
    if (char === undefined) throw new Untranslatable('missing ] after a character class');
    if (char === ']' && next > first) return { source: `${source}]`, next: next + 1 };
    const piece = member(pattern, next);
    source += piece.source;
    next = piece.next;
  }
}

function member(pattern: string, at: number): Piece {
  const char = pattern[at] as string;
  if (char === '[') return bracket(pattern, at);
  if (char !== '\\') {
    const escaped = ']/^(){}|$*+?.'.includes(char) && char !== '';
    return { source: escaped ? `\\${char}` : char, next: at + 1 };
  }
  const set = SETS[pattern[at + 1] ?? ''];
  return set === undefined ? translateCharacter(pattern, at) : { source: set, next: at + 2 };
}

/** `[:alpha:]` inside a class, or a plain bracket. */
function bracket(pattern: string, at: number): Piece {
  const posix = /^\[:(\^?)(\w+):\]/.exec(pattern.slice(at));
  if (!posix) return { source: '\\[', next: at + 1 };
  const set = POSIX[posix[2] ?? ''];
  if (set === undefined || posix[1] === '^') throw new Untranslatable(`character class ${posix[0]}`);
  return { source: set, next: at + posix[0].length };
}
