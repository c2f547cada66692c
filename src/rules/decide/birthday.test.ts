import type { ContactBirthday } from '../../crm/contact/contact.ts';
import { birthdayWindow } from '../birthday-window.ts';
import { addDays } from '../local-time.ts';
import type { Named } from '../rule.ts';
import { type BirthdayFacts, birthdayAhead, toldBirthday } from './birthday.ts';

const born = (calendar: 'solar' | 'lunar', month: number, day: number, leap = false): ContactBirthday => ({
  calendar,
  month,
  day,
  year: null,
  leap,
});

/** The days of a stretch on which the birthday is told, one look each working or free morning. */
function toldOn(birthday: ContactBirthday, from: string, to: string, changes: Partial<BirthdayFacts> = {}): string[] {
  const told: string[] = [];
  let named: Named | null = null;
  for (let today = from; today <= to; today = addDays(today, 1)) {
    const facts: BirthdayFacts = {
      contact: 'c1',
      account: 'a1',
      owner: 'lin',
      birthday,
      leads: [3, 0],
      region: 'CN',
      today,
      named,
      ...changes,
    };
    if (birthdayAhead.decide(facts).occurrence === null) continue;
    told.push(today);
    named = toldBirthday(facts);
  }
  return told;
}

test.each([
  [
    'a Thursday: three days ahead and the day',
    born('solar', 11, 26),
    '2026-11-01',
    '2026-12-31',
    ['2026-11-23', '2026-11-26'],
  ],
  [
    'a Saturday: on Wednesday, and on the Friday before',
    born('solar', 11, 28),
    '2026-11-01',
    '2026-12-31',
    ['2026-11-25', '2026-11-27'],
  ],
  [
    'a Monday: on Friday (Friday is three days ahead) and the day',
    born('solar', 11, 30),
    '2026-11-01',
    '2026-12-31',
    ['2026-11-27', '2026-11-30'],
  ],
  ['within the National Day week: before it, once', born('solar', 10, 3), '2026-09-01', '2026-10-31', ['2026-09-30']],
  [
    '29 February in a common year is kept on the 28th',
    born('solar', 2, 29),
    '2027-02-01',
    '2027-03-10',
    ['2027-02-25', '2027-02-26'],
  ],
  ['15th of the 8th lunar month', born('lunar', 8, 15), '2025-09-01', '2025-10-31', ['2025-09-30']],
  [
    'a lunar 30th in a month of 29 days: on its 29th',
    born('lunar', 10, 30),
    '2027-11-01',
    '2028-01-31',
    ['2027-11-24', '2027-11-26'],
  ],
  [
    'in the leap month of a year that has it',
    born('lunar', 6, 15, true),
    '2025-06-01',
    '2025-09-30',
    ['2025-08-05', '2025-08-08'],
  ],
  ['… not in the ordinary month of that year', born('lunar', 6, 15, true), '2025-06-01', '2025-07-31', []],
  [
    '… in the ordinary month of a year without',
    born('lunar', 6, 15, true),
    '2026-07-01',
    '2026-08-31',
    ['2026-07-24', '2026-07-28'],
  ],
  [
    'of the ordinary month, in a leap year once',
    born('lunar', 6, 15),
    '2025-06-01',
    '2025-09-30',
    ['2025-07-04', '2025-07-09'],
  ],
])('%s', (_, birthday, from, to, expected) => {
  expect(toldOn(birthday, from, to)).toEqual(expected);
});

test('a birthday noted down after its first day is told the next morning', () => {
  expect(toldOn(born('solar', 11, 26), '2026-11-24', '2026-11-30')).toEqual(['2026-11-24', '2026-11-26']);
});

test('next year it is told again', () => {
  expect(toldOn(born('solar', 11, 26), '2026-11-20', '2027-12-31', { region: 'none' })).toEqual([
    '2026-11-23',
    '2026-11-26',
    '2027-11-23',
    '2027-11-26',
  ]);
});

test('whatever the rule tells on a morning, the window of that morning finds', () => {
  const births = [
    ...[2, 6, 8, 12].flatMap((month) => [born('lunar', month, 1), born('lunar', month, 30)]),
    born('lunar', 6, 29, true),
    ...[born('solar', 2, 29), born('solar', 12, 31), born('solar', 1, 1), born('solar', 10, 5)],
  ];
  for (const birthday of births)
    for (const day of toldOn(birthday, '2025-01-01', '2026-03-31')) {
      const found = birthdayWindow(day, [3, 0], 'CN')[birthday.calendar];
      expect({ day, found }).toEqual({
        day,
        found: expect.arrayContaining([{ month: birthday.month, day: birthday.day }]),
      });
    }
});
