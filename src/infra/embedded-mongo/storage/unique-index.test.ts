import { openTestEngine, type TestEngine } from '../testing/test-engine.ts';
import { encodeDocument } from '../values/encode.ts';
import { type Doc, Int32, type Value } from '../values/value.ts';
import type { Collection } from './collection.ts';
import { insertDocument, readStored, removeDocument } from './documents.ts';
import { buildIndex } from './index-build.ts';
import { type Fault, inspectCollection } from './inspect.ts';

const UNIQUE: Doc = new Map<string, Value>([
  ['v', Int32.of(2)],
  ['key', new Map([['n', Int32.of(1)]])],
  ['name', 'n_1'],
  ['unique', true],
]);
const item = (id: number, n: Value): Doc => new Map([['_id', Int32.of(id)] as [string, Value], ['n', n]]);

let opened: TestEngine;

beforeEach(async () => {
  opened = await openTestEngine();
});

afterEach(() => opened.close());

function faults(collection: Collection): Fault[] {
  return opened.read((reader) => {
    const work = inspectCollection(reader, collection);
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
    }
  });
}

test('a document that goes while a unique index is built takes no entry of its twin with it', async () => {
  const { engine, fill } = opened;
  const twins = Array.from({ length: 150 }, (_, row) => item(row, Int32.of(row === 149 ? 0 : row)));
  const collection = await fill('items', twins, []);
  const transaction = { catalog: engine.catalog };
  engine.store.write((writer) => {
    const build = buildIndex({ writer, ...transaction }, collection, UNIQUE);
    build.next();
    const twin = readStored(writer, collection, 150);
    if (twin) removeDocument({ writer, ...transaction }, collection, twin);
    while (!build.next().done);
  });
  expect(collection.count).toBe(149);
  expect(faults(collection)).toEqual([]);
});

test('a unique index of format 1, with the row in every key, goes on as it is', async () => {
  const { engine, fill } = opened;
  const made = await fill('items', [], [UNIQUE]);
  for (const index of made.indexes) Object.assign(index, { direct: false });
  const put = (collection: Collection, id: number, n: Value) =>
    engine.commits.apply((writer) => {
      const doc = item(id, n);
      insertDocument({ writer, catalog: engine.catalog }, collection, doc, encodeDocument(doc));
      engine.catalog.save(writer, collection);
    });
  await put(made, 1, 'short');
  await put(made, 2, 'x'.repeat(400));
  opened.read((reader) => engine.catalog.load(reader));
  const read = engine.catalog.find('test', 'items');
  expect(read?.indexes.map(({ direct }) => direct)).toEqual([false, false]);
  const again = read ?? made;
  await expect(put(again, 3, 'short')).rejects.toMatchObject({ code: 11000 });
  await expect(put(again, 3, 'x'.repeat(400))).rejects.toMatchObject({ code: 11000 });
  await put(again, 3, `${'x'.repeat(400)}y`);
  expect(faults(again)).toEqual([]);
});
