const PART = / ?\([^()]*(?:早|午|晚|morning|first thing|lunch|afternoon|evening|tonight)[^()]*\)$/iu;

/** A step's title with the part of the day that was told for it, in the teller's words, or with none: 再跟他碰(上午), Ping her (morning). */
export function withPart(title: string, part: string | null): string {
  const plain = title.replace(PART, '');
  if (part === null) return plain;
  return /\p{Script=Han}/u.test(part) ? `${plain}(${part})` : `${plain} (${part})`;
}
