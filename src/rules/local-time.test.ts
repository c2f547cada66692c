import { localDay, morningUnderWay, nextMorning, usualHours } from './local-time.ts';

test.each([
  ['Shanghai', 'Asia/Shanghai', '2026-11-23T00:00:00Z', '2026-11-23T01:00:00.000Z'],
  ['London, winter', 'Europe/London', '2026-11-23T00:00:00Z', '2026-11-23T09:00:00.000Z'],
  ['London, summer', 'Europe/London', '2026-07-06T00:00:00Z', '2026-07-06T08:00:00.000Z'],
  [
    'New York, the Monday after clocks go forward',
    'America/New_York',
    '2026-03-07T12:00:00Z',
    '2026-03-09T13:00:00.000Z',
  ],
  ['New York, the Monday after clocks go back', 'America/New_York', '2026-10-31T12:00:00Z', '2026-11-02T14:00:00.000Z'],
  ['half-hour zone', 'Asia/Kolkata', '2026-11-23T00:00:00Z', '2026-11-23T03:30:00.000Z'],
  ['strictly after', 'Asia/Shanghai', '2026-11-23T01:00:00Z', '2026-11-24T01:00:00.000Z'],
  ['Friday noon', 'Asia/Shanghai', '2026-11-27T04:00:00Z', '2026-11-30T01:00:00.000Z'],
  ['the day ahead of ours', 'Pacific/Auckland', '2026-11-22T21:00:00Z', '2026-11-23T20:00:00.000Z'],
])('next 09:00: %s', (_, zone, after, expected) => {
  expect(nextMorning(new Date(after), usualHours(zone, 'none')).toISOString()).toBe(expected);
});

test.each([
  ['08:59', '2026-11-23T00:59:59Z', null],
  ['09:00', '2026-11-23T01:00:00Z', '2026-11-23T01:00:00.000Z'],
  ['caught up at noon', '2026-11-23T04:00:00Z', '2026-11-23T01:00:00.000Z'],
  ['18:30', '2026-11-23T10:30:00Z', null],
  ['Sunday', '2026-11-22T04:00:00Z', null],
])('the morning under way: %s', (_, now, expected) => {
  expect(morningUnderWay(new Date(now), usualHours('Asia/Shanghai', 'CN'))?.at.toISOString() ?? null).toBe(expected);
});

test.each([
  ['a later hour', { from: 630 }, '2026-11-23T02:00:00Z', '2026-11-23T02:30:00.000Z'],
  [
    'away until Wednesday',
    { away: { from: '2026-11-23', until: '2026-11-25' } },
    '2026-11-22T04:00:00Z',
    '2026-11-26T01:00:00.000Z',
  ],
  [
    'away over Friday',
    { away: { from: '2026-11-23', until: '2026-11-27' } },
    '2026-11-24T04:00:00Z',
    '2026-11-30T01:00:00.000Z',
  ],
  [
    'away for a year',
    { away: { from: '2026-11-23', until: '2027-11-23' } },
    '2026-11-24T04:00:00Z',
    '2027-11-24T01:00:00.000Z',
  ],
  [
    'away later',
    { away: { from: '2026-12-01', until: '2026-12-04' } },
    '2026-11-23T04:00:00Z',
    '2026-11-24T01:00:00.000Z',
  ],
])('the next morning of one’s own: %s', (_, wish, after, expected) => {
  const hours = { ...usualHours('Asia/Shanghai', 'CN'), ...wish };
  expect(nextMorning(new Date(after), hours).toISOString()).toBe(expected);
});

test('a day belongs to its zone', () => {
  const instant = new Date('2026-11-23T17:00:00Z');
  expect([localDay(instant, 'Asia/Shanghai'), localDay(instant, 'America/New_York')]).toEqual([
    '2026-11-24',
    '2026-11-23',
  ]);
});
