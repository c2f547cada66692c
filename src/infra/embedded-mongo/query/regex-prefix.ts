/** What every string that matches an anchored pattern begins with; '' when that is not sure. */
export function regexPrefix(pattern: string, options: string): string {
  if (/[imx]/.test(options) || pattern.includes('|') || pattern.includes('(?')) return '';
  const anchor = pattern.startsWith('^') ? 1 : pattern.startsWith('\\A') ? 2 : 0;
  if (anchor === 0) return '';
  let prefix = '';
  let last = 0;
  for (let at = anchor; at < pattern.length; ) {
    const char = String.fromCodePoint(pattern.codePointAt(at) as number);
    if ('*?{'.includes(char)) return prefix.slice(0, last);
    if (char === '+') return prefix;
    if ('.$^()[]'.includes(char)) return prefix;
    last = prefix.length;
    if (char === '\\') {
      const escaped = pattern[at + 1] ?? '';
      if (!/[^a-zA-Z0-9]/.test(escaped)) return prefix;
      prefix += escaped;
      at += 2;
    } else {
      prefix += char;
      at += char.length;
    }
  }
  return prefix;
}
