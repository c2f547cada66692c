import { together } from './together.ts';

const asked: string[][] = [];
const record = (id: string) => ({ _id: id, n: asked.length });
const one = together(async (ids) => {
  asked.push([...ids]);
  return ids.filter((id) => id !== 'gone').map(record);
});
beforeEach(() => asked.splice(0));

test('what is asked together is read together, each asker gets its own', async () => {
  const found = await Promise.all([one('a'), one('b'), one('a'), one('gone')]);
  expect(asked).toEqual([['a', 'b', 'gone']]);
  expect(found.map((one) => one?._id)).toEqual(['a', 'b', 'a', undefined]);
});

test('what is asked later is read anew', async () => {
  const first = await one('a');
  const second = await one('a');
  expect([first?.n, second?.n]).toEqual([1, 2]);
});

test('a read that fails fails its askers and nobody after them', async () => {
  let down = true;
  const flaky = together(async (ids) => {
    if (down) throw new Error('down');
    return ids.map(record);
  });
  await expect(Promise.all([flaky('a'), flaky('b')])).rejects.toThrow('down');
  down = false;
  expect((await flaky('a'))?._id).toBe('a');
});
