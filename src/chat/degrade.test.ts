import { asPlainText, tableText } from './degrade.ts';

test('buttons become numbered lines', () => {
  const buttons = [
    { id: 'x', label: '撤销' },
    { id: 'y', label: '修改' },
  ];
  expect(asPlainText({ text: '✓ 已记', buttons })).toEqual({ text: '✓ 已记\n  1 撤销\n  2 修改', ids: ['x', 'y'] });
  expect(asPlainText({ text: '没懂。' })).toEqual({ text: '没懂。', ids: [] });
});

test('a table is as wide as its 汉字, which take two letters; figures stand to the right', () => {
  const table = {
    title: '漏斗',
    head: ['阶段', '数量', '金额'],
    rows: [
      ['方案报价', '3', '¥50万'],
      ['Won', '12', '¥8,000'],
    ],
    figures: [1, 2],
  };
  expect(tableText(table).split('\n')).toEqual([
    '阶段      数量    金额',
    '方案报价     3   ¥50万',
    'Won         12  ¥8,000',
  ]);
});
