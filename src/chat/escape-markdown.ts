/**
 * A text as markdown that shows it as it stands: whatever a person once typed is no heading, link, mention, emphasis or
 * table here. Only what would begin markup at its place gets a backslash (CommonMark 0.31 §2.4), and a line's end is a
 * hard one (§6.7), so that ordinary text stays readable in a client that shows markdown raw.
 */
export function escapeMarkdown(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/[\\`*_~[\]<>|]/g, (sign, at: number) => (isInWord(sign, line, at) ? sign : `\\${sign}`))
        .replace(/^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|-{3,}|={2,})/, '$1\\$2')
        .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2'),
    )
    .join('  \n');
}

/** An underscore or a tilde within a word begins nothing: `snake_case`, `3~5万`. */
const isInWord = (sign: string, line: string, at: number): boolean =>
  (sign === '_' || sign === '~') &&
  /[\p{L}\p{N}]/u.test(line[at - 1] ?? '') &&
  /[\p{L}\p{N}]/u.test(line[at + 1] ?? '');
