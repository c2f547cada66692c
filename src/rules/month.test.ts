import { breaches } from '../../test/support/message-law.ts';
import { type Month, simulateMonth } from './testing/month.ts';
import { monthFaults } from './testing/month-faults.ts';

// The whole month is in the bench: `npm run bench -- --only peace`.
let month: Month;
beforeAll(async () => {
  month = await simulateMonth(11, 6);
}, 240_000);

test('six days of a team of twenty: within the cap and the hours, nothing twice, nothing lost', () => {
  const { faults, counts } = monthFaults(month);
  expect(faults).toEqual([]);
  expect(counts.size).toBe(20);
  expect(month.promises.filter(({ kind }) => kind === 'timed').length).toBeGreaterThan(5);
});

test('every message of theirs keeps the law of words and shape', () => {
  const broken = month.told.flatMap(({ message }) =>
    breaches({ ...message, private: false }, { typed: [], askedForAll: false }),
  );
  expect(broken).toEqual([]);
  expect(month.told.length).toBeGreaterThan(50);
});

const told = (change: (told: Month['told'][number]) => Month['told']) =>
  monthFaults({ ...month, told: month.told.flatMap(change) }).faults.map((fault) => fault.split(':')[0]);
const ruleOf = ({ set }: Month['told'][number]) => set.reason?.rule;

test.each([
  [
    'every push ten hours late',
    'outside the hours',
    (one: Month['told'][number]) => [
      { ...one, message: { ...one.message, notBefore: new Date(one.set.at.getTime() + 10 * 3_600_000) } },
    ],
  ],
  ['each list twice', 'two lists', (one: Month['told'][number]) => (ruleOf(one) === 'morning' ? [one, one] : [one])],
  [
    'no briefs and no lists',
    'lost',
    (one: Month['told'][number]) => (ruleOf(one) === 'step-brief' || ruleOf(one) === 'morning' ? [] : [one]),
  ],
  ['no lists', 'never named', (one: Month['told'][number]) => (ruleOf(one) === 'morning' ? [] : [one])],
] as const)('what the check would say of %s', (_, fault, change) => {
  expect(told(change as (one: Month['told'][number]) => Month['told'])).toContain(fault);
});
