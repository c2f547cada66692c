import { readFileSync } from 'node:fs';
import { wholeConfig } from '../../src/main/whole-config.ts';

test('.env.example names exactly the variables that are read', () => {
  const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
  const named = [...example.matchAll(/^#?([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual(Object.keys(wholeConfig.shape).sort());
});
