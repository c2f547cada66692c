import { zoneOfPlace } from './city-zones.ts';

test.each([
  ['纽约', 'America/New_York'],
  ['上海市', 'Asia/Shanghai'],
  ['胡志明市', 'Asia/Ho_Chi_Minh'],
  [' New  York ', 'America/New_York'],
  ['san francisco', 'America/Los_Angeles'],
  ['europe/london', 'Europe/London'],
  ['Reykjavik', 'Atlantic/Reykjavik'],
  ['腾云', null],
  ['a meeting', null],
  ['', null],
])('%s', (words, zone) => {
  expect(zoneOfPlace(words)).toBe(zone);
});
