import { compileQuery } from '../query/compile-query.ts';
import { openTestEngine, type TestEngine } from '../testing/test-engine.ts';
import { fromPlain } from '../values/from-plain.ts';
import { choosePlan } from './choose-plan.ts';

let engine: TestEngine;

beforeAll(async () => {
  engine = await openTestEngine();
});

afterAll(() => engine.close());

/** Which index serves a filter, among one over `state, due` and a unique one over `code`. */
test.each<[filter: object, index: string]>([
  [{ _id: 7, state: 'open' }, '_id_'],
  [{ _id: { $in: [1, 2, 3] }, state: 'open' }, '_id_'],
  [{ _id: { $in: [1, 2, 3] }, state: 'open', due: 5 }, '_id_'],
  [{ code: { $in: ['a', 'b'] }, _id: 7 }, '_id_'],
  [{ code: 'a', _id: { $in: [1, 2] } }, 'code'],
  [{ _id: { $gt: 5 }, state: 'open' }, 'state'],
  [{ state: 'open', due: { $lt: 9 } }, 'state'],
])('%j goes by %s', async (filter, index) => {
  const name = JSON.stringify(filter);
  const collection = await engine.fill(
    name,
    [],
    [
      fromPlain({ key: { state: 1, due: 1 }, name: 'state' }),
      fromPlain({ key: { code: 1 }, name: 'code', unique: true }),
    ],
  );
  const plan = choosePlan(collection, { root: compileQuery(fromPlain(filter)).root });
  expect(plan).toMatchObject({ kind: 'indexScan', index: { name: index } });
});
