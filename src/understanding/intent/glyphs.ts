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

/** One pattern of alternatives in both languages; English ones end where Latin letters do, for 过了个call too. `◷¤◆◇◈☎✉` are the glyphs. */
export function cue(words: { zh?: string; en?: string }): RegExp {
  const alternatives = [
    words.zh && lines(words.zh),
    words.en && `(?<![\\p{Script=Latin}\\p{N}])(?:${lines(words.en)})(?![\\p{Script=Latin}\\p{N}])`,
  ];
  return new RegExp(alternatives.filter(Boolean).join('|'), 'iu');
}

function lines(words: string): string {
  return words
    .split(/\n|\s\|\s/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join('|');
}
