import { Decimal128, Double, Long, Timestamp } from 'bson';
import { compileQuery } from '../query/compile-query.ts';
import { UPDATE_MODIFIERS, UPDATE_OPERATORS } from '../testing/supported-operators.ts';
import { docsIdentical } from '../values/compare.ts';
import { fromPlain, fromPlainValue, toPlain } from '../values/from-plain.ts';
import { type CompiledUpdate, compileUpdate } from './compile-update.ts';

const now = new Date('2026-11-21T00:00:00Z');

function compile(update: unknown, arrayFilters: object[] = []): CompiledUpdate {
  return compileUpdate(fromPlainValue(update) ?? null, { now, arrayFilters: arrayFilters.map(fromPlain) });
}

/** One hand-checked case per operator; the manual's page of each is reference/operator/update/<name>. */
const CASES: [
  name: string,
  before: object,
  update: unknown,
  after: object,
  filter?: object,
  arrayFilters?: object[],
][] = [
  ['$set', { a: 1, b: { c: [1, 2] } }, { $set: { 'b.c.1': 9, 'x.y': 1 } }, { a: 1, b: { c: [1, 9] }, x: { y: 1 } }],
  ['$set beyond the end', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
  ['$set in order of names', {}, { $set: { b: 1, a: 2, 10: 3, 9: 4 } }, { 9: 4, 10: 3, a: 2, b: 1 }],
  ['$setOnInsert', { a: 1 }, { $setOnInsert: { b: 1 } }, { a: 1 }],
  [
    '$unset',
    { a: 1, b: [1, 2], c: { d: 1 } },
    { $unset: { a: '', 'b.0': '', 'c.d': '', none: '' } },
    { b: [null, 2], c: {} },
  ],
  ['$inc', { a: 1, b: Long.fromNumber(1) }, { $inc: { a: 2, b: 1, c: 5 } }, { a: 3, b: Long.fromNumber(2), c: 5 }],
  ['$inc past int32', { a: 2147483647 }, { $inc: { a: 1 } }, { a: Long.fromNumber(2147483648) }],
  [
    '$mul',
    { a: 2, b: Decimal128.fromString('1.1') },
    { $mul: { a: 2.5, b: 2, c: 3 } },
    { a: new Double(5), b: Decimal128.fromString('2.2'), c: 0 },
  ],
  ['$min', { a: 5, b: 5 }, { $min: { a: 3, b: 9, c: 1 } }, { a: 3, b: 5, c: 1 }],
  ['$max', { a: 5, b: 5 }, { $max: { a: 3, b: 'x' } }, { a: 5, b: 'x' }],
  ['$rename', { a: 1, b: { c: 2 } }, { $rename: { a: 'b.d', 'b.c': 'e' } }, { b: { d: 1 }, e: 2 }],
  [
    '$currentDate',
    {},
    { $currentDate: { a: true, b: { $type: 'timestamp' } } },
    { a: now, b: new Timestamp({ t: now.getTime() / 1000, i: 1 }) },
  ],
  [
    '$bit',
    { a: 13, b: Long.fromNumber(5) },
    { $bit: { a: { and: 10 }, b: { xor: 1 }, c: { or: 4 } } },
    { a: 8, b: Long.fromNumber(4), c: 4 },
  ],
  ['$push', { a: [1] }, { $push: { a: [2, 3], b: 1 } }, { a: [1, [2, 3]], b: [1] }],
  [
    '$push with all',
    { a: [5, 1] },
    { $push: { a: { $each: [3, 2], $position: 0, $sort: 1, $slice: -3 } } },
    { a: [2, 3, 5] },
  ],
  [
    '$push sorted by a field',
    { a: [{ n: 2 }] },
    { $push: { a: { $each: [{ n: 3 }, { n: 1 }], $sort: { n: -1 }, $slice: 2 } } },
    { a: [{ n: 3 }, { n: 2 }] },
  ],
  [
    '$addToSet',
    { a: [1, 2] },
    { $addToSet: { a: { $each: [2, 3, 3] }, b: { x: 1 } } },
    { a: [1, 2, 3], b: [{ x: 1 }] },
  ],
  ['$pull by value', { a: [1, 2, 1, '1'] }, { $pull: { a: 1 } }, { a: [2, '1'] }],
  ['$pull by condition', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
  ['$pull of documents', { a: [{ x: 1, y: 1 }, { x: 2 }] }, { $pull: { a: { x: 1 } } }, { a: [{ x: 2 }] }],
  ['$pullAll', { a: [1, 2, 3, 1] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
  ['$pop', { a: [1, 2, 3], b: [1, 2] }, { $pop: { a: 1, b: -1 } }, { a: [1, 2], b: [2] }],
  [
    'positional $',
    { a: [{ k: 1 }, { k: 2 }] },
    { $set: { 'a.$.v': 9 } },
    { a: [{ k: 1 }, { k: 2, v: 9 }] },
    { 'a.k': 2 },
  ],
  ['$[]', { a: [{ v: 1 }, { v: 2 }] }, { $inc: { 'a.$[].v': 1 } }, { a: [{ v: 2 }, { v: 3 }] }],
  [
    '$[identifier]',
    { a: [{ v: [1, 5] }, { v: [7] }] },
    { $set: { 'a.$[].v.$[big]': 0 } },
    { a: [{ v: [1, 0] }, { v: [0] }] },
    {},
    [{ big: { $gte: 5 } }],
  ],
  ['replacement', { _id: 1, a: 1 }, { b: 2 }, { _id: 1, b: 2 }],
  [
    'pipeline',
    { _id: 1, a: 1, b: 5 },
    [{ $set: { c: { $add: ['$a', '$b'] } } }, { $unset: 'b' }],
    { _id: 1, a: 1, c: 6 },
  ],
];

test.each(CASES)('%s', (_, before, update, after, ...[filter, arrayFilters]) => {
  const doc = fromPlain(before);
  const position = filter ? compileQuery(fromPlain(filter)).match(doc).position : undefined;
  const result = compile(update, arrayFilters).apply(doc, position);
  expect(toPlain(result.doc)).toEqual(toPlain(fromPlain(after)));
  expect(docsIdentical(result.doc, fromPlain(after))).toBe(true);
  expect(docsIdentical(doc, fromPlain(before))).toBe(true);
});

test('every operator and modifier of the list has a case', () => {
  const cases = CASES.map(([, , update]) => JSON.stringify(update));
  const missing = (names: readonly string[], has: (text: string, name: string) => boolean) =>
    names.filter((name) => !cases.some((text) => has(text, name)));
  expect(missing(UPDATE_OPERATORS, (text, name) => text.includes(`"${name}":`))).toEqual([]);
  const inPaths = /^\$(\[.*\])?$/;
  expect(
    missing(
      UPDATE_MODIFIERS.filter((name) => !inPaths.test(name)),
      (text, name) => text.includes(`"${name}":`),
    ),
  ).toEqual([]);
  expect([/\.\$[."]/, /\.\$\[\]/, /\.\$\[\w+\]/].filter((path) => !cases.some((text) => path.test(text)))).toEqual([]);
});

test.each<[before: object, update: unknown]>([
  [{ a: 1 }, { $set: { a: 1 } }],
  [{ a: 1 }, { $unset: { b: '' } }],
  [{ a: 1 }, { $inc: { a: 0 } }],
  [{ a: [1] }, { $addToSet: { a: 1 } }],
  [{ a: [1] }, { $pull: { a: 2 } }],
  [{ a: 1 }, { $max: { a: 0 } }],
  [{ _id: 1, a: 1 }, { a: 1 }],
  [{ _id: 1, a: 1 }, [{ $set: { a: 1 } }]],
  [{ a: 1 }, { $set: {} }],
])('%j by %j changes nothing', (before, update) => {
  expect(compile(update).apply(fromPlain(before)).modified).toBe(false);
});

test('a value of another type is a change though it compares equal', () => {
  expect(compile({ $set: { a: new Double(1) } }).apply(fromPlain({ a: 1 })).modified).toBe(true);
});

test.each<[update: unknown, before: object, code: number, arrayFilters?: object[]]>([
  [{ $nope: { a: 1 } }, {}, 9],
  [{ $set: 1 }, {}, 9],
  [{ $set: { a: 1 }, $inc: { 'a.b': 1 } }, {}, 40],
  [{ $rename: { a: 'b' }, $set: { b: 1 } }, {}, 40],
  [{ $set: { '': 1 } }, {}, 56],
  [{ $set: { 'a..b': 1 } }, {}, 56],
  [{ $set: { 'a.$x': 1 } }, {}, 52],
  [{ b: 1, $set: { a: 1 } }, {}, 52],
  [{ $set: { _id: 2 } }, { _id: 1 }, 66],
  [{ _id: 2 }, { _id: 1 }, 66],
  [[{ $set: { _id: 2 } }], { _id: 1 }, 66],
  [[{ $match: {} }], {}, 72],
  [{ $set: { 'a.b': 1 } }, { a: 1 }, 28],
  [{ $set: { 'a.x': 1 } }, { a: [] }, 28],
  [{ $inc: { a: 'x' } }, {}, 14],
  [{ $inc: { a: 1 } }, { a: 'x' }, 14],
  [{ $inc: { a: 1 } }, { a: Long.MAX_VALUE }, 2],
  [{ $push: { a: 1 } }, { a: 1 }, 2],
  [{ $push: { a: { $each: 1 } } }, {}, 2],
  [{ $pop: { a: 2 } }, {}, 9],
  [{ $pull: { a: 1 } }, { a: 1 }, 2],
  [{ $set: { 'a.$': 1 } }, { a: [1] }, 2],
  [{ $set: { 'a.$[]': 1 } }, { a: 1 }, 2],
  [{ $set: { 'a.$[x]': 1 } }, { a: [1] }, 2],
  [{ $set: { a: 1 } }, {}, 9, [{ x: 1 }]],
  [{ $rename: { a: 'a' } }, {}, 2],
  [{ $currentDate: { a: 'x' } }, {}, 2],
  [{ $bit: { a: { nand: 1 } } }, {}, 2],
])('%j on %j is refused with %i', (update, before, code, ...[arrayFilters]) => {
  let thrown: unknown;
  try {
    compile(update, arrayFilters).apply(fromPlain(before));
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toMatchObject({ name: 'MongoError', code });
});

/** "Upsert with Operator Expressions". */
test.each<[filter: object, update: unknown, after: object]>([
  [
    { _id: 7, a: 1, 'b.c': { $eq: 2 }, d: { $gt: 3 } },
    { $set: { e: 5 }, $setOnInsert: { f: 6 } },
    { _id: 7, a: 1, b: { c: 2 }, e: 5, f: 6 },
  ],
  [{ $and: [{ a: 1 }, { _id: { $in: [7] } }] }, { $inc: { n: 1 } }, { _id: 7, a: 1, n: 1 }],
  [{ _id: 7, a: 1 }, { b: 2 }, { _id: 7, b: 2 }],
  [{ _id: 7, a: 1 }, [{ $set: { b: '$a' } }], { _id: 7, a: 1, b: 1 }],
])('upsert of %j by %j', (filter, update, after) => {
  expect(toPlain(compile(update).insert(compileQuery(fromPlain(filter))))).toEqual(after);
});

test('an upsert without an _id makes one and puts it first', () => {
  const doc = compile({ $set: { a: 1 } }).insert(compileQuery(fromPlain({ z: 1 })));
  expect([...doc.keys()]).toEqual(['_id', 'z', 'a']);
});

test.each<[filter: object, update: unknown, code: number]>([
  [{ a: 1, $and: [{ a: 2 }] }, { $set: { b: 1 } }, 54],
  [{ _id: 1 }, { _id: 2 }, 66],
  [{ _id: [1] }, { $set: { b: 1 } }, 53],
])('upsert of %j by %j is refused with %i', (filter, update, code) => {
  let thrown: unknown;
  try {
    compile(update).insert(compileQuery(fromPlain(filter)));
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toMatchObject({ name: 'MongoError', code });
});

test('the top-level fields that an update may change are known', () => {
  expect([...(compile({ $set: { 'a.b': 1 }, $rename: { c: 'd.e' } }).fields ?? [])].sort()).toEqual(['a', 'c', 'd']);
});
