import { inOwn, isAtLeast, type Reckoning, sizeOf, together, withoutRate } from './reckon.ts';

const rate = (currency: string, of: string, makes: string, into = 'CNY') =>
  [currency, { currency, into, of, makes, day: '2026-11-22', by: 'li' }] as const;
const yuan: Reckoning = {
  currency: 'CNY',
  rates: new Map([rate('USD', '1', '7.2'), rate('JPY', '100', '4.7'), rate('EUR', '0.128', '1')]),
};
const yen: Reckoning = { currency: 'JPY', rates: new Map([rate('USD', '1', '155.25', 'JPY')]) };

test('minor units of another currency, exact and rounded once', () => {
  expect(inOwn(yuan, 3_200_001, 'USD')).toBe(23_040_007);
  expect(inOwn(yuan, 1_000_000, 'JPY')).toBe(4_700_000);
  expect(inOwn(yuan, 12_800, 'EUR')).toBe(100_000);
  expect(inOwn(yen, 1_010, 'USD')).toBe(1_568);
  expect(inOwn(yuan, 5, 'CNY')).toBe(5);
  expect(inOwn(yuan, 5, 'GBP')).toBeNull();
  // 7.2 and 0.1 are no binary fractions: a float would be off by a cent here.
  expect(inOwn(yuan, 999_999_999_999_999, 'USD')).toBe(7_199_999_999_999_993);
});

test('sizes and thresholds over currencies; without a rate nothing is compared', () => {
  const size = (amount: number, currency: string) => sizeOf(yuan, { amount, currency });
  expect(size(100, 'USD')).toBeGreaterThan(size(700, 'CNY'));
  expect(size(100, 'GBP')).toBe(100);
  const of = (amount: number, currency: string) => ({ amount, currency });
  expect(isAtLeast(yuan, of(100, 'USD'), of(720, 'CNY'))).toBe(true);
  expect(isAtLeast(yuan, of(719, 'CNY'), of(100, 'USD'))).toBe(false);
  expect(isAtLeast(yuan, of(900, 'GBP'), of(1, 'CNY'))).toBe(false);
  expect(isAtLeast(yuan, of(900, 'GBP'), of(900, 'GBP'))).toBe(true);
});

test('sums come together as far as there are rates', () => {
  const sums = new Map([
    ['CNY', 100],
    ['USD', 100],
    ['GBP', 7],
  ]);
  expect(together(yuan, sums)).toEqual({
    own: 820,
    foreign: new Map([['USD', 100]]),
    others: new Map([['GBP', 7]]),
  });
  expect(together(yuan, new Map([['GBP', 7]])).own).toBeNull();
  const deals = [...sums].map(([currency, amount]) => ({ amount, currency }));
  expect(withoutRate(yuan, [...deals, { amount: null, currency: null }])).toEqual(['GBP']);
});
