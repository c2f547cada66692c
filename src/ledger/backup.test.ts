import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Double, Long } from 'mongodb';
import { PersonError } from '../errors.ts';
import { backup } from './backup.ts';
import { INBOX, LEDGER, OUTBOX, STORE_INFO } from './collections.ts';
import { shrinkGuards } from './maintenance.ts';
import { type Migration, prepareStore } from './migrate.ts';
import { compareWithLedger } from './rebuild.ts';
import { restore } from './restore.ts';
import { writeSchema } from './schema.ts';
import { accountKind, kinds, NOW, openLedger, rows, sealsOf, storeOf } from './testing/account-book.ts';
import { type TestDatabase, testDatabase } from './testing/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const inFolder = (name: string) => join(database.folder, name);

test('a copy made while the bot works comes back whole: what the records lack, the ledger gives', async () => {
  const db = database.db('copied');
  const { ledger, creates, edits } = openLedger(db);
  await prepareStore({ db, ledger });
  await creates('north');
  await creates('south');
  await db
    .collection<{ _id: string; size: Long; rate: Double }>(INBOX)
    .insertOne({ _id: 'e1', size: Long.fromNumber(2 ** 40), rate: new Double(5) });
  // Written to its collection's copy too early: the account is copied before these edits, the ledger after them.
  const before = await rows(db, 'accounts');
  await edits('north', '80', 'e-1');
  await edits('north', '85', 'e-2');
  const after = await rows(db, 'accounts');
  await db.collection<{ _id: string }>('accounts').replaceOne({ _id: 'north' }, before[0] ?? {});
  const file = inFolder('copied.gz');
  const counts = await backup({ db, file, kinds, seals: sealsOf(db) }, NOW);
  expect(counts).toEqual({ accounts: 2, inbox: 1, outbox: 2, ledger: 4 });

  const target = database.db('restored');
  expect(await restore({ db: target, file, kinds, seals: sealsOf(target) })).toEqual({ counts, unreadable: 0 });
  await prepareStore({ db: target, ledger: openLedger(target).ledger });
  expect(await rows(target, 'accounts')).toEqual(after);
  expect(await rows(target, OUTBOX)).toEqual(await rows(db, OUTBOX));
  const bytes = gunzipSync(await readFile(file)).toString();
  expect([bytes.includes('"amount":"85"'), bytes.includes('"name":"north"')]).toEqual([true, false]);
  expect((await stat(`${file}.keys`)).mode & 0o777).toBe(0o600);
  const [event] = await target.collection(INBOX).find({}, { promoteValues: false }).toArray();
  expect(event).toMatchObject({ size: Long.fromNumber(2 ** 40), rate: new Double(5) });
  expect((await compareWithLedger(target, storeOf(target), kinds)).differences).toBe(0);
  await expect(restore({ db: target, file, kinds, seals: sealsOf(target) })).rejects.toThrow('not empty');
});

