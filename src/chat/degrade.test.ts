import { asPlainText } from './degrade.ts';

test('buttons become numbered lines', () => {
  const buttons = [
    { id: 'x', label: '撤销' },
    { id: 'y', label: '修改' },
  ];
  expect(asPlainText({ text: '✓ 已记', buttons })).toEqual({ text: '✓ 已记\n  1 撤销\n  2 修改', ids: ['x', 'y'] });
  expect(asPlainText({ text: '没懂。' })).toEqual({ text: '没懂。', ids: [] });
});
