import { fillCompany } from '../../scripts/demo/fill-company.ts';
import { allKinds } from '../../src/app/records.ts';
import type { ChangeSet } from '../../src/ledger/change-set.ts';
import { INBOX, LEDGER, OUTBOX } from '../../src/ledger/collections.ts';
import { blanksOf } from '../../src/ledger/personal-fields.ts';
import { World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await World.open('2026-11-23T08:00:00+08:00', (records, clock) => fillCompany(records, clock.now()));
  const [account] = await personalValues('accounts');
  for (const words of [
    `${account}通了电话,报价80万,下周三下午3点再去拜访`,
    `新客户远航机电,联系人赵一鸣`,
    '我的一天',
    '撤销',
  ])
    await world.person('lin').says(words);
  await world.until('2026-11-24T10:00:00+08:00');
});
afterAll(() => world.close());

const rows = <T extends object>(name: string) =>
  world.records.db.collection(name).find({}).toArray() as unknown as Promise<T[]>;

const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(stringsIn)
      : [];

/** A few letters or figures stand in a random id by chance. */
const BY_CHANCE = /^[\w-]{0,4}$/;

/** Whatever stands in the personal fields of a collection's records. */
async function personalValues(collection: string): Promise<string[]> {
  const kind = allKinds.find((one) => one.collection === collection);
  const records = await rows<Record<string, unknown>>(collection);
  return records.flatMap((record) => Object.keys(blanksOf(kind)).flatMap((field) => stringsIn(record[field])));
}

test('keys, guards, causes and facts of every set, row and record hold ids and hashes, never a name', async () => {
  const kept = await Promise.all(['accounts', 'contacts', 'people', 'interactions', 'tasks'].map(personalValues));
  // A person's id on the web is their own; it is an id, whatever it is spelled like.
  const ids = new Set((await rows<{ _id: string }>('people')).map(({ _id }) => _id));
  const values = [...new Set(kept.flat())].filter(
    (value) => [...value].length > 2 && !ids.has(value) && !BY_CHANCE.test(value),
  );
  expect(values.length).toBeGreaterThan(150);
  const sets = await rows<ChangeSet>(LEDGER);
  expect(sets.some(({ reason }) => reason !== undefined)).toBe(true);
  const open = [
    ...sets.map(({ changes, messages, ...set }) => [
      set,
      changes.map(({ kind, id, writersBefore, writersAfter, subject }) => [
        kind,
        id,
        writersBefore,
        writersAfter,
        subject,
      ]),
      messages.map(({ message: _, ...rest }) => rest),
    ]),
    ...(await rows<{ event: object }>(INBOX)),
    ...(await rows<object>(OUTBOX)).map((row) => ({ ...row, message: null })),
    ...(await Promise.all(allKinds.map(({ collection }) => rows<{ _id: string }>(collection))))
      .flat()
      .map(({ _id }) => _id),
  ];
  const text = JSON.stringify(open);
  expect(values.filter((value) => text.includes(JSON.stringify(value).slice(1, -1)))).toEqual([]);
});
