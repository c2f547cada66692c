import {
  addHolidayYear,
  addWorkdays,
  inHolidayTable,
  isWorkday,
  publicHolidayAround,
  workdaysBetween,
  workRegionOf,
} from './work-calendar.ts';

test.each([
  ['2026-10-05', 'CN', false],
  ['2026-10-10', 'CN', true],
  ['2026-10-10', 'none', false],
  ['2026-10-05', 'none', true],
  ['2026-02-14', 'CN', true],
  ['2026-11-18', 'CN', true],
  ['2026-11-21', 'CN', false],
] as const)('%s in %s: worked %s', (day, region, worked) => {
  expect(isWorkday(day, region)).toBe(worked);
});

test('workdays are counted over holidays and make-up days, forwards and backwards', () => {
  expect(addWorkdays('2026-09-30', 1, 'CN')).toBe('2026-10-08');
  expect(addWorkdays('2026-10-08', -1, 'CN')).toBe('2026-09-30');
  expect(addWorkdays('2026-11-20', 3, 'none')).toBe('2026-11-25');
  expect(addWorkdays('2026-11-20', 0, 'CN')).toBe('2026-11-20');
  expect(workdaysBetween('2026-11-20', '2026-11-25', 'CN')).toBe(3);
  expect(workdaysBetween('2026-09-30', '2026-10-10', 'CN')).toBe(3);
  expect(workdaysBetween('2026-11-25', '2026-11-20', 'CN')).toBe(-3);
});

test('a public holiday is as long as the table has it, and a day alone where it has none', () => {
  expect(publicHolidayAround('2026-10-01', 'CN')).toEqual({ from: '2026-10-01', until: '2026-10-07' });
  expect(publicHolidayAround('2026-02-17', 'CN')).toEqual({ from: '2026-02-15', until: '2026-02-23' });
  expect(publicHolidayAround('2026-10-01', 'none')).toEqual({ from: '2026-10-01', until: '2026-10-01' });
  expect(publicHolidayAround('2027-05-01', 'CN')).toEqual({ from: '2027-05-01', until: '2027-05-01' });
});

test('the table ends with 2026 until a year is added', () => {
  expect(inHolidayTable('2026-12-31', 'CN')).toBe(true);
  expect(inHolidayTable('2027-01-01', 'CN')).toBe(false);
  expect(inHolidayTable('2027-01-01', 'none')).toBe(true);
  expect(isWorkday('2027-01-01', 'CN')).toBe(true);
  addHolidayYear(2027, { off: ['2027-01-01'], work: ['2027-01-03'] });
  expect(inHolidayTable('2027-01-01', 'CN')).toBe(true);
  expect(isWorkday('2027-01-01', 'CN')).toBe(false);
  expect(isWorkday('2027-01-03', 'CN')).toBe(true);
});

test('only the mainland keeps its make-up days', () => {
  expect(workRegionOf('Asia/Shanghai')).toBe('CN');
  expect(workRegionOf('Asia/Hong_Kong')).toBe('none');
});
