import { addDays } from '../local-time.ts';
import type { Named } from '../rule.ts';
import { type ImportantAccountFacts, importantAccount } from './important-account.ts';
import { step } from './ladder.ts';
import { briefWindow } from './step-brief.ts';
import { type StepDueFacts, stepDue, stepLadder } from './step-due.ts';
import { type DigestItem, needFirst, sentDigest, type TeamDigestFacts, teamDigest } from './team-digest.ts';

describe('an important customer', () => {
  const facts: ImportantAccountFacts = {
    account: 'a1',
    owner: 'lin',
    important: true,
    contact: '2026-10-24',
    after: 30,
    zone: 'Asia/Shanghai',
    region: 'CN',
    today: '2026-11-23',
    named: null,
  };
  test.each([
    ['on the 29th day', { today: '2026-11-22' }, null],
    ['on the 30th, days off counted', { today: '2026-11-23' }, '2026-11-23'],
    ['not marked', { important: false }, null],
    ['contacted since', { contact: '2026-11-20' }, null],
  ])('%s', (_, changes, expected) => {
    expect(importantAccount.decide({ ...facts, ...changes }).occurrence).toBe(expected);
  });
});

describe('a step in the list', () => {
  const facts: StepDueFacts = {
    task: 't1',
    account: 'a1',
    owner: 'lin',
    done: false,
    day: '2026-11-25',
    time: null,
    briefed: false,
    region: 'CN',
    today: '2026-11-25',
    named: null,
  };
  test('on its day, the next working day, after 3 and 7, then not again', () => {
    const told: string[] = [];
    let named: Named | null = null;
    for (let today = '2026-11-23'; today < '2026-12-31'; today = addDays(today, 1)) {
      const seen: StepDueFacts = { ...facts, today, named };
      if (stepDue.decide(seen).occurrence === null) continue;
      told.push(today);
      named = step(stepLadder(seen));
    }
    expect(told).toEqual(['2026-11-25', '2026-11-26', '2026-11-30', '2026-12-04']);
  });
  test.each([
    ['done', { done: true }],
    ['of a later day', { day: '2026-11-26' }],
    ['without a day', { day: null }],
    ['told by its brief', { briefed: true }],
  ])('%s: silent', (_, changes) => {
    expect(stepDue.decide({ ...facts, ...changes }).occurrence).toBeNull();
  });
});

describe('a brief', () => {
  const facts = { task: 't1', account: null, owner: 'lin', done: false, dueAt: '2026-12-02T07:00:00.000Z' };
  const window = (createdAt: string, changes = {}) =>
    briefWindow({ ...facts, createdAt, ...changes })?.from.toISOString() ?? null;
  test.each([
    ['30 minutes before', '2026-11-23T02:00:00.000Z', '2026-12-02T06:30:00.000Z'],
    ['planned exactly 30 minutes before', '2026-12-02T06:30:00.000Z', '2026-12-02T06:30:00.000Z'],
    ['planned within those: at its own time', '2026-12-02T06:40:00.000Z', '2026-12-02T07:00:00.000Z'],
    ['noted down after the fact: not at all', '2026-12-02T07:00:00.000Z', null],
  ])('%s', (_, createdAt, expected) => {
    expect(window(createdAt)).toBe(expected);
  });
  test('done, or without a clock time: not at all', () => {
    expect(window('2026-11-23T02:00:00.000Z', { done: true })).toBeNull();
    expect(window('2026-11-23T02:00:00.000Z', { dueAt: null })).toBeNull();
  });
});

describe('the manager’s digest', () => {
  const item = (subject: string, since: string): DigestItem => ({
    rule: 'stale-deal',
    subject,
    account: 'a1',
    owner: 'lin',
    last: since,
    since,
  });
  const mornings = (items: (today: string) => DigestItem[]): string[] => {
    const told: string[] = [];
    let named: Named | null = null;
    for (let today = '2026-11-23'; today < '2026-12-12'; today = addDays(today, 1)) {
      if ([0, 6].includes(new Date(today).getUTCDay())) continue;
      const facts: TeamDigestFacts = { manager: 'li', today, items: items(today), named };
      if (teamDigest.decide(facts).occurrence === null) continue;
      told.push(today);
      named = sentDigest(facts);
    }
    return told;
  };
  test('it is told with what is new first, then what stood before', () => {
    const items = [item('d1', '2026-11-02'), item('d2', '2026-11-09'), item('d3', '2026-11-26')];
    const before = sentDigest({ manager: 'li', today: '2026-11-25', items, named: null });
    const order = (named: Named | null) => needFirst({ items, named }).map(({ subject }) => subject);
    expect([order(null), order(before)]).toEqual([
      ['d1', 'd2', 'd3'],
      ['d3', 'd1', 'd2'],
    ]);
  });
  test('nothing to tell: silent', () => {
    expect(mornings(() => [])).toEqual([]);
  });
  test('what stands is told once a week, what is new the same morning', () => {
    const old = item('d1', '2026-11-02');
    const fresh = item('d2', '2026-11-26');
    expect(mornings((today) => (today >= '2026-11-26' ? [old, fresh] : [old]))).toEqual([
      '2026-11-23',
      '2026-11-26',
      '2026-11-30',
      '2026-12-07',
    ]);
  });
});
