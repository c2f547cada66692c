import { isDoneBy, stepKind } from './step-kind.ts';

test.each([
  ['再去拜访', 'visit'],
  ['再去', 'visit'],
  ['给王总打电话', 'call'],
  ['call Priya', 'call'],
  ['产品演示', 'demo'],
  ['发报价', null],
  ['Recall the samples', null],
])('%s', (title, kind) => {
  expect(stepKind(title)).toBe(kind);
});

test('a call does no visit, a meeting does', () => {
  expect([isDoneBy('再去拜访', 'call'), isDoneBy('再去拜访', 'meeting'), isDoneBy('发报价', 'email')]).toEqual([
    false,
    true,
    false,
  ]);
});
