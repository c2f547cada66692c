import { type QuickPattern, quick } from '../text/quick-pattern.ts';

/** In a skeleton each of these stands for one expression that was read before: rules then speak of words and glyphs alone. */
export const GLYPH = {
  day: '◷',
  sum: '¤',
  account: '◆',
  person: '◇',
  colleague: '◈',
  phone: '☎',
  email: '✉',
} as const;

/** Glyphs that a person typed mean nothing. */
export const TYPED_GLYPHS = /[◷¤◆◇◈☎✉]/g;

/** A pattern over skeletons, which are in lower case: only the half in whose script something is written is looked for. */
export interface Cue {
  test(skeleton: string): boolean;
  /** The first match; of two at one place the Chinese one. */
  exec(skeleton: string): RegExpExecArray | null;
}

const HAN = /[\u3400-\u9fff]/;
const LATIN = /[a-z]/;

/**
 * One pattern of alternatives in both languages, a line or ` | ` apart. English ones begin and end where Latin letters
 * do, so that they count inside Chinese text too (过了个call). `◷¤◆◇◈☎✉` are the glyphs.
 */
export function cue(words: { zh?: string; en?: string }): Cue {
  const zh = words.zh === undefined ? null : quick(new RegExp(lines(words.zh), 'u'));
  const en =
    words.en === undefined
      ? null
      : quick(new RegExp(`(?<![a-z0-9\\u00c0-\\u024f])(?:${lines(words.en)})(?![a-z0-9\\u00c0-\\u024f])`, 'u'));
  return {
    test: (text) => (zh?.test(text) && mayBe(text, HAN)) || (en?.test(text) && mayBe(text, LATIN)) || false,
    exec(text) {
      const first = within(HAN, text, zh);
      const second = within(LATIN, text, en);
      if (first === null || second === null) return first ?? second;
      return second.index < first.index ? second : first;
    },
  };
}

function within(script: RegExp, text: string, pattern: QuickPattern | null): RegExpExecArray | null {
  const match = pattern?.exec(text) ?? null;
  return match !== null && mayBe(text, script) ? match : null;
}

/** A text of glyphs alone is in either script. */
function mayBe(text: string, script: RegExp): boolean {
  return script.test(text) || !(HAN.test(text) || LATIN.test(text));
}

function lines(words: string): string {
  return words
    .split(/\n|\s\|\s/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join('|');
}
