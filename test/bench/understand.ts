import { parse } from 'chrono-node';
import type { DirectoryAccount } from '../../src/understanding/name-directory.ts';
import type { createNameDirectory as Create } from '../../src/understanding/people/create-name-directory.ts';
import type { understand as Understand } from '../../src/understanding/understand.ts';
import { built } from './built.ts';
import { everydayMessages } from './everyday-messages.ts';
import { companyOf } from './invented-names.ts';

// On the build, as it runs: what the loader of the sources adds to a function is no cost of ours.
const { createNameDirectory } = await built<{ createNameDirectory: typeof Create }>(
  'src/understanding/people/create-name-directory',
);
const { understand } = await built<{ understand: typeof Understand }>('src/understanding/understand');

// `npm run bench:understand`: what understanding a message costs beside chrono-node's parse of the same text, in one run.

const ACCOUNTS = 100_000;
const ROUNDS = 8;
const at = '2026-11-23T10:00:00+08:00';
const timeZone = 'Asia/Shanghai';

interface Figure {
  what: string;
  value: number;
  most: number;
  unit: string;
}

async function main(): Promise<number> {
  const figures = [...(await loading()), ...reading()];
  for (const { what, value, most, unit } of figures)
    process.stdout.write(`${value <= most ? 'ok  ' : 'OVER'} ${what}: ${value.toFixed(2)} ${unit} (most ${most})\n`);
  return figures.every(({ value, most }) => value <= most) ? 0 : 1;
}

const directory = createNameDirectory();

/** The directory filled in the background: time, memory, and the longest the loop was held. */
async function loading(): Promise<Figure[]> {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  let last = start;
  let held = 0;
  const watch = setInterval(() => {
    held = Math.max(held, performance.now() - last - 1);
    last = performance.now();
  }, 1);
  await directory.load(companies());
  clearInterval(watch);
  const seconds = (performance.now() - start) / 1000;
  globalThis.gc?.();
  const megabytes = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  return [
    { what: `directory of ${ACCOUNTS} ready in`, value: seconds, most: 5, unit: 's' },
    { what: 'longest hold of the loop while loading', value: held, most: 50, unit: 'ms' },
    { what: 'directory in memory', value: megabytes, most: 200, unit: 'MB' },
  ];
}

function* companies(): Generator<DirectoryAccount> {
  for (let index = 0; index < ACCOUNTS; index++) yield companyOf(index);
}

function reading(): Figure[] {
  const texts = everydayMessages();
  const read = (text: string) => understand({ id: '1', text, at, timeZone }, directory);
  const chrono = (text: string) => parse(text, new Date(at));
  for (let round = 0; round < 5; round++) for (const text of texts) [read(text), chrono(text)];
  const times: number[] = [];
  let theirs = 0;
  // Round by round in turn, and of each text the best: a busy machine then slows both alike, or neither.
  for (const text of texts) {
    const [ours, other] = inTurn(
      () => read(text),
      () => chrono(text),
    );
    times.push(ours);
    theirs += other;
  }
  const ours = times.reduce((sum, one) => sum + one, 0);
  times.sort((a, b) => a - b);
  const short = best(() => read('跟海拓的王总聊了,下周三报价80万。'.repeat(200).slice(0, 4000)));
  const long = best(() => read('跟海拓的王总聊了,下周三报价80万。'.repeat(2000).slice(0, 40_000)));
  const worst = Math.max(...DENSE.map((piece) => best(() => read(piece.repeat(Math.ceil(40_000 / piece.length))), 2)));
  return [
    { what: `${texts.length} messages against chrono-node alone`, value: ours / theirs, most: 4, unit: '×' },
    { what: 'mean of a message', value: ours / times.length, most: 5, unit: 'ms' },
    { what: 'p99 of a message', value: times[Math.floor(times.length * 0.99)] ?? 0, most: 5, unit: 'ms' },
    { what: '40,000 characters against 4,000', value: long / short, most: 12, unit: '×' },
    { what: 'the dearest text of 40,000 characters', value: worst, most: 50, unit: 'ms' },
  ];
}

/** Texts full of what is dear to read. */
const DENSE = [
  '周五前',
  '下周三3点',
  '让我',
  '80万',
  'Aa Bb ',
  '王总',
  '不是',
  '1）',
  'by Friday ',
  '一',
  '跟',
  '2026-11-23 ',
  '给王总',
  'if we ',
  '13800001357 ',
];

function cost(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function inTurn(first: () => unknown, second: () => unknown): [number, number] {
  let [one, other] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < ROUNDS; round++) {
    one = Math.min(one, cost(first));
    other = Math.min(other, cost(second));
  }
  return [one, other];
}

function best(run: () => unknown, times = 3): number {
  return Math.min(...Array.from({ length: times }, () => cost(run)));
}

process.exitCode = await main();
