import { Binary, Decimal128, Long, MaxKey, MinKey, ObjectId } from 'bson';
import { QUERY_OPERATORS } from '../testing/supported-operators.ts';
import { fromPlain } from '../values/from-plain.ts';
import { compileQuery } from './compile-query.ts';

const id = new ObjectId();

/**
 * Hand-checked cases per operator: a filter, documents it matches, documents it does not. The manual's page of
 * each is reference/operator/query/<name>.
 */
const CASES: [name: string, filter: object, matching: object[], others: object[]][] = [
  [
    'equality',
    { a: 1 },
    [{ a: 1 }, { a: Long.fromNumber(1) }, { a: Decimal128.fromString('1.0') }, { a: [0, 1] }],
    [{ a: '1' }, {}, { a: [[1]] }],
  ],
  ['equality of documents', { a: { x: 1, y: 2 } }, [{ a: { x: 1, y: 2 } }], [{ a: { y: 2, x: 1 } }, { a: { x: 1 } }]],
  ['equality of arrays', { a: [1, 2] }, [{ a: [1, 2] }, { a: [[1, 2], 3] }], [{ a: [2, 1] }, { a: [1, 2, 3] }]],
  ['equality to null', { a: null }, [{ a: null }, {}, { a: [1, null] }], [{ a: 0 }, { a: [] }]],
  [
    'equality below arrays',
    { 'a.b': 1 },
    [{ a: { b: 1 } }, { a: [{ b: 1 }] }, { a: [{ b: [2, 1] }] }],
    [{ a: [[{ b: 1 }]] }, { a: 1 }],
  ],
  ['null below arrays', { 'a.b': null }, [{}, { a: 1 }, { a: [{}] }], [{ a: [] }, { a: [1] }, { a: [{ b: 1 }] }]],
  ['positions', { 'a.1': 5 }, [{ a: [0, 5] }, { a: [{ 1: 5 }] }], [{ a: [5, 0] }, { a: [0, [5]] }]],
  ['$eq', { a: { $eq: id } }, [{ a: id }], [{ a: id.toHexString() }]],
  ['$ne', { a: { $ne: 1 } }, [{}, { a: 2 }, { a: [2] }], [{ a: 1 }, { a: [2, 1] }]],
  ['$gt', { a: { $gt: 5 } }, [{ a: 6 }, { a: [1, 9] }, { a: Infinity }], [{ a: 5 }, { a: '6' }, {}, { a: NaN }]],
  ['$gte', { a: { $gte: 5 } }, [{ a: 5 }], [{ a: 4 }, { a: null }]],
  ['$gte null', { a: { $gte: null } }, [{ a: null }, {}], [{ a: 1 }]],
  ['$lt', { a: { $lt: new Date(5) } }, [{ a: new Date(4) }], [{ a: new Date(5) }, { a: 1 }]],
  ['$lte NaN', { a: { $lte: NaN } }, [{ a: NaN }], [{ a: 1 }]],
  ['$gt MinKey', { a: { $gt: new MinKey() } }, [{ a: 1 }, { a: 'x' }, {}], [{ a: new MinKey() }]],
  ['$lt MaxKey', { a: { $lt: new MaxKey() } }, [{ a: 1 }, {}], [{ a: new MaxKey() }]],
  ['$in', { a: { $in: [1, null, /^x/] } }, [{ a: 1 }, {}, { a: 'xy' }, { a: ['xz'] }], [{ a: 2 }, { a: 'y' }]],
  ['$nin', { a: { $nin: [1, 2] } }, [{ a: 3 }, {}], [{ a: [3, 2] }]],
  ['$and', { $and: [{ a: 1 }, { b: 2 }] }, [{ a: 1, b: 2 }], [{ a: 1 }]],
  ['$or', { $or: [{ a: 1 }, { b: 2 }] }, [{ b: 2 }], [{ a: 2 }]],
  ['$nor', { $nor: [{ a: 1 }, { b: 2 }] }, [{ a: 2 }], [{ b: 2 }]],
  ['$not', { a: { $not: { $gt: 5 } } }, [{ a: 5 }, {}, { a: 'x' }], [{ a: 6 }]],
  ['$not with a regex', { a: { $not: /^x/ } }, [{ a: 'y' }], [{ a: 'xy' }]],
  ['$exists', { a: { $exists: true } }, [{ a: null }, { a: [] }], [{}]],
  [
    '$exists: false',
    { 'a.b': { $exists: false } },
    [{}, { a: 1 }, { a: [1] }],
    [{ a: { b: null } }, { a: [{}, { b: 1 }] }],
  ],
  ['$type', { a: { $type: ['number', 'array'] } }, [{ a: 1.5 }, { a: [] }], [{ a: '1' }, {}]],
  ['$type by number', { a: { $type: 2 } }, [{ a: 'x' }, { a: [1, 'x'] }], [{ a: 1 }]],
  ['$expr', { $expr: { $gt: ['$a', '$b'] } }, [{ a: 2, b: 1 }], [{ a: 1, b: 2 }, { b: 1 }]],
  ['$expr equality', { $expr: { $eq: ['$a', 1] } }, [{ a: 1 }], [{ a: [1] }]],
  ['$mod', { a: { $mod: [3, 1] } }, [{ a: 7 }, { a: 4.9 }], [{ a: 3 }, { a: -7 }, { a: 'x' }]],
  [
    '$regex',
    { a: { $regex: '^ab.c$', $options: 'i' } },
    [{ a: 'ABxC' }, { a: ['abxc\n'] }],
    [{ a: 'xabxc' }, { a: 1 }],
  ],
  ['$all', { a: { $all: [1, 2] } }, [{ a: [2, 1, 3] }], [{ a: [1] }, { a: 1 }]],
  ['$all nested', { a: { $all: [[1, 2]] } }, [{ a: [1, 2] }, { a: [[1, 2]] }], [{ a: [[1], [2]] }]],
  [
    '$all with $elemMatch',
    { a: { $all: [{ $elemMatch: { x: 1 } }, { $elemMatch: { x: 2 } }] } },
    [{ a: [{ x: 2 }, { x: 1 }] }],
    [{ a: [{ x: 1 }] }],
  ],
  [
    '$elemMatch of documents',
    { a: { $elemMatch: { x: 1, y: { $gt: 1 } } } },
    [{ a: [{ x: 1, y: 2 }] }],
    [
      {
        a: [
          { x: 1, y: 1 },
          { x: 2, y: 2 },
        ],
      },
      { a: { x: 1, y: 2 } },
    ],
  ],
  ['$elemMatch of values', { a: { $elemMatch: { $gt: 1, $lt: 3 } } }, [{ a: [0, 2] }], [{ a: [0, 4] }, { a: 2 }]],
  ['$size', { a: { $size: 2 } }, [{ a: [1, 2] }, { a: [[], []] }], [{ a: [1] }, { a: 'xx' }]],
  [
    '$bitsAllSet',
    { a: { $bitsAllSet: [0, 2] } },
    [{ a: 5 }, { a: new Binary(new Uint8Array([5])) }],
    [{ a: 4 }, { a: 5.5 }],
  ],
  ['$bitsAnySet', { a: { $bitsAnySet: 6 } }, [{ a: 2 }], [{ a: 1 }]],
  ['$bitsAllClear', { a: { $bitsAllClear: 6 } }, [{ a: 1 }], [{ a: 2 }]],
  ['$bitsAnyClear', { a: { $bitsAnyClear: 6 } }, [{ a: 2 }], [{ a: -1 }]],
  ['$comment', { a: 1, $comment: 'why' }, [{ a: 1 }], [{ a: 2 }]],
  ['$alwaysTrue', { $alwaysTrue: 1 }, [{}], []],
  ['$alwaysFalse', { $alwaysFalse: 1 }, [], [{}]],
  [
    '$jsonSchema',
    {
      $jsonSchema: {
        required: ['name'],
        properties: {
          name: { bsonType: 'string', minLength: 2, pattern: '^[a-z]' },
          age: { type: 'number', minimum: 0, maximum: 150, exclusiveMaximum: true },
          tags: { bsonType: 'array', items: { enum: ['a', 'b'] }, uniqueItems: true, maxItems: 2 },
        },
        patternProperties: { '^x': { bsonType: 'int', multipleOf: 2 } },
        dependencies: { age: ['name'] },
        not: { required: ['forbidden'] },
      },
    },
    [{ name: 'ab' }, { name: 'ab', age: 3, tags: ['a', 'b'], x1: 4 }],
    [
      {},
      { name: 'a' },
      { name: 'AB' },
      { name: 'ab', age: 150 },
      { name: 'ab', tags: ['a', 'a'] },
      { name: 'ab', x1: 3 },
      { name: 'ab', forbidden: 1 },
    ],
  ],
  [
    '$jsonSchema additionalProperties',
    { $jsonSchema: { properties: { a: {}, _id: {} }, additionalProperties: false } },
    [{ a: 1 }],
    [{ b: 1 }],
  ],
  [
    'binary by subtype',
    { a: new Binary(new Uint8Array([1]), 4) },
    [{ a: new Binary(new Uint8Array([1]), 4) }],
    [{ a: new Binary(new Uint8Array([1]), 0) }],
  ],
];

