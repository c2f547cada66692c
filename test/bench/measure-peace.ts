import { simulateMonth } from '../../src/rules/testing/month.ts';
import { monthFaults } from '../../src/rules/testing/month-faults.ts';
import type { Tell } from './report.ts';

const SEED = 7;

/** Thirty days of a team of twenty with 150 open deals: what each is told, and whether all of it keeps the peace. */
export async function measurePeace(tell: Tell): Promise<void> {
  const before = process.cpuUsage();
  const month = await simulateMonth(SEED);
  const { user, system } = process.cpuUsage(before);
  const { faults, counts } = monthFaults(month);
  tell({
    what: 'broken promises in 30 days',
    figure: String(faults.length),
    target: 'none',
    pass: faults.length === 0,
  });
  for (const fault of faults.slice(0, 10)) tell({ what: fault, figure: '' });
  tell({ what: 'messages to each', figure: [...counts].map(([person, count]) => `${person} ${count}`).join(', ') });
  tell({ what: 'CPU', figure: `${((user + system) / 1e6).toFixed(0)} s` });
}
