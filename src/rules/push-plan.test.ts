import { usualHours } from './local-time.ts';
import { bookMorning, type PushKind, planPush, type Recipient } from './push-plan.ts';

const shanghai: Recipient = {
  ...usualHours('Asia/Shanghai', 'CN'),
  daysOff: false,
  pushed: null,
  wroteAt: null,
};
const plan = (kind: PushKind, now: string, changes: Partial<Recipient> = {}) => {
  const planned = planPush(kind, { ...shanghai, ...changes }, new Date(now));
  if (planned.kind === 'now') return 'now';
  return `${planned.kind} ${(planned.kind === 'hold' ? planned.until : planned.at).toISOString()}`;
};

test.each<[string, PushKind, string, Partial<Recipient>, string]>([
  ['Monday 09:00', 'merged', '2026-11-23T01:00:00Z', {}, 'now'],
  ['a minute before', 'merged', '2026-11-23T00:59:00Z', {}, 'morning 2026-11-23T01:00:00.000Z'],
  ['18:29', 'other', '2026-11-23T10:29:00Z', {}, 'now'],
  ['18:30', 'other', '2026-11-23T10:30:00Z', {}, 'morning 2026-11-24T01:00:00.000Z'],
  ['Friday evening', 'other', '2026-11-27T12:00:00Z', {}, 'morning 2026-11-30T01:00:00.000Z'],
  ['Saturday', 'other', '2026-11-28T03:00:00Z', {}, 'morning 2026-11-30T01:00:00.000Z'],
  ['a make-up Saturday', 'other', '2026-10-10T03:00:00Z', {}, 'now'],
  ['a holiday', 'other', '2026-10-05T03:00:00Z', {}, 'morning 2026-10-08T01:00:00.000Z'],
  ['the same day where it is none', 'other', '2026-10-05T03:00:00Z', { region: 'none' }, 'now'],
  ['a told time at night', 'timed', '2026-11-23T14:00:00Z', {}, 'now'],
  ['a told time on a day off', 'timed', '2026-11-28T03:00:00Z', {}, 'now'],
  ['their own hour', 'merged', '2026-11-23T00:30:00Z', { from: 510 }, 'now'],
  ['before their own hour', 'other', '2026-11-23T01:30:00Z', { from: 600 }, 'morning 2026-11-23T02:00:00.000Z'],
  [
    'away',
    'other',
    '2026-11-23T03:00:00Z',
    { away: { from: '2026-11-23', until: '2026-11-24' } },
    'morning 2026-11-25T01:00:00.000Z',
  ],
  [
    'a told time while away',
    'timed',
    '2026-11-23T03:00:00Z',
    { away: { from: '2026-11-23', until: '2026-11-24' } },
    'now',
  ],
  [
    'a told time on a Saturday off for good',
    'timed',
    '2026-11-28T03:00:00Z',
    { daysOff: true },
    'morning 2026-11-30T01:00:00.000Z',
  ],
  ['the same on a working evening', 'timed', '2026-11-27T14:00:00Z', { daysOff: true }, 'now'],
  [
    'booked ones count',
    'other',
    '2026-11-23T03:00:00Z',
    { pushed: { day: '2026-11-23', count: 4, booked: [{ day: '2026-11-23', count: 2 }] } },
    'morning 2026-11-24T01:00:00.000Z',
  ],
  ['the sixth of a day', 'timed', '2026-11-23T03:00:00Z', { pushed: { day: '2026-11-23', count: 5 } }, 'now'],
  [
    'the seventh of a day',
    'timed',
    '2026-11-23T03:00:00Z',
    { pushed: { day: '2026-11-23', count: 6 } },
    'morning 2026-11-24T01:00:00.000Z',
  ],
  ['six of yesterday', 'other', '2026-11-24T03:00:00Z', { pushed: { day: '2026-11-23', count: 6 } }, 'now'],
  [
    'in the minute after the person wrote',
    'merged',
    '2026-11-23T01:00:30Z',
    { wroteAt: new Date('2026-11-23T01:00:00Z') },
    'hold 2026-11-23T01:01:00.000Z',
  ],
  ['when the minute is over', 'merged', '2026-11-23T01:01:00Z', { wroteAt: new Date('2026-11-23T01:00:00Z') }, 'now'],
  [
    'another process’s clock is an hour ahead',
    'merged',
    '2026-11-23T01:00:00Z',
    { wroteAt: new Date('2026-11-23T02:00:00Z') },
    'now',
  ],
])('%s', (_, kind, now, changes, expected) => {
  expect(plan(kind, now, changes)).toBe(expected);
});

test('what is put off as a message of its own is spread over mornings', () => {
  const first = new Date('2026-11-24T01:00:00Z');
  let pushed: Recipient['pushed'] = { day: '2026-11-23', count: 6 };
  const days = Array.from({ length: 5 }, () => {
    const booked = bookMorning({ ...shanghai, pushed }, first);
    pushed = booked.pushed;
    return booked.at.toISOString().slice(0, 10);
  });
  expect(days).toEqual(['2026-11-24', '2026-11-24', '2026-11-25', '2026-11-25', '2026-11-26']);
  expect(pushed).toMatchObject({ day: '2026-11-23', count: 6 });
});
