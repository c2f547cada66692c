import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { understandOutput, understandPrompt } from './prompt.ts';

/** Words and shape of every version that was ever in use. A new version adds a line; no line ever changes. */
const published: Record<string, string> = {
  'v1.md': '69ba47db964610d1',
};

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

test('a published version is what it was, word for word', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter((name) => /^v\d+\.md$/.test(name));
  const found = files.map((name) => [name, hash(readFileSync(new URL(name, import.meta.url), 'utf8'))]);
  expect(Object.fromEntries(found)).toEqual(published);
});

test('the shape of the answer belongs to the version in use', () => {
  expect([understandPrompt.id, hash(JSON.stringify(z.toJSONSchema(understandOutput)))]).toEqual([
    'understand@v1',
    '143fcc0f4ddc7f1f',
  ]);
});

test('every field of the shape is explained in the words of the version in use', () => {
  for (const field of Object.keys(understandOutput.shape))
    expect(understandPrompt.instructions).toContain(`"${field}"`);
  expect(understandPrompt.instructions).toContain('json');
});
