import { readFileSync } from 'node:fs';
import { findMoney } from '../../src/understanding/money/find-money.ts';

// What the READMEs beside the cases tell of is held here.

interface MoneyCase {
  lang: 'zh' | 'en';
  text: string;
  expect: { start: number; end: number; amount: number; max?: number; currency: string | null }[];
}

const cases = (name: string): MoneyCase[] =>
  readFileSync(new URL(`${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

test.each([
  ['money-blind/cases', 0.99, 0],
  ['money-blind/second', 0.99, 1],
  ['money-blind-2/cases', 0.98, 0],
  ['money-blind-3/cases', 0.99, 1],
])('%s: value and currency of at least %d of the sums, and no more than %d others', (name, least, most) => {
  const right: boolean[] = [];
  let others = 0;
  for (const { lang, text, expect: wanted } of cases(name)) {
    const found = findMoney(text, { lang });
    const meets = ([start, end]: readonly [number, number]) => wanted.some((one) => one.start < end && one.end > start);
    others += found.filter(({ span }) => !meets(span)).length;
    for (const { start, end, amount, max, currency } of wanted)
      right.push(
        found.some(
          (one) =>
            one.span[0] < end &&
            one.span[1] > start &&
            one.amount === amount &&
            (max === undefined || one.max === max) &&
            one.currency === currency,
        ),
      );
  }
  expect(right.filter(Boolean).length / right.length).toBeGreaterThanOrEqual(least);
  expect(others).toBeLessThanOrEqual(most);
});
