import { Binary } from 'mongodb';
import { SUBJECT_KEYS } from './collections.ts';
import { createSeals } from './create-seals.ts';
import { ledgerIndexes } from './mongo-ledger-store.ts';
import { type KeyRow, mongoSubjectKeys } from './subject-keys.ts';
import { type TestDatabase, testDatabase } from './testing/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

interface Note {
  _id: string;
  account: string;
  told: { words: unknown; at: Date };
}

const AT = new Date('2026-11-23T02:00:00Z');
const note = (_id: string, words: unknown): Note => ({ _id, account: 'a', told: { words, at: AT } });
const marks = [{ path: 'told.words', subject: 'account:a' }];
const blank = () => '***';

let databases = 0;
function setUp() {
  const db = database.db(`seals${databases++}`);
  let now = AT.getTime();
  const machine = { now: () => new Date(now) };
  return {
    db,
    process: () => createSeals(mongoSubjectKeys(db, machine)),
    pass: (ms: number) => {
      now += ms;
    },
    keys: () => db.collection<KeyRow>(SUBJECT_KEYS).find({}).toArray(),
  };
}

test('what is sealed comes back as it was, through the store, to every process, and is not to be read in it', async () => {
  const { db, process } = setUp();
  const [one, other] = [process(), process()];
  for (const [n, words] of ['腾云王总', ['a', 'b'], { at: AT, n: 1.5, none: null }, ''].entries()) {
    const sealed = await one.seal('notes', note(`n${n}`, words), marks);
    expect(sealed).toMatchObject({ account: 'a', told: { at: AT } });
    await db.collection<Note>('notes').insertOne(sealed);
  }
  const stored = await db.collection<Note>('notes').find({}).toArray();
  expect(stored.every(({ told }) => told.words instanceof Binary)).toBe(true);
  expect(Buffer.concat(stored.map(({ told }) => Buffer.from((told.words as Binary).buffer))).includes('腾云')).toBe(
    false,
  );
  expect(await other.open('notes', stored, blank)).toEqual([
    note('n0', '腾云王总'),
    note('n1', ['a', 'b']),
    note('n2', { at: AT, n: 1.5, none: null }),
    note('n3', ''),
  ]);
  expect(await other.open('notes', [note('plain', 'as it is')], blank)).toEqual([note('plain', 'as it is')]);
});

test('a sealed value opens in its own place alone', async () => {
  const seals = setUp().process();
  const sealed = await seals.seal('notes', note('n1', 'words'), marks);
  const copy = () => ({ ...sealed, told: { ...sealed.told } });
  await expect(seals.open('notes', [{ ...copy(), _id: 'n2' }], blank)).rejects.toThrow();
  await expect(seals.open('letters', [copy()], blank)).rejects.toThrow();
  const elsewhere = { _id: 'n1', told: { other: sealed.told.words } };
  await expect(seals.open('notes', [elsewhere], blank)).rejects.toThrow();
  const bytes = Buffer.from((sealed.told.words as Binary).value());
  bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
  const altered = { ...sealed, told: { ...sealed.told, words: new Binary(bytes, 0x81) } };
  await expect(seals.open('notes', [altered], blank)).rejects.toThrow();
  expect(await seals.open('notes', [copy()], blank)).toEqual([note('n1', 'words')]);
});

test('of processes that need a new key at the same moment all have the first one; it is made once', async () => {
  const { process, keys } = setUp();
  const processes = Array.from({ length: 6 }, process);
  const sealed = await Promise.all(processes.map((seals, n) => seals.seal('notes', note(`n${n}`, n), marks)));
  expect(await keys()).toHaveLength(1);
  expect(await process().open('notes', sealed, blank)).toEqual(sealed.map((_, n) => note(`n${n}`, n)));
});

test('many keys are made in one command, whether new, known to others or destroyed', async () => {
  const { db, process } = setUp();
  await ledgerIndexes(db);
  const subjects = Array.from({ length: 300 }, (_, n) => `account:${n}`);
  const document = { _id: 'n', words: subjects };
  const all = subjects.map((subject, n) => ({ path: `words.${n}`, subject }));
  const [one, other] = [process(), process()];
  await one.seal('notes', document, all.slice(0, 100));
  await one.erase('account:7');
  let sealed = document;
  const seals = async () => {
    sealed = await other.seal('notes', document, all);
  };
  expect(await database.commandsOf(seals)).toEqual(['find', 'insert', 'find']);
  const after = subjects.map((subject) => (subject === 'account:7' ? '***' : subject));
  const copy = { ...sealed, words: [...sealed.words] };
  expect(await one.open('notes', [sealed], blank)).toEqual([{ _id: 'n', words: after }]);
  expect(await process().open('notes', [copy], blank)).toEqual([{ _id: 'n', words: after }]);
});

test('an erased subject opens to blanks everywhere within 30 seconds, and never gets a key again', async () => {
  const { db, process, pass, keys } = setUp();
  await ledgerIndexes(db);
  const [one, other] = [process(), process()];
  const sealed = await one.seal('notes', note('n1', 'words'), marks);
  const others = await one.seal('notes', note('n2', 'theirs'), [{ path: 'told.words', subject: 'account:b' }]);
  const copies = () => [sealed, others].map((row) => ({ ...row, told: { ...row.told } }));
  expect(await other.open('notes', copies(), blank)).toEqual([note('n1', 'words'), note('n2', 'theirs')]);

  await one.erase('account:a');
  const after = [note('n1', '***'), note('n2', 'theirs')];
  expect(await one.open('notes', copies(), blank)).toEqual(after);
  pass(30_000);
  expect(await other.open('notes', copies(), blank)).toEqual(after);
  expect(await process().open('notes', copies(), blank)).toEqual(after);

  const late = await process().seal('notes', note('n3', 'late'), marks);
  expect(await one.open('notes', [late], blank)).toEqual([note('n3', '***')]);
  expect((await keys()).filter(({ key }) => key !== undefined).map(({ _id }) => _id)).toEqual(['account:b']);
});

test('a known subject costs no command; all keys in memory are looked after by one every 30 seconds', async () => {
  const { process, pass } = setUp();
  const seals = process();
  const sealed: Note[] = [];
  const write = async (n: number) => void sealed.push(await seals.seal('notes', note(`n${n}`, n), marks));
  expect(await database.commandsOf(() => write(0))).toEqual(['find', 'insert']);
  const busy = async () => {
    for (let n = 1; n < 10; n++) await write(n);
    await seals.open('notes', sealed, blank);
  };
  expect(await database.commandsOf(busy)).toEqual([]);
  pass(31_000);
  expect(await database.commandsOf(() => write(10))).toEqual(['find']);
});
