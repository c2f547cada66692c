import { findDates } from './find-dates.ts';

const CONTEXT = { at: '2026-11-18T10:00:00+08:00', timeZone: 'Asia/Shanghai' };

test('spans point into the original text, with full width, traditional and invisible characters', () => {
  const text = '😀他說\u200b下週三下午３點再來，１２月５日前報價';
  expect(findDates(text, CONTEXT).map(({ span: [start, end] }) => text.slice(start, end))).toEqual([
    '下週三下午３點',
    '１２月５日前',
  ]);
});

test('one message may hold several expressions, each with its direction', () => {
  const found = findDates('昨天下午3点聊了40分钟，下周二前给接口文档，11月3号之后回访', CONTEXT);
  expect(found.map(({ text, kind, direction }) => [text, kind, direction])).toEqual([
    ['昨天下午3点', 'date', 'at'],
    ['40分钟', 'duration', 'at'],
    ['下周二前', 'date', 'by'],
    ['11月3号之后', 'date', 'after'],
  ]);
});

test('an amend can see that only a weekday or only a clock time was said', () => {
  const [weekday] = findDates('是周四', CONTEXT);
  expect(weekday).toMatchObject({ weekday: 4, bareWeekday: true, time: null });
  expect(findDates('改成下周四', CONTEXT)[0]).toMatchObject({ weekday: 4, bareWeekday: false });
  expect(findDates('改成4点半', CONTEXT)[0]).toMatchObject({ kind: 'clock', time: '16:30', weekday: null });
});

test.each([
  ['生日农历八月十五', { calendar: 'lunar', year: null, month: 8, day: 15, leap: false }],
  ['生日是闰六月初二', { calendar: 'lunar', year: null, month: 6, day: 2, leap: true }],
  ['农历腊月廿三，1975年的', { calendar: 'lunar', year: 1975, month: 12, day: 23, leap: false }],
  ['8月15(农历)', { calendar: 'lunar', year: null, month: 8, day: 15, leap: false }],
  ['生日8月15', { calendar: 'solar', year: null, month: 8, day: 15, leap: false }],
  ['birthday March 3 1971', { calendar: 'solar', year: 1971, month: 3, day: 3, leap: false }],
  ['bday is Aug 12', { calendar: 'solar', year: null, month: 8, day: 12, leap: false }],
  ['bday lunar Aug 15', { calendar: 'lunar', year: null, month: 8, day: 15, leap: false }],
  ['1990年3月5日生', { calendar: 'solar', year: 1990, month: 3, day: 5, leap: false }],
])('%s keeps its month and day as said', (text, monthDay) => {
  expect(findDates(text, CONTEXT)[0]?.monthDay).toEqual(monthDay);
});

test.each([
  ['2月30日', ['2027-02-28', '2027-03-01']],
  ['11月31号', ['2026-11-30', '2026-12-01']],
  ['Feb 30', ['2027-02-28', '2027-03-01']],
  ['2028年2月30日', ['2028-02-29', '2028-03-01']],
])('%s does not exist: the nearest days are named', (text, nearest) => {
  const [mention] = findDates(text, CONTEXT);
  expect(mention?.impossible).toEqual({ nearest });
  expect(mention?.resolve('future')).toBeNull();
});

test.each([
  ['每周一早上', { unit: 'week', every: 1, weekdays: [1], dayOfMonth: null }, '2026-11-23'],
  ['每周二四', { unit: 'week', every: 1, weekdays: [2, 4], dayOfMonth: null }, '2026-11-19'],
  ['每月5号', { unit: 'month', every: 1, weekdays: [], dayOfMonth: 5 }, '2026-12-05'],
  ['every Monday at 9', { unit: 'week', every: 1, weekdays: [1], dayOfMonth: null }, '2026-11-23'],
  ['every other week', { unit: 'week', every: 2, weekdays: [], dayOfMonth: null }, '2026-11-23'],
  ['每天9点', { unit: 'day', every: 1, weekdays: [], dayOfMonth: null }, '2026-11-19'],
])('%s comes round', (text, recurrence, next) => {
  const [mention] = findDates(text, CONTEXT);
  expect(mention).toMatchObject({ kind: 'recurrence', recurrence });
  expect(mention?.resolve('future')?.day).toBe(next);
});

test('workdays know holidays and make-up days, and say when the table ends', () => {
  const before = { at: '2026-09-29T10:00:00+08:00', timeZone: 'Asia/Shanghai' };
  const [known] = findDates('3个工作日后', before);
  expect(known?.resolve('future')?.day).toBe('2026-10-09');
  expect(known?.beyondHolidayTable).toBe(false);
  const [unknown] = findDates('3个工作日后', { at: '2027-09-29T10:00:00+08:00', timeZone: 'Asia/Shanghai' });
  expect(unknown?.beyondHolidayTable).toBe(true);
});

const NO_DATES = `客户对方案很满意，价格再商量一下
一起去拜访客户吧
有两点要注意，第三点最重要
3点建议：降价、加服务、延保
他们在5号楼3层办公
二号码头项目的方案已经发了
一期项目验收通过，二期再说
合同编号HT-2026-03-04-001
型号SN20260305A已发货
电话138-0000-1234，微信同号
周总说价格太高
统一采购，万一不行再说
前台小姐姐很热情，后续跟进交给小王
提前付款有折扣，目前没有新进展
天津的客户，天气不错
一点问题都没有，几点开会
服务热线400-820-8820
比例是1:1，版本1.2.3，IP是192.168.1.10
3/4的客户都同意，报价已发5/10家
把资料发我邮箱fan.may5@example.com
网址 https://example.com/2026/03/04/news
we may call them if needed
he sat down with the CFO
first contact with the new buyer, on the 3rd floor
5th Avenue store, the 4th gen product
march through the list, I will second that
quarter of the budget is gone
call 212-555-0147, contract HT-2026-12-05-7
24/7 support and a 50/50 split, 3/4 of users like it
price is 2026 USD per seat
good morning team
June Park is the new buyer, August Meyer wants a demo
at 300k they would sign, at 3% discount
late to the party, early adopter, last resort
weekly report template attached`.split('\n');

test.each(NO_DATES)('no date in: %s', (text) => {
  const lang = /[\u4e00-\u9fff]/.test(text) ? 'zh' : 'en';
  const timeZone = lang === 'zh' ? 'Asia/Shanghai' : 'America/New_York';
  const found = findDates(text, { ...CONTEXT, timeZone, lang }).filter(({ kind }) => kind !== 'duration');
  expect(found.map((mention) => mention.text)).toEqual([]);
});

test.each([
  ['下周一起吃饭', '下周'],
  ['从周一起算', '周一起'],
  ['本周日报发了', '本周'],
  ['下周天气', '下周'],
  ['明天前往上海', '明天'],
  ['周三后续跟进', '周三'],
])('%s is cut as %s', (text, expected) => {
  expect(findDates(text, CONTEXT).map((mention) => mention.text)).toEqual([expected]);
});
