import type { Rate } from '../../crm/rate/rate.ts';
import type { Funnel, Total } from './funnel.ts';
import { chartOf, rowsOf, tableOf } from './funnel-rows.ts';

const total = (currency: string | null, count: number): Total => ({ currency, count, amount: count * 10_000_00 });
const funnel = (standing: readonly number[], totals: Total[]): Funnel => ({
  stages: (['contacted', 'needs', 'proposal', 'negotiation', 'won'] as const).map((stage, at) => ({
    stage,
    count: standing[at] ?? 0,
    amounts: new Map(),
    conversion: null,
  })),
  lost: 0,
  totals,
});
const rate = (currency: string, of: string, makes: string): Rate => ({
  ...{ currency, into: 'CNY', of, makes },
  ...{ day: '2026-11-22', by: 'li' },
});
const RATES = [rate('USD', '1', '7.2'), rate('EUR', '1', '7.8'), rate('JPY', '100', '4.7'), rate('HKD', '1', '0.92')];
const reader = (locale: 'zh' | 'en', rates: readonly Rate[] = []) => ({
  preset: 'contact-first' as const,
  reckoning: { currency: 'CNY', rates: new Map(rates.map((one) => [one.currency, one])) },
  locale,
});
const linesOf = (
  standing: readonly number[],
  totals: Total[],
  locale: 'zh' | 'en' = 'zh',
  rates: readonly Rate[] = [],
  hint: readonly string[] = [],
) => {
  const { inHead, rows, below } = rowsOf(funnel(standing, totals), reader(locale, rates), hint);
  return [inHead, ...rows.map(({ label, value }) => `${label} ${value}`), ...below];
};

test('each currency has a line of its own, with its own count; so has what has no amount', () => {
  const totals = [total('CNY', 23), total('EUR', 3)];
  expect(linesOf([26, 0, 0, 0, 0], totals).slice(6)).toEqual(['合计 23单 · 23万', '合计 3单 · €3万']);
  expect(linesOf([26, 0, 0, 0, 0], [total('CNY', 1), { ...total(null, 2), amount: 0 }], 'en').slice(6)).toEqual([
    'Total 1 deal · CN¥10K',
    'Total 2 deals · no amount',
  ]);
});

test('seven rows at most: empty stages make room, then the head, then the rarest currencies are counted together', () => {
  const three = [total('CNY', 9), total('EUR', 3), total('USD', 2)];
  const four = [...three, total(null, 1)];
  expect(linesOf([5, 0, 0, 10, 0], four)).toHaveLength(7);
  expect(linesOf([5, 0, 0, 10, 0], four)[0]).toBeNull();
  const full = linesOf([1, 2, 3, 4, 5], three);
  expect(full).toHaveLength(8);
  expect([full[0], ...full.slice(6)]).toEqual(['合计 9单 · 9万', '合计 3单 · €3万', '合计 2单 · US$2万']);
  const beyond = linesOf([1, 2, 3, 4, 5], four);
  expect([beyond[0], ...beyond.slice(6)]).toEqual(['合计 9单 · 9万', '合计 3单 · €3万', '合计 另有3单']);
  expect(tableOf(funnel([1, 2, 3, 4, 5], four), reader('zh')).rows).toHaveLength(9);
});

test('what was reckoned says so, and by which rates; its line and those below find room as the totals do', () => {
  const foreign = new Map([
    ['USD', 3_000_000],
    ['EUR', 100_000],
  ]);
  const known = { currency: 'CNY', count: 9, amount: 31_234_567, foreign };
  expect(linesOf([9, 0, 0, 0, 0], [known], 'zh', RATES).slice(6)).toEqual([
    '合计 9单 · ≈31.23万',
    '含 US$3万 按7.2 · €1,000 按7.8',
  ]);
  expect(linesOf([9, 0, 0, 0, 0], [known], 'en', RATES).slice(6)).toEqual([
    'Total 9 deals · ≈CN¥312.35K',
    'Incl. $30K at 7.2 · €1K at 7.8',
  ]);
  const four = new Map(RATES.map(({ currency }) => [currency, 100_000] as const));
  const full = linesOf([1, 2, 3, 4, 5], [{ ...known, foreign: four }, total('GBP', 2)], 'zh', RATES, ['没有汇率']);
  expect([full.length, full[0]]).toEqual([8, '合计 9单 · ≈31.23万']);
  expect(full.slice(6)).toEqual(['含 US$1,000 按7.2 · €1,000 按7.8 · JP¥10万 按100=4.7 · 另1种', '合计 2单 · £2万']);
  expect(linesOf([5, 0, 0, 10, 0], [total('CNY', 9), total('USD', 2)], 'zh', [], ['没有汇率']).slice(3)).toEqual([
    '合计 9单 · 9万',
    '合计 2单 · US$2万',
    '没有汇率',
  ]);
});

test('the stages are drawn where deals stand in more than one of them', () => {
  const chart = chartOf(funnel([2, 0, 1, 0, 0], []), 'contact-first', 'zh');
  expect(chart?.bars.map(({ value }) => value)).toEqual([2, 0, 1, 0, 0]);
  const { rows } = rowsOf(funnel([2, 0, 1, 0, 0], []), reader('zh'));
  expect(chart?.bars.map(({ label }) => label)).toEqual(rows.map(({ label }) => label));
  expect(chartOf(funnel([2, 0, 0, 0, 0], []), 'contact-first', 'zh')).toBeNull();
});
