import { answersTo } from './answers-to.ts';
import { scopeOf } from './scope.ts';

const groups = new Map([
  ['north', { manager: 'wang' }],
  ['south', { manager: 'wang' }],
  ['east', { manager: null }],
]);
const person = (id: string, manager: string | null, group: string | null) => ({ id, manager, group });

test('in a group one answers to who manages it, and to nobody while nobody does', () => {
  expect(answersTo(person('kim', 'boss', 'north'), groups)).toBe('wang');
  expect(answersTo(person('kim', 'boss', 'east'), groups)).toBeNull();
});

test('outside of every group, or in one that is gone, to the manager whom one was given', () => {
  expect(answersTo(person('kim', 'boss', null), groups)).toBe('boss');
  expect(answersTo(person('kim', 'boss', 'dissolved'), groups)).toBe('boss');
});

test('who manages their own group answers to nobody in it', () => {
  expect(answersTo(person('wang', 'boss', 'north'), groups)).toBe('boss');
});

test('a manager sees the people of the groups that they manage and nobody else', () => {
  const people = [
    { ...person('wang', null, null), role: 'manager' as const },
    { ...person('boss', null, null), role: 'manager' as const },
    { ...person('kim', 'boss', 'north'), role: 'rep' as const },
    { ...person('lee', 'boss', 'south'), role: 'rep' as const },
    { ...person('ann', 'boss', 'east'), role: 'rep' as const },
    { ...person('bob', 'boss', null), role: 'rep' as const },
  ];
  const colleagues = people.map((one) => ({ ...one, manager: answersTo(one, groups), active: true }));
  expect(scopeOf('wang', colleagues)).toEqual(new Set(['wang', 'kim', 'lee']));
  expect(scopeOf('boss', colleagues)).toEqual(new Set(['boss', 'bob']));
});
