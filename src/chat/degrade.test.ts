import { asPlainText, degradeTable, tableText, withSparkline } from './degrade.ts';

test('buttons become numbered lines', () => {
  const buttons = [
    { id: 'x', label: '撤销' },
    { id: 'y', label: '修改' },
  ];
  const message = { text: '✓ 已记', buttons };
  expect(asPlainText(message, '回复数字:')).toBe('✓ 已记\n回复数字:\n  1 撤销\n  2 修改');
  expect(asPlainText(message, '回复数字:', 4)).toBe('✓ 已记\n回复数字:\n  4 撤销\n  5 修改');
  expect(asPlainText({ text: '没懂。' }, '回复数字:')).toBe('没懂。');
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

test('a table is shown by the best means that takes it', () => {
  const table = {
    title: '漏斗',
    head: ['阶段', '金额'],
    rows: [
      ['报价', '=1+1'],
      ['"赢单"', '8万'],
    ],
    figures: [1],
  };
  const message = { text: '漏斗\n报价 =1+1\n"赢单" 8万', table };
  const yes = () => true;
  const no = () => false;
  const means = { native: yes, aligned: yes, words: yes };
  expect(degradeTable(message, means)).toEqual({ as: 'native', table });
  const aligned = { as: 'aligned', text: '阶段    金额\n报价    =1+1\n"赢单"   8万' };
  expect(degradeTable(message, { ...means, native: no })).toEqual(aligned);
  expect(degradeTable(message, { aligned: yes, words: no })).toEqual(aligned);
  expect(degradeTable(message, { ...means, native: no, aligned: no })).toEqual({ as: 'words' });
  const file = degradeTable(message, { words: no });
  expect(file.as === 'file' && file.bytes.toString()).toBe(
    '\ufeff"阶段","金额"\r\n"报价","\'=1+1"\r\n"""赢单""","8万"\r\n',
  );
  expect(degradeTable({ text: 'x' }, means)).toEqual({ as: 'words' });
});

test('figures are a line of blocks, each as high as its share of the largest, beneath all else', () => {
  const bars = [0, 1, 7, 14].map((value) => ({ label: 'x', value }));
  const message = { text: '漏斗', chart: { of: '数量', bars }, footer: '只含人人可看的' };
  expect(withSparkline(message)).toEqual({ text: '漏斗\n▁▂▅█', footer: '▁▂▅█\n只含人人可看的' });
  expect(asPlainText({ text: '漏斗', chart: { of: '数量', bars: [{ label: 'x', value: 0 }] } }, '')).toBe('漏斗\n▁');
});
