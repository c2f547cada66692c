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
