import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Files over 250 lines, each with its reason. */
const LONGER: Record<string, string> = {};

const files = ['src', 'adapters', 'prompts', 'scripts', 'test']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  )
  .filter((path) => /\.(ts|js|mjs)$/.test(path));

const lines = (path: string): string[] => readFileSync(join(root, path), 'utf8').split('\n');

test('no file is over 250 lines without a stated reason', () => {
  const longer = files.filter((path) => lines(path).length > 251);
  expect(longer.sort()).toEqual(Object.keys(LONGER).sort());
});

test.each([
  ['work left to do', /\b(TODO|FIXME|XXX)\b/],
  ['a test that is left out', /\b(test|it|describe)\.(skip|only|todo)\b|\bx(test|it|describe)\(/],
  ['a clock of its own', /\bDate\.now\(\)/],
  ['words to nowhere', /\bconsole\.log\(/],
])('no file holds %s', (_what, pattern) => {
  const product = files.filter((path) => !/(^test\/|\.test\.ts$|\/testing\/|adapters\/web\/page\/)/.test(path));
  const searched = String(pattern).includes('Date') || String(pattern).includes('console') ? product : files;
  const found = searched.filter(
    (path) => path !== 'test/house-rules/files.test.ts' && lines(path).some((line) => pattern.test(line)),
  );
  expect(found).toEqual([]);
});
