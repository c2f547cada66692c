import { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import { CodeWithScope, type Doc, Int32, type Value } from './value.ts';

const text = fc.oneof(
  fc.string({ maxLength: 8, unit: 'binary' }).map((value) => value.replace(/\p{Surrogate}/gu, '')),
  fc.constantFrom(
    '',
    'a',
    'a\0',
    'a\0b',
    'ab',
    'b',
    '\uffff',
    '\u{10000}',
    '跟进',
    'x'.repeat(299),
    'x'.repeat(300),
    'x'.repeat(301),
    `${'x'.repeat(300)}a`,
  ),
);

const decimal = fc
  .oneof(
    fc.constantFrom(
      '0',
      '-0',
      '1',
      '1.0',
      '0.1',
      '-0.1',
      'NaN',
      'Infinity',
      '-Infinity',
      '1E+400',
      '1E-400',
      '9007199254740993',
      '4.9E-324',
      '1.797693134862315807E+308',
      '0.1000000000000000055511151231257827',
    ),
    fc
      .tuple(fc.bigInt({ min: -(10n ** 33n), max: 10n ** 33n }), fc.integer({ min: -340, max: 310 }))
      .map(([digits, exponent]) => `${digits}E${exponent}`),
  )
  .map((value) => Decimal128.fromString(value));

/** Numbers that meet: the same values in all four types, and neighbours around them. */
export const anyNumber: fc.Arbitrary<Value> = fc.oneof(
  fc.integer({ min: -3, max: 3 }).map((value) => Int32.of(value)),
  fc.integer().map((value) => Int32.of(value)),
  fc.double(),
  fc.constantFrom<Value>(
    0.1,
    -0,
    2 ** 53,
    2 ** 53 + 2,
    Number.NaN,
    Infinity,
    -Infinity,
    Number.MIN_VALUE,
    Number.MAX_VALUE,
  ),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.constantFrom<Value>(0n, 1n, 2n ** 53n, 2n ** 53n + 1n, -(2n ** 53n) - 1n, 2n ** 63n - 1n),
  decimal,
);

const bytes = fc.oneof(fc.uint8Array({ maxLength: 6 }), fc.constant(new Uint8Array(400)));

const scalar: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: anyNumber },
  { weight: 3, arbitrary: text },
  fc.constantFrom<Value>(null, true, false, new MinKey(), new MaxKey()),
  fc.integer({ min: -8_000_000_000_000, max: 8_000_000_000_000 }).map((time) => new Date(time)),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((id) => new ObjectId(id)),
  fc.tuple(bytes, fc.constantFrom(0, 4, 128)).map(([data, subtype]) => new Binary(data, subtype)),
  fc.tuple(fc.nat(), fc.nat()).map(([t, i]) => new Timestamp({ t, i })),
  fc.constantFrom(new BSONRegExp('a', 'i'), new BSONRegExp('a'), new BSONRegExp('b')),
  text.map((value) => new BSONSymbol(value)),
  fc.constantFrom<Value>(new Code('x'), new CodeWithScope('x', new Map([['a', 1]]))),
);

const name = fc.constantFrom('a', 'b', 'ab', '__proto__', '$x', 'a.b', '', '跟');

export const { anyValue, anyDoc } = fc.letrec<{ anyValue: Value; anyDoc: Doc }>((tie) => ({
  anyValue: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 6, arbitrary: scalar },
    tie('anyDoc'),
    fc.array(tie('anyValue'), { maxLength: 3 }),
  ),
  anyDoc: fc.array(fc.tuple(name, tie('anyValue')), { maxLength: 3 }).map((entries) => new Map(entries)),
}));
