import type { Deal } from './deal.ts';
import type { Stage } from './stages.ts';
import { dealPatch, newDeal, opensDeal, type ToldDeal } from './tell-deal.ts';

const now = new Date('2026-11-23T02:00:00Z');
const team = { currency: 'CNY', stages: 'contact-first' } as const;
const nothing: ToldDeal = { amount: null, currency: null, stage: null, closeDate: null };
const owner = { account: 'a', accountName: '腾云', owner: 'lin' };
const deal = (fields: Partial<Deal> = {}): Deal => ({
  ...newDeal({ ...nothing, amount: 100_000 }, owner, team, now),
  ...fields,
});

test('a missing currency is the deal’s, else the team’s', () => {
  expect(newDeal({ ...nothing, amount: 52_000 }, owner, { ...team, currency: 'USD' }, now)).toMatchObject({
    amount: 5_200_000,
    currency: 'USD',
  });
  expect(dealPatch(deal({ currency: 'EUR' }), { ...nothing, amount: 9 }, team, { now })).toEqual({
    amount: 900,
    currency: 'EUR',
  });
  expect(dealPatch(deal(), { ...nothing, amount: 9, currency: 'JPY' }, team, { now })).toEqual({
    amount: 9,
    currency: 'JPY',
  });
});

test('what does not differ is no change', () => {
  expect(dealPatch(deal(), { ...nothing, amount: 100_000, stage: 'contacted' }, team, { now })).toEqual({});
});

test.each<[Stage, ToldDeal['stage'], object]>([
  ['needs', 'proposal', { stage: 'proposal', furthest: 'proposal', closedAt: null }],
  ['negotiation', 'needs', {}],
  ['negotiation', 'won', { stage: 'won', furthest: 'won', closedAt: now }],
  ['proposal', 'lost', { stage: 'lost', closedAt: now }],
  ['lost', 'proposal', {}],
  ['won', 'lost', { stage: 'lost', closedAt: now }],
])('from %s told %s', (stage, told, patch) => {
  expect(dealPatch(deal({ stage, furthest: stage }), { ...nothing, stage: told }, team, { now })).toEqual(patch);
});

test('a correction may step back', () => {
  const ahead = deal({ stage: 'negotiation', furthest: 'negotiation' });
  expect(dealPatch(ahead, { ...nothing, stage: 'needs' }, team, { now, corrected: true })).toMatchObject({
    stage: 'needs',
  });
});

test('first contact is a lead where the path begins with leads', () => {
  expect(newDeal({ ...nothing, amount: 1 }, owner, { ...team, stages: 'lead-first' }, now).stage).toBe('lead');
});

test('a sum or a stage that only a deal has opens one', () => {
  expect(opensDeal({ ...nothing, amount: 1 }, team)).toBe(true);
  expect(opensDeal({ ...nothing, stage: 'proposal' }, team)).toBe(true);
  expect(opensDeal({ ...nothing, stage: 'contacted' }, team)).toBe(false);
  expect(opensDeal({ ...nothing, stage: 'lost' }, team)).toBe(false);
});
