import { translateClass } from './regex-class.ts';
import { SPACE, translateEscape, Untranslatable } from './regex-escape.ts';

type Translated = { readonly source: string; readonly ignoreCase: boolean } | { readonly refused: string };

/**
 * PCRE2 to a JavaScript pattern with the `u` flag and never `m`, so that `^` and `$` in the result are the very ends
 * (pcre2pattern(3)). The two differ in what `.`, `^`, `$`, `\s` and escapes mean, and PCRE has constructs that JavaScript lacks (atomic groups, recursion, conditions …).
 */
export function translatePattern(pattern: string, options: string): Translated {
  try {
    const leading = /^\(\?([imsx]+)\)/.exec(pattern);
    const flags = options + (leading?.[1] ?? '');
    const source = new Translator(pattern.slice(leading?.[0].length ?? 0), flags).run();
    return { source, ignoreCase: flags.includes('i') };
  } catch (error) {
    if (error instanceof Untranslatable) return { refused: error.message };
    throw error;
  }
}

class Translator {
  private readonly pattern: string;
  private readonly multiline: boolean;
  private readonly dotAll: boolean;
  private readonly extended: boolean;
  private at = 0;

  constructor(pattern: string, flags: string) {
    this.pattern = pattern;
    this.multiline = flags.includes('m');
    this.dotAll = flags.includes('s');
    this.extended = flags.includes('x');
  }

  run(): string {
    let source = '';
    while (this.at < this.pattern.length) source += this.next();
    return source;
  }

  private next(): string {
    const char = this.pattern[this.at] as string;
    switch (char) {
      case '\\': {
        const piece = translateEscape(this.pattern, this.at);
        this.at = piece.next;
        return piece.source;
      }
      case '[': {
        const group = translateClass(this.pattern, this.at);
        this.at = group.next;
        return group.source;
      }
      case '(':
        return this.group();
      case '*':
      case '+':
      case '?':
        this.at += 1;
        return char + this.afterQuantifier();
      case '{':
        return this.braces();
    }
    this.at += 1;
    return this.plain(char);
  }

  private plain(char: string): string {
    switch (char) {
      case '.':
        return this.dotAll ? '[\\s\\S]' : '[^\\n]';
      case '^':
        return this.multiline ? '(?:^|(?<=\\n)(?=[\\s\\S]))' : '^';
      case '$':
        return this.multiline ? '(?![^\\n])' : '(?=\\n?$)';
      case ']':
      case '}':
        return `\\${char}`;
    }
    if (this.extended && SPACE.includes(char)) return '';
    if (this.extended && char === '#') {
      while (this.at < this.pattern.length && this.pattern[this.at] !== '\n') this.at += 1;
      return '';
    }
    return char;
  }

  /** `*?` is lazy in both; `*+` (possessive) exists only in PCRE. */
  private afterQuantifier(): string {
    const mark = this.pattern[this.at];
    if (mark === '+') throw new Untranslatable('possessive quantifier');
    if (mark !== '?') return '';
    this.at += 1;
    return '?';
  }

  private braces(): string {
    const quantifier = /^\{\d+(,\d*)?\}/.exec(this.pattern.slice(this.at));
    if (!quantifier) {
      this.at += 1;
      return '\\{';
    }
    this.at += quantifier[0].length;
    return quantifier[0] + this.afterQuantifier();
  }

  private group(): string {
    const rest = this.pattern.slice(this.at);
    const comment = /^\(\?#[^)]*\)/.exec(rest);
    if (comment) {
      this.at += comment[0].length;
      return '';
    }
    const named = /^\(\?P?<([A-Za-z_]\w*)>/.exec(rest) ?? /^\(\?'([A-Za-z_]\w*)'/.exec(rest);
    const reference = /^\(\?P=([A-Za-z_]\w*)\)/.exec(rest);
    const head = /^\(\?(?::|=|!|<=|<!)/.exec(rest)?.[0];
    if (reference) {
      this.at += reference[0].length;
      return `\\k<${reference[1]}>`;
    }
    if (named) {
      this.at += named[0].length;
      return `(?<${named[1]}>`;
    }
    if (head === undefined && /^\((\?|\*)/.test(rest)) throw new Untranslatable(`group ${rest.slice(0, 4)}`);
    this.at += head?.length ?? 1;
    return head ?? '(';
  }
}
