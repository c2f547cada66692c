import { createRateLimit } from './rate.ts';

test('a burst at once, then one more at each interval', () => {
  let now = 0;
  const limit = createRateLimit({ burst: 2, everyMs: 1000 }, () => now);
  expect([limit.take(), limit.take(), limit.take()]).toEqual([0, 0, 1000]);
  now = 400;
  expect(limit.take()).toBe(600);
  now = 1000;
  expect([limit.take(), limit.take()]).toEqual([0, 1000]);
  now = 60_000;
  expect([limit.take(), limit.take(), limit.take()]).toEqual([0, 0, 1000]);
});
