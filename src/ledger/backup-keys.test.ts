import { createHash } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { EJSON } from 'bson';
import { backup } from './backup.ts';
import { prepareStore } from './migrate.ts';
import { compareWithLedger } from './rebuild.ts';
import { restore } from './restore.ts';
import { accountKind, kinds, NOW, openLedger, rows, sealsOf, storeOf } from './testing/account-book.ts';
import type { Account } from './testing/company.ts';
import { type TestDatabase, testDatabase } from './testing/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const inFolder = (name: string) => join(database.folder, name);

test('without its keys a backup gives up what is personal, when it is told to; erased stays erased with older keys', async () => {
  const db = database.db('keyed');
  const { ledger, creates, edits } = openLedger(db);
  await prepareStore({ db, ledger });
  await creates('north');
  await creates('south');
  const file = inFolder('keyed.gz');
  await backup({ db, file, kinds, seals: sealsOf(db) }, NOW);
  await edits('north', '80', 'e-1');
  await sealsOf(db).erase('account:south');
  // The record was not blanked: the ledger cannot tell any more what is in it, which is no fault of the record.
  expect(await compareWithLedger(db, storeOf(db), kinds)).toMatchObject({ differences: 0 });
  const later = inFolder('later.gz');
  await backup({ db, file: later, kinds, seals: sealsOf(db) }, NOW);

  const into = async (name: string, plan: { file: string; keys?: string | null }) => {
    const target = database.db(name);
    const seals = sealsOf(target);
    const { unreadable } = await restore({ db: target, kinds, seals, ...plan });
    await prepareStore({ db: target, ledger: openLedger(target).ledger });
    const names = (await rows(target, 'accounts')).map((row) => (row as unknown as Account).name);
    const { differences } = await compareWithLedger(target, storeOf(target), kinds);
    return { unreadable, names, differences };
  };
  expect(await into('newest-keys', { file, keys: `${later}.keys` })).toEqual({
    unreadable: 0,
    names: ['north', '***'],
    differences: 0,
  });
  await rename(`${file}.keys`, inFolder('elsewhere'));
  await expect(into('without', { file })).rejects.toThrow(`no key file ${file}.keys`);
  await expect(into('without', { file, keys: file })).rejects.toThrow('not a Genjin key file');
  expect(await database.db('without').listCollections().toArray()).toEqual([]);
  // Two accounts, and the day of the messages.
  expect(await into('without', { file, keys: null })).toEqual({ unreadable: 3, names: ['***', '***'], differences: 0 });
  const again = openLedger(database.db('without'));
  await again.edits('north', '90', 'e-2');
  expect(await again.ledger.recordAt(accountKind, 'north', NOW)).toMatchObject({ name: '***' });
});

test('a backup from before there were keys is restored without any', async () => {
  const db = database.db('plain');
  const { ledger, creates } = openLedger(db);
  await prepareStore({ db, ledger });
  await creates('north');
  const plain = await rows(db, 'accounts');
  const header = { genjin: 'backup', format: 1, schema: 1, at: { $date: '2026-11-23T02:00:00Z' } };
  const body = [header, ...plain.map((document) => ({ in: 'accounts', document }))]
    .map((line) => `${EJSON.stringify(line, { relaxed: false })}\n`)
    .join('');
  const end = { end: true, counts: {}, sha256: createHash('sha256').update(body).digest('hex') };
  const file = inFolder('first.gz');
  await writeFile(file, gzipSync(`${body}${JSON.stringify(end)}\n`));
  const target = database.db('from-plain');
  expect(await restore({ db: target, file, kinds, seals: sealsOf(target) })).toMatchObject({ unreadable: 0 });
  expect(await rows(target, 'accounts')).toEqual(plain);
});
