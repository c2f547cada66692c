import { ServiceError } from '../errors.ts';
import { pauseAfter } from './delivery-attempt.ts';

test('pauses double up to five minutes, spread by half', () => {
  for (const [attempts, least] of [
    [1, 500],
    [2, 1000],
    [5, 8000],
    [30, 300_000],
  ] as const) {
    const pause = pauseAfter(attempts, new Error('down'));
    expect(pause).toBeGreaterThanOrEqual(least);
    expect(pause).toBeLessThanOrEqual(least * 1.5);
  }
});

test('the platform is not asked again before the time it named', () => {
  expect(pauseAfter(1, new ServiceError('busy', { retryAfterMs: 30_000 }))).toBeGreaterThanOrEqual(30_000);
});
