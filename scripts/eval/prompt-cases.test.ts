import { judgePromptCase, promptCases } from './prompt-cases.ts';

test.each(promptCases().map((one) => [one.id, one] as const))('%s', async (_id, one) => {
  expect(await judgePromptCase(one)).toEqual([]);
});
