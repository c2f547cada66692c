import { findDates } from '../../src/understanding/dates/find-dates.ts';
import { findMoney } from '../../src/understanding/money/find-money.ts';
import { normalise } from '../../src/understanding/text/normal-text.ts';

const CONTEXT = { at: '2026-11-18T10:00:00+08:00', timeZone: 'Asia/Shanghai' };
/** Pieces of which long texts are made that lead the grammar on. */
const SEEDS = [
  ...[
    '一',
    '周',
    '下周',
    '下下',
    '9月',
    '1,',
    '3点',
    '万',
    '1万',
    '十',
    '农历',
    '到',
    '再',
    '周一到',
    '周一、',
    '每周一、',
  ],
  ...[
    'at ',
    'next ',
    'Dec ',
    '1-',
    '$',
    'the ',
    'e',
    'Mon-',
    '9:30 ',
    '2026-',
    'one-',
    'one ',
    'half ',
    'a ',
    'twenty ',
  ],
  ...[
    '  ',
    '\t',
    '\n',
    ' \n',
    '.',
    '1.',
    '1.000.',
    '1 ',
    '100 ',
    '12/',
    '12/5-',
    '2026-12-05 ',
    '3点到',
    '下周三下午3点半到',
  ],
  ...[
    '不',
    'nobody ',
    'no reply ',
    '(',
    ',',
    '，',
    '。',
    'ed ',
    '了',
    '个',
    '半',
    '前',
    '国庆前',
    '上',
    '大',
    '大大',
    '年',
    '月',
    '第一',
    '第一个',
    '最后一',
  ],
  ...[
    '😀',
    '\ud800',
    '\u200b',
    '\u202e',
    '萬',
    'ﬁ',
    '㈠',
    '½',
    'İ',
    '块',
    '50块',
    '€',
    '30.000 ',
    'in ',
    'in a couple of ',
    'for the last ',
  ],
  ...[
    'last ',
    'end of ',
    'end of the ',
    'early ',
    'week after next ',
    'between 3 and ',
    'monday tuesday ',
    'mar 1 ',
    'may ',
    'q1 ',
    '2026年',
  ],
];

function repeated(seed: string, length: number): string {
  return seed.repeat(Math.ceil(length / seed.length)).slice(0, length);
}

/** The least processor time of some runs, in milliseconds. */
function cost(work: () => unknown, runs: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

const readers: readonly (readonly [string, (text: string) => unknown])[] = [
  ['dates', (text) => findDates(text, CONTEXT).map((mention) => mention.resolve('future')?.from)],
  ['money', (text) => findMoney(text)],
  ['plain', (text) => normalise(text)],
];

const rows: { ratio: number; short: number; long: number; name: string }[] = [];
for (const [name, read] of readers) {
  for (const seed of SEEDS) {
    const [short, long] = [repeated(seed, 4000), repeated(seed, 40_000)];
    cost(() => read(short), 5);
    const [shortCost, longCost] = [cost(() => read(short), 12), cost(() => read(long), 4)];
    rows.push({
      ratio: longCost / shortCost,
      short: shortCost,
      long: longCost,
      name: `${name} ${JSON.stringify(seed)}`,
    });
  }
}
const line = ({ ratio, short, long, name }: (typeof rows)[number]) =>
  `${ratio.toFixed(1)}x  ${short.toFixed(2)} ms  ${long.toFixed(1)} ms  ${name}`;
const worst = (order: (row: (typeof rows)[number]) => number) =>
  [...rows].sort((a, b) => order(b) - order(a)).slice(0, 10);
process.stdout.write(
  `Steepest (40,000 characters against 4,000):\n${worst((row) => row.ratio)
    .map(line)
    .join('\n')}\n`,
);
process.stdout.write(
  `Dearest 4,000 characters:\n${worst((row) => row.short)
    .map(line)
    .join('\n')}\n`,
);
