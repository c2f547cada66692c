import { Double, Long } from 'bson';
import { PAUSE } from '../pause.ts';
import { compileQuery } from '../query/compile-query.ts';
import { docsIdentical } from '../values/compare.ts';
import { fromPlain, fromPlainValue, toPlain } from '../values/from-plain.ts';
import type { Doc, Value } from '../values/value.ts';
import { compilePipeline } from './compile-pipeline.ts';
import type { PipelineContext } from './stage.ts';
import { STAGES } from './stages/all.ts';

const other = (_id: string, k: number, parent: string | null) => fromPlain({ _id, k, parent });
const OTHERS = [other('x', 1, null), other('y', 2, 'x'), other('z', 2, 'y')];

const context: PipelineContext = {
  find: (_, filter, options) => OTHERS.filter(compileQuery(filter, { variables: options?.variables }).matches),
};

function* paused(documents: readonly object[]) {
  for (const document of documents) {
    yield PAUSE;
    yield fromPlain(document);
  }
}

function run(stages: unknown, documents: readonly object[]): Doc[] {
  const pipeline = compilePipeline(fromPlainValue(stages) as Value[], context);
  return [...pipeline.run(paused(documents))].filter((doc): doc is Doc => doc !== PAUSE);
}

const SALES = [
  { _id: 1, k: 'a', n: 1, t: [1, 2] },
  { _id: 2, k: 'b', n: 5, t: [] },
  { _id: 3, k: 'a', n: 3 },
];
const long = (value: number) => Long.fromNumber(value);
const dbl = (value: number) => new Double(value);
/** One hand-checked case per stage; the manual's page of each is reference/operator/aggregation/<name>. */
const CASES: [stages: object[], documents: object[], results: object[]][] = [
  [[{ $match: { n: { $gt: 2 } } }], SALES, [SALES[1], SALES[2]] as object[]],
  [[{ $project: { n: 1, twice: { $multiply: ['$n', 2] } } }], [SALES[1] as object], [{ _id: 2, n: 5, twice: 10 }]],
  [
    [{ $addFields: { 'o.x': '$n', k: '$$REMOVE' } }],
    [{ _id: 1, k: 1, n: 2, o: { y: 1 } }],
    [{ _id: 1, n: 2, o: { y: 1, x: 2 } }],
  ],
  [[{ $set: { n: 1 } }], [{ a: 1 }], [{ a: 1, n: 1 }]],
  [[{ $unset: ['k', 't'] }], [SALES[0] as object], [{ _id: 1, n: 1 }]],
  [[{ $replaceRoot: { newRoot: '$o' } }], [{ o: { x: 1 } }], [{ x: 1 }]],
  [[{ $replaceWith: { $mergeObjects: ['$o', { y: 2 }] } }], [{ o: { x: 1 } }], [{ x: 1, y: 2 }]],
  [
    [{ $redact: { $cond: [{ $eq: ['$level', 1] }, '$$PRUNE', '$$DESCEND'] } }],
    [{ level: 0, in: [{ level: 1 }, { level: 2 }] }],
    [{ level: 0, in: [{ level: 2 }] }],
  ],
  [[{ $sort: { k: 1, n: -1 } }], SALES, [SALES[2], SALES[0], SALES[1]] as object[]],
  [[{ $limit: 1 }], SALES, [SALES[0] as object]],
  [[{ $skip: 2 }], SALES, [SALES[2] as object]],
  [[{ $count: 'total' }], SALES, [{ total: 3 }]],
  [[{ $sample: { size: 5 } }, { $sort: { _id: 1 } }], SALES, SALES],
  [
    [{ $unwind: '$t' }],
    SALES,
    [
      { _id: 1, k: 'a', n: 1, t: 1 },
      { _id: 1, k: 'a', n: 1, t: 2 },
    ],
  ],
  [
    [{ $unwind: { path: '$t', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true } }],
    [{ t: [7] }, { t: [] }, {}, { t: 8 }],
    [{ t: 7, i: long(0) }, { i: null }, { i: null }, { t: 8, i: null }],
  ],
  [
    [
      {
        $group: {
          _id: '$k',
          sum: { $sum: '$n' },
          avg: { $avg: '$n' },
          ids: { $push: '$_id' },
          top: { $top: { output: '$n', sortBy: { n: -1 } } },
          c: { $count: {} },
        },
      },
      { $sort: { _id: 1 } },
    ],
    SALES,
    [
      { _id: 'a', sum: 4, avg: dbl(2), ids: [1, 3], top: 3, c: 2 },
      { _id: 'b', sum: 5, avg: dbl(5), ids: [2], top: 5, c: 1 },
    ],
  ],
  [
    [{ $sortByCount: '$k' }],
    SALES,
    [
      { _id: 'a', count: 2 },
      { _id: 'b', count: 1 },
    ],
  ],
  [
    [{ $bucket: { groupBy: '$n', boundaries: [0, 2, 4], default: 'more', output: { ids: { $push: '$_id' } } } }],
    SALES,
    [
      { _id: 0, ids: [1] },
      { _id: 2, ids: [3] },
      { _id: 'more', ids: [2] },
    ],
  ],
  [
    [{ $bucketAuto: { groupBy: '$n', buckets: 2 } }],
    SALES,
    [
      { _id: { min: 1, max: 5 }, count: 2 },
      { _id: { min: 5, max: 5 }, count: 1 },
    ],
  ],
  [
    [{ $lookup: { from: 'others', localField: 'k', foreignField: 'k', as: 'o.list' } }],
    [{ k: 2 }, { k: 9 }],
    [
      {
        k: 2,
        o: {
          list: [
            { _id: 'y', k: 2, parent: 'x' },
            { _id: 'z', k: 2, parent: 'y' },
          ],
        },
      },
      { k: 9, o: { list: [] } },
    ],
  ],
  [
    [
      {
        $lookup: {
          from: 'others',
          let: { k: '$k' },
          pipeline: [{ $match: { $expr: { $eq: ['$k', '$$k'] } } }, { $project: { _id: 1 } }],
          as: 'l',
        },
      },
    ],
    [{ k: 1 }],
    [{ k: 1, l: [{ _id: 'x' }] }],
  ],
  [
    [
      {
        $graphLookup: {
          from: 'others',
          startWith: '$from',
          connectFromField: 'parent',
          connectToField: '_id',
          as: 'up',
          depthField: 'd',
          maxDepth: 1,
        },
      },
    ],
    [{ from: 'z' }],
    [
      {
        from: 'z',
        up: [
          { _id: 'z', k: 2, parent: 'y', d: long(0) },
          { _id: 'y', k: 2, parent: 'x', d: long(1) },
        ],
      },
    ],
  ],
  [
    [{ $facet: { all: [{ $count: 'c' }], big: [{ $match: { n: 5 } }, { $project: { n: 1 } }] } }],
    SALES,
    [{ all: [{ c: 3 }], big: [{ _id: 2, n: 5 }] }],
  ],
  [
    [{ $unionWith: { coll: 'others', pipeline: [{ $match: { k: 1 } }] } }],
    [{ a: 1 }],
    [{ a: 1 }, { _id: 'x', k: 1, parent: null }],
  ],
  [
    [
      {
        $setWindowFields: {
          partitionBy: '$k',
          sortBy: { n: 1 },
          output: {
            run: { $sum: '$n', window: { documents: ['unbounded', 'current'] } },
            rank: { $rank: {} },
            near: { $sum: '$n', window: { range: [-1, 1] } },
            before: { $shift: { output: '$n', by: -1, default: 0 } },
          },
        },
      },
    ],
    [
      { k: 1, n: 2 },
      { k: 1, n: 1 },
      { k: 1, n: 2 },
      { k: 1, n: 5 },
    ],
    [
      { k: 1, n: 1, run: 1, rank: 1, near: 5, before: 0 },
      { k: 1, n: 2, run: 3, rank: 2, near: 5, before: 1 },
      { k: 1, n: 2, run: 5, rank: 2, near: 5, before: 2 },
      { k: 1, n: 5, run: 10, rank: 4, near: 5, before: 2 },
    ],
  ],
  [
    [{ $densify: { field: 'n', range: { step: 2, bounds: 'full' } } }],
    [{ n: 1 }, { n: 4 }, { n: 5 }],
    [{ n: 1 }, { n: 3 }, { n: 4 }, { n: 5 }],
  ],
  [
    [{ $densify: { field: 'd', partitionByFields: ['p'], range: { step: 1, unit: 'day', bounds: 'partition' } } }],
    [
      { p: 1, d: new Date(0) },
      { p: 1, d: new Date(2 * 86_400_000) },
    ],
    [
      { p: 1, d: new Date(0) },
      { p: 1, d: new Date(86_400_000) },
      { p: 1, d: new Date(2 * 86_400_000) },
    ],
  ],
  [
    [{ $fill: { sortBy: { t: 1 }, output: { v: { method: 'linear' }, w: { method: 'locf' }, x: { value: 0 } } } }],
    [{ t: 0, v: 0, w: 1, x: 1 }, { t: 1 }, { t: 2, v: 4 }],
    [
      { t: 0, v: 0, w: 1, x: 1 },
      { t: 1, v: dbl(2), w: 1, x: 0 },
      { t: 2, v: 4, w: 1, x: 0 },
    ],
  ],
];

test.each(CASES)('%j', (stages, documents, results) => {
  const actual = run(stages, documents);
  const wanted = results.map((result) => fromPlain(result));
  expect(actual.map(toPlain)).toEqual(wanted.map(toPlain));
  // Types too: the driver would show an int, a long and a double all as a number.
  expect(actual.map((doc, index) => docsIdentical(doc, wanted[index] ?? new Map()))).toEqual(wanted.map(() => true));
});

test('every stage has a case, the two that write in pipeline.test.ts', () => {
  const covered = new Set(CASES.flatMap(([stages]) => stages.map((stage) => Object.keys(stage)[0])));
  expect([...STAGES.keys()].filter((name) => !covered.has(name)).sort()).toEqual(['$merge', '$out']);
});
