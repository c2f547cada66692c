import { setTimeout as sleep } from 'node:timers/promises';
import { createInOrder } from './in-order.ts';

test('works of one name wait for each other, also for one that fails; those of others do not', async () => {
  const inOrder = createInOrder();
  const done: string[] = [];
  const work = (name: string, ms: number) => async () => {
    await sleep(ms);
    done.push(name);
    if (name === 'a2') throw new Error('fails');
  };
  const failing = inOrder('a', work('a1', 30)).then(() => inOrder('b', work('b2', 0)));
  await Promise.allSettled([
    failing,
    inOrder('a', work('a2', 10)),
    inOrder('a', work('a3', 0)),
    inOrder('b', work('b1', 0)),
  ]);
  expect(done.filter((name) => name.startsWith('a'))).toEqual(['a1', 'a2', 'a3']);
  expect(done[0]).toBe('b1');
});
