import type { Tense } from './date-mention.ts';
import { findDates } from './find-dates.ts';

/** Each line: the words | tense (p past, f future) | the day | the clock time, if one is said. Wednesday 2026-11-18, 10:00. */
const CHINESE = `
今天|f|2026-11-18
昨天|p|2026-11-17
前天|p|2026-11-16
大前天|p|2026-11-15
明天|f|2026-11-19
后天|f|2026-11-20
大后天|f|2026-11-21
昨晚|p|2026-11-17
今晚|f|2026-11-18
周三|p|2026-11-18
周三|f|2026-11-25
周四|p|2026-11-12
周四|f|2026-11-19
礼拜天|p|2026-11-15
星期天|f|2026-11-22
这周三|f|2026-11-18
本周一|p|2026-11-16
下周三|f|2026-11-25
上周三|p|2026-11-11
下下周三|f|2026-12-02
上上周五|p|2026-11-06
周末|f|2026-11-21
周末|p|2026-11-14
下周|f|2026-11-23
这周内|f|2026-11-20
本周内|f|2026-11-20
下周内|f|2026-11-27
月初|p|2026-11-01
月底|f|2026-11-30
下个月初|f|2026-12-01
12月底|f|2026-12-31
下个月中|f|2026-12-15
年底|f|2026-12-31
季度末|f|2026-12-31
本季度|f|2026-12-31
一季度|f|2027-03-31
三天后|f|2026-11-21
两周后|f|2026-12-02
一个月后|f|2026-12-18
半个月后|f|2026-12-03
半年后|f|2027-05-18
12月5号|f|2026-12-05
11月18号|f|2026-11-18
11月17号|f|2027-11-17
12月30号|p|2025-12-30
11月18号|p|2026-11-18
5号|f|2026-12-05
5号|p|2026-11-05
18号|f|2026-11-18
31号|f|2026-12-31
31号|p|2026-10-31
国庆前|f|2027-09-30
国庆后|f|2027-10-08
元旦后|f|2027-01-02
春节前|f|2027-02-04
春节后|f|2027-02-13
年后|f|2027-02-13
五一后|f|2027-05-06
周五前|f|2026-11-20
下周二之前|f|2026-11-24
9月8号以后|f|2027-09-09
周五之后|f|2026-11-21
下午3点|f|2026-11-18|15:00
3点半|f|2026-11-18|15:30
三点一刻|f|2026-11-18|15:15
三点三刻|f|2026-11-18|15:45
晚上8点|f|2026-11-18|20:00
中午12点|f|2026-11-18|12:00
3点|f|2026-11-18|15:00
9点|f|2026-11-18|09:00
12点|f|2026-11-18|12:00
明天上午10点|f|2026-11-19|10:00
下周三下午3点|f|2026-11-25|15:00
下周三3pm|f|2026-11-25|15:00
下午2点半|f|2026-11-18|14:30
19:30|f|2026-11-18|19:30
10/14|p|2026-10-14
农历八月十五|f|2027-09-15
正月初八|f|2027-02-13
EOW 前|f|2026-11-20
今天EOD前|f|2026-11-18
下班前|f|2026-11-18
３天后|f|2026-11-21
下週三|f|2026-11-25
後天|f|2026-11-20
廿三号|f|2026-11-23
5个工作日内|f|2026-11-25
三四天后|f|2026-11-22
`;

