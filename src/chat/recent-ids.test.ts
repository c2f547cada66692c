import { createRecentIds } from './recent-ids.ts';

test('the last ids are known, those long gone are forgotten', () => {
  const recent = createRecentIds(3);
  for (const id of 'abcdefgh') recent.add(id);
  expect([...'fgh'].every(recent.has)).toBe(true);
  expect([...'abc'].some(recent.has)).toBe(false);
});
