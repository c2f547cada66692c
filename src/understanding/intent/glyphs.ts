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
  const zh = words.zh === undefined ? null : new RegExp(lines(words.zh), 'u');
  const en =
    words.en === undefined
      ? null
      : new RegExp(`(?<![a-z0-9\\u00c0-\\u024f])(?:${lines(words.en)})(?![a-z0-9\\u00c0-\\u024f])`, 'u');
  return {
    test: (text) =>
      (zh !== null && HAN.test(text) && zh.test(text)) || (en !== null && LATIN.test(text) && en.test(text)),
    exec(text) {
      const first = zh !== null && HAN.test(text) ? zh.exec(text) : null;
      const second = en !== null && LATIN.test(text) ? en.exec(text) : null;
      if (first === null || second === null) return first ?? second;
      return second.index < first.index ? second : first;
    },
  };
}

function lines(words: string): string {
  return words
    .split(/\n|\s\|\s/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join('|');
}
