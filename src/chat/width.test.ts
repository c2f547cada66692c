import { BUBBLE, clip, fitted, listRow, rowsOf, widthOf } from './width.ts';

test('a 汉字 and a pictograph are two columns wide, a letter one', () => {
  expect(['腾云', 'Alderbank', '👍🏽', '✓ 已记'].map(widthOf)).toEqual([4, 9, 2, 6]);
});

test('words go down whole, 汉字 one by one', () => {
  expect(rowsOf('汉'.repeat(17))).toBe(1);
  expect(rowsOf('汉'.repeat(18))).toBe(2);
  expect(rowsOf(`${'a'.repeat(30)} ${'b'.repeat(30)}`)).toBe(2);
  expect(rowsOf('')).toBe(1);
});

test('what is cut ends in … and is never cut inside a character', () => {
  expect(clip('给客户发方案', 12)).toBe('给客户发方案');
  expect(clip('给客户发方案', 11)).toBe('给客户发方…');
  expect(clip('👨‍👩‍👧 family', 4)).toBe('👨‍👩‍👧…');
  expect(clip('a\n b', 9)).toBe('a b');
});

test('lines are fitted by cutting the longest ones, and in them the widest part', () => {
  const title = 'Send the latest proposal and the quote for all three sites';
  const lines = fitted(['✓ Logged', ['Next: ', title, ', Thu Nov 26'], title], 4);
  expect(lines[0]).toBe('✓ Logged');
  expect(lines[1]).toMatch(/^Next: Send the .+…, Thu Nov 26$/);
  expect(lines.reduce((sum, line) => sum + rowsOf(line), 0)).toBe(4);
  expect(fitted(['短', '也短'], 2)).toEqual(['短', '也短']);
});

test('a row of a list fills two rows at most, whatever stands in it', () => {
  const row = listRow(['苏州晨耀精密机械制造有限公司'.repeat(3), '今天', '把最新的方案和报价单发过去'.repeat(3)], '1 ');
  expect(rowsOf(row, BUBBLE)).toBe(2);
  expect(row).toMatch(/^1 苏州.+… · 今天 · 把.+…$/);
  expect(listRow(['腾云', '今天'], '1 ')).toBe('1 腾云 · 今天');
});
