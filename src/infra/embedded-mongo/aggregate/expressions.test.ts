// biome-ignore-all lint/suspicious/noThenProperty: MongoDB's own name in $cond and $switch
import { Decimal128, Double, Long, ObjectId, Timestamp, UUID } from 'bson';
import { FieldReads } from '../query/reads.ts';
import { valuesIdentical } from '../values/compare.ts';
import { fromPlain, fromPlainValue } from '../values/from-plain.ts';
import type { Maybe } from '../values/value.ts';
import { createScope } from './expression.ts';
import { OPERATORS } from './expressions/all.ts';

function evaluate(expression: unknown, document: object): Maybe {
  const scope = createScope({ reads: new FieldReads() });
  const compiled = scope.compile(fromPlainValue(expression) ?? null);
  return compiled.evaluate(scope.enter(fromPlain(document)));
}

const at = new Date('2026-02-11T13:45:30.123Z');
const id = new ObjectId('5ab9cbfa31c2ab715d42129e');
const uuid = '0e3b9063-8abd-4eb3-9f9f-f4c59fd30a60';
const dec = (text: string) => Decimal128.fromString(text);
const long = (value: number) => Long.fromNumber(value);
const dbl = (value: number) => new Double(value);

/**
 * One hand-checked case per operator; the manual's page of each is reference/operator/aggregation/<name>.
 * Plain whole numbers are ints here, others doubles. `undefined` as result: missing.
 */
