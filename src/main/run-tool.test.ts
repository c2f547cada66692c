import { explained } from './run-tool.ts';

test('a folder or file that cannot be used is named with its trouble, in no system words', () => {
  const error = Object.assign(new Error("EACCES: permission denied, mkdir '/srv/genjin'"), {
    code: 'EACCES',
    path: '/srv/genjin',
  });
  expect(explained(error)).toContain('/srv/genjin (EACCES)');
  expect(explained(error)).not.toContain('mkdir');
});
