import { normalise } from './normal-text.ts';

test.each([
  ['１２月５日（週三）', '12月5日(周三)'],
  ['報價\u200b８０萬', '报价80万'],
  ['a\u00a0b\u3000c', 'a b c'],
  ['Ｆｒｉ　EOD', 'Fri EOD'],
])('%s reads %s', (original, text) => {
  expect(normalise(original).text).toBe(text);
});

test('every span of the normal text points at what it was made from', () => {
  const original = '😀ﬁ\u200b㈠報\ud800價';
  const normal = normalise(original);
  for (let start = 0; start < normal.text.length; start++) {
    const [from, to] = normal.toOriginal([start, start + 1]);
    const piece = original.slice(from, to);
    expect(piece.length).toBeGreaterThan(0);
    expect(normalise(piece).text).toContain(normal.text.charAt(start).replace(/[\ud800-\udfff]/, ''));
  }
  expect(normal.toOriginal([0, normal.text.length])).toEqual([0, original.length]);
});

test('plain text is left as it is, letters keep their case', () => {
  const text = 'Call with Priya at Alderbank, wants pricing';
  expect(normalise(text).text).toBe(text);
  expect(normalise(text).toOriginal([5, 9])).toEqual([5, 9]);
});
