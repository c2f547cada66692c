import { compileRegex } from './regex.ts';
import { regexPrefix } from './regex-prefix.ts';

/** What PCRE2 does with each, from pcre2pattern(3). */
test.each<[pattern: string, options: string, matching: string[], others: string[]]>([
  ['a.c', '', ['abc', 'a\rc', 'a😀c'], ['a\nc']],
  ['a.c', 's', ['a\nc'], []],
  ['^b$', '', ['b', 'b\n'], ['a\nb', 'b\n\n']],
  ['^b$', 'm', ['a\nb\nc'], ['ab']],
  ['\\Ab\\z', 'm', ['b'], ['b\n', 'a\nb']],
  ['B', 'i', ['abc'], ['a']],
  ['(?i)b', '', ['B'], []],
  ['a b # comment', 'x', ['ab'], ['a b']],
  ['\\s', '', ['\v', ' '], ['\u00a0']],
  ['[\\S]', '', ['\u00a0'], [' ']],
  ['[[:alpha:]_]+$', '', ['ab_'], ['1']],
  ['[]a]', '', [']'], ['b']],
  ['\\Qa.b\\E', '', ['a.b'], ['axb']],
  ['\\x41\\x{4f60}', '', ['A你'], []],
  ['(?P<x>a)(?P=x)', '', ['aa'], ['ab']],
  ['(a)\\g1', '', ['aa'], ['ab']],
  ['a{,2}', '', ['a{,2}'], ['aa']],
  ['\\p{Han}', '', ['跟'], ['a']],
  ['\\p{^L}', '', ['1'], ['a']],
  ['a\\-b\\/c', '', ['a-b/c'], ['ab']],
  ['a|b(?#note)', '', ['b'], ['c']],
])('/%s/%s', (pattern, options, matching, others) => {
  const regex = compileRegex(pattern, options);
  expect(matching.filter((text) => !regex.test(text))).toEqual([]);
  expect(others.filter((text) => regex.test(text))).toEqual([]);
});

test.each(['(?>a)', 'a*+', '(?R)', '(?(1)a)', 'a\\Kb', '\\X', '(?i:a)', '(a', '[a', '(*ACCEPT)'])(
  '%s is refused, not guessed',
  (pattern) => {
    expect(() => compileRegex(pattern, '')).toThrow(expect.objectContaining({ code: 51091 }));
  },
);

test.each([
  ['^abc', '', 'abc'],
  ['^ab+', '', 'ab'],
  ['^ab*', '', 'a'],
  ['^a\\.b', '', 'a.b'],
  ['^a|b', '', ''],
  ['^abc', 'i', ''],
  ['abc', '', ''],
  ['^跟进x?', '', '跟进'],
])('prefix of /%s/%s', (pattern, options, prefix) => {
  expect(regexPrefix(pattern, options)).toBe(prefix);
});

/** Patterns that take a backtracking matcher years, and one over a long text that takes it minutes. */
test.each([
  ['(a+)+$', `${'a'.repeat(60)}b`],
  ['(a|a)*$', `${'a'.repeat(60)}b`],
  ['(a|aa)+$', `${'a'.repeat(80)}b`],
  ['(x+x+)+y', 'x'.repeat(60)],
  ['(?=(a+)+b)', 'a'.repeat(60)],
  ['(\\w+\\s?)+!', 'word '.repeat(30)],
  ['(a*)\\1+\\1+b', 'a'.repeat(200_000)],
  ['a+b', 'a'.repeat(3_000_000)],
  ['.*a.*b.*c', 'a'.repeat(30_000)],
])('/%s/ ends in time on a text made for it', (pattern, text) => {
  const began = performance.now();
  expect(() => compileRegex(pattern, '').test(text)).toThrow(expect.objectContaining({ code: 51156 }));
  expect(performance.now() - began).toBeLessThan(1_000);
});

test('a long text is searched all the same, under the watch as without', () => {
  const text = `${'x'.repeat(3_000_000)}needle`;
  const regex = compileRegex('n(e+)dle$', '');
  expect(regex.test(text)).toBe(true);
  expect(regex.exec(text)?.slice(0, 2)).toEqual(['needle', 'ee']);
  expect(regex.all(`${text}`).map(({ index }) => index)).toEqual([3_000_000]);
  expect(compileRegex('(ab|c)+', '').exec('xabcab'.repeat(10))?.[0]).toBe('abcab');
});
