import { compileQuery } from '../query/compile-query.ts';
import { PROJECTION_OPERATORS } from '../testing/supported-operators.ts';
import { fromPlain, toPlain } from '../values/from-plain.ts';
import { compileProjection } from './compile-projection.ts';

const doc = { _id: 1, a: 2, b: { c: 3, d: 4 }, list: [{ x: 1, y: 1 }, { x: 2, y: 2 }, 5], n: [1, 2, 3] };

/** "Project Fields to Return from Query" and reference/operator/projection of the manual. */
const CASES: [name: string, spec: object, result: object, filter?: object][] = [
  ['nothing', {}, doc],
  ['inclusion', { a: 1 }, { _id: 1, a: 2 }],
  ['without _id', { a: true, _id: 0 }, { a: 2 }],
  ['only _id', { _id: 1 }, { _id: 1 }],
  [
    'nested, in the order of the document',
    { 'list.x': 1, b: { d: 1 }, _id: 0 },
    { b: { d: 4 }, list: [{ x: 1 }, { x: 2 }] },
  ],
  ['exclusion', { a: 0, b: 0, list: 0 }, { _id: 1, n: [1, 2, 3] }],
  ['nested exclusion', { 'list.x': 0, 'b.c': 0, _id: 0, n: 0 }, { a: 2, b: { d: 4 }, list: [{ y: 1 }, { y: 2 }, 5] }],
  [
    'computed',
    { a: 1, sum: { $add: ['$a', '$b.c'] }, copy: '$b.d', text: 'x', _id: 0 },
    { a: 2, sum: 5, copy: 4, text: 'x' },
  ],
  ['$slice leaves the rest', { n: { $slice: -2 }, list: 0, b: 0 }, { _id: 1, a: 2, n: [2, 3] }],
  ['$slice beside inclusion', { n: { $slice: [1, 1] }, a: 1, _id: 0 }, { a: 2, n: [2] }],
  ['$elemMatch', { list: { $elemMatch: { x: { $gt: 1 } } }, _id: 0 }, { list: [{ x: 2, y: 2 }] }],
  ['$elemMatch without a match', { n: { $elemMatch: { $gt: 9 } } }, { _id: 1 }],
  ['positional', { 'n.$': 1, _id: 0 }, { n: [2] }, { n: { $gte: 2 } }],
];

test.each(CASES)('%s', (_, spec, result, ...[filter]) => {
  const projection = compileProjection(fromPlain(spec), { forFind: true });
  const position = filter ? compileQuery(fromPlain(filter)).match(fromPlain(doc)).position : undefined;
  const projected = toPlain(projection.apply(fromPlain(doc), position));
  expect(JSON.stringify(projected)).toBe(JSON.stringify(result));
});

test('every operator of the list has a case', () => {
  const cases = CASES.map(([, spec]) => JSON.stringify(spec));
  const written = (name: string) => (name === '$' ? '.$"' : `"${name}":`);
  expect(PROJECTION_OPERATORS.filter((name) => !cases.some((text) => text.includes(written(name))))).toEqual([]);
});

test.each<[spec: object, code: number]>([
  [{ a: 1, b: 0 }, 31254],
  [{ a: 0, b: 1 }, 31253],
  [{ a: 1, 'a.b': 1 }, 31249],
  [{ 'a.b': 1, a: 1 }, 31250],
  [{ a: {} }, 51270],
  [{ 'a.$': 0 }, 31395],
  [{ $a: 1 }, 16410],
  [{ a: { $slice: 'x' } }, 28667],
  [{ a: { $nope: 1 } }, 168],
  [{ 'n.$': 1 }, 51246],
])('%j is refused with %i', (spec, code) => {
  let thrown: unknown;
  try {
    compileProjection(fromPlain(spec), { forFind: true }).apply(fromPlain(doc));
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toMatchObject({ name: 'MongoError', code });
});

test('the fields that are read are known when only some are kept', () => {
  const fields = (spec: object) => compileProjection(fromPlain(spec)).fields;
  expect([...(fields({ 'b.c': 1, sum: { $add: ['$a', 1] } }) ?? [])].sort()).toEqual(['_id', 'a', 'b', 'sum']);
  expect(fields({ a: 0 })).toBeUndefined();
});
