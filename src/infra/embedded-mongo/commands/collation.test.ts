import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { fromPlain } from '../values/from-plain.ts';
import { readCollation } from './collation.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(() => server.stop());

/** 丁 has two strokes and is read dīng, 八 two and bā, 案 ten and àn. */
test('the order that a locale names is the order that sorts', async () => {
  const c = server.collection();
  await c.insertMany([{ name: '案' }, { name: '丁' }, { name: '八' }]);
  const sorted = async (locale: string) =>
    (await c.find().sort({ name: 1 }).collation({ locale }).toArray()).map(({ name }) => name).join('');
  expect(await sorted('zh@collation=pinyin')).toBe('案八丁');
  expect((await sorted('zh@collation=stroke')).at(-1)).toBe('案');
  expect(await sorted('de@collation=phonebook')).toHaveLength(3);
});

test.each([
  { locale: 'zh@collation=nosuch' },
  { locale: 'en@collation=stroke' },
  { locale: 'zh@calendar=chinese' },
  { locale: 'nosuchlanguage' },
  { locale: 'fr', backwards: true },
  { locale: 'en', strength: 4 },
  { locale: 'en', alternate: 'shifted', maxVariable: 'space' },
])('%j is refused, not approximated', (collation) => {
  expect(() => readCollation(fromPlain(collation))).toThrow(expect.objectContaining({ code: 2 }));
});

test('distinct holds equal what the collation holds equal', async () => {
  const c = server.collection();
  await c.insertMany([{ n: 'Ab' }, { n: 'aB' }, { n: ['ab', 'c'] }]);
  expect(await c.distinct('n', {}, { collation: { locale: 'en', strength: 2 } })).toEqual(['Ab', 'c']);
  expect(await c.distinct('n')).toHaveLength(4);
});
