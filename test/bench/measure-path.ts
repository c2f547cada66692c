import { cpus, loadavg } from 'node:os';
import { type Child, startChild } from './child.ts';
import { flatOut, type Load, paced, percentile, postNote, type Target } from './load.ts';
import type { Tell } from './report.ts';

const ROUNDS = 3;
const PER_SECOND = 50;
const SECONDS_A_ROUND = 10;
const FLAT_OUT = 500;
const WARM_UP = 1_500;

interface Measured {
  name: string;
  child: Child;
  target: Target;
  /** Microseconds of CPU a message, a figure for each round. */
  paced: number[];
  flatOut: number[];
  latencies: number[];
  perSecond: number[];
}

/**
 * CPU a message from POST to reply, in turns with bare express so that both meet the same noise: at a steady pace and
 * as fast as it goes. The client is this process. `own store`: the bot with the embedded store on a thread of its own,
 * all threads counted; `store apart`: the bot alone, the same store in another process.
 */
export async function measurePath(tell: Tell): Promise<void> {
  const store = startChild('store-child.ts');
  const whole = await open('bot with its own store', startChild('bot-child.ts'));
  const apart = await open('bot, store apart', startChild('bot-child.ts', [await store.ask<string>('start')]));
  const express = await open('bare express', startChild('express-child.ts'), await postNote(whole.target));
  const all = [express, whole, apart];
  for (const { target } of all) await flatOut(target, WARM_UP);
  for (let round = 0; round < ROUNDS; round++) for (const one of all) await measureRound(one);
  for (const { child } of all) await child.stop();
  await store.stop();

  tell({ what: `${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, ${ROUNDS} rounds in turn`, figure: '' });
  for (const pace of ['paced', 'flatOut'] as const) {
    const how = pace === 'paced' ? `at ${PER_SECOND} messages/s` : 'flat out, 16 at a time';
    for (const { name, [pace]: micros } of all)
      tell({ what: `CPU a message ${how}, ${name}`, figure: range(micros, 'µs') });
    for (const one of [whole, apart])
      tell({ what: `ratio to bare express ${how}, ${one.name}`, figure: ratio(one[pace], express[pace]) });
  }
  for (const { name, perSecond } of all)
    tell({ what: `messages a second, flat out, ${name}`, figure: range(perSecond, '') });
  for (const { name, latencies } of all) {
    const [p50, p99] = [percentile(latencies, 0.5), percentile(latencies, 0.99)];
    tell({
      what: `latency at ${PER_SECOND} messages/s for ${ROUNDS * SECONDS_A_ROUND} s, ${name}`,
      figure: `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
    });
  }
}

async function open(name: string, child: Child, detail?: string): Promise<Measured> {
  const target = await child.ask<Target>('start', detail);
  return { name, child, target, paced: [], flatOut: [], latencies: [], perSecond: [] };
}

async function measureRound({ child, target, ...figures }: Measured): Promise<void> {
  const steady = await withCpu(child, () => paced(target, PER_SECOND, SECONDS_A_ROUND));
  figures.paced.push(steady.micros);
  figures.latencies.push(...steady.load.latencies);
  const fast = await withCpu(child, () => flatOut(target, FLAT_OUT));
  figures.flatOut.push(fast.micros);
  figures.perSecond.push(FLAT_OUT / fast.load.seconds);
}

async function withCpu(child: Child, load: () => Promise<Load>): Promise<{ load: Load; micros: number }> {
  const before = await child.ask<NodeJS.CpuUsage>('cpu');
  const done = await load();
  const after = await child.ask<NodeJS.CpuUsage>('cpu');
  const spent = after.user - before.user + after.system - before.system;
  return { load: done, micros: spent / done.latencies.length };
}

const middle = (numbers: readonly number[]): number => percentile(numbers, 0.5);

const range = (numbers: readonly number[], unit: string): string =>
  `${`${middle(numbers).toFixed(0)} ${unit}`.trim()} (${numbers.map((one) => one.toFixed(0)).join(', ')})`;

function ratio(numbers: readonly number[], to: readonly number[]): string {
  const each = numbers.map((one, round) => one / (to[round] ?? Number.NaN));
  return `${middle(each).toFixed(1)} (${each.map((one) => one.toFixed(1)).join(', ')})`;
}
