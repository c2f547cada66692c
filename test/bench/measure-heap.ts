import { startChild } from './child.ts';
import { flatOut, type Target } from './load.ts';
import { atMost, type Tell } from './report.ts';

const EARLY = 2_000;
const LATE = 10_000;
const MB = 2 ** 20;

/** The heap after a forced collection, bot and embedded store in one: what a message leaves in memory shows here. */
export async function measureHeap(tell: Tell): Promise<void> {
  const bot = startChild('bot-child.ts', ['same'], ['--expose-gc']);
  const target = await bot.ask<Target>('start');
  await flatOut(target, EARLY);
  const early = await bot.ask<NodeJS.MemoryUsage>('heap');
  await flatOut(target, LATE - EARLY);
  const late = await bot.ask<NodeJS.MemoryUsage>('heap');
  await bot.stop();
  const show = ({ heapUsed, external }: NodeJS.MemoryUsage) =>
    `${(heapUsed / MB).toFixed(1)} MB, outside the heap ${(external / MB).toFixed(1)} MB`;
  tell({ what: `after ${EARLY} messages`, figure: show(early) });
  tell({ what: `after ${LATE} messages`, figure: show(late) });
  tell(atMost('heap, late to early', late.heapUsed / early.heapUsed, 1.05, (one) => one.toFixed(3)));
}
