import { complaintsOf } from './check-run.ts';
import { clauses } from './clauses.ts';
import { runWorld } from './world.ts';

const perils = { crash: 0.02, lostAnswer: 0.05 };
const RUNS = 100;
/** More than any of the clauses has needed. */
const RUNS_TO_NOTICE = 400;

const world = (seed: number, broken = {}) => runWorld({ seed, writers: 3, commands: 8, perils, broken });

test('whatever happens between processes, the records are what one person would have made', async () => {
  for (let seed = 1; seed <= RUNS; seed++) {
    const run = await world(seed);
    expect({ seed, complaints: complaintsOf(run) }).toEqual({ seed, complaints: [] });
  }
});

test.each(Object.entries(clauses))('without "%s" the simulation complains', async (_, broken) => {
  const complaints: string[] = [];
  for (let seed = 1; seed <= RUNS_TO_NOTICE && complaints.length === 0; seed++)
    complaints.push(...complaintsOf(await world(seed, broken)));
  expect(complaints).not.toEqual([]);
});
