import { ServiceError } from '../errors.ts';
import { errorFields } from './error-fields.ts';

test('a log line names kind, code and place of an error, never its message', () => {
  let error: unknown;
  try {
    JSON.parse('王总 13800138000');
  } catch (thrown) {
    error = thrown;
  }
  const fields = errorFields(Object.assign(error as Error, { code: 'X1' }));
  expect(fields).toMatchObject({ error: 'SyntaxError', code: 'X1' });
  expect(JSON.stringify(fields)).not.toMatch(/王|1380/);
});

test('our own words about a service are told', () => {
  expect(errorFields(new ServiceError('the platform did not answer'))).toMatchObject({
    reason: 'the platform did not answer',
  });
  expect(errorFields('王总')).toEqual({ error: 'string' });
});
