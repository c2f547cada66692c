import fc from 'fast-check';
import { splitText } from './split-text.ts';

const LIMIT = 2048;
const bytes = (text: string) => Buffer.byteLength(text);
const solid = (text: string) => text.replace(/\s/g, '');

test('a text that fits is given as it is', () => {
  expect(splitText(' 两行\n\n字 ', LIMIT)).toEqual([' 两行\n\n字 ']);
  expect(splitText('', LIMIT)).toEqual(['']);
});

test('exactly the limit fits, one byte more does not', () => {
  expect(splitText('a'.repeat(LIMIT), LIMIT)).toHaveLength(1);
  expect(splitText('a'.repeat(LIMIT + 1), LIMIT)).toHaveLength(2);
});

test('a character of several signs is not cut', () => {
  const family = '👨‍👩‍👧';
  const pieces = splitText(`${'字'.repeat(681)}${family}尾`, LIMIT);
  expect(pieces).toEqual(['字'.repeat(681), `${family}尾`]);
});

test('cut at the end of a line in the second half, else where it is full', () => {
  const line = '字'.repeat(400);
  expect(splitText(`${line}\n${line}`, LIMIT)).toEqual([line, line]);
  expect(splitText(`短\n${'字'.repeat(700)}`, LIMIT)[0]).toBe(`短\n${'字'.repeat(681)}`);
});

test('nothing is lost, nothing is too long, whatever the text', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', '字', '👍🏽', '👨‍👩‍👧', 'é', '\n', ' ', '\u0301'),
    maxLength: 400,
  });
  fc.assert(
    fc.property(text, fc.integer({ min: 8, max: 200 }), (given, limit) => {
      const pieces = splitText(given, limit);
      expect(pieces.every((piece) => bytes(piece) <= limit && !/\p{Surrogate}/u.test(piece))).toBe(true);
      expect(solid(pieces.join(''))).toBe(solid(given));
    }),
  );
});

test('a base with hundreds of marks is cut between its signs', () => {
  const heap = `a${'\u0301'.repeat(3_000)}`;
  const pieces = splitText(heap, LIMIT);
  expect(pieces.join('')).toBe(heap);
  expect(pieces.every((piece) => bytes(piece) <= LIMIT)).toBe(true);
});
