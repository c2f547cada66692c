import { readdirSync, readFileSync } from 'node:fs';
import { FAULTS } from './faults.ts';

const tests = readdirSync('test/conversations', { recursive: true, encoding: 'utf8' });

test('each of the twelve scripts has a fault that it must notice', () => {
  const numbers = FAULTS.map(({ script }) => Number(/^script-(\d+)-/.exec(script)?.[1]));
  expect(new Set(numbers)).toEqual(new Set(Array.from({ length: 12 }, (_, at) => at + 1)));
});

test.each(FAULTS.map((fault) => [fault.fault, fault] as const))(
  '%s: its place and its script are there once',
  (_, fault) => {
    expect(readFileSync(fault.file, 'utf8').split(fault.from)).toHaveLength(2);
    expect(fault.to).not.toBe(fault.from);
    expect(tests.filter((file) => `/${file}`.includes(`/${fault.script}.`))).toHaveLength(1);
  },
);
