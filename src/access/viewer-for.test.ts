import { type Colleague, scopeOf } from './scope.ts';
import { privately, viewerFor } from './viewer-for.ts';

const colleagues: Colleague[] = [
  { id: 'ada', role: 'admin', manager: null, active: true },
  { id: 'top', role: 'manager', manager: null, active: true },
  { id: 'mid', role: 'manager', manager: 'top', active: true },
  { id: 'rep', role: 'rep', manager: 'mid', active: true },
  { id: 'other', role: 'rep', manager: 'top', active: true },
  { id: 'gone', role: 'rep', manager: 'mid', active: false },
];
const owners = (person: string) => {
  const scope = scopeOf(person, colleagues);
  return scope === 'all' ? 'all' : [...scope].sort();
};

test('a rep sees their own, a manager the whole subtree, an admin all', () => {
  expect(owners('rep')).toEqual(['rep']);
  expect(owners('mid')).toEqual(['gone', 'mid', 'rep']);
  expect(owners('top')).toEqual(['gone', 'mid', 'other', 'rep', 'top']);
  expect(owners('ada')).toBe('all');
});

test('who has left, or never was, sees nothing', () => {
  expect(owners('gone')).toEqual([]);
  expect(owners('nobody')).toEqual([]);
});

test('a ring of managers ends', () => {
  const ring = [
    { id: 'a', role: 'manager' as const, manager: 'b', active: true },
    { id: 'b', role: 'manager' as const, manager: 'a', active: true },
  ];
  expect([...(scopeOf('a', ring) as Set<string>)].sort()).toEqual(['a', 'b']);
});

test('a group hears what all of its members may know; the asker has their own scope in private', () => {
  const viewer = viewerFor('top', { kind: 'group', members: ['top', 'mid', 'ada'], outsiders: false }, colleagues);
  expect([...(viewer.owners as Set<string>)].sort()).toEqual(['gone', 'mid', 'rep']);
  expect([...(privately(viewer).owners as Set<string>)].sort()).toEqual(['gone', 'mid', 'other', 'rep', 'top']);
  expect(privately(viewer).audience).toEqual(['top']);
});

test('the asker counts as a listener, and somebody unknown in the room means nothing private', () => {
  const absent = viewerFor('rep', { kind: 'group', members: ['top'], outsiders: false }, colleagues);
  expect(absent.owners).toEqual(new Set(['rep']));
  const open = viewerFor('ada', { kind: 'group', members: ['ada'], outsiders: true }, colleagues);
  expect(open.owners).toEqual(new Set());
});
