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
  ['周三刚开完家长会', 'past'],
  ['周三会发给你', 'future'],
  ['从周一改到周四了', 'future'],
  ['周五酒店订好了', 'future'],
  ['周六，展览开幕，来了很多人', 'past'],
  ['He quit on Tuesday', 'past'],
  ['They quit on Tuesday', 'future'],
  ['Shares fell sharply Monday', 'past'],
  ['on Monday the board met and will vote', 'past'],
  ['Friday we will vote but met before', 'future'],
  ['the demo was moved from Friday', 'future'],
  ['a table is booked for Friday', 'future'],
  ['call Rose Friday', 'future'],
  ['to be held on Friday', 'future'],
  ['was held on Friday', 'past'],
])('%s speaks of the %s', (text, tense) => {
  const [mention] = findDates(text, { at: '2026-11-18T10:00:00+08:00', timeZone: 'Asia/Shanghai' });
  expect(mention && tenseAround(text, mention)).toBe(tense);
});
