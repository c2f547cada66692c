import { Double } from 'bson';
import { PAUSE } from '../pause.ts';
import { ACCUMULATOR_NAMES, WINDOW_FUNCTIONS } from '../testing/supported-operators.ts';
import { docsIdentical } from '../values/compare.ts';
import { fromPlain, fromPlainValue, toPlain } from '../values/from-plain.ts';
import type { Doc, Value } from '../values/value.ts';
import { compilePipeline } from './compile-pipeline.ts';

const run = (stage: object, documents: readonly object[]): Doc[] =>
  [...compilePipeline([fromPlainValue(stage) as Value]).run(documents.map((doc) => fromPlain(doc)))].filter(
    (doc) => doc !== PAUSE,
  );
const dbl = (value: number) => new Double(value);

const GROUPED = [
  { n: 1, s: 'a', o: { x: 1 } },
  { n: 5, s: 'b', o: { y: 2 } },
  { n: 3, s: 'a', o: { x: 3 } },
];

/** One hand-checked case per accumulator; the manual's page of each is reference/operator/aggregation/<name>. */
const ACCUMULATED: [accumulator: Record<string, unknown>, result: unknown][] = [
  [{ $sum: '$n' }, 9],
  [{ $avg: '$n' }, dbl(3)],
  [{ $min: '$n' }, 1],
  [{ $max: '$n' }, 5],
  [{ $first: '$n' }, 1],
  [{ $last: '$n' }, 3],
  [{ $push: '$n' }, [1, 5, 3]],
  [{ $addToSet: '$s' }, ['a', 'b']],
  [{ $mergeObjects: '$o' }, { x: 3, y: 2 }],
  [{ $stdDevPop: '$n' }, dbl(Math.sqrt(8 / 3))],
  [{ $stdDevSamp: '$n' }, dbl(2)],
  [{ $count: {} }, 3],
  [{ $firstN: { input: '$n', n: 2 } }, [1, 5]],
  [{ $lastN: { input: '$n', n: 2 } }, [5, 3]],
  [{ $minN: { input: '$n', n: 2 } }, [1, 3]],
  [{ $maxN: { input: '$n', n: 2 } }, [5, 3]],
  [{ $top: { output: '$s', sortBy: { n: -1 } } }, 'b'],
  [{ $topN: { output: '$n', sortBy: { n: -1 }, n: 2 } }, [5, 3]],
  [{ $bottom: { output: '$n', sortBy: { n: -1 } } }, 1],
  [{ $bottomN: { output: '$n', sortBy: { n: -1 }, n: 2 } }, [3, 1]],
  [{ $percentile: { input: '$n', p: [0.5], method: 'approximate' } }, [dbl(3)]],
  [{ $median: { input: '$n', method: 'approximate' } }, dbl(3)],
];

test.each(ACCUMULATED)('%j', (accumulator, result) => {
  const [doc] = run({ $group: { _id: null, r: accumulator } }, GROUPED);
  expect(toPlain(doc ?? new Map())).toEqual(toPlain(fromPlain({ _id: null, r: result })));
  expect(docsIdentical(doc ?? new Map(), fromPlain({ _id: null, r: result }))).toBe(true);
});

const SERIES = [
  { t: 0, k: 1, v: 3, w: 2 },
  { t: 1, k: 1, v: 6 },
  { t: 3, k: 2, v: 12, w: 5 },
];

/** v is 3t + 3, so that its slope is 3 everywhere and its area is that of two trapezes. */
const WINDOWED: [window: Record<string, unknown>, sortBy: object, results: unknown[]][] = [
  [{ $rank: {} }, { k: 1 }, [1, 1, 3]],
  [{ $denseRank: {} }, { k: 1 }, [1, 1, 2]],
  [{ $documentNumber: {} }, { k: 1 }, [1, 2, 3]],
  [{ $shift: { output: '$v', by: 1, default: 0 } }, { t: 1 }, [6, 12, 0]],
  [{ $locf: '$w' }, { t: 1 }, [2, 2, 5]],
  [{ $linearFill: '$w' }, { t: 1 }, [2, 3, 5]],
  [{ $expMovingAvg: { input: '$v', alpha: 0.5 } }, { t: 1 }, [3, 4.5, 8.25]],
  [{ $derivative: { input: '$v' }, window: { documents: [-1, 0] } }, { t: 1 }, [null, 3, 3]],
  [{ $integral: { input: '$v' }, window: { documents: ['unbounded', 'current'] } }, { t: 1 }, [0, 4.5, 22.5]],
  [{ $covariancePop: ['$t', '$v'] }, { t: 1 }, [14 / 3, 14 / 3, 14 / 3]],
  [{ $covarianceSamp: ['$t', '$v'] }, { t: 1 }, [7, 7, 7]],
];

test.each(WINDOWED)('%j by %j', (window, sortBy, results) => {
  const docs = run({ $setWindowFields: { sortBy, output: { r: window } } }, SERIES).map(toPlain);
  docs.forEach((doc, n) => {
    const wanted = results[n];
    if (typeof wanted === 'number') expect(doc.r).toBeCloseTo(wanted, 10);
    else expect(doc.r).toEqual(wanted);
  });
  expect(docs).toHaveLength(results.length);
});

test('every accumulator and window function has a case', () => {
  const names = (cases: readonly [Record<string, unknown>, ...unknown[]][]) =>
    new Set(cases.map(([spec]) => Object.keys(spec)[0] ?? ''));
  expect(ACCUMULATOR_NAMES.filter((name) => !names(ACCUMULATED).has(name))).toEqual([]);
  expect(WINDOW_FUNCTIONS.filter((name) => !names(WINDOWED).has(name))).toEqual([]);
});
