import { mkdirSync } from 'node:fs';
import { explained } from './run-tool.ts';

test('a folder or file that cannot be used is named with its trouble, in no system words', () => {
  let error: unknown;
  try {
    mkdirSync('/etc/passwd/genjin', { recursive: true });
  } catch (thrown) {
    error = thrown;
  }
  expect(explained(error)).toContain('/etc/passwd/genjin');
  expect(explained(error)).toContain('ENOTDIR');
  expect(explained(error)).not.toContain('mkdir');
});
