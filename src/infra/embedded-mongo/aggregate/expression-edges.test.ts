// biome-ignore-all lint/suspicious/noThenProperty: MongoDB's own name in $cond and $switch
import { Binary, Decimal128, Double, Long } from 'bson';
import { FieldReads } from '../query/reads.ts';
import { valuesIdentical } from '../values/compare.ts';
import { fromPlain, fromPlainValue } from '../values/from-plain.ts';
import type { Maybe } from '../values/value.ts';
import { createScope } from './expression.ts';

function evaluate(expression: unknown, document: object): Maybe {
  const scope = createScope({ reads: new FieldReads() });
  const compiled = scope.compile(fromPlainValue(expression) ?? null);
  return compiled.evaluate(scope.enter(fromPlain(document)));
}

const at = new Date('2026-02-11T13:45:30.123Z');
const dec = (text: string) => Decimal128.fromString(text);
const long = (value: number) => Long.fromNumber(value);
const dbl = (value: number) => new Double(value);

/** More than one way to go wrong: null, overflow, other number types, edges that the manual states. */
const EDGES: [expression: unknown, document: object, result: unknown][] = [
  [{ $add: ['$a', '$b'] }, { a: 2147483647, b: 1 }, long(2147483648)],
  [{ $add: ['$a', '$b'] }, { a: Long.MAX_VALUE, b: 1 }, dbl(2 ** 63)],
  [{ $add: ['$a', '$b'] }, { a: dec('0.1'), b: dec('0.2') }, dec('0.3')],
  [{ $add: ['$a', 1] }, {}, null],
  [{ $divide: ['$a', 3] }, { a: dec('1') }, dec('0.3333333333333333333333333333333333')],
  [{ $round: ['$n', -2] }, { n: 150 }, 200],
  [{ $round: '$n' }, { n: 2.5 }, dbl(2)],
  [{ $pow: [2, -1] }, {}, dbl(0.5)],
  [{ $arrayElemAt: ['$a', 5] }, { a: [1] }, undefined],
  [{ $max: ['$x', '$y'] }, {}, null],
  [{ $avg: ['$x'] }, { x: 'no number' }, null],
  [{ $sum: '$a' }, { a: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1] }, dbl(1)],
  [{ $toInt: '$x' }, { x: null }, null],
  [{ $toString: '$n' }, { n: 1.5 }, '1.5'],
  [{ $toString: '$d' }, { d: at }, '2026-02-11T13:45:30.123Z'],
  [{ $dateToString: { date: '$at' } }, { at }, '2026-02-11T13:45:30.123Z'],
  [{ $dateFromString: { dateString: '2026-02-11T14:45:30+01:00' } }, {}, new Date('2026-02-11T13:45:30Z')],
  [
    { $dateTrunc: { date: '$at', unit: 'hour', binSize: 6, timezone: 'Asia/Shanghai' } },
    { at },
    new Date('2026-02-11T10:00Z'),
  ],
  [
    { $dateDiff: { startDate: '$a', endDate: '$b', unit: 'month' } },
    { a: new Date('2026-01-31'), b: new Date('2026-02-01') },
    long(1),
  ],
  [{ $eq: ['$bin', '$bin'] }, { bin: new Binary(new Uint8Array([1]), 3) }, true],
  [{ $getField: 'a' }, { a: 1 }, 1],
  [{ $map: { input: '$a', in: '$$this.b' } }, { a: [{ b: 1 }, {}] }, [1, null]],
  [{ $let: { vars: { a: 1 }, in: { $let: { vars: { a: 2, b: '$$a' }, in: ['$$a', '$$b'] } } } }, {}, [2, 1]],
];

test.each(EDGES)('%j', (expression, document, result) => {
  const actual = evaluate(expression, document);
  expect({ actual, same: valuesIdentical(actual, fromPlainValue(result)) }).toEqual({ actual, same: true });
});

test('$rand gives a number from 0 up to 1, anew for each document', () => {
  const scope = createScope({ reads: new FieldReads() });
  const rand = scope.compile(fromPlainValue({ $rand: {} }) ?? null);
  const [a, b] = [rand.evaluate(scope.enter(new Map())), rand.evaluate(scope.enter(new Map()))];
  expect(a).not.toBe(b);
});

test.each([
  [{ $nope: 1 }, 168],
  [{ $function: {} }, 2],
  [{ $abs: 'x' }, 28765],
  [{ $divide: [1, 0] }, 2],
  [{ $eq: [1] }, 16020],
  [{ $size: 'x' }, 17124],
  [{ $toInt: 'x' }, 241],
  [{ $add: [1], $subtract: [2, 1] }, 15983],
  ['$$nope', 17276],
  ['$a..b', 15998],
  [{ $switch: { branches: [{ case: false, then: 1 }] } }, 40066],
  [{ $hour: { date: at, timezone: 'Mars/Olympus' } }, 40485],
  [{ $regexMatch: { input: 'a', regex: '(?>a)' } }, 51091],
])('%j is refused with %i', (expression, code) => {
  let thrown: unknown;
  try {
    evaluate(expression, {});
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toMatchObject({ name: 'MongoError', code });
});

test('the fields that an expression reads are known', () => {
  const reads = new FieldReads();
  createScope({ reads }).compile(
    fromPlainValue({ $let: { vars: { x: '$a.b' }, in: { $add: ['$$x', '$c', '$$ROOT.d'] } } }) ?? null,
  );
  expect([...(reads.fields ?? [])].sort()).toEqual(['a', 'c', 'd']);
});