test.each(CASES)('%s', (_, filter, matching, others) => {
  const query = compileQuery(fromPlain(filter));
  expect(matching.filter((document) => !query.matches(fromPlain(document)))).toEqual([]);
  expect(others.filter((document) => query.matches(fromPlain(document)))).toEqual([]);
});

test('every operator of the list has a case', () => {
  const cases = CASES.map(([, filter]) => JSON.stringify(filter));
  expect(QUERY_OPERATORS.filter((name) => !cases.some((text) => text.includes(`"${name}":`)))).toEqual([]);
});

test.each([
  [{ $where: 'true' }, 2],
  [{ $text: { $search: 'x' } }, 27],
  [{ $nope: 1 }, 2],
  [{ a: { $nope: 1 } }, 2],
  [{ a: { $near: [0, 0] } }, 2],
  [{ a: { $in: 1 } }, 2],
  [{ a: { $in: [{ $gt: 1 }] } }, 2],
  [{ $or: [] }, 2],
  [{ a: { $not: 1 } }, 2],
  [{ a: { $mod: [0, 1] } }, 2],
  [{ a: { $type: 'nothing' } }, 2],
  [{ a: { $size: -1 } }, 2],
  [{ a: { $regex: 'a', $options: 'q' } }, 51108],
  [{ a: { $regex: '(a)++' } }, 51091],
  [{ $jsonSchema: { nope: 1 } }, 9],
  [{ $expr: { $nope: 1 } }, 168],
])('%j is refused with %i', (filter, code) => {
  let thrown: unknown;
  try {
    compileQuery(fromPlain(filter));
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toMatchObject({ name: 'MongoError', code });
});

test('a match says where in the array it was found', () => {
  const position = (filter: object, document: object) =>
    compileQuery(fromPlain(filter)).match(fromPlain(document)).position;
  expect(position({ a: 2 }, { a: [1, 2] })).toBe(1);
  expect(position({ 'a.b': 2 }, { a: [{ b: 1 }, { b: [0, 2] }] })).toBe(1);
  expect(position({ a: { $elemMatch: { b: 2 } } }, { a: [{ b: 2 }] })).toBe(0);
  expect(position({ a: { $ne: 2 } }, { a: [1] })).toBeUndefined();
});

test('the tree is what a planner needs: comparisons side by side, prefix of a regex, what $expr implies', () => {
  const { root, fields } = compileQuery(
    fromPlain({ a: { $gt: 1, $lt: 5 }, $and: [{ 'b.c': /^ab+c/ }], $expr: { $eq: ['$d', 3] } }),
  );
  expect(root).toMatchObject({
    kind: 'and',
    nodes: [
      { kind: 'gt', path: 'a' },
      { kind: 'lt', path: 'a' },
      { kind: 'regex', path: 'b.c', prefix: 'ab' },
      { kind: 'expr', implied: [{ kind: 'eq', path: 'd' }] },
    ],
  });
  expect([...(fields ?? [])].sort()).toEqual(['a', 'b', 'd']);
});
