import { findDates } from './find-dates.ts';

/** Each line: the words | the instants from … to, of Wednesday 2026-11-18, 10:00 in Shanghai. */
const NEW = `
建军节|2027-08-01T00:00
七夕|2027-08-08T00:00
中元节|2027-08-16T00:00
去年中秋|2025-10-06T00:00
芒种|2027-06-06T00:00
圣诞节前夜|2026-12-24T00:00
Ash Wednesday|2027-02-10T00:00
国庆后第一个工作日|2027-10-08T00:00
本月最后一个工作日|2026-11-30T00:00
the last working day of the month|2026-11-30T00:00
`;

test.each(
  NEW.trim()
    .split('\n')
    .map((row) => row.split('|') as [string, string]),
)('%s begins at %s', (words, from) => {
  const [mention] = findDates(words, { at: '2026-11-18T10:00:00+08:00', timeZone: 'Asia/Shanghai' });
  expect(mention?.resolve('future')?.from.slice(0, 16)).toBe(from);
});

test.each(['圣诞贺卡', '国庆套餐', '中秋礼盒', '元旦旦是谁', '圣诞老人', '发给白露'])(
  '%s names a thing, not the day',
  (words) => {
    expect(findDates(words, { at: '2026-11-18T10:00:00+08:00', timeZone: 'Asia/Shanghai' })).toEqual([]);
  },
);
