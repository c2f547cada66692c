import type { Named } from '../rule.ts';
import { step } from './ladder.ts';
import { type StaleDealFacts, staleDeal, staleLadder } from './stale-deal.ts';

const facts = (changes: Partial<StaleDealFacts> = {}): StaleDealFacts => ({
  deal: 'd1',
  account: 'a1',
  owner: 'lin',
  open: true,
  touched: '2026-11-20',
  touchedAt: '2026-11-20T07:00:00.000Z',
  stepAhead: null,
  pausedUntil: null,
  after: 3,
  zone: 'Asia/Shanghai',
  region: 'CN',
  today: '2026-11-25',
  named: null,
  ...changes,
});

const occurrence = (changes: Partial<StaleDealFacts>) => staleDeal.decide(facts(changes)).occurrence;

test.each([
  ['touched on Friday, it is Monday', { today: '2026-11-23' }, null],
  ['… Tuesday', { today: '2026-11-24' }, null],
  ['… Wednesday', { today: '2026-11-25' }, '2026-11-25'],
  ['first seen weeks later: still the day on which it fell due', { today: '2026-12-30' }, '2026-11-25'],
  ['touched on a Saturday', { touched: '2026-11-21', today: '2026-11-25' }, '2026-11-25'],
  ['a step lies ahead', { stepAhead: '2026-12-02' }, null],
  ['a step today', { stepAhead: '2026-11-25' }, null],
  ['the step has gone by', { stepAhead: '2026-11-24' }, '2026-11-25'],
  ['paused', { pausedUntil: '2027-02-13' }, null],
  ['the pause is over', { pausedUntil: '2026-12-01', today: '2026-12-01' }, '2026-12-01'],
  ['closed', { open: false }, null],
  ['over the National Day week', { touched: '2026-09-30', today: '2026-10-07' }, null],
  ['… whose make-up Saturday is a working day', { touched: '2026-09-30', today: '2026-10-10' }, '2026-10-10'],
  [
    '… elsewhere the same days are ordinary',
    { touched: '2026-09-30', today: '2026-10-07', region: 'none' as const },
    '2026-10-05',
  ],
])('%s', (_, changes, expected) => {
  expect(occurrence(changes)).toBe(expected);
});

/** The days of six weeks on which the deal is named, told each morning of a calendar day. */
function days(changes: (day: string) => Partial<StaleDealFacts>): string[] {
  const told: string[] = [];
  let named: Named | null = null;
  for (let at = Date.parse('2026-11-21'); at < Date.parse('2027-01-05'); at += 86_400_000) {
    const today = new Date(at).toISOString().slice(0, 10);
    const seen: StaleDealFacts = facts({ today, named, ...changes(today) });
    if (staleDeal.decide(seen).occurrence === null) continue;
    told.push(today);
    named = step(staleLadder(seen));
  }
  return told;
}

test('named once, again after 3 and 7 working days, then never', () => {
  expect(days(() => ({}))).toEqual(['2026-11-25', '2026-11-30', '2026-12-04']);
});

test('any touch starts afresh', () => {
  const touch = { touched: '2026-11-26', touchedAt: '2026-11-26T02:00:00.000Z' };
  expect(days((day) => (day > '2026-11-26' ? touch : {}))).toEqual([
    '2026-11-25',
    '2026-12-01',
    '2026-12-04',
    '2026-12-10',
  ]);
});

describe('what the recipient asked', () => {
  const named: Named = {
    series: '2026-11-20T07:00:00.000Z',
    count: 1,
    firstDay: '2026-11-25',
    lastDay: '2026-11-25',
    snoozedUntil: null,
    paused: false,
  };
  test.each([
    ['put off: not the day before', { snoozedUntil: '2026-11-27' }, '2026-11-26', null, '2026-11-27'],
    ['put off: on that day', { snoozedUntil: '2026-11-27' }, '2026-11-27', '2026-11-27', '2026-11-30'],
    [
      'put off beyond its second day: not on that one',
      { snoozedUntil: '2026-12-07' },
      '2026-11-30',
      null,
      '2026-12-07',
    ],
    ['put off beyond its second day: once then', { snoozedUntil: '2026-12-07' }, '2026-12-07', '2026-12-07', null],
    ['paused', { paused: true }, '2026-11-30', null, null],
    ['told today already', { lastDay: '2026-11-30' }, '2026-11-30', null, null],
  ])('%s', (_, asked, today, due, next) => {
    expect(staleDeal.decide(facts({ today, named: { ...named, ...asked } }))).toEqual({ occurrence: due, next });
  });

  test('a pause ends with the next touch', () => {
    const paused = { ...named, paused: true };
    const touch = { touched: '2026-11-26', touchedAt: '2026-11-26T02:00:00.000Z' };
    expect(occurrence({ ...touch, today: '2026-12-01', named: paused })).toBe('2026-12-01');
  });
});
