import { findDates } from './find-dates.ts';
import { tenseAround } from './tense.ts';

test.each([
  ['周三去了趟鼎川', 'past'],
  ['周三再去一趟', 'future'],
  ['跟他们约好周四谈', 'future'],
  ['周五前给合同', 'future'],
  ['5号刚拜访过', 'past'],
  ['周三', 'future'],
  ['Met Bronwyn on Monday', 'past'],
  ['call her back Friday', 'future'],
  ['we sent it by Friday', 'future'],
  ['open since Monday', 'past'],
])('%s speaks of the %s', (text, tense) => {
  const [mention] = findDates(text, { at: '2026-11-18T10:00:00+08:00', timeZone: 'Asia/Shanghai' });
  expect(mention && tenseAround(text, mention)).toBe(tense);
});
