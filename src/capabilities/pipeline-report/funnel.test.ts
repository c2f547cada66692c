import type { Deal } from '../../crm/deal/deal.ts';
import type { Stage } from '../../crm/deal/stages.ts';
import { funnelOf } from './funnel.ts';

const deal = (stage: Stage, furthest: Stage, amount: number | null, currency: string | null): Deal => ({
  account: 'a',
  owner: 'lin',
  name: 'x',
  amount,
  currency,
  stage,
  furthest,
  closeDate: null,
  openedAt: new Date(0),
  touchedAt: new Date(0),
  pausedUntil: null,
  closedAt: null,
  lostReason: null,
});

test('each deal stands in its present stage; conversion looks at the furthest ever reached, lost deals too', () => {
  const funnel = funnelOf(
    [
      deal('contacted', 'contacted', 100, 'CNY'),
      deal('contacted', 'needs', null, null),
      deal('proposal', 'proposal', 300, 'CNY'),
      deal('won', 'won', 50, 'USD'),
      deal('lost', 'negotiation', 999, 'CNY'),
    ],
    'contact-first',
    { currency: 'CNY', rates: new Map() },
  );
  expect(funnel.stages.map(({ stage, count, conversion }) => [stage, count, conversion])).toEqual([
    ['contacted', 2, 4 / 5],
    ['needs', 0, 3 / 4],
    ['proposal', 1, 2 / 3],
    ['negotiation', 0, 1 / 2],
    ['won', 1, null],
  ]);
  expect(funnel.totals).toEqual([
    { currency: 'CNY', count: 2, amount: 400 },
    { currency: 'USD', count: 1, amount: 50 },
    { currency: null, count: 1, amount: 0 },
  ]);
  expect(funnel.lost).toBe(1);
});

test('nothing is an empty funnel, with no share of nothing', () => {
  const funnel = funnelOf([], 'lead-first', { currency: 'CNY', rates: new Map() });
  expect(funnel.stages.every(({ count, conversion }) => count === 0 && conversion === null)).toBe(true);
});
