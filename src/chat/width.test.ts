import { BUBBLE, clip, fitted, listRow, roomFor, rowsOf, soft, widthOf } from './width.ts';

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

test('lines are fitted by cutting the longest ones, and in them what may be cut', () => {
  const title = 'Send the latest proposal and the quote for all three sites';
  const lines = fitted(['✓ Logged', ['Next: ', soft(title), ', Thu Nov 26'], title], 4);
  expect(lines[0]).toBe('✓ Logged');
  expect(lines[1]).toMatch(/^Next: Send the .+, Thu Nov 26$/);
  expect(lines.reduce((sum, line) => sum + rowsOf(line), 0)).toBe(4);
  expect(fitted(['短', '也短'], 2)).toEqual(['短', '也短']);
});

test('figures give way last', () => {
  const sum = ['金额 123,456,789,012→987,654,321,098'];
  expect(fitted([sum, '跟王总通了电话'.repeat(5)], 3)[0]).toBe(sum[0]);
  expect(fitted([sum], 1)).toEqual(['金额 123,456,789,012→987,654,321,…']);
});

test('a row of a list fills two rows at most, whatever stands in it', () => {
  const row = listRow(
    [soft('苏州晨耀精密机械制造有限公司'.repeat(3)), '今天', soft('把最新的方案和报价单发过去'.repeat(3))],
    '1 ',
  );
  expect(rowsOf(row, BUBBLE)).toBe(2);
  expect(row).toMatch(/^1 苏州.+… · 今天 · 把.+…$/);
  expect(listRow(['腾云', '今天'], '1 ')).toBe('1 腾云 · 今天');
});

test('as many lines as there is room for', () => {
  expect(roomFor(['甲', '乙', '丙'], ['头'], 3)).toBe(2);
  expect(roomFor(['甲', '乙', '丙'], ['头'], 4)).toBe(3);
  expect(roomFor(['甲'.repeat(40)], ['头'], 2)).toBe(1);
});
