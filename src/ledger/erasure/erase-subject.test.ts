import type { Db } from 'mongodb';
import { LEDGER, OUTBOX } from '../collections.ts';
import { createLedger } from '../create-ledger.ts';
import { prepareStore } from '../migrate.ts';
import { mongoLedgerStore } from '../mongo-ledger-store.ts';
import { compareWithLedger } from '../rebuild.ts';
import { accountKind, kinds, NOW, openLedger, rows, sealsOf, storeOf } from '../testing/account-book.ts';
import type { Account } from '../testing/company.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { eraseSubject } from './erase-subject.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const erase = (db: Db, settle: () => Promise<unknown> = async () => undefined) =>
  eraseSubject('account:north', {
    db,
    ledger: openLedger(db).ledger,
    seals: sealsOf(db),
    kinds,
    places: { [OUTBOX]: { words: ['message'] } },
    blobs: { erase: async () => undefined, keepUntil: async () => undefined, keptUntil: async () => [] },
    settle,
  });

const everything = async (db: Db) =>
  JSON.stringify([...(await rows(db, LEDGER)), ...(await rows(db, OUTBOX)), ...(await rows(db, 'accounts'))]);

test('sets from before there were keys lie plain and read as ever; an erasure blanks them in place', async () => {
  const db = database.db('plain');
  const plain = createLedger({ store: mongoLedgerStore(db), kinds, clock: { now: () => NOW }, markDelayMs: 0 });
  await prepareStore({ db, ledger: plain });
  for (const [id, name] of [
    ['north', 'Northwind'],
    ['south', 'Southgate'],
  ] as const)
    await plain.record({ id: `old-${id}`, kind: 'admin', by: 'lin' }, async (draft) => {
      draft.create(accountKind, id, { name });
      draft.send({ adapter: 'web', room: 'group' }, { text: `${name} is new` });
    });
  await db.collection(LEDGER).updateMany({}, { $set: { schema: 1 }, $unset: { 'changes.0.subject': true } });
  expect(await openLedger(db).ledger.recordAt(accountKind, 'north', NOW)).toMatchObject({ name: 'Northwind' });
  expect(await everything(db)).toMatch(/Northwind.*Northwind is new/);

  await erase(db);
  expect(await everything(db)).not.toContain('Northwind');
  expect((await rows(db, 'accounts')).map((row) => (row as unknown as Account).name)).toEqual(['***', 'Southgate']);
  expect((await openLedger(db).ledger.findSet('old-south'))?.messages[0]?.message.text).toBe('Southgate is new');
  // What had not left stays here.
  expect((await rows(db, OUTBOX)).map((row) => (row as unknown as { state: string }).state)).toEqual([
    'dropped',
    'open',
  ]);
  expect((await compareWithLedger(db, storeOf(db), kinds)).differences).toBe(0);
});

test('a deleted record is blanked too, and may come back to life', async () => {
  const db = database.db('deleted');
  const { ledger, creates } = openLedger(db);
  await prepareStore({ db, ledger });
  await creates('north');
  await ledger.record({ id: 'remove', kind: 'admin', by: 'lin' }, async (draft) => {
    const account = await draft.read(accountKind, 'north');
    if (account !== null) draft.remove(accountKind, account);
  });
  await erase(db);
  expect(await rows(db, 'accounts')).toMatchObject([{ name: '***', deleted: true }]);
  const after = openLedger(db).ledger;
  await after.record({ id: 'undo', kind: 'action', by: 'lin' }, (draft) => after.undo(draft, 'remove'));
  expect(await rows(db, 'accounts')).toMatchObject([{ name: '***', v: 3 }]);
  expect(await after.recordAt(accountKind, 'north', NOW)).toMatchObject({ name: '***' });
  expect((await compareWithLedger(db, storeOf(db), kinds)).differences).toBe(0);
});

test('what another process writes while it has not noticed is found on the second look', async () => {
  const db = database.db('late');
  const { ledger, creates } = openLedger(db);
  await prepareStore({ db, ledger });
  await creates('north');
  await creates('south');
  await erase(db, async () => {
    await ledger.record({ id: 'late', kind: 'message', by: 'lin' }, async (draft) => {
      const account = await draft.read(accountKind, 'north');
      if (account !== null) draft.change(accountKind, account, { name: 'north again' });
      draft.send({ adapter: 'web', room: 'group' }, { text: 'north called' });
    });
  });
  expect((await rows(db, 'accounts')).map((row) => (row as unknown as Account).name)).toEqual(['***', 'south']);
  const sets = await Promise.all(['c-north', 'late', 'c-south'].map((id) => openLedger(db).ledger.findSet(id)));
  expect(sets.map((set) => set?.messages[0]?.message.text)).toEqual(['***', '***', 'south']);
  expect((await compareWithLedger(db, storeOf(db), kinds)).differences).toBe(0);
});
