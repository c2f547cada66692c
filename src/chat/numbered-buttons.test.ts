import { pressedByNumber } from './numbered-buttons.ts';

const at = new Date('2026-11-23T02:00:00Z');
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const shown = { ids: ['a', 'b'], at };

test.each(['2', '２', ' 2 ', '2.', '2、', '二'])('%s presses the second button', (text) => {
  expect(pressedByNumber(text, shown, later(10))).toBe('b');
});

test.each(['', '0', '3', '三', '12', '2完成', '二月', '-1', '²x'])('%j is words', (text) => {
  expect(pressedByNumber(text, shown, at)).toBeUndefined();
});

test('a number is words after ten minutes, and where there is no button', () => {
  expect(pressedByNumber('2', shown, later(10.1))).toBeUndefined();
  expect(pressedByNumber('2', null, at)).toBeUndefined();
});
