import { numberedAfter, pressedByNumber } from './numbered-buttons.ts';

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

const message = (...ids: string[]) => ({ buttons: ids.map((id) => ({ id, label: id })) });

test('a question keeps its numbers for ten minutes, whatever is shown after it; a new one takes them', () => {
  const asked = numberedAfter(shown, { ...message('x', 'y', 'z'), asks: true }, at);
  expect(asked).toMatchObject({ first: 1, shown: { ids: ['x', 'y', 'z'] } });
  const receipt = numberedAfter(asked.shown, message('undo', 'edit'), later(6));
  expect(receipt).toMatchObject({ first: 4, shown: { ids: ['x', 'y', 'z', 'undo', 'edit'] } });
  expect(numberedAfter(receipt.shown, {}, later(7))).toEqual({ shown: receipt.shown, first: 1 });
  expect(numberedAfter(receipt.shown, message('undo2'), later(9)).shown?.ids).toEqual(['x', 'y', 'z', 'undo2']);
  expect(numberedAfter(receipt.shown, { ...message('v', 'w'), asks: true }, later(9)).shown?.ids).toEqual(['v', 'w']);
  expect(numberedAfter(receipt.shown, message('undo2'), later(11))).toMatchObject({
    first: 1,
    shown: { ids: ['undo2'] },
  });
});
