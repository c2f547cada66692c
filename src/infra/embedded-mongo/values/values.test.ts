import { Binary, Decimal128, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import { anyDoc, anyNumber, anyValue } from './arbitrary-values.ts';
import { compareValues, docsIdentical, valuesEqual } from './compare.ts';
import { decodeDocument, decodeFields } from './decode.ts';
import { encodeDocument } from './encode.ts';
import { fromPlain, fromPlainValue } from './from-plain.ts';
import { type Direction, encodeIndexEntry, encodeIndexKey, identityOf } from './index-key.ts';
import { extractKeys } from './index-paths.ts';
import type { Maybe } from './value.ts';
import { ValueSet } from './value-map.ts';

const decimal = (text: string) => Decimal128.fromString(text);

test('decode(encode(x)) is x, and a partial decode is the same fields', () => {
  fc.assert(
    fc.property(anyDoc, (doc) => {
      const bytes = encodeDocument(doc);
      expect(docsIdentical(decodeDocument(bytes), doc)).toBe(true);
      const some = new Map([...doc].filter(([name]) => name === 'a' || name === '跟'));
      expect(docsIdentical(decodeFields(bytes, new Set(['a', '跟'])), some)).toBe(true);
    }),
    { numRuns: 1500 },
  );
});

test('a document that was cut or changed is refused or read, never more than its bytes', () => {
  fc.assert(
    fc.property(anyDoc, fc.nat(), fc.integer({ min: 0, max: 255 }), (doc, at, byte) => {
      const bytes = encodeDocument(doc).slice();
      bytes[at % bytes.length] = byte;
      for (const broken of [bytes, bytes.subarray(0, at % bytes.length)]) {
        try {
          decodeDocument(broken);
          decodeFields(broken, new Set(['a']));
        } catch (error) {
          expect(error).toMatchObject({ name: 'MongoError', code: 22 });
        }
      }
    }),
    { numRuns: 1500 },
  );
});

test('nesting beyond 200 levels is refused', () => {
  let doc = new Map();
  for (let level = 0; level < 202; level += 1) doc = new Map([['a', doc]]);
  expect(() => decodeDocument(encodeDocument(doc))).toThrow(expect.objectContaining({ code: 15 }));
});

test('types compare in the order of the manual', () => {
  const ascending: Maybe[] = [
    new MinKey(),
    undefined,
    null,
    ...[Number.NaN, -Infinity, -1, 0, 0.1, 1, 9007199254740993n, Infinity].map((value) => value as Maybe),
    '',
    'a',
    '\uffff',
    '\u{10000}',
    fromPlainValue({}),
    fromPlainValue({ a: 1 }),
    fromPlainValue({ b: 1 }),
    fromPlainValue({ a: 'x' }),
    fromPlainValue([]),
    fromPlainValue([1]),
    new Binary(new Uint8Array([9])),
    new Binary(new Uint8Array([0, 0])),
    new ObjectId('000000000000000000000001'),
    false,
    true,
    new Date(-1),
    new Date(0),
    new Timestamp({ t: 1, i: 0 }),
    new MaxKey(),
  ];
  for (let index = 1; index < ascending.length; index += 1) {
    expect(compareValues(ascending[index - 1], ascending[index])).toBeLessThan(0);
  }
});

test('numbers of all types are one line', () => {
  expect(valuesEqual(Decimal128.fromString('1.50'), 1.5)).toBe(true);
  expect(valuesEqual(0.1, Decimal128.fromString('0.1'))).toBe(false);
  expect(compareValues(9007199254740993n, 9007199254740992)).toBeGreaterThan(0);
  expect(valuesEqual(-0, 0n)).toBe(true);
  fc.assert(
    fc.property(anyNumber, anyNumber, anyNumber, (a, b, c) => {
      expect(Math.sign(compareValues(a, b))).toBe(-Math.sign(compareValues(b, a)) || 0);
      if (compareValues(a, b) <= 0 && compareValues(b, c) <= 0) expect(compareValues(a, c)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 3000 },
  );
});

test('index keys order as their values do', () => {
  const direction = fc.constantFrom<Direction>(1, -1);
  fc.assert(
    fc.property(anyValue, anyValue, direction, (a, b, way) => {
      const [left, right] = [encodeIndexEntry([a], [way]), encodeIndexEntry([b], [way])];
      const order = Math.sign(compareValues(a, b)) * way;
      const keys = Math.sign(Buffer.compare(left.key, right.key));
      // Where something was cut, different values may share a key, but never swap.
      if (left.exact && right.exact) expect(keys).toBe(order || 0);
      else expect(keys === order || keys === 0).toBe(true);
    }),
    { numRuns: 6000 },
  );
});

/** Ascending lists of neighbours that chance hardly ever draws. */
test.each<[name: string, values: Maybe[]]>([
  [
    'longs and decimals between two doubles',
    [2 ** 62, 2n ** 62n + 1n, decimal('4611686018427387905.5'), 2n ** 62n + 2n, 2n ** 62n + 511n, 2 ** 62 + 1024],
  ],
  ['below zero', [-(2 ** 62), -(2n ** 62n) + 1n, -(2n ** 62n) + 2n, -(2 ** 62) + 512]],
  [
    'decimals beyond the doubles',
    [Number.MAX_VALUE, decimal('1E+400'), decimal('1.1E+400'), decimal('1E+6000'), Infinity],
  ],
  ['decimals under the doubles', [0, decimal('1E-6000'), decimal('1E-400'), Number.MIN_VALUE, decimal('6E-324')]],
  [
    'documents with names that are cut',
    ['x'.repeat(294), 'x'.repeat(295), 'x'.repeat(296), 'x'.repeat(297)].map((name) => fromPlainValue({ [name]: 1 })),
  ],
])('neighbours: %s', (_, values) => {
  for (let index = 1; index < values.length; index += 1) {
    const [left, right] = [values[index - 1], values[index]];
    expect(compareValues(left, right)).toBeLessThan(0);
    const keys = [encodeIndexEntry([left], [1]), encodeIndexEntry([right], [1])] as const;
    expect(Buffer.compare(keys[0].key, keys[1].key)).toBeLessThanOrEqual(keys[0].exact && keys[1].exact ? -1 : 0);
  }
});

test('compound keys order field by field, and no key is too long', () => {
  const pair = fc.tuple(anyValue, anyValue);
  const ways: Direction[] = [1, -1];
  fc.assert(
    fc.property(pair, pair, (a, b) => {
      const [left, right] = [encodeIndexEntry(a, ways), encodeIndexEntry(b, ways)];
      fc.pre(left.exact && right.exact);
      const order = Math.sign(compareValues(a[0], b[0])) || -Math.sign(compareValues(a[1], b[1]));
      expect(Math.sign(Buffer.compare(left.key, right.key))).toBe(order || 0);
    }),
    { numRuns: 3000 },
  );
  const long = Array.from({ length: 32 }, () => 'x'.repeat(1000));
  expect(
    encodeIndexKey(
      long,
      long.map(() => 1),
    ).length,
  ).toBeLessThan(1978);
});

test('a set knows equal values whatever their type', () => {
  fc.assert(
    fc.property(anyValue, anyValue, (a, b) => {
      expect(new ValueSet([a]).has(b)).toBe(valuesEqual(a, b));
      expect(identityOf(a) === identityOf(b)).toBe(valuesEqual(a, b));
    }),
    { numRuns: 3000 },
  );
});

/** "Multikey Indexes", "Sparse Indexes". */
test.each<[document: object, paths: string[], sparse: boolean, tuples: unknown[][]]>([
  [{ a: 1 }, ['a'], false, [[1]]],
  [{}, ['a'], false, [[null]]],
  [{}, ['a'], true, []],
  [{ a: 1 }, ['a', 'b'], true, [[1, null]]],
  [{ a: [1, 2] }, ['a'], false, [[1], [2]]],
  [{ a: [] }, ['a'], false, [[undefined]]],
  [{ a: [{ b: 1 }, { b: 2 }] }, ['a.b'], false, [[1], [2]]],
  [
    { a: [{ b: 1, c: 2 }, { b: 3 }] },
    ['a.b', 'a.c'],
    false,
    [
      [1, 2],
      [3, null],
    ],
  ],
  [
    { a: [1, 2], b: 5 },
    ['a', 'b'],
    false,
    [
      [1, 5],
      [2, 5],
    ],
  ],
  [{ a: [10, 20] }, ['a.1'], false, [[20]]],
  [{ a: [[1, 2]] }, ['a'], false, [[[1, 2]]]],
])('keys of %j over %j', (document, paths, sparse, tuples) => {
  expect(extractKeys(fromPlain(document), paths, sparse).tuples).toEqual(
    tuples.map((tuple) => tuple.map(fromPlainValue)),
  );
});

test('arrays side by side are refused', () => {
  expect(() => extractKeys(fromPlain({ a: [1], b: [2] }), ['a', 'b'], false)).toThrow(
    expect.objectContaining({ code: 171 }),
  );
});

test('under a collation, strings that it holds equal are one key, inside values too', () => {
  const { compare } = new Intl.Collator('en', { sensitivity: 'base' });
  const set = new ValueSet(['Ab', fromPlainValue({ a: ['x'] })], compare);
  expect(
    ['aB', 'áb', 'b', fromPlainValue({ a: ['X'] }), fromPlainValue({ A: ['x'] })].map((value) => set.has(value)),
  ).toEqual([true, true, false, true, false]);
});
