import { jest } from '@jest/globals';
import type { ChangeSet } from '../ledger/change-set.ts';
import { createUserOf } from './user-of.ts';

function open() {
  const users = new Map([['lin', 'U1']]);
  let reads = 0;
  let tell: (set: ChangeSet) => void = () => {};
  const person = (_id: string) => {
    const user = users.get(_id);
    const linked = user === undefined ? [] : [{ adapter: 'slack', user }];
    return { _id, identities: [{ adapter: 'other', user: 'X' }, ...linked] };
  };
  const people = {
    async get(id: string) {
      reads += 1;
      return person(id);
    },
    async byIds(ids: string[]) {
      reads += 1;
      return ids.map(person);
    },
  };
  const userOf = createUserOf('slack', {
    stores: { people },
    onCommit: (listener: typeof tell) => {
      tell = listener;
    },
  } as unknown as Parameters<typeof createUserOf>[1]);
  const commits = (kind: string) => tell({ changes: [{ kind }] } as unknown as ChangeSet);
  return { users, userOf, commits, reads: () => reads };
}

test('who was found is asked for once, until people change; who is not linked is asked for each time', async () => {
  const { users, userOf, commits, reads } = open();
  expect([await userOf('lin'), await userOf('lin'), reads()]).toEqual(['U1', 'U1', 1]);
  expect([await userOf('emma'), await userOf('emma'), reads()]).toEqual([null, null, 3]);
  users.set('lin', 'U2');
  commits('deal');
  expect(await userOf('lin')).toBe('U1');
  commits('person');
  expect(await userOf('lin')).toBe('U2');
});

test('what was read while people changed is not kept', async () => {
  const { users, userOf, commits } = open();
  const reading = userOf('lin');
  users.set('lin', 'U2');
  commits('person');
  await reading;
  expect(await userOf('lin')).toBe('U2');
});

test('those who were found are read again together after a while, as others may have changed them', async () => {
  const { users, userOf, reads } = open();
  users.set('emma', 'U3');
  for (const person of ['lin', 'emma', 'lin', 'emma']) await userOf(person);
  expect(reads()).toBe(2);
  const now = performance.now();
  const later = jest.spyOn(performance, 'now').mockImplementation(() => now + 11_000);
  expect([await userOf('lin'), reads()]).toEqual(['U1', 3]);
  users.set('lin', 'U2');
  users.delete('emma');
  later.mockImplementation(() => now + 22_000);
  expect([await userOf('lin'), reads()]).toEqual(['U2', 4]);
  expect(await userOf('emma')).toBeNull();
  later.mockRestore();
});