const CASES: [expression: Record<string, unknown>, document: object, result: unknown][] = [
  [{ $abs: '$n' }, { n: -5 }, 5],
  [{ $acos: '$n' }, { n: 1 }, dbl(0)],
  [{ $acosh: '$n' }, { n: 1 }, dbl(0)],
  [{ $add: ['$at', '$n'] }, { at, n: 1000 }, new Date('2026-02-11T13:45:31.123Z')],
  [{ $allElementsTrue: ['$a'] }, { a: [true, 1, 'x'] }, true],
  [{ $and: [1, 'x', '$b'] }, { b: 0 }, false],
  [{ $anyElementTrue: ['$a'] }, { a: [null, 0, false] }, false],
  [{ $arrayElemAt: ['$a', -1] }, { a: [1, 2, 3] }, 3],
  [
    { $arrayToObject: '$a' },
    {
      a: [
        ['x', 1],
        ['y', 2],
      ],
    },
    { x: 1, y: 2 },
  ],
  [{ $asin: '$n' }, { n: 0 }, dbl(0)],
  [{ $asinh: '$n' }, { n: 0 }, dbl(0)],
  [{ $atan: '$n' }, { n: 0 }, dbl(0)],
  [{ $atan2: ['$y', '$x'] }, { y: 0, x: 1 }, dbl(0)],
  [{ $atanh: '$n' }, { n: 0 }, dbl(0)],
  [{ $avg: '$a' }, { a: [1, 2, 6] }, dbl(3)],
  [{ $binarySize: '$s' }, { s: '跟进' }, 6],
  [{ $bitAnd: ['$a', '$b'] }, { a: 12, b: 10 }, 8],
  [{ $bitNot: '$a' }, { a: 5 }, -6],
  [{ $bitOr: ['$a', '$b'] }, { a: 12, b: long(3) }, long(15)],
  [{ $bitXor: ['$a', '$b'] }, { a: 12, b: 10 }, 6],
  [{ $bsonSize: '$o' }, { o: { a: 1 } }, 12],
  [{ $ceil: '$n' }, { n: -2.7 }, dbl(-2)],
  [{ $cmp: ['$a', '$b'] }, { a: 'x', b: 5 }, 1],
  [{ $concat: ['$a', '-', '$b'] }, { a: 'x', b: 'y' }, 'x-y'],
  [{ $concatArrays: ['$a', [3]] }, { a: [1, 2] }, [1, 2, 3]],
  [{ $cond: { if: { $gt: ['$n', 1] }, then: 'many', else: 'few' } }, { n: 2 }, 'many'],
  [{ $convert: { input: '$s', to: 'int', onError: 'bad' } }, { s: 'x1' }, 'bad'],
  [{ $cos: '$n' }, { n: 0 }, dbl(1)],
  [{ $cosh: '$n' }, { n: 0 }, dbl(1)],
  [{ $dateAdd: { startDate: '$d', unit: 'month', amount: 1 } }, { d: new Date('2026-01-31') }, new Date('2026-02-28')],
  [
    { $dateDiff: { startDate: '$a', endDate: '$b', unit: 'day', timezone: 'Asia/Shanghai' } },
    { a: new Date('2026-01-01T15:59Z'), b: new Date('2026-01-01T16:00Z') },
    long(1),
  ],
  [
    { $dateFromParts: { year: 2026, month: 2, day: 8, hour: 9, timezone: 'Asia/Shanghai' } },
    {},
    new Date('2026-02-08T01:00Z'),
  ],
  [
    { $dateFromString: { dateString: '$s', format: '%d.%m.%Y %H:%M', timezone: 'Europe/Berlin' } },
    { s: '11.02.2026 14:45' },
    new Date('2026-02-11T13:45Z'),
  ],
  [
    { $dateSubtract: { startDate: '$d', unit: 'day', amount: 1, timezone: 'Europe/Berlin' } },
    { d: new Date('2026-03-29T10:00Z') },
    new Date('2026-03-28T11:00Z'),
  ],
  [
    { $dateToParts: { date: '$at', timezone: '+08:00' } },
    { at },
    { year: 2026, month: 2, day: 11, hour: 21, minute: 45, second: 30, millisecond: 123 },
  ],
  [
    { $dateToString: { date: '$at', format: '%Y-%m-%d %H:%M:%S.%L %j %u %V %z', timezone: 'Asia/Shanghai' } },
    { at },
    '2026-02-11 21:45:30.123 042 3 07 +0800',
  ],
  [{ $dateTrunc: { date: '$at', unit: 'week', startOfWeek: 'monday' } }, { at }, new Date('2026-02-09')],
  [{ $dayOfMonth: '$at' }, { at }, 11],
  [{ $dayOfWeek: '$at' }, { at }, 4],
  [{ $dayOfYear: '$at' }, { at }, 42],
  [{ $degreesToRadians: '$n' }, { n: 180 }, dbl(Math.PI)],
  [{ $divide: ['$a', '$b'] }, { a: 10, b: 5 }, dbl(2)],
  [{ $eq: ['$a', '$b'] }, { a: 1, b: 1.0 }, true],
  [{ $exp: '$n' }, { n: 0 }, dbl(1)],
  [{ $filter: { input: '$a', as: 'x', cond: { $gt: ['$$x', 1] }, limit: 1 } }, { a: [1, 2, 3] }, [2]],
  [{ $first: '$a' }, { a: [7, 8] }, 7],
  [{ $firstN: { n: 2, input: '$a' } }, { a: [7, 8, 9] }, [7, 8]],
  [{ $floor: '$n' }, { n: -2.2 }, dbl(-3)],
  [{ $getField: { field: 'a.b', input: '$o' } }, { o: { 'a.b': 4 } }, 4],
  [{ $gt: ['$a', '$b'] }, { a: 2, b: 1 }, true],
  [{ $gte: ['$a', '$b'] }, { a: 1, b: 2 }, false],
  [{ $hour: { date: '$at', timezone: 'Asia/Shanghai' } }, { at }, 21],
  [{ $ifNull: ['$x', '$y', 'z'] }, { x: null }, 'z'],
  [{ $in: ['$x', [1, 2]] }, { x: 2 }, true],
  [{ $indexOfArray: ['$a', 3] }, { a: [1, 3] }, 1],
  [{ $indexOfBytes: ['$s', 'b'] }, { s: '跟b' }, 3],
  [{ $indexOfCP: ['$s', 'b'] }, { s: '跟b' }, 1],
  [{ $isArray: '$a' }, { a: [] }, true],
  [{ $isNumber: '$a' }, { a: dec('1') }, true],
  [{ $isoDayOfWeek: '$d' }, { d: new Date('2026-02-08') }, 7],
  [{ $isoWeek: '$d' }, { d: new Date('2027-01-01') }, 53],
  [{ $isoWeekYear: '$d' }, { d: new Date('2027-01-01') }, long(2026)],
  [{ $last: '$a' }, { a: [7, 8] }, 8],
  [{ $lastN: { n: 2, input: '$a' } }, { a: [7, 8, 9] }, [8, 9]],
  [{ $let: { vars: { x: '$a' }, in: { $add: ['$$x', '$$x'] } } }, { a: 3 }, 6],
  [{ $literal: '$a' }, { a: 1 }, '$a'],
  [{ $ln: '$n' }, { n: 1 }, dbl(0)],
  [{ $log: ['$n', 2] }, { n: 8 }, dbl(3)],
  [{ $log10: '$n' }, { n: 1000 }, dbl(3)],
  [{ $lt: ['$a', '$b'] }, { a: null, b: 1 }, true],
  [{ $lte: ['$a', '$b'] }, { a: 1, b: 1 }, true],
  [{ $ltrim: { input: '$s' } }, { s: '  x ' }, 'x '],
  [{ $map: { input: '$a', as: 'x', in: { $multiply: ['$$x', 2] } } }, { a: [1, 2] }, [2, 4]],
  [{ $max: ['$a', '$b'] }, { a: 3, b: 'x' }, 'x'],
  [{ $maxN: { n: 2, input: '$a' } }, { a: [1, 5, 3] }, [5, 3]],
  [{ $median: { input: '$a', method: 'approximate' } }, { a: [5, 1, 3] }, dbl(3)],
  [{ $mergeObjects: ['$a', { y: 2 }] }, { a: { x: 1, y: 1 } }, { x: 1, y: 2 }],
  [{ $millisecond: '$at' }, { at }, 123],
  [{ $min: '$a' }, { a: [3, null, 2] }, 2],
  [{ $minN: { n: 2, input: '$a' } }, { a: [1, 5, null, 3] }, [1, 3]],
  [{ $minute: '$at' }, { at }, 45],
  [{ $mod: ['$a', '$b'] }, { a: -7, b: 3 }, -1],
  [{ $month: '$at' }, { at }, 2],
  [{ $multiply: ['$a', '$b'] }, { a: 2147483647, b: 2 }, long(4294967294)],
  [{ $ne: ['$a', null] }, {}, true],
  [{ $not: ['$a'] }, { a: 0 }, true],
  [{ $objectToArray: '$o' }, { o: { x: 1 } }, [{ k: 'x', v: 1 }]],
  [{ $or: ['$a', '$b'] }, { a: 0, b: 1 }, true],
  [{ $percentile: { input: '$a', p: [0.5, 0.95], method: 'approximate' } }, { a: [1, 2, 3, 4] }, [dbl(2), dbl(4)]],
  [{ $pow: ['$a', '$b'] }, { a: 2, b: 40 }, long(1099511627776)],
  [{ $radiansToDegrees: '$n' }, { n: Math.PI }, dbl(180)],
  [{ $range: [0, '$n', 2] }, { n: 5 }, [0, 2, 4]],
  [{ $reduce: { input: '$a', initialValue: '', in: { $concat: ['$$value', '$$this'] } } }, { a: ['x', 'y'] }, 'xy'],
  [{ $regexFind: { input: '$s', regex: 'e(.)' } }, { s: '王let' }, { match: 'et', idx: 2, captures: ['t'] }],
  [
    { $regexFindAll: { input: '$s', regex: '[0-9]' } },
    { s: 'a1b2' },
    [
      { match: '1', idx: 1, captures: [] },
      { match: '2', idx: 3, captures: [] },
    ],
  ],
  [{ $regexMatch: { input: '$s', regex: '^A', options: 'i' } }, { s: 'abc' }, true],
  [{ $replaceAll: { input: '$s', find: 'a', replacement: '[$&]' } }, { s: 'aba' }, '[$&]b[$&]'],
  [{ $replaceOne: { input: '$s', find: 'a', replacement: 'x' } }, { s: 'aba' }, 'xba'],
  [{ $reverseArray: '$a' }, { a: [1, 2] }, [2, 1]],
  [{ $round: ['$n', 1] }, { n: 19.25 }, dbl(19.2)],
  [{ $rtrim: { input: '$s', chars: '.' } }, { s: 'x..' }, 'x'],
  [{ $second: '$at' }, { at }, 30],
  [{ $setDifference: ['$a', '$b'] }, { a: [1, 2, 2], b: [1.0] }, [2]],
  [{ $setEquals: ['$a', '$b'] }, { a: [1, 2, 2], b: [2, 1] }, true],
  [{ $setField: { field: 'a.b', input: '$o', value: 2 } }, { o: { x: 1 } }, { x: 1, 'a.b': 2 }],
  [{ $setIntersection: ['$a', '$b'] }, { a: [1, 2], b: [2, 3] }, [2]],
  [{ $setIsSubset: ['$a', '$b'] }, { a: [1], b: [1, 2] }, true],
  [{ $setUnion: ['$a', '$b'] }, { a: [1, 2], b: [2, 3] }, [1, 2, 3]],
  [{ $sin: '$n' }, { n: 0 }, dbl(0)],
  [{ $sinh: '$n' }, { n: 0 }, dbl(0)],
  [{ $size: '$a' }, { a: [1, 2] }, 2],
  [{ $slice: ['$a', -2, 1] }, { a: [1, 2, 3] }, [2]],
  [{ $sortArray: { input: '$a', sortBy: { n: -1 } } }, { a: [{ n: 1 }, { n: 2 }] }, [{ n: 2 }, { n: 1 }]],
  [{ $split: ['$s', '-'] }, { s: 'a-b-' }, ['a', 'b', '']],
  [{ $sqrt: '$n' }, { n: 9 }, dbl(3)],
  [{ $stdDevPop: '$a' }, { a: [1, 3] }, dbl(1)],
  [{ $stdDevSamp: '$a' }, { a: [1, 3] }, dbl(Math.SQRT2)],
  [{ $strLenBytes: '$s' }, { s: 'é' }, 2],
  [{ $strLenCP: '$s' }, { s: '😀x' }, 2],
  [{ $strcasecmp: ['$a', '$b'] }, { a: 'ABC', b: 'abd' }, -1],
  [{ $substr: ['$s', 1, -1] }, { s: 'hello' }, 'ello'],
  [{ $substrBytes: ['$s', 3, 3] }, { s: '跟进了' }, '进'],
  [{ $substrCP: ['$s', 1, 2] }, { s: '跟进了吗' }, '进了'],
  [{ $subtract: ['$a', '$b'] }, { a: at, b: new Date(at.getTime() - 5) }, long(5)],
  [{ $sum: ['$a', '$b'] }, { a: 1, b: 'x' }, 1],
  [{ $switch: { branches: [{ case: { $eq: ['$n', 1] }, then: 'one' }], default: 'other' } }, { n: 2 }, 'other'],
  [{ $tan: '$n' }, { n: 0 }, dbl(0)],
  [{ $tanh: '$n' }, { n: 0 }, dbl(0)],
  [{ $toBool: '$s' }, { s: 'false' }, true],
  [{ $toDate: '$n' }, { n: long(1000) }, new Date(1000)],
  [{ $toDecimal: '$s' }, { s: '1.50' }, dec('1.50')],
  [{ $toDouble: '$s' }, { s: '2.5' }, dbl(2.5)],
  [{ $toInt: '$n' }, { n: 5.99 }, 5],
  [{ $toLong: '$s' }, { s: '9007199254740993' }, Long.fromString('9007199254740993')],
  [{ $toLower: '$s' }, { s: 'ÄB' }, 'Äb'],
  [{ $toObjectId: '$s' }, { s: id.toHexString() }, id],
  [{ $toString: '$id' }, { id }, id.toHexString()],
  [{ $toUUID: '$s' }, { s: uuid }, new UUID(uuid).toBinary()],
  [{ $toUpper: '$s' }, { s: 'ab' }, 'AB'],
  [{ $trim: { input: '$s', chars: 'xy' } }, { s: 'xyay' }, 'a'],
  [{ $trunc: ['$n', 1] }, { n: -7.89 }, dbl(-7.8)],
  [{ $tsIncrement: '$t' }, { t: new Timestamp({ t: 7, i: 3 }) }, long(3)],
  [{ $tsSecond: '$t' }, { t: new Timestamp({ t: 7, i: 3 }) }, long(7)],
  [{ $type: '$x' }, {}, 'missing'],
  [{ $unsetField: { field: 'x', input: '$o' } }, { o: { x: 1, y: 2 } }, { y: 2 }],
  [{ $week: '$d' }, { d: new Date('2026-01-04') }, 1],
  [{ $year: '$at' }, { at }, 2026],
  [
    { $zip: { inputs: ['$a', '$b'], useLongestLength: true, defaults: [0, 9] } },
    { a: [1, 2], b: [3] },
    [
      [1, 3],
      [2, 9],
    ],
  ],
];

test.each(CASES)('%j', (expression, document, result) => {
  const actual = evaluate(expression, document);
  expect({ actual, same: valuesIdentical(actual, fromPlainValue(result)) }).toEqual({ actual, same: true });
});

test('every operator has a case, but for chance and what is refused', () => {
  const covered = new Set(CASES.map(([expression]) => Object.keys(expression)[0]));
  const missing = [...OPERATORS.keys()].filter((name) => !covered.has(name));
  expect(missing.sort()).toEqual(['$accumulator', '$function', '$meta', '$rand', '$toHashedIndexKey']);
});
