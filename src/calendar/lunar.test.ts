import { lunarToSolar, nextBirthday, solarToLunar } from './lunar.ts';

test.each([
  [{ month: 1, day: 1, leap: false }, 2027, '2027-02-06'],
  [{ month: 8, day: 15, leap: false }, 2026, '2026-09-25'],
  [{ month: 12, day: 23, leap: false }, 2026, '2027-01-30'],
  [{ month: 6, day: 2, leap: true }, 2025, '2025-07-26'],
])('%j of lunar year %i is %s', (date, year, solar) => {
  expect(lunarToSolar(date, year)).toBe(solar);
});

test('a leap month is kept in the ordinary month in years without it', () => {
  const date = { month: 6, day: 2, leap: true };
  expect(lunarToSolar(date, 2026)).toBe(lunarToSolar({ ...date, leap: false }, 2026));
});

test('a 30th in a month of 29 days falls on its 29th', () => {
  for (let year = 2020; year < 2040; year++) {
    const kept = lunarToSolar({ month: 12, day: 30, leap: false }, year);
    expect(solarToLunar(kept)).toMatchObject({ year, month: 12 });
    expect(solarToLunar(kept).day).toBeGreaterThanOrEqual(29);
  }
});

test.each([
  [{ calendar: 'solar', month: 8, day: 15, leap: false }, '2026-11-18', '2027-08-15'],
  [{ calendar: 'solar', month: 11, day: 18, leap: false }, '2026-11-18', '2026-11-18'],
  [{ calendar: 'solar', month: 2, day: 29, leap: false }, '2026-11-18', '2027-02-28'],
  [{ calendar: 'lunar', month: 12, day: 23, leap: false }, '2026-11-18', '2027-01-30'],
  [{ calendar: 'lunar', month: 8, day: 15, leap: false }, '2026-11-18', '2027-09-15'],
] as const)('the birthday %j is next kept, from %s, on %s', (birthday, from, day) => {
  expect(nextBirthday(birthday, from)).toBe(day);
});

test('solar and lunar agree both ways over forty years', () => {
  for (let year = 2000; year < 2040; year++)
    for (const month of [1, 5, 9, 12]) {
      const solar = lunarToSolar({ month, day: 8, leap: false }, year);
      expect(solarToLunar(solar)).toEqual({ year, month, day: 8, leap: false });
    }
});
