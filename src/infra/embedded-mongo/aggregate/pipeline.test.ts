import { PAUSE } from '../pause.ts';
import { fromPlain, fromPlainValue, toPlain } from '../values/from-plain.ts';
import type { Value } from '../values/value.ts';
import { compilePipeline } from './compile-pipeline.ts';
import { leadOf } from './lead.ts';
import type { PipelineContext } from './stage.ts';

function run(stages: unknown, document: object, context: PipelineContext): void {
  for (const doc of compilePipeline(fromPlainValue(stages) as Value[], context).run([fromPlain(document)])) {
    if (doc !== PAUSE) throw new Error('a writing stage gave a document');
  }
}

test('$out and $merge hand the documents to the store', () => {
  const written: unknown[] = [];
  const writer: PipelineContext = {
    *replaceCollection(namespace, docs) {
      for (const doc of docs) {
        if (doc === PAUSE) yield PAUSE;
        else written.push([namespace, toPlain(doc)]);
      }
    },
    *merge(plan, docs) {
      for (const doc of docs) {
        if (doc === PAUSE) yield PAUSE;
        if (doc === PAUSE || typeof plan.whenMatched !== 'function') continue;
        written.push([
          plan.into,
          plan.on,
          plan.whenNotMatched,
          toPlain(plan.whenMatched(fromPlain({ _id: 1, n: 1 }), doc)),
        ]);
      }
    },
  };
  run([{ $out: { db: 'd', coll: 'c' } }], { a: 1 }, writer);
  run(
    [
      {
        $merge: {
          into: 'c',
          on: 'k',
          whenMatched: [{ $set: { n: { $add: ['$n', '$$new.n'] } } }],
          whenNotMatched: 'discard',
        },
      },
    ],
    { n: 2 },
    writer,
  );
  expect(written).toEqual([
    [{ db: 'd', collection: 'c' }, { a: 1 }],
    [{ collection: 'c' }, ['k'], 'discard', { _id: 1, n: 3 }],
  ]);
});

test.each<[stages: unknown[], code: number]>([
  [[{ $nope: 1 }], 40324],
  [[{ $match: {}, $limit: 1 }], 40323],
  [['x'], 14],
  [[{ $geoNear: {} }], 115],
  [[{ $changeStream: {} }], 40573],
  [[{ $out: 'x' }, { $limit: 1 }], 40601],
  [[{ $facet: { a: [{ $out: 'x' }] } }], 40600],
  [[{ $match: { $nope: 1 } }], 2],
  [[{ $limit: 0 }], 15958],
  [[{ $group: { a: { $sum: 1 } } }], 15955],
  [[{ $group: { _id: 1, a: { $nope: 1 } } }], 15952],
  [[{ $group: { _id: 1, a: { $accumulator: {} } } }], 2],
  [[{ $unwind: 't' }], 28818],
  [[{ $sort: { a: 2 } }], 15975],
  [[{ $lookup: { from: 'x', as: 'y' } }], 9],
  [[{ $project: {} }], 51272],
  [[{ $bucket: { groupBy: '$n', boundaries: [2, 1] } }], 40194],
])('%j is refused with %i', (stages, code) => {
  let thrown: unknown;
  try {
    compilePipeline(fromPlainValue(stages) as Value[]);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toMatchObject({ name: 'MongoError', code });
});

test.each<[stages: object[], fields: string[] | undefined]>([
  [[{ $group: { _id: '$a.b', n: { $sum: '$c' } } }], ['a', 'c']],
  [
    [{ $match: { x: 1 } }, { $unwind: '$t' }, { $project: { t: 1, _id: 0 } }],
    ['_id', 't', 'x'],
  ],
  [[{ $match: { x: 1 } }], undefined],
  [[{ $count: 'n' }], []],
  [[{ $project: { a: 0 } }], undefined],
])('%j reads %j of the source', (stages, fields) => {
  const pipeline = compilePipeline(fromPlainValue(stages) as Value[]);
  expect(pipeline.fields && [...pipeline.fields].sort()).toEqual(fields);
});

test('the leading stages that are a plain query are taken off', () => {
  const stages = [
    { $match: { a: 1 } },
    { $sort: { b: 1 } },
    { $match: { c: 1 } },
    { $skip: 2 },
    { $limit: 5 },
    { $count: 'n' },
  ];
  const lead = leadOf(fromPlainValue(stages) as Value[]);
  expect(toPlain(lead.filter)).toEqual({ $and: [{ a: 1 }, { c: 1 }] });
  expect([toPlain(lead.sort ?? new Map()), lead.skip, lead.limit, lead.rest.length]).toEqual([{ b: 1 }, 2, 5, 1]);
  const other = leadOf(fromPlainValue([{ $limit: 5 }, { $skip: 2 }]) as Value[]);
  expect([other.limit, other.skip, other.rest.length]).toEqual([5, undefined, 1]);
});

test('a long sort is stable and pauses when its time is over', () => {
  const documents = Array.from({ length: 10_000 }, (_, i) => fromPlain({ i, k: (i * 7919) % 100 }));
  const pipeline = compilePipeline(fromPlainValue([{ $sort: { k: -1 } }]) as Value[], { tick: () => true });
  const results = [...pipeline.run(documents)];
  const sorted = documents.map((doc) => toPlain(doc)).sort((a, b) => b.k - a.k || a.i - b.i);
  expect(results.flatMap((doc) => (doc === PAUSE ? [] : [toPlain(doc)]))).toEqual(sorted);
  expect(results.filter((doc) => doc === PAUSE).length).toBeGreaterThan(2);
});

test('what tick throws ends the work', () => {
  const tick = () => {
    throw new Error('time is over');
  };
  const pipeline = compilePipeline(fromPlainValue([{ $group: { _id: '$i' } }]) as Value[], { tick });
  expect(() => [...pipeline.run([fromPlain({ i: 1 }), fromPlain({ i: 2 })])]).toThrow('time is over');
});

test('a collation holds for groups, sorts, comparisons and sets', () => {
  const stages = [
    { $match: { k: { $in: ['a', 'B'] }, $expr: { $eq: ['$k', '$k'] } } },
    { $group: { _id: '$k', n: { $sum: 1 }, all: { $addToSet: '$k' } } },
    { $sort: { _id: 1 } },
    { $set: { has: { $setIsSubset: [['A'], '$all'] } } },
  ];
  const collation = new Intl.Collator('en', { sensitivity: 'base' }).compare;
  const documents = ['b', 'A', 'a', 'B', 'c'].map((k) => fromPlain({ k }));
  const results = [...compilePipeline(fromPlainValue(stages) as Value[], { collation }).run(documents)];
  expect(results.flatMap((doc) => (doc === PAUSE ? [] : [toPlain(doc)]))).toEqual([
    { _id: 'A', n: 2, all: ['A'], has: true },
    { _id: 'b', n: 2, all: ['b'], has: false },
  ]);
});