const ENGLISH = `
today|f|2026-11-18
yesterday|p|2026-11-17
tmrw|f|2026-11-19
tonight|f|2026-11-18
by EOD|f|2026-11-18
COB|f|2026-11-18
day before yesterday|p|2026-11-16
Wednesday|p|2026-11-18
Wednesday|f|2026-11-25
Friday|p|2026-11-13
Fri|f|2026-11-20
this Wednesday|f|2026-11-18
next Wednesday|f|2026-11-25
last Wednesday|p|2026-11-11
over the weekend|p|2026-11-14
by the weekend|f|2026-11-21
next week|f|2026-11-23
by end of this week|f|2026-11-20
EOW|f|2026-11-20
early May|f|2027-05-01
mid May|f|2027-05-15
end of the month|f|2026-11-30
EOM|f|2026-11-30
end of January|f|2027-01-31
end of the year|f|2026-12-31
Q1|f|2027-03-31
by Q4|f|2026-12-31
in 3 days|f|2026-11-21
in two weeks|f|2026-12-02
in a month|f|2026-12-18
Dec 5|f|2026-12-05
Dec 5|p|2025-12-05
the 5th|f|2026-12-05
on the 28th|p|2026-10-28
10/14|p|2026-10-14
11/20|f|2026-11-20
before Christmas|f|2026-12-24
after Christmas|f|2026-12-26
by Friday|f|2026-11-20
after Jan 4|f|2027-01-05
by Thurs noon|f|2026-11-19|12:00
10am|f|2026-11-18|10:00
2:30pm|f|2026-11-18|14:30
14:30|f|2026-11-18|14:30
noon|f|2026-11-18|12:00
at 3|f|2026-11-18|15:00
tomorrow 9am|f|2026-11-19|09:00
tomorrow at 9:30am|f|2026-11-19|09:30
June 3rd at 2:30pm|f|2027-06-03|14:30
Friday at 10am|f|2026-11-20|10:00
15th of the 8th lunar month|f|2027-09-15
by COB Monday|f|2026-11-23
within 5 business days|f|2026-11-25
a week after Dec 1|f|2026-12-08
first Monday of December|f|2026-12-07
wensday|f|2026-11-25
`;

const CASES = [
  ...lines(CHINESE).map((line) => ({
    ...line,
    lang: 'zh' as const,
    at: '2026-11-18T10:00:00+08:00',
    timeZone: 'Asia/Shanghai',
  })),
  ...lines(ENGLISH).map((line) => ({
    ...line,
    lang: 'en' as const,
    at: '2026-11-18T10:00:00-05:00',
    timeZone: 'America/New_York',
  })),
];

test.each(CASES)('$lang $words ($tense) is $day $time', ({ words, tense, day, time, ...context }) => {
  const [mention, ...others] = findDates(words, context);
  expect(others).toEqual([]);
  expect(mention?.resolve(tense)).toMatchObject({ day, time });
});

test.each([
  ['本月', '2026-11-01', '2026-11-30'],
  ['上个季度', '2026-07-01', '2026-09-30'],
  ['Q4', '2026-10-01', '2026-12-31'],
  ['今年', '2026-01-01', '2026-12-31'],
  ['上周', '2026-11-09', '2026-11-15'],
  ['今天', '2026-11-18', '2026-11-18'],
  ['last month', '2026-10-01', '2026-10-31'],
  ['March', '2026-03-01', '2026-03-31'],
  ['next quarter', '2027-01-01', '2027-03-31'],
  ['下周一到周三', '2026-11-23', '2026-11-25'],
  ['12月1号到5号', '2026-12-01', '2026-12-05'],
  ['Dec 1-5', '2026-12-01', '2026-12-05'],
])('%s names the days %s to %s', (words, firstDay, lastDay) => {
  const [mention] = findDates(words, { at: '2026-11-18T10:00:00+08:00', timeZone: 'Asia/Shanghai' });
  expect(mention?.resolve('period')).toMatchObject({ firstDay, lastDay });
});

test.each([
  ['4/11', 'Europe/London', 'en', '2026-11-04'],
  ['4/11', 'America/Chicago', 'en', '2026-04-11'],
  ['4/11', 'Europe/London', 'zh', '2026-04-11'],
  ['25/12', 'America/Chicago', 'en', '2025-12-25'],
] as const)('%s in %s, %s, is %s', (text, timeZone, lang, day) => {
  const [mention] = findDates(text, { at: '2026-11-18T10:00:00Z', timeZone, lang });
  expect(mention?.resolve('past')?.day).toBe(day);
});

test('days are reckoned in the zone of the sender, whatever offset the instant is written in', () => {
  const [mention] = findDates('今天', { at: '2026-06-30T16:40:00Z', timeZone: 'Asia/Shanghai' });
  expect(mention?.resolve('future')).toMatchObject({
    day: '2026-07-01',
    from: '2026-07-01T00:00:00+08:00',
    to: '2026-07-02T00:00:00+08:00',
  });
});

function lines(table: string): { words: string; tense: Tense; day: string; time: string | null }[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [words = '', tense, day = '', time = null] = line.split('|');
      return { words, tense: tense === 'p' ? 'past' : 'future', day, time };
    });
}
