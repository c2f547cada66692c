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
const linesOf = (standing: readonly number[], totals: Total[], locale: 'zh' | 'en' = 'zh') => {
  const { inHead, rows } = rowsOf(funnel(standing, totals), 'contact-first', locale);
  return [inHead, ...rows.map(({ label, value }) => `${label} ${value}`)];
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
  expect(tableOf(funnel([1, 2, 3, 4, 5], four), 'contact-first', 'zh').rows).toHaveLength(9);
});

test('the stages are drawn where deals stand in more than one of them', () => {
  const chart = chartOf(funnel([2, 0, 1, 0, 0], []), 'contact-first', 'zh');
  expect(chart?.bars.map(({ value }) => value)).toEqual([2, 0, 1, 0, 0]);
  const { rows } = rowsOf(funnel([2, 0, 1, 0, 0], []), 'contact-first', 'zh');
  expect(chart?.bars.map(({ label }) => label)).toEqual(rows.map(({ label }) => label));
  expect(chartOf(funnel([2, 0, 0, 0, 0], []), 'contact-first', 'zh')).toBeNull();
});
