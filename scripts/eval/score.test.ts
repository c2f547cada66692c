import { regressions } from './report.ts';
import { score } from './score.ts';
import type { Gold } from './slot-items.ts';

const text = '昨天拜访澄湾裴总,周四发报价,周五回访';
const task = (date: string | null) => ({ title: '', date, time: null, assignee: null });
const gold: Gold = {
  intent: 'interaction.log',
  account: { mention: '澄湾', name: '澄湾科技' },
  contacts: [{ mention: '裴总', name: null }],
  interaction: { kind: 'visit', date: '2026-11-22', time: null },
  tasks: [task('2026-11-26'), task('2026-11-27')],
};
const of = (read: Partial<Gold>, skip: string[] = []) => score([{ text, gold, skip }], [{ ...gold, ...read }]);

test('a reading that is right counts as such to the last slot', () => {
  expect(of({})).toMatchObject({ messages: 1, headline: 1, intent: 1, exact: 1 });
  expect(of({}).slots['opportunity.amount']).toBeNull();
});

test.each<[string, Partial<Gold>, string, number | null]>([
  ['another account', { account: { mention: '澄湾', name: '澄海科技' } }, 'account.name', 0],
  [
    'a person who is not known, by overlapping words',
    { contacts: [{ mention: '裴', name: null }] },
    'contacts.name',
    1,
  ],
  ['a person of other words', { contacts: [{ mention: '报价', name: null }] }, 'contacts.name', 0],
  ['one person too many', { contacts: [{ mention: '裴总' }, { mention: '澄湾' }] }, 'contacts.name', 2 / 3],
  ['steps out of order', { tasks: [task('2026-11-27'), task('2026-11-26')] }, 'tasks.when', 0.5],
  ['a step too few', { tasks: [task('2026-11-26')] }, 'tasks.count', 2 / 3],
  [
    'an amount that nobody told',
    { opportunity: { amount: 5, currency: null, stage: null, closeDate: null } },
    'opportunity.amount',
    0,
  ],
])('%s', (_name, read, slot, f1) => {
  const scored = of(read);
  expect(scored.slots[slot]).toBe(f1);
  expect(scored.exact).toBe(f1 === 1 ? 1 : 0);
});

test('what the contract leaves open for a message is not scored', () => {
  const scored = of({ interaction: null, intent: 'unknown' }, ['interaction', 'intent']);
  expect(scored).toMatchObject({ intent: null, exact: 1 });
  expect(scored.slots['interaction.kind']).toBeNull();
});

test('what is lower than the last time is told, what is higher or rounding is not', () => {
  const right = { sets: { 'own zh': of({}) }, promptCases: { of: 4, right: 4 } };
  const wrong = { sets: { 'own zh': of({ tasks: [] }) }, promptCases: { of: 4, right: 3 } };
  expect(regressions(right, right)).toEqual([]);
  expect(regressions(wrong, right)).toEqual([]);
  const told = regressions(right, wrong);
  expect(told).toContain('own zh: tasks.count 100.0 → 0.0');
  expect(told).toContain("the prompts' cases");
  expect(told.some((line) => line.includes('account.name'))).toBe(false);
});
