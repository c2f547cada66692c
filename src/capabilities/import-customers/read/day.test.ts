import { orderOf, readBirthday, readDay, readPastDay } from './day.ts';

test.each([
  ['2026-11-05', '2026-11-05'],
  ['2026/11/5', '2026-11-05'],
  ['2026.1.5 09:30', '2026-01-05'],
  ['2026年11月5日', '2026-11-05'],
  ['20261105', '2026-11-05'],
  ['5 Nov 2026', '2026-11-05'],
  ['Nov 5, 2026', '2026-11-05'],
  ['2026-11-05T23:30:00Z', '2026-11-05'],
  ['46331', '2026-11-05'],
  ['5-Nov-26', '2026-11-05'],
  ['25/12/2026', '2026-12-25'],
  ['12/25/2026', '2026-12-25'],
  ['11/5/2026', null],
  ['2026-02-30', null],
  ['13800010001', null],
  ['下周三', null],
])('%s is %s', (cell, day) => {
  expect(readDay(cell)).toBe(day);
});

test('a column whose days leave no choice tells which number is the month', () => {
  expect(readDay('11/5/2026', orderOf(['11/5/2026', '25/12/2026']))).toBe('2026-05-11');
  expect(readDay('11/5/2026', orderOf(['11/5/2026', '12/25/2026']))).toBe('2026-11-05');
  expect(orderOf(['25/12/2026', '12/25/2026'])).toBeNull();
});

test.each([
  ['11月5日', '2026-11-05'],
  ['12月5日 14:30', '2025-12-05'],
  ['5-Nov', '2026-11-05'],
  ['Dec 5', '2025-12-05'],
  ['2026-11-24', null],
  ['2月30日', null],
  ['Nov-26', null],
])('on 23 November 2026 %s is over since %s', (cell, day) => {
  expect(readPastDay(cell, null, '2026-11-23')).toBe(day);
});

test.each([
  ['农历八月十五', 8, 15],
  ['八月十五(农历)', 8, 15],
  ['阴历:正月初八', 1, 8],
  ['腊月廿三', 12, 23],
  ['农历十一月三十', 11, 30],
  ['农历2月30', 2, 30],
  ['农历1985年五月初十', 5, 10],
])('%s is lunar', (cell, month, day) => {
  expect(readBirthday(cell, null)).toMatchObject({ calendar: 'lunar', month, day, leap: false });
});

test('of which calendar 八月十五 is, nothing tells; a leap month is one', () => {
  expect(readBirthday('八月十五', null)).toBeNull();
  expect(readBirthday('公历八月三十一', null)).toMatchObject({ calendar: 'solar', month: 8, day: 31 });
  expect(readBirthday('闰四月廿一', null)).toMatchObject({ calendar: 'lunar', month: 4, day: 21, leap: true });
  expect(readBirthday('农历八月三十一', null)).toBeNull();
});

test('a birthday has a calendar, and a year where one is told', () => {
  expect(readBirthday('8月15日', null)).toEqual({ calendar: 'solar', month: 8, day: 15, year: null, leap: false });
  expect(readBirthday('农历8月15', null)).toMatchObject({ calendar: 'lunar', month: 8, day: 15 });
  expect(readBirthday('1985-02-03', null)).toMatchObject({ month: 2, day: 3, year: 1985 });
  expect(readBirthday('13-40', null)).toBeNull();
});
