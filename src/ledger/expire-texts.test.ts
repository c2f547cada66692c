import type { Db } from 'mongodb';
import { ERASED_WORDS } from '../ports/seals.ts';
import { INBOX, OUTBOX, SUBJECT_KEYS } from './collections.ts';
import { createLedger } from './create-ledger.ts';
import { createSeals } from './create-seals.ts';
import { expireTexts } from './expire-texts.ts';
import { ledgerIndexes, mongoLedgerStore } from './mongo-ledger-store.ts';
import { sealedStore } from './sealed-store.ts';
import { mongoSubjectKeys } from './subject-keys.ts';
import { accountKind, kinds } from './testing/account-book.ts';
import { type TestDatabase, testDatabase } from './testing/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const DAY = 86_400_000;
const FIRST = Date.parse('2026-09-01T12:00:00Z');

/** A book that wrote something on each of sixty days. */
async function sixtyDays(name: string) {
  const db = database.db(name);
  await ledgerIndexes(db);
  let now = FIRST;
  const machine = { now: () => new Date(now) };
  const seals = createSeals(mongoSubjectKeys(db, machine));
  const store = sealedStore(mongoLedgerStore(db), { seals, kinds, machine });
  const ledger = createLedger({ store, kinds, clock: machine, machine, markDelayMs: 0 });
  for (let day = 0; day < 60; day += 1) {
    await ledger.record({ id: `d${day}`, kind: 'message', by: 'lin' }, async (draft) => {
      draft.create(accountKind, `a${day}`, { name: `account ${day}` });
      draft.send({ adapter: 'web', room: 'direct:lin' }, { text: `day ${day}` });
    });
    now += DAY;
  }
  const closed = { $set: { state: 'done' } };
  await db.collection(OUTBOX).updateMany({}, closed);
  const texts = async () => {
    const sets = await Promise.all(['d0', 'd20', 'd28', 'd29', 'd59'].map((id) => ledger.findSet(id)));
    return sets.map((set) => set?.messages[0]?.message.text);
  };
  return { db, seals, now: () => new Date(now), ledger, texts };
}

const keysLeft = (db: Db) =>
  db.collection(SUBJECT_KEYS).countDocuments({ _id: /^texts:/ as never, key: { $exists: true } });

test('texts go with their day after a month; what they were about stays', async () => {
  const { db, seals, now, ledger, texts } = await sixtyDays('days');
  expect(await texts()).toEqual(['day 0', 'day 20', 'day 28', 'day 29', 'day 59']);
  expect(await expireTexts(db, seals, now())).toBe(29);
  expect(await expireTexts(db, seals, now())).toBe(0);
  expect(await keysLeft(db)).toBe(31);
  expect(await texts()).toEqual([ERASED_WORDS, ERASED_WORDS, ERASED_WORDS, 'day 29', 'day 59']);
  expect(await ledger.recordAt(accountKind, 'a0', now())).toMatchObject({ name: 'account 0' });
});

test('a day stays while something of it, or from before it, still waits', async () => {
  const { db, seals, now, texts } = await sixtyDays('waiting');
  const inbox = db.collection<{ _id: string; state: string; order: Date }>(INBOX);
  await inbox.insertOne({ _id: 'e', state: 'dead', order: new Date(FIRST + 20 * DAY) });
  await db.collection<{ _id: string }>(OUTBOX).updateOne({ _id: 'd28/01' }, { $set: { state: 'open' } });
  // The day before a waiting message stays too: clocks differ.
  expect(await expireTexts(db, seals, now())).toBe(19);
  expect(await texts()).toEqual([ERASED_WORDS, 'day 20', 'day 28', 'day 29', 'day 59']);
  await inbox.updateOne({ _id: 'e' }, { $set: { state: 'done' } });
  expect(await expireTexts(db, seals, now())).toBe(8);
  await db.collection<{ _id: string }>(OUTBOX).updateOne({ _id: 'd28/01' }, { $set: { state: 'done' } });
  expect(await expireTexts(db, seals, now())).toBe(2);
});
