import { readAmount, readPhone, readStage } from './cells.ts';

test.each([
  ['80万', 'CNY', 800_000, null],
  ['1,200.50', 'CNY', 1_200.5, null],
  ['¥80,000', 'CNY', 80_000, 'CNY'],
  ['¥80,000', 'JPY', 80_000, 'JPY'],
  ['$45k', 'CNY', 45_000, 'USD'],
  ['$45k', 'CAD', 45_000, 'CAD'],
  ['HK$1.2亿', 'CNY', 120_000_000, 'HKD'],
  ['US$3,500', 'CNY', 3_500, 'USD'],
  ['CA$3,500', 'CNY', 3_500, 'CAD'],
  ['S$3,500', 'CNY', 3_500, 'SGD'],
  ['EUR 1.200,50', 'EUR', 1_200.5, 'EUR'],
  ['36.8万元', 'CNY', 368_000, null],
  ['300万美元', 'CNY', 3_000_000, 'USD'],
  ['1.234.567', 'EUR', 1_234_567, null],
])('%s in a team of %s', (cell, own, amount, currency) => {
  expect(readAmount(cell, own)).toEqual({ amount, currency });
});

test.each([
  '80-100万',
  '-5',
  '面议',
  '1,2',
  '9000台',
  '=1+1',
  '1e20',
  '99999999999999999999',
  '10001亿',
  '1.234',
  '约30万',
])('%s is no sum', (cell) => {
  expect(readAmount(cell, 'CNY')).toBeNull();
});

test('a column of 万元 counts ten thousands, unless the cell says so itself', () => {
  expect(readAmount('80', 'CNY', 10_000)?.amount).toBe(800_000);
  expect(readAmount('80万', 'CNY', 10_000)?.amount).toBe(800_000);
});

test.each([
  ['138 0001 0001', 'CNY', '+8613800010001'],
  ['021-61230000转801', 'CNY', '+862161230000'],
  ['13800010001/13900010002', 'CNY', '+8613800010001'],
  ['+44 20 7946 0958', 'CNY', '+442079460958'],
  ['(415) 555-2671', 'USD', '+14155552671'],
  ['13800010001.0', 'CNY', '+8613800010001'],
  ['12345', 'CNY', null],
  ['HT20260012', 'CNY', null],
])('%s in a team of %s is %s', (cell, currency, phone) => {
  expect(readPhone(cell, currency)).toBe(phone);
});

test.each([
  ['方案报价', 'proposal'],
  ['Closed Lost', 'lost'],
  ['Closed Won', 'won'],
  ['初步接触', 'contacted'],
  ['未成交', null],
  ['已报价待签约', null],
  ['预计成交', null],
  ['无意向', null],
  ['无效', 'lost'],
  ['战败', 'lost'],
  ['跟进中', 'contacted'],
  ["Won't buy", null],
  ['To be signed', null],
  ['Value Proposition', 'needs'],
  ['Presentation Scheduled', 'needs'],
  ['Contact Made', 'contacted'],
  ['蓝色', null],
])('%s is the stage %s', (cell, stage) => {
  expect(readStage(cell)).toBe(stage);
});
