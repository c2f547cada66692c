import fc from 'fast-check';
import { clipToBytes, splitByBytes } from './split-text.ts';

const FAMILY = '👨‍👩‍👧';
const bytes = (text: string) => Buffer.byteLength(text);
const people = fc
  .array(fc.constantFrom('腾', '云', 'a', '\n', FAMILY, '👍🏽', 'é', '—', ' ', 'e\u0301'), { maxLength: 400 })
  .map((signs) => signs.join(''));

test('the pieces are the text again, each within the limit, no character cut', () => {
  fc.assert(
    fc.property(people, fc.integer({ min: 40, max: 300 }), (text, limit) => {
      const pieces = splitByBytes(text, limit);
      expect(pieces.join('')).toBe(text);
      for (const piece of pieces) {
        expect(bytes(piece)).toBeLessThanOrEqual(limit);
        expect(piece).not.toMatch(/^[\u200d\u0301\u{1F3FD}]|\u200d$/u);
      }
    }),
  );
});

test('a text of exactly the limit stays whole; one byte more is two', () => {
  expect(splitByBytes('云'.repeat(682), 2_046)).toHaveLength(1);
  expect(splitByBytes('云'.repeat(683), 2_048)).toEqual(['云'.repeat(682), '云']);
  expect(splitByBytes('', 10)).toEqual(['']);
});

test('a line end in the second half is where it is cut', () => {
  expect(splitByBytes(`${'a'.repeat(30)}\n${'b'.repeat(30)}`, 40)).toEqual([`${'a'.repeat(30)}\n`, 'b'.repeat(30)]);
  expect(splitByBytes(`a\n${'b'.repeat(60)}`, 40)[0]).toHaveLength(40);
});

test('what is longer than a piece and still one character falls apart into code points', () => {
  const marks = `a${'\u0301'.repeat(500)}`;
  expect(splitByBytes(marks, 100).join('')).toBe(marks);
  for (const piece of splitByBytes(FAMILY.repeat(3), 6)) expect(piece).not.toMatch(/\p{Surrogate}/u);
});

test('a clipped text says so, within the limit', () => {
  expect(clipToBytes('腾云科技', 12)).toBe('腾云科技');
  expect(clipToBytes('腾云科技有限公司', 12)).toBe('腾云科…');
  expect(clipToBytes(`ab${FAMILY}`, 12)).toBe('ab…');
});

test('a long text costs time in proportion', () => {
  const text = '腾云同意85万。'.repeat(20_000);
  const began = performance.now();
  expect(splitByBytes(text, 2_048).join('')).toBe(text);
  expect(performance.now() - began).toBeLessThan(2_000);
});
