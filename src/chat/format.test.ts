import { dayText, moneyText, nearDayText, toMinor } from './format.ts';

test.each([
  ['2026-12-02', 'zh', '12/2 周三'],
  ['2026-12-02', 'en', 'Wed Dec 2'],
  ['2027-02-13', 'zh', '2027/2/13 周六'],
  ['2027-02-13', 'en', 'Sat Feb 13, 2027'],
] as const)('%s in %s is %s', (day, locale, text) => {
  expect(dayText(day, locale, '2026-11-23')).toBe(text);
});

test('days around today have words', () => {
  expect(nearDayText('2026-11-23', 'zh', '2026-11-23')).toBe('今天');
  expect(nearDayText('2026-11-22', 'en', '2026-11-23')).toBe('yesterday');
  expect(nearDayText('2026-11-25', 'en', '2026-11-23')).toBe('Wed Nov 25');
});

test.each([
  [800_000, 'CNY', 'zh', '80万'],
  [368_000, 'CNY', 'zh', '36.8万'],
  [120_000_000, 'CNY', 'zh', '1.2亿'],
  [5_200, 'CNY', 'zh', '5,200'],
  [45_000, 'USD', 'zh', 'US$4.5万'],
  [45_000, 'USD', 'en', '$45K'],
  [800_000, 'CNY', 'en', 'CN¥800K'],
  [123_456.78, 'CNY', 'zh', '123,456.78'],
  [1_250_000, 'EUR', 'en', '€1.25M'],
  [5_000_000, 'JPY', 'en', '¥5M'],
] as const)('%d %s in %s is %s', (units, currency, locale, text) => {
  expect(moneyText(toMinor(units, currency), currency, locale)).toBe(text);
});
