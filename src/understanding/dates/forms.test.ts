import { findDates } from './find-dates.ts';

/** Wednesday, 18 November 2026. */
const CONTEXT = { at: '2026-11-18T10:00:00+08:00', timeZone: 'Asia/Shanghai' };

/** The expression, the whole days meant, and how fine it is. */
test.each([
  ['早上九点', '2026-11-18', '2026-11-18', 'hour'],
  ['下午四五点', '2026-11-18', '2026-11-18', 'range'],
  ['一二月份', '2027-01-01', '2027-02-28', 'range'],
  ['前三季度', '2026-01-01', '2026-09-30', 'range'],
  ['2027财年', '2027-01-01', '2027-12-31', 'year'],
  ['Q3 FY27', '2027-07-01', '2027-09-30', 'quarter'],
  ['下个月今天', '2026-12-18', '2026-12-18', 'day'],
  ['一周后的今天', '2026-11-25', '2026-11-25', 'day'],
  ['两周前的周一', '2026-11-02', '2026-11-02', 'day'],
  ['两三周后', '2026-12-09', '2026-12-09', 'day'],
  ['一个半月后', '2027-01-02', '2027-01-02', 'day'],
  ['十二月一日到七日', '2026-12-01', '2026-12-07', 'range'],
  ['下旬', '2026-11-21', '2026-11-30', 'range'],
  ['冬至', '2026-12-22', '2026-12-22', 'day'],
  ['a week ago today', '2026-11-11', '2026-11-11', 'day'],
  ["in six weeks' time", '2026-12-30', '2026-12-30', 'day'],
  ["next month's first Friday", '2026-12-04', '2026-12-04', 'day'],
  ['a week on Thursday', '2026-11-26', '2026-11-26', 'day'],
  ['two Fridays ago', '2026-11-06', '2026-11-06', 'day'],
  ['Jan-Mar 2027', '2027-01-01', '2027-03-31', 'range'],
  ['Nov-Jan 2027', '2026-11-01', '2027-01-31', 'range'],
  ['the second half of next month', '2026-12-16', '2026-12-31', 'range'],
  ['the weekend of December 10', '2026-12-12', '2026-12-13', 'range'],
  ['an hour and 15 minutes ago', '2026-11-18', '2026-11-18', 'minute'],
  ['within 24 hours', '2026-11-18', '2026-11-19', 'range'],
])('%s', (text, first, last, grain) => {
  const tense = /ago|前[的三]/.test(text) ? 'period' : 'future';
  const [mention, ...others] = findDates(text, { ...CONTEXT, lang: /[a-z]/.test(text) ? 'en' : 'zh' });
  const resolved = mention?.resolve(tense);
  expect([mention?.text, resolved?.firstDay, resolved?.lastDay, mention?.grain, others.length]).toEqual([
    text,
    first,
    last,
    grain,
    0,
  ]);
});

test('within hours is due at their end, and begins now', () => {
  const resolved = findDates('两小时内给答复', CONTEXT)[0]?.resolve('future');
  expect(resolved).toMatchObject({ day: '2026-11-18', time: '12:00', from: '2026-11-18T10:00:00+08:00' });
});

test('the second day of a list is of the month of the first', () => {
  const days = findDates('12月5号和6号', CONTEXT).map((mention) => mention.resolve('future')?.day);
  expect(days).toEqual(['2026-12-05', '2026-12-06']);
});

test.each(['王九月是法务', '张立春负责', '人民路1-2号', '五月天的票', '新年快乐', '十月妈咪'])(
  '%s is no date',
  (text) => {
    expect(findDates(text, CONTEXT)).toEqual([]);
  },
);
