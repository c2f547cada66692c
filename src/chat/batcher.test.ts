import { createBatcher } from './batcher.ts';

test('items that come while a flush is under way go together in the next', async () => {
  const flushed: number[][] = [];
  const batch = createBatcher<number>(async (items) => {
    flushed.push(items);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }, 3);
  const first = batch(1);
  await new Promise((resolve) => setTimeout(resolve, 2));
  await Promise.all([first, batch(2), batch(3), batch(4), batch(5)]);
  expect(flushed).toEqual([[1], [2, 3, 4], [5]]);
});

test('a failed flush fails its own items alone', async () => {
  const batch = createBatcher<number>(async ([item]) => {
    if (item === 1) throw new Error('down');
  }, 1);
  expect((await Promise.allSettled([batch(1), batch(2)])).map(({ status }) => status)).toEqual([
    'rejected',
    'fulfilled',
  ]);
});
