import { findDates } from './find-dates.ts';

const AT = '2026-11-18T10:00:00+08:00';
const instants = (words: string, timeZone = 'Asia/Shanghai') => {
  const resolved = findDates(words, { at: AT, timeZone })[0]?.resolve('future');
  return [resolved?.from, resolved?.to];
};

test.each([
  ['今晚11点到明早6点', '2026-11-18T23:00:00+08:00', '2026-11-19T06:00:00+08:00'],
  ['from 10pm tonight to 6am tomorrow', '2026-11-18T22:00:00+08:00', '2026-11-19T06:00:00+08:00'],
  ['昨天下午两点到今天上午九点', '2026-11-17T14:00:00+08:00', '2026-11-18T09:00:00+08:00'],
  ['晚上11点到1点', '2026-11-18T23:00:00+08:00', '2026-11-19T01:00:00+08:00'],
  ['周五之后', '2026-11-21T00:00:00+08:00', '2026-11-22T00:00:00+08:00'],
  ['本周内', '2026-11-20T00:00:00+08:00', '2026-11-21T00:00:00+08:00'],
  ['下周内', '2026-11-27T00:00:00+08:00', '2026-11-28T00:00:00+08:00'],
  ['the war of 1939-45', '1939-01-01T00:00:00+08:00', '1946-01-01T00:00:00+08:00'],
  ['6月上半月', '2027-06-01T00:00:00+08:00', '2027-06-16T00:00:00+08:00'],
])('%s reaches from %s to %s', (words, from, to) => {
  expect(instants(words)).toEqual([from, to]);
});

test.each([
  ['明天16:00 UTC', '2026-11-20T00:00:00+08:00'],
  ['9am PDT tomorrow', '2026-11-20T00:00:00+08:00'],
  ['北京时间明天下午3点', '2026-11-19T15:00:00+08:00'],
  ['纽约时间周五上午9点', '2026-11-20T22:00:00+08:00'],
  ['tomorrow 3pm London time', '2026-11-19T23:00:00+08:00'],
  ['2027-06-15T07:45:00Z', '2027-06-15T15:45:00+08:00'],
  ['2027-06-15T07:45:00-05:00', '2027-06-15T20:45:00+08:00'],
])('%s is the instant %s', (words, from) => {
  expect(instants(words)[0]).toBe(from);
});

test('a zone said with a clock time moves the day and the time that a step is due', () => {
  const [mention] = findDates('call at 9pm EST tomorrow', { at: AT, timeZone: 'Asia/Shanghai' });
  expect(mention?.resolve('future')).toMatchObject({ day: '2026-11-20', time: '10:00' });
});

test('9:00-10:30 is a span, no offset from UTC', () => {
  expect(instants('9:00-10:30')).toEqual(['2026-11-18T09:00:00+08:00', '2026-11-18T10:30:00+08:00']);
});

test.each([
  '比例是10:30',
  '比分3:2',
  'odds of 5 to 1',
  '分数12/15',
  'QQ群20250607',
  'prices rose from 1820 to 1945',
  'grew by 5',
])('%s tells no time', (words) => {
  expect(findDates(words, { at: AT, timeZone: 'Asia/Shanghai' })).toEqual([]);
});

test('what is moved from one day to another is no span', () => {
  const found = findDates('It moved from Thursday to next Monday', { at: AT, timeZone: 'Asia/Shanghai' });
  expect(found.map(({ text }) => text)).toEqual(['from Thursday', 'next Monday']);
});
