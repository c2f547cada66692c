import type { Db } from 'mongodb';
import type { ChangeSet } from './change-set.ts';
import { INBOX, LEDGER, OUTBOX } from './collections.ts';
import { createLedger } from './create-ledger.ts';
import { createSeals } from './create-seals.ts';
import type { AnyKind, Ledger, RecordKind } from './ledger.ts';
import type { LedgerStore } from './ledger-store.ts';
import { prepareStore } from './migrate.ts';
import { ledgerIndexes, mongoLedgerStore } from './mongo-ledger-store.ts';
import { compareWithLedger } from './rebuild.ts';
import { sealedStore } from './sealed-store.ts';
import { mongoSubjectKeys } from './subject-keys.ts';
import { accountKind, type Command, decide, noteKind, SEATS, seatKind, someCommand } from './testing/company.ts';
import { MemoryStore } from './testing/memory-store.ts';
import { Random } from './testing/random.ts';
import { type TestDatabase, testDatabase } from './testing/test-database.ts';
import { kinds } from './testing/world.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const businessKinds = [...kinds];

/** The same kinds, with names and notes that are somebody's. */
const personal: readonly AnyKind[] = [
  { ...accountKind, personal: { name: '***' }, subjectOf: (id: string) => `account:${id}` },
  {
    ...noteKind,
    personal: { text: '***' },
    subjectOf: (_: string, note: { account: string }) => `account:${note.account}`,
  },
];
const personalKinds = businessKinds.map((kind) => personal.find((one) => one.kind === kind.kind) ?? kind);

function clocked(store: LedgerStore, kinds: readonly AnyKind[] = businessKinds): Ledger {
  let ticks = Date.parse('2026-11-23T02:00:00Z');
  const clock = { now: () => new Date(ticks++) };
  return createLedger({ store, kinds, clock, machine: clock, markDelayMs: 0 });
}

const withoutSubjects = ({ changes, messages }: ChangeSet) => [
  changes.map(({ subject: _, ...change }) => change),
  messages,
];

async function carryOut(ledger: Ledger, commands: readonly Command[]): Promise<string[]> {
  for (const seat of SEATS)
    await ledger.record({ id: `seat-${seat}`, kind: 'admin', by: 'system' }, async (draft) =>
      draft.create(seatKind, seat, { admin: true }),
    );
  const outcomes: string[] = [];
  for (const [n, command] of commands.entries()) {
    const cause = { id: `c${n}`, kind: 'message' as const, by: 'lin', event: `e${n}`, room: 'direct:lin' };
    const recorded = await ledger.record(cause, (draft) => decide(ledger, draft, command));
    outcomes.push(recorded.kind === 'committed' ? recorded.outcome : recorded.kind);
  }
  return outcomes;
}

test('MongoDB does what the simulated store does', async () => {
  for (const seed of [1, 2]) {
    const random = new Random(seed);
    const commands: Command[] = [];
    for (let n = 0; n < 30; n++)
      commands.push(
        someCommand(
          random,
          commands.map((_, i) => `c${i}`),
        ),
      );
    const db = database.db(`same${seed}`);
    const memory = new MemoryStore();
    const ledger = clocked(mongoLedgerStore(db));
    await prepareStore({ db, ledger });
    for (const n of commands.keys()) {
      await db.collection<{ _id: string }>(INBOX).insertOne({ _id: `e${n}` });
      memory.collection(INBOX).set(`e${n}`, { _id: `e${n}` });
    }
    const outcomes = await carryOut(clocked(memory), commands);
    expect(await carryOut(ledger, commands)).toEqual(outcomes);
    for (const name of [...businessKinds.map((kind) => kind.collection), LEDGER, INBOX, OUTBOX]) {
      const rows = await db.collection<{ _id: string }>(name).find({}).toArray();
      const without = ({ token: _, applied: __, ...row }: Record<string, unknown>) => row;
      const byId = (row: Record<string, unknown>) => [row._id, without(row)];
      expect([name, Object.fromEntries(rows.map(byId))]).toEqual([
        name,
        Object.fromEntries([...memory.collection(name).values()].map(byId)),
      ]);
    }
    const sealedDb = database.db(`sealed${seed}`);
    const machine = { now: () => new Date('2026-11-23T02:00:00Z') };
    const seals = createSeals(mongoSubjectKeys(sealedDb, machine));
    const sealed = sealedStore(mongoLedgerStore(sealedDb), { seals, kinds: personalKinds, machine });
    await ledgerIndexes(sealedDb);
    expect(await carryOut(clocked(sealed, personalKinds), commands)).toEqual(outcomes);
    expect(await compareWithLedger(sealedDb, sealed, personalKinds)).toMatchObject({ differences: 0, sets: 32 });
    for await (const set of sealed.everySet())
      expect([set._id, withoutSubjects(set)]).toEqual([
        set._id,
        memory.sets(({ _id }) => _id === set._id).map(withoutSubjects)[0],
      ]);
    const compared = await compareWithLedger(db, mongoLedgerStore(db), businessKinds);
    expect(compared).toMatchObject({ differences: 0, sets: 32 });
  }
});

interface Tally {
  count: number;
}
const tallyKind: RecordKind<Tally> = { kind: 'tally', collection: 'tallies' };

async function count(ledger: Ledger, cause: string): Promise<void> {
  await ledger.record({ id: cause, kind: 'message', by: 'lin' }, async (draft) => {
    const tally = await draft.read(tallyKind, 't');
    if (tally === null) draft.create(tallyKind, 't', { count: 1 });
    else draft.change(tallyKind, tally, { count: tally.count + 1 });
    draft.send({ adapter: 'web', room: 'direct:lin' }, { text: '✓' });
  });
}

test('writers at once on one record lose nothing, on a server with and without the bulk write of 8.0', async () => {
  const before8 = (db: Db): Db =>
    Object.create(db, { admin: { value: () => ({ command: async () => ({ maxWireVersion: 21 }) }) } });
  for (const [name, version] of [['eight', (db: Db) => db] as const, ['seven', before8] as const]) {
    const db = database.db(name);
    await ledgerIndexes(db);
    const clock = { now: () => new Date('2026-11-23T02:00:00Z') };
    const writers = [1, 2, 3].map(() =>
      createLedger({ store: mongoLedgerStore(version(db)), kinds: [tallyKind], clock }),
    );
    await Promise.all(
      writers.map(async (ledger, w) => {
        for (let n = 0; n < 8; n++) await count(ledger, `${w}-${n}`);
      }),
    );
    const [tally] = await db.collection('tallies').find({}).toArray();
    expect(tally).toMatchObject({ count: 24, v: 24 });
    expect(await db.collection(OUTBOX).countDocuments()).toBe(24);
    for (const ledger of writers) await ledger.close();
    expect(await db.collection(LEDGER).countDocuments({ applied: null })).toBe(0);
  }
});

test('a commit takes one command beside its reads', async () => {
  const db = database.db('commands');
  await ledgerIndexes(db);
  const clock = { now: () => new Date('2026-11-23T02:00:00Z') };
  const ledger = createLedger({ store: mongoLedgerStore(db), kinds: [tallyKind], clock, markDelayMs: 60_000 });
  await count(ledger, 'first');
  const commands = await database.commandsOf(async () => {
    await count(ledger, 'second');
    await count(ledger, 'third');
    await ledger.close();
  });
  expect(commands).toEqual(['find', 'bulkWrite', 'find', 'bulkWrite', 'update']);
});
