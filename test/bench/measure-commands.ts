import { setTimeout as sleep } from 'node:timers/promises';
import { startChild } from './child.ts';
import { flatOut, paced, type Target } from './load.ts';
import { atMost, type Tell } from './report.ts';

const NOTES = 100;
const PER_SECOND = 10;
const WARM_UP = 600;
const MOST = 12;

type Counts = Record<string, number>;

/**
 * What the driver sends for a logged note. Heartbeats are no commands to the driver's monitoring. What the bot does by
 * itself (ticks, sweeps, polls, the job queue) is counted over an equally long rest and taken off, shape by shape.
 */
export async function measureCommands(tell: Tell): Promise<void> {
  const bot = startChild('bot-child.ts', ['worker', 'counted']);
  const target = await bot.ask<Target>('start');
  await flatOut(target, WARM_UP);
  const resting = async () => sleep((NOTES / PER_SECOND) * 1000);
  await resting();
  const rest = await counted(resting);
  const busy = await counted(() => paced(target, PER_SECOND, NOTES / PER_SECOND));
  await bot.stop();

  const each = Object.entries(busy)
    .map(([shape, times]): [string, number] => [shape, Math.max(0, times - (rest[shape] ?? 0)) / NOTES])
    .filter(([, times]) => times > 0)
    .sort(([, one], [, other]) => other - one);
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const alone = sum(Object.values(rest)) / (NOTES / PER_SECOND);
  tell(atMost('store commands a logged note', sum(each.map(([, times]) => times)), MOST, (one) => one.toFixed(2)));
  tell({ what: 'taken off: what the bot sends by itself', figure: `${alone.toFixed(1)} commands a second` });
  for (const [shape, times] of each) tell({ what: `  ${times.toFixed(2)} ${shape}`, figure: '' });

  async function counted(work: () => Promise<unknown>): Promise<Counts> {
    await bot.ask('count');
    await work();
    return bot.ask<Counts>('counted');
  }
}
