import { instantsOf, nameOfPeriod, quarterOf } from './period.ts';

test.each([
  ['2026-11-23', '2026-10-01', '2026-12-31'],
  ['2026-01-01', '2026-01-01', '2026-03-31'],
  ['2028-02-29', '2028-01-01', '2028-03-31'],
])('the quarter of %s', (day, from, to) => expect(quarterOf(day)).toEqual({ from, to }));

test('days begin and end on the wall clock of the zone, over a change of clocks too', () => {
  expect(instantsOf({ from: '2026-11-23', to: '2026-11-23' }, 'Asia/Shanghai')).toEqual({
    from: new Date('2026-11-22T16:00:00Z'),
    to: new Date('2026-11-23T15:59:59.999Z'),
  });
  expect(instantsOf({ from: '2026-11-01', to: '2026-11-01' }, 'America/New_York')).toEqual({
    from: new Date('2026-11-01T04:00:00Z'),
    to: new Date('2026-11-02T04:59:59.999Z'),
  });
});

test.each([
  ['2026-11-23', '2026-11-23', 'today'],
  ['2026-11-23', '2026-11-29', 'week'],
  ['2026-11-01', '2026-11-30', 'month'],
  ['2026-10-01', '2026-12-31', 'quarter'],
  ['2026-01-01', '2026-12-31', 'year'],
  ['2026-11-16', '2026-11-22', null],
] as const)('%s to %s is called %s', (from, to, name) => {
  expect(nameOfPeriod({ from, to }, '2026-11-23')).toBe(name);
});