test('a file that is foreign, cut short, changed or newer is refused before anything is written', async () => {
  const db = database.db('source');
  const { ledger, creates } = openLedger(db);
  await prepareStore({ db, ledger });
  for (let i = 0; i < 20; i++) await creates(`a${i}`);
  const file = inFolder('whole.gz');
  await backup({ db, file, kinds, seals: sealsOf(db) }, NOW);
  const whole = await readFile(file);
  const lines = (...all: object[]) => gzipSync(all.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const header = { genjin: 'backup', format: 1, schema: 1, at: { $date: '2026-11-23T02:00:00Z' } };
  const files: Record<string, [Buffer, string]> = {
    text: [Buffer.from('not gzip'), 'not a Genjin backup'],
    json: [lines({ some: 'thing' }, { other: 'thing' }), 'not a Genjin backup'],
    empty: [Buffer.alloc(0), 'not a Genjin backup'],
    cut: [whole.subarray(0, whole.length - 60), 'incomplete or damaged'],
    changed: [gzipSync(gunzipSync(whole).toString().replace('"a7"', '"a8"')), 'incomplete or damaged'],
    'without its end': [lines(header, { in: 'accounts', document: { _id: 'x' } }), 'incomplete or damaged'],
    'newer format': [lines({ ...header, format: 3 }, {}), 'newer format'],
    keys: [await readFile(`${file}.keys`), 'not a Genjin backup'],
    'newer schema': [lines({ ...header, schema: 99 }, {}), 'newer version'],
  };
  const target = database.db('untouched');
  for (const [name, [content, words]] of Object.entries(files)) {
    const bad = inFolder(`${name}.gz`);
    await writeFile(bad, content);
    const refused = await restore({ db: target, file: bad, kinds, seals: sealsOf(target) }).catch(
      (error: unknown) => error,
    );
    expect([name, refused instanceof PersonError, String(refused)]).toEqual([
      name,
      true,
      expect.stringContaining(words),
    ]);
  }
  await expect(restore({ db: target, file: inFolder('none.gz'), kinds, seals: sealsOf(target) })).rejects.toThrow(
    'no such backup',
  );
  expect(await target.listCollections().toArray()).toEqual([]);
});

test('what the collections do not share with the ledger is named', async () => {
  const db = database.db('damaged');
  const { ledger, creates, edits } = openLedger(db);
  await prepareStore({ db, ledger });
  for (const id of ['a', 'b', 'c', 'd', 'e']) await creates(id);
  await edits('e', '80', 'e-1');
  const accounts = db.collection<{ _id: string }>('accounts');
  await accounts.updateOne({ _id: 'a' }, { $set: { name: 'forged' } });
  await accounts.deleteOne({ _id: 'b' });
  await accounts.insertOne({ _id: 'z', v: 1 } as { _id: string });
  await db.collection<{ _id: string }>(LEDGER).deleteOne({ _id: 'c-e' });
  const { named, ...counts } = await compareWithLedger(db, storeOf(db), kinds);
  expect(counts).toEqual({ sets: 5, records: 5, differences: 4 });
  expect(named.map(({ id, problem }) => `${id} ${problem}`).sort()).toEqual([
    'a differs',
    'b missing',
    'e gap',
    'z unexpected',
  ]);
});

test('guards of old sets shrink to their own; what is recent keeps them', async () => {
  const db = database.db('old');
  const old = openLedger(db, new Date('2026-10-01T00:00:00Z'));
  await prepareStore({ db, ledger: old.ledger });
  await old.creates('a');
  const recent = openLedger(db);
  await recent.creates('b');
  expect(await shrinkGuards(db, NOW)).toBe(1);
  expect(await shrinkGuards(db, NOW)).toBe(0);
  const sets = await rows(db, LEDGER);
  expect(sets.map((set) => (set as unknown as { guards: string[] }).guards)).toEqual([
    ['set:c-a'],
    ['set:c-b', 'account:b@0'],
  ]);
  // A create does not lean on guards that may be gone.
  await expect(recent.creates('a').then(({ kind }) => kind)).resolves.toBe('repeated');
  const again = recent.ledger.record({ id: 'again', kind: 'admin', by: 'lin' }, async (draft) =>
    draft.create(accountKind, 'a', { name: 'a' }),
  );
  await expect(again).rejects.toThrow('exists already');
});

test('a newer store is refused in words; an older one is migrated by change sets, once', async () => {
  const db = database.db('versions');
  const { ledger, creates } = openLedger(db);
  await prepareStore({ db, ledger });
  for (const id of ['a', 'b']) await creates(id);
  await writeSchema(db, 99);
  await expect(prepareStore({ db, ledger })).rejects.toThrow(PersonError);
  await db.collection<{ _id: string }>(STORE_INFO).updateOne({ _id: 'store' }, { $set: { schema: 0 } });
  const migration: Migration = {
    to: 1,
    kind: accountKind,
    change: (record) => (record.stage === undefined ? { stage: 'new' } : null),
  };
  await prepareStore({ db, ledger, migrations: [migration] });
  await prepareStore({ db, ledger, migrations: [migration] });
  expect(await rows(db, 'accounts')).toMatchObject([
    { _id: 'a', stage: 'new', v: 2 },
    { _id: 'b', stage: 'new', v: 2 },
  ]);
  expect(await db.collection(LEDGER).countDocuments({ 'cause.kind': 'migration' })).toBe(1);
});
