import { PAUSE } from '../pause.ts';
import { compileQuery } from '../query/compile-query.ts';
import { insertDocument, readStored, removeDocument } from '../storage/documents.ts';
import { inspectCollection } from '../storage/inspect.ts';
import { documentOf, type Random, randomSource } from '../testing/random-documents.ts';
import { openTestEngine, type TestEngine } from '../testing/test-engine.ts';
import { decodeDocument } from '../values/decode.ts';
import { encodeDocument } from '../values/encode.ts';
import type { Doc, Value } from '../values/value.ts';
import { rowsOf } from './candidates.ts';
import { choosePlan } from './choose-plan.ts';
import { findMatches } from './find-matches.ts';
import { parseSort } from './sort.ts';

/** `npm run test:store-queries` asks 5,000. */
const QUERIES = Number(process.env.STORE_QUERIES ?? 1_000);

const INDEXES: readonly Doc[] = [
  spec({ a: 1 }),
  spec({ a: 1, b: -1 }),
  spec({ b: -1, c: 1 }),
  spec({ 'c.x': 1 }),
  spec({ c: 1, a: -1 }, [['sparse', true]]),
  spec({ b: 1, a: 1 }, [
    ['partialFilterExpression', new Map<string, Value>([['a', new Map<string, Value>([['$gt', 2]])]])],
  ]),
];

function spec(key: Record<string, number>, options: [string, Value][] = []): Doc {
  const name = Object.entries(key).flat().join('_') + options.map(([option]) => option).join();
  return new Map<string, Value>([['key', new Map(Object.entries(key))], ['name', name], ...options]);
}

/** A filter over the fields that the documents have, with values of many types. */
function filterOf(random: Random): Doc {
  const path = random.pick(['a', 'b', 'c', 'c.x', 'a', 'b']);
  const value = () => random.value(1);
  const operators: readonly (() => Value)[] = [
    value,
    value,
    () => new Map([['$in', [value(), value(), value()]]]),
    () => new Map([['$gt', value()]]),
    () =>
      new Map([
        ['$gte', value()],
        ['$lt', value()],
      ]),
    () => new Map([['$lte', value()]]),
    () => new Map([['$exists', true]]),
    () =>
      new Map<string, Value>([
        [
          '$elemMatch',
          new Map([
            ['$gte', value()],
            ['$lte', value()],
          ]),
        ],
      ]),
    () => new Map([['$ne', value()]]),
    () => new Map([['$regex', random.pick(['^a', '^ab', 'b'])]]),
  ];
  const own: Doc = new Map([[path, random.pick(operators)()]]);
  switch (random.below(5)) {
    case 0:
      return new Map([['$or', [own, filterOf(random)]]]);
    case 1:
    case 2:
      return new Map([['$and', [own, filterOf(random)]]]);
    default:
      return own;
  }
}

let engine: TestEngine;

beforeAll(async () => {
  engine = await openTestEngine();
});

afterAll(() => engine.close());

test('every query gives the same answer with indexes and without', async () => {
  const random = randomSource(20260117);
  const docs = Array.from({ length: 200 }, (_, i) => documentOf(random, i));
  const plain = await engine.fill('plain', docs, []);
  const indexed = await engine.fill('indexed', docs, INDEXES);
  const plans = new Map<string, number>();
  for (let i = 0; i < QUERIES; i++) {
    const filter = filterOf(random);
    const sort = parseSort(
      random.below(3) === 0
        ? new Map<string, Value>([
            [random.pick(['a', 'b', 'c']), random.pick([1, -1])],
            ['_id', 1],
          ])
        : undefined,
    );
    const query = compileQuery(filter);
    const plan = choosePlan(indexed, { root: query.root, sort });
    plans.set(plan.kind, (plans.get(plan.kind) ?? 0) + 1);
    const search = { query, sort, skip: 0, limit: Number.POSITIVE_INFINITY };
    // Every twentieth query pauses at each document and takes up its walk again.
    engine.engine.slices.begin(i % 20 === 0 ? 0 : 10_000);
    const answers = engine.read((reader) => {
      const ids = (collection: typeof plain, chosen: typeof plan) => {
        const found: Value[] = [];
        for (const match of findMatches(reader, collection, { ...search, plan: chosen }, engine.call()))
          if (match !== PAUSE) found.push(decodeDocument(match.bytes).get('_id') ?? null);
        return sort.kind === 'none' ? found.sort((x, y) => Number(x) - Number(y)) : found;
      };
      const covered =
        plan.kind === 'indexScan' && plan.exact
          ? [...rowsOf(reader, indexed, plan, engine.call())].filter((row) => row !== PAUSE).length
          : undefined;
      return { with: ids(indexed, plan), without: ids(plain, { kind: 'collectionScan', reverse: false }), covered };
    });
    if (JSON.stringify(answers.with) !== JSON.stringify(answers.without))
      throw new Error(
        `query ${i}: ${show(filter)} sort ${sort.kind} by ${plan.kind === 'indexScan' ? plan.index.name : plan.kind}: ${answers.with} instead of ${answers.without}`,
      );
    if (answers.covered !== undefined && answers.covered !== answers.without.length)
      throw new Error(`query ${i}: ${show(filter)} counts ${answers.covered} instead of ${answers.without.length}`);
  }
  // The comparison means something only where indexes were used at all.
  expect(plans.get('indexScan')).toBeGreaterThan(QUERIES / 3);
  expect(plans.get('union')).toBeGreaterThan(10);
}, 120_000);

test('indexes equal their collection after inserts and removals in any order', async () => {
  const random = randomSource(7);
  const collection = await engine.fill('churn', [], INDEXES);
  const { catalog } = engine.engine;
  await engine.engine.commits.apply((writer) => {
    for (let i = 0; i < 600; i++) {
      const row = 1 + random.below(Math.max(1, collection.nextRow));
      const stored = random.below(3) === 0 ? readStored(writer, collection, row) : undefined;
      if (stored) removeDocument({ writer, catalog }, collection, stored);
      else {
        const doc = documentOf(random, i);
        insertDocument({ writer, catalog }, collection, doc, encodeDocument(doc));
      }
    }
  });
  const faults = engine.read((reader) => {
    const inspection = inspectCollection(reader, collection);
    for (;;) {
      const step = inspection.next();
      if (step.done) return step.value;
    }
  });
  expect(faults).toEqual([]);
  expect(collection.count).toBeGreaterThan(100);
});

const show = (doc: Doc): string =>
  JSON.stringify([...doc], (_, value) =>
    value instanceof Map ? [...value] : typeof value === 'bigint' ? `${value}n` : value,
  );
