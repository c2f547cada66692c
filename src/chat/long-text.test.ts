import { firstCharacters } from './long-text.ts';

test('4,000 characters are read whole, be they emoji of two units each', () => {
  for (const text of ['字'.repeat(4000), '😀'.repeat(4000)])
    expect(firstCharacters(text)).toEqual({ text, cut: false });
});

test('what is longer is cut between characters', () => {
  expect(firstCharacters('字'.repeat(4001))).toEqual({ text: '字'.repeat(4000), cut: true });
  expect(firstCharacters(`a${'😀'.repeat(4000)}`)).toEqual({ text: `a${'😀'.repeat(3999)}`, cut: true });
});
