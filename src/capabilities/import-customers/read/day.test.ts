import { orderOf, readBirthday, readDay } from './day.ts';

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

test('a birthday has a calendar, and a year where one is told', () => {
  expect(readBirthday('8月15日', null)).toEqual({ calendar: 'solar', month: 8, day: 15, year: null, leap: false });
  expect(readBirthday('农历8月15', null)).toMatchObject({ calendar: 'lunar', month: 8, day: 15 });
  expect(readBirthday('1985-02-03', null)).toMatchObject({ month: 2, day: 3, year: 1985 });
  expect(readBirthday('13-40', null)).toBeNull();
});
